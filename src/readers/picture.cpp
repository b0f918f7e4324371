// Pictures of identity papers: the machine-readable zone by our own reader, printed text by tesseract as a
// child program.
#include <algorithm>
#include <chrono>

#include "base/process.hpp"
#include "readers/formats.hpp"
#include "readers/machine_zone.hpp"
#include "readers/original.hpp"
#include "readers/parts.hpp"
#include "readers/raster.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::readers {
namespace {

constexpr std::chrono::milliseconds kOcrLimit{20'000};
constexpr std::chrono::milliseconds kListLimit{5'000};
constexpr int kWidestForOcr = 1800;

// The scripts of the papers we meet, as far as they are installed.
std::string installed_languages() {
  const auto listed = base::run_process({"tesseract", "--list-langs"}, kListLimit);
  std::string languages = "eng";
  if (!listed) return languages;
  for (const std::string language : {"chi_sim", "rus", "ukr"}) {
    if (listed->out.find("\n" + language + "\n") != std::string::npos) languages += "+" + language;
  }
  return languages;
}

// Letters and digits must be most of a line; what OCR makes of patterns and portraits is not.
bool reads_as_text(std::string_view line) {
  std::size_t good = 0;
  std::size_t all = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t codepoint = text::next_codepoint(line, at);
    if (text::is_space(codepoint)) continue;
    ++all;
    good += text::is_letter(codepoint) || text::is_digit(codepoint);
  }
  return good >= 2 && good * 3 >= all * 2;
}

void add_lines(std::string_view text, model::Document& document) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\n\f"), text.size());
    const std::string line = squeeze(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    model::Part part;
    part.kind = model::PartKind::kImageRegion;
    if (reads_as_text(line)) append_part(document, line, part, "\n");
  }
}

void read_printed_text(const Grey& picture, model::Document& document) {
  if (picture.width < 20 || picture.height < 20) return;
  const OriginalFile file(to_pgm(picture), ".pgm");
  static const std::string languages = installed_languages();
  const auto run = base::run_process(
      {"env", "OMP_THREAD_LIMIT=1", "tesseract", file.path(), "-", "-l", languages, "--psm", "11"},
      kOcrLimit);
  if (!run)
    return note(document, "the printed text was not read: " + run.error().what, "", run.error().remedy);
  if (run->exit_code == 127)
    return note(document, "the printed text was not read: tesseract is not installed", "",
                "install tesseract-ocr");
  if (run->exit_code != 0)
    return note(document, "the printed text was not read: tesseract failed", "",
                "check that tesseract-ocr-eng is installed");
  std::size_t broken = 0;
  add_lines(text::repair_utf8(run->out, broken), document);
}

void add_zone(const MachineZone& zone, model::Document& document) {
  std::string lines;
  for (const std::string& line : zone.lines) lines += (lines.empty() ? "" : "\n") + line;
  model::Part part;
  part.kind = model::PartKind::kMachineReadable;
  append_part(document, lines, part, "\n");
  if (zone.unsure == 0) return;
  note(document,
       std::to_string(zone.unsure) + (zone.unsure == 1 ? " sign" : " signs") +
           " of the machine-readable zone could be read two ways",
       "machine-readable zone", "compare the zone with the picture");
}

}  // namespace

void read_picture(const Source& source, model::Document& document) {
  const auto picture = source.kind == Kind::kPng ? decode_png(source.bytes) : decode_jpeg(source.bytes);
  if (!picture) return refuse(document, picture.error().what, picture.error().where, picture.error().remedy);
  const auto zone = read_machine_zone(*picture);
  if (zone) add_zone(*zone, document);
  if (source.ocr) {
    const int shrink = std::max(1, (picture->width + kWidestForOcr - 1) / kWidestForOcr);
    read_printed_text(cut_rows(*picture, 0, zone ? zone->top : picture->height, shrink), document);
  }
  if (document.parts.empty()) {
    refuse(document, "no machine-readable zone and no printed text found", "",
           "take the picture again: flat, sharp, upright, at 300 dots an inch");
  }
}

}  // namespace muster::readers
