// The sections of a name index as typed views over its bytes, wherever those lie. check() refuses what the
// header cannot mean; every accessor bounds what it reads, so that damaged sections give wrong answers at
// worst.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "names/index_format.hpp"

namespace muster::names {

// One name of the index.
struct IndexRecord {
  std::array<std::uint32_t, kMostWords> words{};  // ascending
  std::size_t count = 0;
  std::uint32_t id = 0;  // number of its id plus one; 0: none
  std::string_view text;
};

// A list of names in kPostings, not yet read.
struct PostingList {
  const char* at = nullptr;
  const char* end = nullptr;
  std::uint32_t names = 0;
};

class IndexView {
 public:
  IndexView() = default;

  // `where` is for the error alone. `bytes` start at a multiple of eight and must outlive the view.
  [[nodiscard]] static base::Result<IndexView> over(std::string_view bytes, const std::string& where);

  [[nodiscard]] const IndexHeader& header() const { return *header_; }
  [[nodiscard]] std::uint32_t names() const { return header_->names; }
  [[nodiscard]] IndexRecord record(std::uint32_t name) const;  // an empty one past the end
  // Asks the processor for what record() will read: first its place, then, once that is there, the record.
  void fetch_place(std::uint32_t name) const;
  void fetch_record(std::uint32_t name) const;
  [[nodiscard]] std::string_view id(std::uint32_t id) const;
  // How many words a name has, by where it stands.
  [[nodiscard]] std::size_t words_in(std::uint32_t name) const;

  [[nodiscard]] const WordEntry* word(std::uint32_t word) const;  // nullptr past the end
  [[nodiscard]] std::string_view word_text(std::uint32_t word) const;
  [[nodiscard]] bool find_word(std::string_view text, std::uint32_t& word) const;
  [[nodiscard]] PostingList postings(std::uint32_t word) const;
  [[nodiscard]] const PairEntry* pair(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] PostingList postings(const PairEntry& pair) const;

  [[nodiscard]] PostingList postings_of_key(std::uint32_t key) const;  // empty where there is none

  [[nodiscard]] std::span<const TrieNode> trie() const { return trie_; }
  [[nodiscard]] std::span<const TrieNode> spelled() const { return spelled_; }
  [[nodiscard]] std::span<const NicknameEntry> nicknames(std::uint32_t line) const;
  [[nodiscard]] std::span<const SourceEntry> sources() const { return sources_; }

  // Calls visit(word, doubt) for the words of a sound.
  template <class Visit>
  void for_words_of_sound(std::uint32_t offset, Visit visit) const {
    for_words_in(sound_words_, offset, visit);
  }

  // The same for the words of a Latin spelling.
  template <class Visit>
  void for_words_of_spelling(std::uint32_t offset, Visit visit) const {
    for_words_in(spelled_words_, offset, visit);
  }

 private:
  template <class Visit>
  void for_words_in(std::string_view lists, std::uint32_t offset, Visit visit) const {
    if (offset >= lists.size()) return;
    const char* at = lists.data() + offset;
    const char* end = lists.data() + lists.size();
    std::uint32_t left = 0;
    std::uint32_t word = 0;
    std::uint32_t gap = 0;
    for (at = read_varint(at, end, left); at != nullptr && left > 0; --left) {
      at = read_varint(at, end, gap);
      word += gap >> 2;
      if (at == nullptr || word >= words_.size() - 1) return;
      visit(word, gap & 3);
    }
  }

  [[nodiscard]] std::string_view section(IndexSection which) const;
  [[nodiscard]] PostingList list_at(std::uint64_t offset, std::uint32_t names) const;

  std::string_view bytes_;
  const IndexHeader* header_ = nullptr;
  std::string_view records_;
  std::span<const std::uint32_t> record_offsets_;
  std::span<const std::uint64_t> record_bases_;
  std::span<const WordEntry> words_;
  std::string_view word_text_;
  std::string_view postings_;
  std::span<const PairEntry> pairs_;
  std::span<const KeyEntry> keys_;
  std::span<const TrieNode> trie_;
  std::string_view sound_words_;
  std::span<const TrieNode> spelled_;
  std::string_view spelled_words_;
  std::span<const NicknameEntry> nicknames_;
  std::span<const std::uint32_t> id_offsets_;
  std::string_view id_text_;
  std::span<const SourceEntry> sources_;
};

}  // namespace muster::names
