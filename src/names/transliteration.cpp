#include "names/transliteration.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "base/embedded.hpp"
#include "names/chinese_tables.hpp"
#include "names/native_letters.hpp"
#include "names/transliteration_table.hpp"

MUSTER_EMBEDDED(names_transliteration_arabic_tsv)
MUSTER_EMBEDDED(names_transliteration_chinese_tsv)
MUSTER_EMBEDDED(names_transliteration_hebrew_tsv)
MUSTER_EMBEDDED(names_transliteration_katakana_tsv)
MUSTER_EMBEDDED(names_transliteration_korean_tsv)
MUSTER_EMBEDDED(names_transliteration_russian_tsv)

namespace muster::names {
namespace {

using Piece = NativeWord::Piece;

constexpr std::size_t kLongestNative = Transliteration::kLongestNative;
constexpr std::size_t kLongestLatin = Transliteration::kLongestLatin;
// What training never saw still has some chance: a sign that nothing answers, a letter that nothing answers.
constexpr float kSignAlone = 1e-6F;
constexpr float kLetterAlone = 1e-5F;
constexpr std::uint32_t kNoLetters = 1;  // packed
constexpr float kUnseenSign = 1e-3F;     // P(sign | syllable) of a Hanzi that training never saw
constexpr double kBitsOfGoodCut = 1.0;   // a letter, in most_bits

// The letters of a word between its marks, packed, for every start and length.
class PackedLetters {
 public:
  explicit PackedLetters(std::string_view latin) {
    std::array<char, Transliteration::kMostLetters + 2> marked{};
    marked[size_++] = '^';
    for (const char c : latin.substr(0, Transliteration::kMostLetters)) {
      if (c >= 'a' && c <= 'z') marked[size_++] = c;
    }
    marked[size_++] = '$';
    for (std::size_t at = 0; at <= size_; ++at) {
      std::uint32_t packed = 1;
      for (std::size_t length = 0; length <= kLongestLatin && at + length <= size_; ++length) {
        if (length > 0) packed = packed << 5 | pack_letters({&marked[at + length - 1], 1}) % 32;
        packed_[at][length] = packed;
        bits_[at][length] = bit_of(packed);
      }
    }
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint32_t at(std::size_t from, std::size_t length) const { return packed_[from][length]; }
  [[nodiscard]] LettersBit bit(std::size_t from, std::size_t length) const { return bits_[from][length]; }
  // Do the letters hold the mark of the end?
  [[nodiscard]] bool ends(std::size_t from, std::size_t length) const {
    return from + length == size_ && length > 0;
  }

 private:
  std::size_t size_ = 0;
  std::array<std::array<std::uint32_t, kLongestLatin + 1>, Transliteration::kMostLetters + 3> packed_;
  std::array<std::array<LettersBit, kLongestLatin + 1>, Transliteration::kMostLetters + 3> bits_;
};

float joint_of(const TransliterationTable& table, const Piece& piece, std::uint32_t letters) {
  float out = piece.piece == 0 ? 0 : table.joint(piece.piece, letters);
  if (piece.sound != 0) out += piece.share * table.joint(piece.sound, letters);
  return out;
}

// The same by way of the filters.
float joint_of(const TransliterationTable& table, const Piece& piece, const PackedLetters& letters,
               std::size_t from, std::size_t length) {
  const LettersBit bit = letters.bit(from, length);
  float out = 0;
  if (piece.piece != 0 && table.may_join(piece.piece, bit))
    out = table.joint(piece.piece, letters.at(from, length));
  if (piece.sound != 0 && table.may_join(piece.sound, bit))
    out += piece.share * table.joint(piece.sound, letters.at(from, length));
  return out;
}

float marginal_of(const TransliterationTable& table, const Piece& piece) {
  float out = piece.piece == 0 ? 0 : table.signs(piece.piece);
  if (piece.sound != 0) out += piece.share * table.signs(piece.sound);
  return out;
}

// log2 P(letters): the sum over all cuts by what each piece of letters weighs with all signs together.
double latin_marginal(const TransliterationTable& table, const PackedLetters& letters) {
  std::array<double, Transliteration::kMostLetters + 3> sum{};
  sum[0] = 1;
  for (std::size_t j = 0; j < letters.size(); ++j) {
    for (std::size_t n = 1; n <= kLongestLatin && j + n <= letters.size(); ++n)
      sum[j + n] += sum[j] * std::max<double>(table.letters(letters.at(j, n)), n == 1 ? kLetterAlone : 0.0F);
  }
  return std::log2(sum[letters.size()]);
}

double native_marginal(const TransliterationTable& table, const NativeWord& word) {
  std::array<double, Transliteration::kMostSigns + 3> sum{};
  sum[0] = 1;
  for (std::size_t i = 0; i < word.positions; ++i) {
    for (std::size_t n = 1; n <= kLongestNative && i + n <= word.positions; ++n) {
      const double piece = marginal_of(table, word.pieces[i * kLongestNative + n - 1]);
      sum[i + n] += sum[i] * std::max<double>(piece, n == 1 ? kSignAlone : 0.0F);
    }
  }
  return std::log2(sum[word.positions]);
}

}  // namespace

Transliteration::Transliteration(std::string_view table, text::Script script)
    : table_(std::make_unique<TransliterationTable>(table)), script_(script) {}

Transliteration::~Transliteration() = default;

NativeWord Transliteration::encode(std::u32string_view word) const {
  std::u32string signs = U"^";
  signs += std::u32string_view(native_letters(word, script_)).substr(0, kMostSigns);
  signs += U'$';
  NativeWord out;
  out.positions = signs.size();
  out.pieces.resize(signs.size() * kLongestNative);
  for (std::size_t i = 0; i < signs.size(); ++i) {
    for (std::size_t n = 1; n <= kLongestNative && i + n <= signs.size(); ++n) {
      Piece& piece = out.pieces[i * kLongestNative + n - 1];
      piece.piece = table_->piece(std::u32string_view(signs).substr(i, n));
      if (n > 1 || script_ != text::Script::kHan) continue;
      if (piece.piece != 0) std::tie(piece.sound, piece.share) = table_->syllable_of(piece.piece);
      if (piece.sound != 0) continue;
      const auto readings = chinese_tables().hanzi_readings(signs[i]);
      if (readings.empty()) continue;
      piece.sound = table_->syllable(chinese_tables().pinyin(readings[0]));
      piece.share = kUnseenSign;
    }
  }
  out.marginal = native_marginal(*table_, out);
  return out;
}

double Transliteration::bits(const NativeWord& native, std::string_view latin) const {
  const PackedLetters letters(latin);
  const std::size_t width = letters.size() + 1;
  const std::uint32_t insertion = table_->piece(U"");
  // Rows of the sums over cuts, one a sign; a piece reaches kLongestNative rows on.
  std::array<std::array<double, kMostLetters + 3>, kLongestNative + 1> rows;
  for (auto& row : rows) std::fill_n(row.begin(), width, 0.0);
  rows[0][0] = 1;
  for (std::size_t i = 0; i <= native.positions; ++i) {
    auto& row = rows[i % rows.size()];
    for (std::size_t j = 0; j + 1 < width && i > 0 && i < native.positions; ++j) {
      if (row[j] == 0) continue;
      const float p = insertion == 0 || !table_->may_join(insertion, letters.bit(j, 1))
                          ? 0
                          : table_->joint(insertion, letters.at(j, 1));
      row[j + 1] += row[j] * std::max(p, letters.ends(j, 1) ? 0 : kLetterAlone);
    }
    for (std::size_t a = 1; a <= kLongestNative && i + a <= native.positions; ++a) {
      const Piece& piece = native.pieces[i * kLongestNative + a - 1];
      if (piece.piece == 0 && piece.sound == 0 && a > 1) continue;
      auto& target = rows[(i + a) % rows.size()];
      const bool inner = i > 0 && i + a < native.positions;
      for (std::size_t j = 0; j < width; ++j) {
        const double here = row[j];
        if (here == 0) continue;
        for (std::size_t b = 0; b <= kLongestLatin && j + b < width; ++b) {
          float p = joint_of(*table_, piece, letters, j, b);
          if (p == 0 && a == 1 && b == 0 && inner) p = kSignAlone;
          if (p > 0) target[j + b] += here * p;
        }
      }
    }
    if (i < native.positions) std::fill_n(row.begin(), width, 0.0);
  }
  const double joint = rows[native.positions % rows.size()][width - 1];
  if (!(joint > 0)) return kFloor;
  return std::max(std::log2(joint) - latin_marginal(*table_, letters) - native.marginal, kFloor);
}

double Transliteration::most_bits(const NativeWord& native) const {
  return std::max(-native.marginal - kBitsOfGoodCut * static_cast<double>(native.positions), 1.0);
}

std::vector<Rewrite> Transliteration::rewrites(const NativeWord& native, std::size_t at,
                                               std::size_t length) const {
  std::vector<Rewrite> out;
  const Piece piece =
      length == 0 ? Piece{table_->piece(U""), 0, 0} : native.pieces[at * kLongestNative + length - 1];
  for (const std::uint32_t id : {piece.piece, piece.sound}) {
    if (id == 0) continue;
    for (const auto& way : table_->ways(id)) {
      const float joint = length == 0 ? way.joint : joint_of(*table_, piece, way.packed);
      // What both pieces hold comes once.
      if (id == piece.sound && piece.piece != 0 && table_->joint(piece.piece, way.packed) > 0) continue;
      // Letters that were passed over are paid for in full: no marginal of Latin pieces holds them.
      const float given = way.packed == kNoLetters ? 1 : table_->letters(way.packed);
      out.push_back({way.letters, std::log2(given / joint), way.ends});
    }
  }
  return out;
}

namespace {

constexpr std::size_t kBeam = 12;
constexpr std::size_t kMostWays = 12;

// A spelling so far: the last letters and the spelling that they follow.
struct Spelled {
  float bits = 0;
  std::uint32_t letters = 0;  // how many
  std::uint64_t hash = 0;     // of the letters
  const Spelled* before = nullptr;
  std::string_view tail;

