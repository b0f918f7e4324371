// Articles with attributions marked in the text, as docs/attribution-guide.md defines them:
//
//   == slug
//   {1s Ana Rudan} {1c!denied denied} {1t that {2+s=Ana Rudan| she} {2+c knew} {2+t it}}.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "model/document.hpp"

namespace muster::extract {

// One annotated attribution; spans in bytes of the document's text.
struct GoldAttribution {
  std::vector<model::Span> source, cue, content;
  std::string stance;   // denied, hedged, questioned, demanded, none; empty: asserted
  std::string speaker;  // whom the source means, where its words do not name it
  bool nested = false;  // inside the content of another
};

struct GoldDocument {
  model::Document document;
  std::vector<GoldAttribution> attributions;
};

// The articles of a file; `where` names it in messages. Fails at the first slip of the marks, with its line.
[[nodiscard]] base::Result<std::vector<GoldDocument>> read_marked_text(std::string_view marked,
                                                                       const std::string& where);

}  // namespace muster::extract
