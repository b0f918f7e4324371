#include "readers/machine_zone.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "readers/glyph_lines.hpp"
#include "readers/sign_match.hpp"
#include "readers/zone_format.hpp"

namespace muster::readers {
namespace {

constexpr double kLeastLikeness = 0.6;
constexpr float kGood = 0.8F;
// Two signs that fit a cell within this look alike: what the cell may hold decides.
constexpr float kClose = 0.10F;
// Nearer still: a check digit may decide.
constexpr float kVeryClose = 0.05F;

bool may_follow(const GlyphLine& upper, const GlyphLine& lower) {
  const double x = upper.first_middle + 20 * upper.pitch;
  const double apart = (lower.baseline + lower.slope * x) - (upper.baseline + upper.slope * x);
  return std::abs(upper.pitch / lower.pitch - 1) < 0.03 && apart > 1.1 * upper.pitch &&
         apart < 4.5 * upper.pitch && std::abs(upper.first_middle - lower.first_middle) < 4.5 * upper.pitch;
}

struct Reading {
  const ZoneFormat* format = nullptr;
  std::vector<GlyphLine> lines;
  std::vector<SignScores> cells;  // of all lines
  double likeness = 0;
};

double likeness_of(const std::vector<SignScores>& cells) {
  double sum = 0;
  for (const SignScores& scores : cells) sum += best_of(scores);
  return cells.empty() ? 0 : sum / static_cast<double>(cells.size());
}

// The window of `width` cells that fits best: a shape missing at the edge or one too many moves it.
std::vector<SignScores> best_window(const Grey& picture, const GlyphLine& line, int width) {
  const int slack = std::abs(line.cells - width) + 1;
  const int first = std::min(0, line.cells - width) - 1;
  const auto all = match_signs(picture, line, first, width + slack + 1);
  std::size_t best = 0;
  double most = -1;
  for (std::size_t start = 0; start + static_cast<std::size_t>(width) <= all.size(); ++start) {
    double sum = 0;
    for (std::size_t i = start; i < start + static_cast<std::size_t>(width); ++i) sum += best_of(all[i]);
    if (sum > most) best = start;
    most = std::max(most, sum);
  }
  const auto begin = all.begin() + static_cast<std::ptrdiff_t>(best);
  return {begin, begin + width};
}

// Lines of one picture, tried one below the other as the zones of each format; each line is matched once a
// width.
class ZoneSearch {
 public:
  ZoneSearch(const Grey& picture, std::vector<GlyphLine> lines)
      : picture_(picture), lines_(std::move(lines)) {}

  std::vector<Reading> readings(const ZoneFormat& format) {
    std::vector<Reading> found;
    for (const Stack& stack : stacks_of(format)) {
      Reading reading{&format, {}, {}, 0};
      for (const std::size_t line : stack) {
        const auto& cells = window(line, format.width);
        reading.cells.insert(reading.cells.end(), cells.begin(), cells.end());
        reading.lines.push_back(lines_[line]);
      }
      reading.likeness = likeness_of(reading.cells);
      found.push_back(std::move(reading));
    }
    return found;
  }

 private:
  using Stack = std::vector<std::size_t>;  // lines of one pitch and left edge, from the top

  [[nodiscard]] std::vector<Stack> stacks_of(const ZoneFormat& format) const {
    std::vector<std::size_t> fitting;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (std::abs(lines_[i].cells - format.width) <= 3) fitting.push_back(i);
    }
    std::vector<Stack> stacks;
    for (const std::size_t line : fitting) stacks.push_back({line});
    for (int level = 1; level < format.lines; ++level) {
      std::vector<Stack> higher;
      for (const Stack& stack : stacks) {
        for (const std::size_t line : fitting) {
          if (!may_follow(lines_[stack.back()], lines_[line])) continue;
          higher.push_back(stack);
          higher.back().push_back(line);
        }
      }
      stacks = std::move(higher);
    }
    return stacks;
  }

  const std::vector<SignScores>& window(std::size_t line, int width) {
    auto& cells = windows_[{line, width}];
    if (cells.empty()) cells = best_window(picture_, lines_[line], width);
    return cells;
  }

  const Grey& picture_;
  std::vector<GlyphLine> lines_;
  std::map<std::pair<std::size_t, int>, std::vector<SignScores>> windows_;
};

std::size_t best_sign(const SignScores& scores) {
  return static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin());
}

// The best sign, or the best that the cell may hold where that is nearly as good.
char settle(const SignScores& scores, char cell_class) {
  const std::size_t best = best_sign(scores);
  std::size_t allowed = best;
  float most = -1;
  for (std::size_t sign = 0; sign < scores.size(); ++sign) {
    if (!may_hold(cell_class, kSigns[sign]) || scores[sign] <= most) continue;
    allowed = sign;
    most = scores[sign];
  }
  return kSigns[scores[best] - most <= kClose ? allowed : best];
}

struct Change {
  std::size_t cell = 0;
  char sign = 0;
};