  [[nodiscard]] std::string whole() const {
    std::string out(letters, ' ');
    std::size_t end = letters;
    for (const Spelled* at = this; at != nullptr; at = at->before) {
      end -= at->tail.size();
      std::ranges::copy(at->tail, out.begin() + static_cast<std::ptrdiff_t>(end));
    }
    return out;
  }
};

std::uint64_t hash_on(std::uint64_t hash, std::string_view letters) {
  for (const char c : letters) {
    hash = (hash + static_cast<unsigned char>(c)) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 32;
  }
  return hash;
}

// The likeliest spellings so far, best first, none twice.
class Beam {
 public:
  // False: so many bits, or more, are too many.
  bool add(const Spelled* head, std::string_view tail, float bits) {
    const float total = head->bits + bits;
    if (size_ == kBeam && total >= best_[size_ - 1].bits) return false;
    const Spelled longer{total, head->letters + static_cast<std::uint32_t>(tail.size()),
                         hash_on(head->hash, tail), head, tail};
    std::size_t at = 0;
    while (at < size_ && (best_[at].hash != longer.hash || best_[at].letters != longer.letters)) ++at;
    if (at < size_ && best_[at].bits <= total) return true;
    if (at == size_ && size_ < kBeam) ++size_;
    if (at == size_) --at;
    for (; at > 0 && best_[at - 1].bits > total; --at) best_[at] = best_[at - 1];
    best_[at] = longer;
    return true;
  }
  void begin() { size_ = 1; }
  [[nodiscard]] std::span<const Spelled> all() const { return {best_.data(), size_}; }

