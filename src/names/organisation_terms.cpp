#include "names/organisation_terms.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"

MUSTER_EMBEDDED(names_legal_forms_tsv)
MUSTER_EMBEDDED(names_organisation_words_tsv)
MUSTER_EMBEDDED(names_place_words_tsv)
MUSTER_EMBEDDED(names_number_words_tsv)
MUSTER_EMBEDDED(names_organisation_counts_tsv)

namespace muster::names {
namespace {

constexpr float kLeastBits = 2;
constexpr float kMostBits = 12;

// The first eight bytes as a number in the order of the keys: nearly every search is done on these alone.
std::uint64_t opening_of(std::string_view key) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < 8; ++i)
    out = (out << 8) | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
  return out;
}

struct Entry {
  std::uint64_t opening;
  std::string_view key;
  Term term;
};

// Sorted by key; of two entries with one key, the first in the order of the tables.
class Terms {
 public:
  Terms() {
    read_legal_forms();
    read_words();
    read_places();
    read_numbers();
    std::ranges::stable_sort(entries_, {}, &Entry::key);
    const auto repeats = std::ranges::unique(entries_, {}, &Entry::key);
    entries_.erase(repeats.begin(), repeats.end());
  }

  TermLookup look_up(std::string_view key) const {
    const std::uint64_t opening = opening_of(key);
    auto at = std::ranges::lower_bound(entries_, opening, {}, &Entry::opening);
    const auto end = entries_.end();
    while (at != end && at->opening == opening && at->key < key) ++at;
    TermLookup out;
    if (at != end && at->key == key) out.term = &(at++)->term;
    out.opens_longer = at != end && at->key.starts_with(key);
    return out;
  }

  std::span<const std::string_view> spellings(std::uint16_t id) const {
    return id < spellings_.size() ? spellings_[id] : std::span<const std::string_view>();
  }

  std::string_view meaning(std::uint16_t id) const {
    return id < meanings_.size() ? meanings_[id] : std::string_view();
  }

 private:
  std::uint16_t meaning_id(std::string_view name) {
    const auto found = std::ranges::find(meanings_, name);
    if (found != meanings_.end()) return static_cast<std::uint16_t>(found - meanings_.begin());
    return new_meaning(name);
  }

  std::uint16_t new_meaning(std::string_view name) {
    meanings_.push_back(name);
    return static_cast<std::uint16_t>(meanings_.size() - 1);
  }

  void add(std::string_view spellings, char separator, const Term& term) {
    for (const std::string_view spelling : base::cells_of(spellings, separator)) {
      if (spelling.size() <= 1) continue;
      entries_.push_back({opening_of(spelling), spelling, term});
      if (term.kind == TermKind::kLegalForm || term.meaning == 0) continue;
      if (spellings_.size() <= term.meaning) spellings_.resize(term.meaning + std::size_t{1});
      spellings_[term.meaning].push_back(spelling);
    }
  }

  void read_legal_forms() {
    base::for_each_row(MUSTER_BYTES(names_legal_forms_tsv), [&](const std::vector<std::string_view>& cells) {
      add(cells[3], '|', {TermKind::kLegalForm, cells[1] == "strong", meaning_id(cells[0]), -1});
    });
  }

  void read_words() {
    base::for_each_row(
        MUSTER_BYTES(names_organisation_words_tsv), [&](const std::vector<std::string_view>& cells) {
          const bool loose = cells.size() > 3 && cells[3] == "loose";
          add(cells[2], '|', {TermKind::kWord, cells[1] == "strong", new_meaning(cells[0]), -1, loose});
        });
  }

  void read_places() {
    base::for_each_row(MUSTER_BYTES(names_place_words_tsv), [&](const std::vector<std::string_view>& cells) {
      const bool part_of_world = cells[0].starts_with("x-");
      add(cells[1], '|',
          {part_of_world ? TermKind::kWord : TermKind::kPlace, false, new_meaning(cells[0]), -1,
           part_of_world});
    });
  }

  void read_numbers() {
    base::for_each_row(MUSTER_BYTES(names_number_words_tsv), [&](const std::vector<std::string_view>& cells) {
      const auto number = static_cast<std::int32_t>(base::number_in(cells[0]));
      add(cells[1], ' ', {TermKind::kNumber, false, 0, number});
    });
  }

  std::vector<std::string_view> meanings_{""};
  std::vector<Entry> entries_;
  std::vector<std::vector<std::string_view>> spellings_;  // by meaning
};

const Terms& terms() {
  static const Terms made;
  return made;
}

}  // namespace

TermLookup look_up_term(std::string_view key) {
  return terms().look_up(key);
}

std::span<const std::string_view> spellings_of(std::uint16_t meaning) {
  return terms().spellings(meaning);
}

std::string_view meaning_name(std::uint16_t meaning) {
  return terms().meaning(meaning);
}

float organisation_bits(std::string_view reading) {
  static const auto table = [] {
    std::unordered_map<std::string_view, float> bits;
    float all = 1;
    base::for_each_row(MUSTER_BYTES(names_organisation_counts_tsv),
                       [&](const std::vector<std::string_view>& cells) {
                         const auto count = static_cast<float>(base::number_in(cells[1]));
                         if (cells[0] == "!organisations") all = count;
                         bits[cells[0]] = std::clamp(std::log2(all / count), kLeastBits, kMostBits);
                       });
    return bits;
  }();
  const auto found = table.find(reading);
  return found == table.end() ? kMostBits : found->second;
}

}  // namespace muster::names