// Every single change of a very close sign that makes this check hold.
std::vector<Change> changes_for(const ZoneCheck& check, const Reading& reading, std::string& signs) {
  std::vector<Change> changes;
  std::vector<std::size_t> cells = check.cells;
  cells.push_back(check.digit);
  for (const std::size_t cell : cells) {
    const char now = signs[cell];
    const float score = reading.cells[cell][kSigns.find(now)];
    for (std::size_t sign = 0; sign < kSigns.size(); ++sign) {
      if (kSigns[sign] == now || score - reading.cells[cell][sign] > kVeryClose ||
          !may_hold(reading.format->classes[cell], kSigns[sign]))
        continue;
      signs[cell] = kSigns[sign];
      if (check_holds(check, signs)) changes.push_back({cell, kSigns[sign]});
    }
    signs[cell] = now;
  }
  return changes;
}

// Of several changes that mend one check, those that mend most of the others too: the composite digit covers
// nearly every cell.
void keep_best(std::vector<Change>& changes, const Reading& reading, std::string& signs) {
  std::vector<Change> best;
  std::ptrdiff_t most = 0;
  for (const Change& change : changes) {
    const char now = std::exchange(signs[change.cell], change.sign);
    const std::ptrdiff_t holding = std::ranges::count_if(
        reading.format->checks, [&](const ZoneCheck& c) { return check_holds(c, signs); });
    signs[change.cell] = now;
    if (holding > most) best.clear();
    most = std::max(most, holding);
    if (holding == most) best.push_back(change);
  }
  changes = std::move(best);
}

std::string settle_all(const Reading& reading) {
  std::string signs;
  for (std::size_t i = 0; i < reading.cells.size(); ++i)
    signs += settle(reading.cells[i], reading.format->classes[i]);
  for (const ZoneCheck& check : reading.format->checks) {
    if (check_holds(check, signs)) continue;
    auto changes = changes_for(check, reading, signs);
    if (changes.size() > 1) keep_best(changes, reading, signs);
    if (changes.size() == 1) signs[changes[0].cell] = changes[0].sign;
  }
  return signs;
}

int count_unsure(const Reading& reading, const std::string& signs) {
  int unsure = 0;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    const float score = reading.cells[i][kSigns.find(signs[i])];
    const bool rival = std::ranges::any_of(
        reading.cells[i], [&](float other) { return other != score && score - other < 0.01F; });
    unsure += rival || score < 0.5F ? 1 : 0;
  }
  return unsure;
}

MachineZone finish(const Reading& reading, const Grey& picture) {
  MachineZone zone;
  const std::string signs = settle_all(reading);
  const auto width = static_cast<std::size_t>(reading.format->width);
  for (std::size_t at = 0; at < signs.size(); at += width) zone.lines.push_back(signs.substr(at, width));
  zone.likeness = reading.likeness;
  zone.unsure = count_unsure(reading, signs);
  zone.top = picture.height;
  for (const GlyphLine& line : reading.lines) {
    const double left = line.baseline + line.slope * line.first_middle;
    const double right = line.baseline + line.slope * (line.first_middle + line.pitch * line.cells);
    zone.top = std::min(zone.top, static_cast<int>(std::min(left, right) - 1.4 * line.pitch));
    zone.bottom = std::max(zone.bottom, static_cast<int>(std::max(left, right) + 0.4 * line.pitch));
  }
  zone.top = std::clamp(zone.top, 0, picture.height);
  zone.bottom = std::clamp(zone.bottom, zone.top, picture.height);
  return zone;
}

// Typewritten text can stand in lines of 44 signs too: a zone has the right letter first, and hardly a cell
// that holds what it may not. Visas and passports share a size; the first sign tells them apart.
bool looks_like_zone(const Reading& reading) {
  if (reading.cells.empty()) return false;
  const char first = kSigns[best_sign(reading.cells[0])];
  const bool visa_format = reading.format->name.starts_with("MRV");
  if (std::string_view("ACIPV").find(first) == std::string_view::npos || visa_format != (first == 'V'))
    return false;
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < reading.cells.size(); ++i) {
    const char cell_class = reading.format->classes[i];
    wrong += !may_hold(cell_class, settle(reading.cells[i], cell_class));
  }
  return wrong * 10 < reading.cells.size();
}

}  // namespace

std::optional<MachineZone> read_machine_zone(const Grey& picture) {
  Reading best;
  for (const double darkness : {0.8, 0.65, 0.9}) {
    ZoneSearch search(picture, find_glyph_lines(picture, darkness));
    for (const ZoneFormat& format : zone_formats()) {
      for (Reading& reading : search.readings(format)) {
        if (reading.likeness > best.likeness && looks_like_zone(reading)) best = std::move(reading);
      }
    }
    if (best.likeness > kGood) break;
  }
  if (best.likeness < kLeastLikeness) return std::nullopt;
  return finish(best, picture);
}

}  // namespace muster::readers
