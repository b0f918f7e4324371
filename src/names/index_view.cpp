#include "names/index_view.hpp"

#include <algorithm>
#include <cstring>
#include <tuple>

namespace muster::names {
namespace {

constexpr const char* kBuildAgain = "build the index again from its list";

template <class T>
std::span<const T> as_span(std::string_view bytes) {
  return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
}

// What is wrong with the header; nullptr for nothing.
const char* fault_of(const IndexHeader& header, std::string_view bytes) {
  if (header.byte_order != 0x01020304) return "is a name index of a machine with another byte order";
  if (header.checksum != checksum_of(header)) return "is a damaged name index: its header was changed";
  if (header.file_size != bytes.size())
    return "is a damaged name index: it has another length than when it was written";
  for (const Extent& extent : header.sections) {
    const bool inside = extent.offset % 8 == 0 && extent.offset >= sizeof header &&
                        extent.offset <= bytes.size() && extent.size <= bytes.size() - extent.offset;
    if (!inside) return "is a damaged name index: a section lies outside the file";
  }
  return nullptr;
}

bool sizes_fit(const IndexHeader& header) {
  const auto holds = [&](IndexSection section, std::uint64_t count, std::uint64_t size) {
    return header.sections[section].size == count * size;
  };
  return holds(kRecordOffsets, std::uint64_t{header.names} + 1, 4) &&
         holds(kRecordBases, (std::uint64_t{header.names} >> 16) + 1, 8) &&
         holds(kWords, std::uint64_t{header.words} + 1, sizeof(WordEntry)) &&
         holds(kPairs, header.pairs, sizeof(PairEntry)) && holds(kKeys, header.keys, sizeof(KeyEntry)) &&
         holds(kTrie, header.nodes, sizeof(TrieNode)) &&
         holds(kSpelled, header.spelled_nodes, sizeof(TrieNode)) &&
         holds(kNicknames, header.nicknames, sizeof(NicknameEntry)) &&
         holds(kIdOffsets, std::uint64_t{header.ids} + 1, 4) &&
         holds(kSources, header.sources, sizeof(SourceEntry)) && std::ranges::is_sorted(header.first_with) &&
         header.first_with.back() <= header.names;
}

// [from, to) of `text`, cut to what is there.
std::string_view piece(std::string_view text, std::uint64_t from, std::uint64_t to) {
  if (from > text.size() || to < from) return {};
  return text.substr(from, to - from);
}

}  // namespace

base::Result<IndexView> IndexView::over(std::string_view bytes, const std::string& where) {
  if (bytes.size() < kIndexMagic.size() || !bytes.starts_with(kIndexMagic))
    return base::fail("is no name index", where, "name a file that `muster lookup --index` has written");
  if (bytes.size() < sizeof(IndexHeader))
    return base::fail("is a name index that was cut off", where, kBuildAgain);
  base::require(reinterpret_cast<std::uintptr_t>(bytes.data()) % 8 == 0, "an index is aligned");
  IndexView view;
  view.bytes_ = bytes;
  view.header_ = reinterpret_cast<const IndexHeader*>(bytes.data());
  const IndexHeader& header = *view.header_;
  if (header.version != kIndexVersion)
    return base::fail("is a name index of another version of muster", where, kBuildAgain);
  if (const char* fault = fault_of(header, bytes)) return base::fail(fault, where, kBuildAgain);
  if (!sizes_fit(header))
    return base::fail("is a damaged name index: its sections and counts disagree", where, kBuildAgain);
  view.records_ = view.section(kRecords);
  view.record_offsets_ = as_span<std::uint32_t>(view.section(kRecordOffsets));
  view.record_bases_ = as_span<std::uint64_t>(view.section(kRecordBases));
  view.words_ = as_span<WordEntry>(view.section(kWords));
  view.word_text_ = view.section(kWordText);
  view.postings_ = view.section(kPostings);
  view.pairs_ = as_span<PairEntry>(view.section(kPairs));
  view.keys_ = as_span<KeyEntry>(view.section(kKeys));
  view.trie_ = as_span<TrieNode>(view.section(kTrie));
  view.sound_words_ = view.section(kSoundWords);
  view.spelled_ = as_span<TrieNode>(view.section(kSpelled));
  view.spelled_words_ = view.section(kSpelledWords);
  view.nicknames_ = as_span<NicknameEntry>(view.section(kNicknames));
  view.id_offsets_ = as_span<std::uint32_t>(view.section(kIdOffsets));
  view.id_text_ = view.section(kIdText);
  view.sources_ = as_span<SourceEntry>(view.section(kSources));
  return view;
}

std::string_view IndexView::section(IndexSection which) const {
  const Extent& extent = header_->sections[which];
  return bytes_.substr(extent.offset, extent.size);
}

IndexRecord IndexView::record(std::uint32_t name) const {
  IndexRecord out;
  if (name >= names()) return out;
  const std::uint64_t from = record_bases_[name >> 16] + record_offsets_[name];
  const std::uint64_t to = record_bases_[(name + 1) >> 16] + record_offsets_[name + 1];
  const std::string_view bytes = piece(records_, from, to);
  const char* end = bytes.data() + bytes.size();
  std::uint32_t count = 0;
  std::uint32_t word = 0;
  std::uint32_t gap = 0;
  const char* at = read_varint(bytes.data(), end, count);
  for (std::uint32_t i = 0; at != nullptr && i < count && i < kMostWords; ++i) {
    at = read_varint(at, end, gap);
    word += gap;
    if (at != nullptr && word < header_->words) out.words[out.count++] = word;
  }
  if (at != nullptr) at = read_varint(at, end, out.id);
  if (at != nullptr) out.text = {at, static_cast<std::size_t>(end - at)};
  return out;
}

void IndexView::fetch_place(std::uint32_t name) const {
  if (name < names()) __builtin_prefetch(&record_offsets_[name]);
}

void IndexView::fetch_record(std::uint32_t name) const {
  if (name >= names()) return;
  const std::uint64_t from = record_bases_[name >> 16] + record_offsets_[name];
  if (from < records_.size()) __builtin_prefetch(records_.data() + from);
}

std::string_view IndexView::id(std::uint32_t id) const {
  return id < header_->ids ? piece(id_text_, id_offsets_[id], id_offsets_[id + 1]) : std::string_view();
}

std::size_t IndexView::words_in(std::uint32_t name) const {
  const auto above = std::ranges::upper_bound(header_->first_with, name);
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(above - header_->first_with.begin() - 1, 0));
}

