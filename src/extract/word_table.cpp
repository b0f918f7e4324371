#include "extract/word_table.hpp"

#include <algorithm>
#include <charconv>

#include "base/error.hpp"
#include "base/table_lines.hpp"

namespace muster::extract {
namespace {

std::uint64_t bit_of(char byte) {
  return std::uint64_t{1} << (static_cast<unsigned char>(byte) & 63U);
}

}  // namespace

WordTable::WordTable(std::string_view table, std::initializer_list<std::string_view> kinds) {
  while (!table.empty()) {
    std::string_view line = base::cut(table, '\n');
    if (line.empty() || line.front() == '#') continue;
    const std::string_view kind = base::cut(line, '\t');
    const auto known = std::ranges::find(kinds, kind);
    base::require(known != kinds.end(), "a word table holds a kind that its reader does not know");
    Entry entry;
    entry.kind = static_cast<std::uint8_t>(known - kinds.begin());
    entry.value = base::cut(line, '\t');
    std::from_chars(entry.value.data(), entry.value.data() + entry.value.size(), entry.number);
    while (!line.empty()) {
      if (const std::string_view form = base::cut(line, ' '); !form.empty()) add(form, entry);
    }
  }
}

void WordTable::add(std::string_view form, const Entry& entry) {
  const auto index = static_cast<std::int32_t>(entries_.size());
  entries_.push_back(entry);
  if (form.size() >= by_length_.size()) by_length_.resize(form.size() + 1);
  by_length_[form.size()].first |= bit_of(form.front());
  by_length_[form.size()].last |= bit_of(form.back());
  const auto [at, fresh] = heads_.try_emplace(form, index);
  if (fresh) return;
  std::int32_t last = at->second;
  while (entries_[static_cast<std::size_t>(last)].next >= 0)
    last = entries_[static_cast<std::size_t>(last)].next;
  entries_[static_cast<std::size_t>(last)].next = index;
}

std::int32_t WordTable::first(std::string_view word) const {
  if (word.empty() || word.size() >= by_length_.size()) return -1;
  const Ends& ends = by_length_[word.size()];
  if ((ends.first & bit_of(word.front())) == 0 || (ends.last & bit_of(word.back())) == 0) return -1;
  const auto found = heads_.find(word);
  return found == heads_.end() ? -1 : found->second;
}

const WordTable::Entry* WordTable::find(std::string_view word, std::uint8_t kind) const {
  return of_kind(first(word), kind);
}

std::vector<std::int32_t> WordTable::find_all(std::span<const std::string_view> words) const {
  std::vector<std::int32_t> found;
  found.reserve(words.size());
  for (const std::string_view word : words) found.push_back(first(word));
  return found;
}

const WordTable::Entry* WordTable::of_kind(std::int32_t entry, std::uint8_t kind) const {
  while (entry >= 0) {
    const Entry& here = entries_[static_cast<std::size_t>(entry)];
    if (here.kind == kind) return &here;
    entry = here.next;
  }
  return nullptr;
}

}  // namespace muster::extract
