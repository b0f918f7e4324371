// Learns data/names/transliteration_*.tsv from pairs of words.
//
//   train_transliteration SCRIPT DISCOUNT LETTERS PAIRS.tsv WORDS.tsv FEWEST > transliteration_SCRIPT.tsv
//
// WORDS.tsv gets the pairs seen FEWEST times or more that the model finds likely: signs TAB spellings.
// PAIRS.tsv: a word in Latin letters TAB the word in the script's signs (spaces between them do not count)
// TAB how often the pair was seen (1 where absent). SCRIPT: arabic, chinese, hebrew, katakana, korean or
// russian. LETTERS: the longest piece in Latin letters. DISCOUNT: how much of its expected count a piece
// longer than two loses in each round, which keeps rare long pieces from being learned by heart.
//
// The model and its sources: src/names/transliteration.hpp. tools/make_transliterations.sh holds the
// recipes of the tables that ship.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/table_lines.hpp"
#include "names/chinese_tables.hpp"
#include "names/native_letters.hpp"
#include "names/romanise.hpp"
#include "names/transliteration_table.hpp"
#include "text/utf8.hpp"

namespace {

using namespace muster;

constexpr int kRounds = 6;
constexpr int kRoundsBeforeOutliers = 3;
constexpr double kOutlier = -4.6;  // log2 of a pair's probability for each sign and letter
constexpr std::size_t kLongestNative = 2;
constexpr double kMostSlant = 0.35;  // how far apart in their words the ends of a first guess may be
constexpr double kFewestTogether = 2.5;
constexpr double kShortPieces = 0.3;  // first guess: each sign or letter more makes a piece this much rarer
constexpr double kLikely = -3.4;      // as kOutlier, for a word that is known to be spelled so
constexpr double kUnseen = 0.3;       // the count of a Hanzi that stands in no pair

struct Options {
  text::Script script = text::Script::kNone;
  double discount = 1;
  std::size_t letters = 3;
};

struct Pair {
  std::u32string signs;  // with ^ and $
  std::string letters;
  double seen = 1;
};

text::Script script_named(std::string_view name) {
  const std::map<std::string_view, text::Script> scripts{
      {"arabic", text::Script::kArabic}, {"chinese", text::Script::kHan},
      {"hebrew", text::Script::kHebrew}, {"katakana", text::Script::kKana},
      {"korean", text::Script::kHangul}, {"russian", text::Script::kCyrillic}};
  const auto found = scripts.find(name);
  return found == scripts.end() ? text::Script::kNone : found->second;
}

std::vector<Pair> read_pairs(const std::string& file, text::Script script) {
  std::vector<Pair> out;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const auto cells = base::cells_of(line);
    if (cells.size() < 2 || line[0] == '#') continue;
    std::u32string signs;
    for (const char32_t c : text::to_utf32(cells[1])) {
      if (c != U' ') signs += c;
    }
    const auto latin =
        names::romanise_word(text::to_utf32(text::lower(cells[0])), text::Script::kLatin, false);
    signs = names::native_letters(signs, script);
    if (latin.empty() || signs.empty() || latin[0].size() > 40 || signs.size() > 40) continue;
    const double seen = cells.size() > 2 ? std::max(base::number_in(cells[2]), 1.0) : 1;
    out.push_back({U"^" + signs + U"$", "^" + latin[0] + "$", seen});
  }
  return out;
}

// Pieces of signs as numbers; a Hanzi is also the piece of its syllable, with P(sign | syllable).
class Pieces {
 public:
  std::uint32_t number(const std::u32string& signs) {
    const auto [found, added] = numbers_.try_emplace(signs, static_cast<std::uint32_t>(names_.size()));
    if (added) names_.push_back(text::to_utf8(signs));
    return found->second;
  }
  const std::string& name(std::uint32_t number) const { return names_[number]; }
  std::size_t length(std::uint32_t number) const {
    return names_[number].starts_with('{') ? 1 : text::to_utf32(names_[number]).size();
  }

  void count_syllables(const std::vector<Pair>& pairs) {
    std::unordered_map<char32_t, double> signs;
    std::unordered_map<std::string, double> syllables;
    for (const Pair& pair : pairs) {
      for (const char32_t c : pair.signs) signs[c] += 1;
    }
    for (auto& [sign, count] : signs) {
      const std::string syllable = syllable_named(sign);
      if (!syllable.empty()) syllables[syllable] += count += kUnseen;
    }
    for (const auto& [sign, count] : signs) {
      const std::string syllable = syllable_named(sign);
      if (syllable.empty()) continue;
      const auto [found, added] = numbers_.try_emplace(text::to_utf32("{" + syllable + "}"),
                                                       static_cast<std::uint32_t>(names_.size()));
      if (added) names_.push_back("{" + syllable + "}");
      syllable_of_[sign] = {found->second, count / syllables[syllable]};
    }
  }
  struct Membership {
    std::uint32_t piece = 0;
    double share = 0;  // 0: none
  };
  Membership syllable_of(char32_t sign) const {
    const auto found = syllable_of_.find(sign);
    return found == syllable_of_.end() ? Membership{} : found->second;
  }