const WordEntry* IndexView::word(std::uint32_t word) const {
  return word < header_->words ? &words_[word] : nullptr;
}

std::string_view IndexView::word_text(std::uint32_t word) const {
  return word < header_->words ? piece(word_text_, words_[word].text, words_[word + 1].text)
                               : std::string_view();
}

bool IndexView::find_word(std::string_view text, std::uint32_t& word) const {
  std::uint32_t from = 0;
  std::uint32_t to = header_->words;
  while (from < to) {
    const std::uint32_t middle = from + (to - from) / 2;
    if (word_text(middle) < text) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  word = from;
  return from < header_->words && word_text(from) == text;
}

PostingList IndexView::list_at(std::uint64_t offset, std::uint32_t names) const {
  if (offset > postings_.size()) return {};
  return {postings_.data() + offset, postings_.data() + postings_.size(), names};
}

PostingList IndexView::postings(std::uint32_t word) const {
  if (word >= header_->words) return {};
  return list_at(words_[word].postings, words_[word].names);
}

PostingList IndexView::postings(const PairEntry& pair) const {
  return list_at(pair.postings, pair.names);
}

const PairEntry* IndexView::pair(std::uint32_t a, std::uint32_t b) const {
  if (a > b) std::swap(a, b);
  const auto key = [](const PairEntry& entry) { return std::pair(entry.first, entry.second); };
  const auto found = std::ranges::lower_bound(pairs_, std::pair(a, b), {}, key);
  return found != pairs_.end() && key(*found) == std::pair(a, b) ? &*found : nullptr;
}

PostingList IndexView::postings_of_key(std::uint32_t key) const {
  const auto found = std::ranges::lower_bound(keys_, key, {}, &KeyEntry::key);
  return found != keys_.end() && found->key == key ? list_at(found->postings, found->names) : PostingList{};
}

std::span<const NicknameEntry> IndexView::nicknames(std::uint32_t line) const {
  const auto range = std::ranges::equal_range(nicknames_, line, {}, &NicknameEntry::line);
  return {range.begin(), range.end()};
}

}  // namespace muster::names
