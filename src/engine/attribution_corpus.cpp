#include "engine/attribution_corpus.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/file.hpp"
#include "base/table_lines.hpp"
#include "text/utf8.hpp"

namespace muster::engine {
namespace {

namespace fs = std::filesystem;
using extract::GoldAttribution;
using extract::GoldDocument;

std::vector<fs::path> files_in(const fs::path& folder, std::string_view ending) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ending) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

// "5 9;12 20": code points; their bytes.
std::vector<model::Span> spans_of(std::string_view ranges, const std::vector<std::uint32_t>& bytes) {
  std::vector<model::Span> spans;
  for (const std::string_view range : base::cells_of(ranges, ';')) {
    const auto ends = base::cells_of(range, ' ');
    if (ends.size() != 2) continue;
    const auto byte = [&](std::string_view number) {
      std::size_t at = 0;
      std::from_chars(number.data(), number.data() + number.size(), at);
      return bytes[std::min(at, bytes.size() - 1)];
    };
    if (byte(ends[0]) < byte(ends[1])) spans.push_back({byte(ends[0]), byte(ends[1])});
  }
  return spans;
}

std::vector<std::uint32_t> bytes_of_codepoints(std::string_view text) {
  std::vector<std::uint32_t> bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U)
      bytes.push_back(static_cast<std::uint32_t>(i));
  }
  bytes.push_back(static_cast<std::uint32_t>(text.size()));
  return bytes;
}

// "T1 <tab> Source 0 5 <tab> words" names spans, "E1 <tab> Attribution:T4 Source:T1 Cue:T2 Content:T3" joins
// them.
void read_brat(std::string_view annotations, GoldDocument& gold) {
  const auto bytes = bytes_of_codepoints(gold.document.text);
  std::map<std::string_view, std::vector<model::Span>> spans;
  std::vector<std::string_view> events;
  for (const std::string_view line : base::cells_of(annotations, '\n')) {
    const auto cells = base::cells_of(line);
    if (cells.size() < 2 || cells[0].empty()) continue;
    if (cells[0].front() == 'E') events.push_back(cells[1]);
    if (const std::size_t blank = cells[1].find(' ');
        cells[0].front() == 'T' && blank != std::string_view::npos)
      spans[cells[0]] = spans_of(cells[1].substr(blank + 1), bytes);
  }
  for (const std::string_view event : events) {
    GoldAttribution one;
    for (const std::string_view part : base::cells_of(event, ' ')) {
      const std::size_t colon = part.find(':');
      if (colon == std::string_view::npos) continue;
      const auto found = spans.find(part.substr(colon + 1));
      if (found == spans.end()) continue;
      auto* role = part.starts_with("Source")    ? &one.source
                   : part.starts_with("Cue")     ? &one.cue
                   : part.starts_with("Content") ? &one.content
                                                 : nullptr;
      if (role != nullptr) role->insert(role->end(), found->second.begin(), found->second.end());
    }
    if (!one.cue.empty() && !one.content.empty()) gold.attributions.push_back(std::move(one));
  }
}

base::Result<std::vector<GoldDocument>> read_brat_folder(const fs::path& folder) {
  std::vector<GoldDocument> out;
  const std::vector<fs::path> annotations = files_in(folder / "attributions", ".ann");
  for (const fs::path& path : files_in(folder / "text", ".txt")) {
    const std::string begin = path.stem().string() + "_";
    const auto first = std::ranges::find_if(
        annotations, [&](const fs::path& a) { return a.filename().string().starts_with(begin); });
    if (first == annotations.end()) continue;
    auto text = base::read_file(path);
    if (!text) return std::unexpected(text.error());
    const auto marks = base::read_file(*first);
    if (!marks) return std::unexpected(marks.error());
    std::size_t broken = 0;
    GoldDocument gold;
    gold.document.name = path.filename().string();
    gold.document.text = text::repair_utf8(*text, broken);
    read_brat(*marks, gold);
    out.push_back(std::move(gold));
  }
  return out;
}

base::Result<std::vector<GoldDocument>> read_marked_folder(const fs::path& folder) {
  std::vector<GoldDocument> out;
  for (const fs::path& path : files_in(folder, ".txt")) {
    if (path.filename().string().starts_with("test_")) continue;
    const auto marked = base::read_file(path);
    if (!marked) return std::unexpected(marked.error());
    auto articles = extract::read_marked_text(*marked, path.string());
    if (!articles) return std::unexpected(articles.error());
    std::ranges::move(*articles, std::back_inserter(out));
  }
  return out;
}

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

}  // namespace

base::Result<std::vector<GoldDocument>> read_corpus(const fs::path& folder) {
  if (!is_folder(folder))
    return base::fail("not a folder", folder.string(), "name the folder of the annotated texts");
  std::error_code error;
  if (fs::directory_iterator(folder, error); error)
    return base::fail(error.message(), folder.string(), "give yourself permission to read the folder");
  const bool brat = is_folder(folder / "text") && is_folder(folder / "attributions");
  auto out = brat ? read_brat_folder(folder) : read_marked_folder(folder);
  if (out && out->empty())
    return base::fail("holds no annotated texts", folder.string(),
                      "docs/attribution-guide.md shows how texts are marked");
  return out;
}

}  // namespace muster::engine