 private:
  static std::string syllable_named(char32_t sign) {
    const auto readings = names::chinese_tables().hanzi_readings(sign);
    return readings.empty() ? "" : std::string(names::chinese_tables().pinyin(readings[0]));
  }
  std::unordered_map<std::u32string, std::uint32_t> numbers_;
  std::vector<std::string> names_;
  std::unordered_map<char32_t, Membership> syllable_of_;
};

struct Cell {
  double probability = 0;
  double count = 0;
};

class Trainer {
 public:
  Trainer(Options options, std::vector<Pair> pairs) : options_(options), pairs_(std::move(pairs)) {
    if (options_.script == text::Script::kHan) pieces_.count_syllables(pairs_);
    guess();
  }

  void round(bool drop_outliers) {
    double all = 0;
    std::size_t dropped = 0;
    for (const Pair& pair : pairs_) {
      const double total = forward(pair);
      const double each = std::log2(total) / static_cast<double>(pair.signs.size() + pair.letters.size());
      if (!(total > 0) || (drop_outliers && each < kOutlier)) {
        ++dropped;
        continue;
      }
      all += std::log2(total);
      backward(pair, total);
    }
    maximise();
    fmt::print(stderr, "{:.3f} bits a pair, {} of {} pairs left out, {} pieces\n",
               -all / static_cast<double>(pairs_.size() - dropped), dropped, pairs_.size(), cells_.size());
  }

  void write() const {
    std::map<std::string, std::vector<std::pair<double, std::string>>> rows;
    for (const auto& [key, cell] : cells_) {
      const auto number = static_cast<std::uint32_t>(key >> 32);
      if (cell.probability > 0)
        rows[pieces_.name(number)].emplace_back(-std::log2(cell.probability), letters_.at(key & 0xFFFFFFFF));
    }
    for (auto& [name, ways] : rows) {
      std::ranges::sort(ways);
      std::string line = name.empty() ? "-" : name;
      char separator = '\t';
      for (const auto& [bits, letters] : ways) {
        line += fmt::format("{}{}:{:.1f}", separator, letters.empty() ? "-" : letters, bits);
        separator = ' ';
      }
      const std::u32string sign = text::to_utf32(name);
      const auto member = sign.size() == 1 ? pieces_.syllable_of(sign[0]) : Pieces::Membership{};
      if (member.share > 0)
        line += fmt::format(" {}:{:.1f}", pieces_.name(member.piece), -std::log2(member.share));
      std::cout << line << '\n';
    }
  }

  // Pairs seen often, the most frequent spelling of a word first.
  void write_words(const std::string& file, double fewest) {
    std::map<std::u32string, std::vector<std::pair<double, std::string>>> rows;
    for (const Pair& pair : pairs_) {
      const double each =
          std::log2(forward(pair)) / static_cast<double>(pair.signs.size() + pair.letters.size());
      if (pair.seen >= fewest && each > kLikely)
        rows[pair.signs.substr(1, pair.signs.size() - 2)].emplace_back(
            -pair.seen, pair.letters.substr(1, pair.letters.size() - 2));
    }
    std::ofstream out(file);
    for (auto& [signs, spellings] : rows) {
      std::ranges::sort(spellings);
      out << text::to_utf8(signs);
      for (std::size_t i = 0; i < std::min<std::size_t>(spellings.size(), 6); ++i)
        out << (i == 0 ? '\t' : ' ') << spellings[i].second;
      out << '\n';
    }
  }

 private:
  // Calls visit(i, a, j, b, piece, share) for every joint piece of the pair; marks answer marks.
  template <class Visit>
  void for_each_piece(const Pair& pair, Visit visit) {
    const std::size_t n = pair.signs.size();
    const std::size_t m = pair.letters.size();
    for (std::size_t i = 0; i <= n; ++i) {
      for (std::size_t a = 0; a <= kLongestNative && i + a <= n; ++a) {
        const std::uint32_t piece = pieces_.number(pair.signs.substr(i, a));
        const auto member = a == 1 ? pieces_.syllable_of(pair.signs[i]) : Pieces::Membership{};
        for (std::size_t j = 0; j <= m; ++j) {
          for (std::size_t b = a == 0 ? 1 : 0; b <= (a == 0 ? 1 : options_.letters) && j + b <= m; ++b) {
            const bool begins = (i == 0 && a > 0) == (j == 0 && b > 0);
            const bool ends = (i + a == n && a > 0) == (j + b == m && b > 0);
            if (!begins || !ends) continue;
            visit(i, a, j, b, piece, 1.0);
            if (member.share > 0) visit(i, a, j, b, member.piece, member.share);
          }
        }
      }
    }
  }

