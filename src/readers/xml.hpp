// An XML member of a zip file as a stream of events: no tree, no entities from outside, no network.
#pragma once

#include <libxml/xmlreader.h>

#include <string>
#include <string_view>

#include "base/error.hpp"
#include "readers/zip.hpp"

namespace muster::readers {

class XmlStream {
 public:
  [[nodiscard]] static base::Result<XmlStream> open(std::string_view zip, std::string_view member);
  XmlStream(XmlStream&&) noexcept = default;
  XmlStream& operator=(XmlStream&&) noexcept = default;

  // Moves to the next start tag, end tag or text; false at the end or where the XML breaks off (see
  // failure()).
  bool next();

  // Element names come without their prefix ("row", "t").
  [[nodiscard]] bool at_start(std::string_view name) const;
  [[nodiscard]] bool at_end(std::string_view name) const;  // an empty element ends at its start tag
  [[nodiscard]] bool at_text() const;
  [[nodiscard]] bool is_empty() const;  // <c/>
  [[nodiscard]] std::string_view name() const;
  [[nodiscard]] std::string_view text() const;
  // The attribute by local name or by prefixed name; empty where absent.
  [[nodiscard]] std::string attribute(const char* name) const;

  [[nodiscard]] const std::string& failure() const { return failure_; }

 private:
  struct FreeReader {
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
  };
  XmlStream(std::unique_ptr<ZipMember> member, std::string where);
  std::unique_ptr<ZipMember> member_;  // on the heap: the reader holds its address
  std::unique_ptr<xmlTextReader, FreeReader> reader_;
  std::string where_;
  std::string failure_;
};

}  // namespace muster::readers
