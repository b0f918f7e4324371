// Pictures of identity papers: the machine-readable zone by our own reader, printed text by tesseract as a
// child program.
#include <algorithm>
#include <chrono>
#include <optional>

#include "base/process.hpp"
#include "readers/formats.hpp"
#include "readers/machine_zone.hpp"
#include "readers/original.hpp"
#include "readers/parts.hpp"
#include "readers/printed_text.hpp"
#include "readers/raster.hpp"
#include "text/utf8.hpp"

namespace muster::readers {
namespace {

constexpr std::chrono::milliseconds kOcrLimit{20'000};
constexpr std::chrono::milliseconds kListLimit{5'000};
constexpr int kWidestForOcr = 1800;
// A zone of 44 signs still has 30 pixels a sign where it covers a third of this.
constexpr int kWidestForZone = 3500;

int shrink_to(int width, int widest) {
  return std::max(1, (width + widest - 1) / widest);
}

// In a picture of reasonable size; rows are of the original again.
std::optional<MachineZone> find_zone(const Grey& picture) {
  const int shrink = shrink_to(std::max(picture.width, picture.height), kWidestForZone);
  if (shrink == 1) return read_machine_zone(picture);
  auto zone = read_machine_zone(cut_rows(picture, 0, picture.height, shrink));
  if (zone) zone->top *= shrink;
  if (zone) zone->bottom *= shrink;
  return zone;
}

// The scripts of the papers we meet, as far as they are installed. Han comes first: tesseract lets the first
// language win where several read a word, and takes Latin words well in any place, but Han signs for Latin
// rubbish.
std::string installed_languages() {
  const auto listed = base::run_process({"tesseract", "--list-langs"}, kListLimit);
  std::string languages;
  for (const std::string language : {"chi_sim", "eng", "rus", "ukr"}) {
    const bool installed = listed && listed->out.find("\n" + language + "\n") != std::string::npos;
    if (installed || language == "eng") languages += (languages.empty() ? "" : "+") + language;
  }
  return languages;
}

void read_printed_text(const Grey& picture, model::Document& document) {
  if (picture.width < 20 || picture.height < 20) return;
  const OriginalFile file(to_pgm(picture), ".pgm");
  static const std::string languages = installed_languages();
  const auto run = base::run_process(
      {"env", "OMP_THREAD_LIMIT=1", "tesseract", file.path(), "-", "-l", languages, "--psm", "11", "tsv"},
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
  for (const PrintedLine& line : in_reading_order(parse_tesseract(text::repair_utf8(run->out, broken)))) {
    model::Part part;
    part.kind = model::PartKind::kImageRegion;
    append_part(document, line.text, part, "\n");
  }
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
  const auto zone = find_zone(*picture);
  if (zone) add_zone(*zone, document);
  if (source.ocr) {
    const int shrink = shrink_to(picture->width, kWidestForOcr);
    read_printed_text(cut_rows(*picture, 0, zone ? zone->top : picture->height, shrink), document);
  }
  if (document.parts.empty()) {
    refuse(document, "no machine-readable zone and no printed text found", "",
           "take the picture again: flat, sharp, upright, at 300 dots an inch");
  }
}

}  // namespace muster::readers