 private:
  std::array<Spelled, kBeam> best_;
  std::size_t size_ = 0;
};

// Every spelling of `from` with every way, the likeliest first, as far as the beam takes them.
void extend(Beam& to, const Beam& from, std::span<const TransliterationTable::Way> ways) {
  for (const auto& way : ways.first(std::min(ways.size(), kMostWays))) {
    for (const Spelled& head : from.all()) {
      if (to.add(&head, way.letters, way.bits)) continue;
      if (&head == from.all().data()) return;
      break;
    }
  }
}

}  // namespace

std::vector<LatinReading> Transliteration::best(const NativeWord& native, std::size_t most) const {
  std::vector<Beam> beams(native.positions + 1);
  beams[0].begin();
  for (std::size_t i = 0; i < native.positions; ++i) {
    if (beams[i].all().empty()) continue;
    for (std::size_t a = 1; a <= kLongestNative && i + a <= native.positions; ++a) {
      const Piece& piece = native.pieces[i * kLongestNative + a - 1];
      const std::uint32_t id = piece.piece != 0 ? piece.piece : piece.sound;
      if (id == 0 && a == 1) {  // a sign that no pair held is passed over
        for (const Spelled& head : beams[i].all()) beams[i + a].add(&head, "", -std::log2(kSignAlone));
      }
      extend(beams[i + a], beams[i], table_->ways(id));
    }
  }
  std::vector<LatinReading> out;
  for (const Spelled& spelled : beams.back().all()) {
    if (out.size() < most) out.push_back({spelled.whole(), spelled.bits});
  }
  return out;
}

const Transliteration* transliteration_of(text::Script script) {
  using text::Script;
  switch (script) {
    case Script::kArabic: {
      static const Transliteration model(MUSTER_BYTES(names_transliteration_arabic_tsv), script);
      return &model;
    }
    case Script::kHan: {
      static const Transliteration model(MUSTER_BYTES(names_transliteration_chinese_tsv), script);
      return &model;
    }
    case Script::kHebrew: {
      static const Transliteration model(MUSTER_BYTES(names_transliteration_hebrew_tsv), script);
      return &model;
    }
    case Script::kKana: {
      static const Transliteration model(MUSTER_BYTES(names_transliteration_katakana_tsv), script);
      return &model;
    }
    case Script::kHangul: {
      static const Transliteration model(MUSTER_BYTES(names_transliteration_korean_tsv), script);
      return &model;
    }
    case Script::kCyrillic: {
      static const Transliteration model(MUSTER_BYTES(names_transliteration_russian_tsv), script);
      return &model;
    }
    default:
      return nullptr;
  }
}

}  // namespace muster::names