  std::uint64_t key_of(const Pair& pair, std::size_t j, std::size_t b, std::uint32_t piece) {
    const std::uint32_t packed = names::pack_letters(std::string_view(pair.letters).substr(j, b));
    letters_.try_emplace(packed, pair.letters.substr(j, b));
    return std::uint64_t{piece} << 32 | packed;
  }

  // A first guess: pieces as often as they stand at about the same place of their words.
  void guess() {
    for (const Pair& pair : pairs_) {
      const auto n = static_cast<double>(pair.signs.size());
      const auto m = static_cast<double>(pair.letters.size());
      for_each_piece(
          pair, [&](std::size_t i, std::size_t, std::size_t j, std::size_t b, std::uint32_t piece, double) {
            if (std::abs(static_cast<double>(i) / n - static_cast<double>(j) / m) <= kMostSlant)
              cells_[key_of(pair, j, b, piece)].count += 1;
          });
    }
    std::erase_if(cells_, [](const auto& cell) { return cell.second.count < kFewestTogether; });
    double all = 0;
    for (const auto& [key, cell] : cells_) all += cell.count;
    for (auto& [key, cell] : cells_) {
      cell.probability = cell.count / all * std::pow(kShortPieces, length(key) - 1);
      cell.count = 0;
    }
  }

  double length(std::uint64_t key) const {
    return static_cast<double>(pieces_.length(static_cast<std::uint32_t>(key >> 32)) +
                               letters_.at(static_cast<std::uint32_t>(key & 0xFFFFFFFF)).size());
  }

  double& at(std::vector<double>& sums, const Pair& pair, std::size_t i, std::size_t j) const {
    return sums[i * (pair.letters.size() + 1) + j];
  }

  struct Step {
    std::uint32_t from, to;
    double share;
    Cell* cell;
  };

  double forward(const Pair& pair) {
    const std::size_t width = pair.letters.size() + 1;
    steps_.clear();
    for_each_piece(pair, [&](std::size_t i, std::size_t a, std::size_t j, std::size_t b, std::uint32_t piece,
                             double share) {
      const auto found = cells_.find(key_of(pair, j, b, piece));
      if (found == cells_.end() || found->second.probability == 0) return;
      steps_.push_back({static_cast<std::uint32_t>(i * width + j),
                        static_cast<std::uint32_t>((i + a) * width + j + b), share, &found->second});
    });
    std::ranges::sort(steps_, {}, &Step::from);  // every step goes on to a later cell
    forward_.assign((pair.signs.size() + 1) * width, 0);
    forward_[0] = 1;
    for (const Step& s : steps_) forward_[s.to] += forward_[s.from] * s.share * s.cell->probability;
    return forward_.back();
  }

  void backward(const Pair& pair, double total) {
    backward_.assign(forward_.size(), 0);
    backward_.back() = 1;
    for (auto s = steps_.rbegin(); s != steps_.rend(); ++s) {
      const double here = s->share * s->cell->probability * backward_[s->to];
      backward_[s->from] += here;
      s->cell->count += (1 + std::log(pair.seen)) * forward_[s->from] * here / total;
    }
  }

  void maximise() {
    double all = 0;
    for (auto& [key, cell] : cells_) {
      const double extra = length(key) > 2 ? length(key) - 2 : 0.1;
      cell.count = std::max(cell.count - options_.discount * extra, 0.0);
      all += cell.count;
    }
    for (auto& [key, cell] : cells_) {
      cell.probability = cell.count / all;
      cell.count = 0;
    }
    std::erase_if(cells_, [](const auto& cell) { return cell.second.probability == 0; });
  }

  Options options_;
  std::vector<Pair> pairs_;
  Pieces pieces_;
  std::unordered_map<std::uint64_t, Cell> cells_;
  std::unordered_map<std::uint32_t, std::string> letters_;
  std::vector<Step> steps_;
  std::vector<double> forward_;
  std::vector<double> backward_;
};

}  // namespace

int main(int count, char** words) {
  if (count != 7) {
    fmt::print(stderr, "usage: train_transliteration SCRIPT DISCOUNT LETTERS PAIRS.tsv WORDS.tsv FEWEST\n");
    return 2;
  }
  const Options options{script_named(words[1]), base::number_in(words[2]),
                        static_cast<std::size_t>(base::number_in(words[3]))};
  auto pairs = read_pairs(words[4], options.script);
  if (options.script == text::Script::kNone || pairs.empty()) {
    fmt::print(stderr, "no such script, or no pairs in {}\n", words[4]);
    return 2;
  }
  Trainer trainer(options, std::move(pairs));
  for (int round = 0; round < kRounds; ++round) trainer.round(round >= kRoundsBeforeOutliers);
  trainer.write();
  trainer.write_words(words[5], base::number_in(words[6]));
}
