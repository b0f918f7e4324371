#include "resolve/link_address.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"

MUSTER_EMBEDDED(resolve_address_words_tsv)

namespace muster::resolve {
namespace {

struct AddressWords {
  std::unordered_map<std::string_view, std::string_view> usual;
  std::unordered_set<std::string_view> plain;
};

AddressWords read_words() {
  AddressWords words;
  base::for_each_row(MUSTER_BYTES(resolve_address_words_tsv),
                     [&](const std::vector<std::string_view>& cells) {
                       std::string_view usual = cells[0];
                       if (usual.front() == '*') {
                         usual.remove_prefix(1);
                         words.plain.insert(usual);
                       }
                       words.usual.emplace(usual, usual);
                       for (const std::string_view form : base::cells_of(cells[1], ' '))
                         words.usual.emplace(form, usual);
                     });
  return words;
}

const AddressWords& address_words() {
  static const AddressWords kWords = read_words();
  return kWords;
}

bool has_digit(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

// Words that tell addresses apart, each once, numbers by themselves.
struct Telling {
  std::vector<std::string_view> words;
  std::vector<std::string_view> numbers;
};

Telling telling_words(std::string_view address) {
  Telling out;
  for (const std::string_view word : base::cells_of(address, ' ')) {
    if (word.empty() || address_words().plain.contains(word)) continue;
    auto& of_its_kind = has_digit(word) ? out.numbers : out.words;
    if (std::ranges::find(of_its_kind, word) == of_its_kind.end()) of_its_kind.push_back(word);
  }
  return out;
}

std::size_t shared(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  return static_cast<std::size_t>(
      std::ranges::count_if(a, [&](std::string_view word) { return std::ranges::find(b, word) != b.end(); }));
}

}  // namespace

std::string usual_address(std::string_view folded) {
  std::string out;
  for (const std::string_view word : base::cells_of(folded, ' ')) {
    if (word.empty()) continue;
    const auto known = address_words().usual.find(word);
    if (!out.empty()) out += ' ';
    out += known == address_words().usual.end() ? word : known->second;
  }
  return out;
}

AddressAgreement compare_addresses(std::string_view a, std::string_view b) {
  const Telling x = telling_words(a);
  const Telling y = telling_words(b);
  const std::size_t words = shared(x.words, y.words);
  if (2 * words < std::max<std::size_t>(1, std::min(x.words.size(), y.words.size())))
    return AddressAgreement::kNone;
  const bool number = shared(x.numbers, y.numbers) > 0;
  const bool whole = words == x.words.size() && words == y.words.size() &&
                     shared(x.numbers, y.numbers) == std::max(x.numbers.size(), y.numbers.size());
  if (number) return whole ? AddressAgreement::kSame : AddressAgreement::kNearly;
  const bool no_numbers = x.numbers.empty() || y.numbers.empty();
  const bool most = 2 * words >= std::max(x.words.size(), y.words.size());
  return no_numbers && !most ? AddressAgreement::kNone : AddressAgreement::kWords;
}

}  // namespace muster::resolve
