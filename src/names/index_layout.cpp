#include "names/index_layout.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <span>
#include <tuple>

#include "names/index_format.hpp"
#include "names/korean_name.hpp"
#include "names/sound_trie.hpp"

namespace muster::names {
namespace {

template <class T>
std::string_view bytes_of(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

// Numbers of things in order of their text, and the new number of each old one.
struct Renumbered {
  std::vector<std::uint32_t> order;
  std::vector<std::uint32_t> number;
};

template <class Text>
Renumbered by_text(std::size_t count, Text text) {
  Renumbered out;
  out.order.resize(count);
  out.number.resize(count);
  std::iota(out.order.begin(), out.order.end(), 0U);
  std::ranges::sort(out.order, {}, text);
  for (std::uint32_t i = 0; i < count; ++i) out.number[out.order[i]] = i;
  return out;
}

class Layout {
 public:
  Layout(GatheredNames gathered, std::uint32_t frequent)
      : gathered_(std::move(gathered)),
        words_(by_text(gathered_.words.size(),
                       [this](std::uint32_t w) -> const std::string& { return gathered_.words[w].text; })),
        ids_(by_text(gathered_.ids.size(),
                     [this](std::uint32_t i) -> const std::string& { return gathered_.ids[i]; })) {
    const auto size = static_cast<std::uint32_t>(gathered_.names.size());
    header_.frequent = frequent != 0 ? frequent : std::clamp(size / 256, 1024U, 4096U);
    renumber_words();
  }

  std::string run(const std::vector<IndexSource>& sources) {
    std::string out(sizeof(IndexHeader), '\0');
    put_names(out);
    put_words(out);
    put_sounds(out);
    put_spellings(out);
    put_nicknames(out);
    put_ids(out);
    put_sources(out, sources);
    finish(out);
    return out;
  }

 private:
  void put(std::string& out, IndexSection section, std::string_view bytes) {
    out.resize((out.size() + 7) / 8 * 8, '\0');
    header_.sections[section] = {out.size(), bytes.size()};
    out += bytes;
  }

  std::span<std::uint32_t> numbers_of(const GatheredName& name) {
    return std::span(gathered_.word_numbers).subspan(name.numbers, name.count);
  }

  void renumber_words() {
    for (const GatheredName& name : gathered_.names) {
      const auto numbers = numbers_of(name);
      for (std::uint32_t& number : numbers) number = words_.number[number];
      std::ranges::sort(numbers);
    }
  }

  // The records, where each begins, and how many words the names have.
  void put_names(std::string& out) {
    std::string records;
    std::vector<std::uint32_t> offsets;
    std::vector<std::uint64_t> bases;
    offsets.reserve(gathered_.names.size() + 1);
    const auto start_record = [&] {
      if (offsets.size() % 65536 == 0) bases.push_back(records.size());
      offsets.push_back(static_cast<std::uint32_t>(records.size() - bases.back()));
    };
    std::size_t words = 0;
    for (const GatheredName& name : gathered_.names) {
      for (; words <= name.count; ++words)
        header_.first_with[words] = static_cast<std::uint32_t>(offsets.size());
      start_record();
      for (const std::uint32_t key : korean_numbers(gathered_.text_of(name)))
        keyed_.push_back({key, static_cast<std::uint32_t>(offsets.size() - 1)});
      append_varint(records, name.count);
      append_gaps(records, numbers_of(name));
      append_varint(records, name.id == 0 ? 0 : ids_.number[name.id - 1] + 1);
      records += gathered_.text_of(name);
    }
    for (; words < header_.first_with.size(); ++words)
      header_.first_with[words] = static_cast<std::uint32_t>(offsets.size());
    start_record();
    header_.names = static_cast<std::uint32_t>(gathered_.names.size());
    std::string().swap(gathered_.text);
    put(out, kRecords, records);
    put(out, kRecordOffsets, bytes_of(offsets));
    put(out, kRecordBases, bytes_of(bases));
  }

  static void append_gaps(std::string& to, std::span<const std::uint32_t> ascending) {
    std::uint32_t before = 0;
    for (const std::uint32_t value : ascending) {
      append_varint(to, value - before);
      before = value;
    }
  }

  // Names by word: the k-th name of word w is names_of_words_[starts_[w] + k].
  void sort_by_word() {
    starts_.assign(gathered_.words.size() + 1, 0);
    for (const GatheredName& name : gathered_.names) {
      for (const std::uint32_t word : numbers_of(name)) ++starts_[word + 1];
    }
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
    names_of_words_.resize(starts_.back());
    std::vector<std::uint64_t> next(starts_.begin(), starts_.end() - 1);
    for (std::uint32_t name = 0; name < gathered_.names.size(); ++name) {
      for (const std::uint32_t word : numbers_of(gathered_.names[name])) names_of_words_[next[word]++] = name;
    }
  }

  std::uint32_t names_with(std::uint32_t word) const {
    return static_cast<std::uint32_t>(starts_[word + 1] - starts_[word]);
  }

  void put_words(std::string& out) {
    sort_by_word();
    std::string postings;
    std::string text;
    std::vector<WordEntry> entries;
    for (std::uint32_t w = 0; w < words_.order.size(); ++w) {
      const IndexWord& word = gathered_.words[words_.order[w]];
      WordEntry entry;
      entry.postings = postings.size();
      entry.text = static_cast<std::uint32_t>(text.size());
      entry.names = names_with(w);
      entry.bits = static_cast<std::uint8_t>(std::clamp(std::lround(word.bits * 16), 0L, 255L));
      entry.flags = word.initial ? kInitialFlag : 0;
      entry.first = word.first;
      entries.push_back(entry);
      append_gaps(postings, std::span(names_of_words_).subspan(starts_[w], entry.names));
      text += word.text;
    }
    WordEntry last;
    last.postings = postings.size();
    last.text = static_cast<std::uint32_t>(text.size());
    entries.push_back(last);
    std::vector<std::uint32_t>().swap(names_of_words_);
    const auto pairs = join_pairs(postings);
    const auto keys = list_keys(postings);
    header_.keys = static_cast<std::uint32_t>(keys.size());
    header_.words = static_cast<std::uint32_t>(words_.order.size());
    header_.pairs = static_cast<std::uint32_t>(pairs.size());
    put(out, kWords, bytes_of(entries));
    put(out, kWordText, text);
    put(out, kPostings, postings);
    put(out, kPairs, bytes_of(pairs));
    put(out, kKeys, bytes_of(keys));
  }

  struct Keyed {
    std::uint32_t key;
    std::uint32_t name;
  };

  struct Joined {
    std::uint64_t pair;
    std::uint32_t name;
  };

  std::vector<Joined> joined_words() {
    std::vector<Joined> out;
    std::vector<std::uint32_t> frequent;
    for (std::uint32_t name = 0; name < gathered_.names.size(); ++name) {
      frequent.clear();
      const auto words = numbers_of(gathered_.names[name]);
      for (const std::uint32_t word : words) {
        if (names_with(word) > header_.frequent) frequent.push_back(word);
      }
      for (std::size_t i = 0; i < frequent.size(); ++i) {
        if (words.size() == 1) out.push_back({std::uint64_t{frequent[0]} << 32 | frequent[0], name});
        for (std::size_t j = i + 1; j < frequent.size(); ++j)
          out.push_back({std::uint64_t{frequent[i]} << 32 | frequent[j], name});
      }
    }
    std::ranges::sort(out, {}, [](const Joined& j) { return std::pair(j.pair, j.name); });
    return out;
  }

  // Appends the lists of pairs to the postings.
  std::vector<PairEntry> join_pairs(std::string& postings) {
    std::vector<PairEntry> entries;
    std::uint32_t before = 0;
    for (const Joined& joined : joined_words()) {
      const auto first = static_cast<std::uint32_t>(joined.pair >> 32);
      const auto second = static_cast<std::uint32_t>(joined.pair);
      if (entries.empty() || entries.back().first != first || entries.back().second != second) {
        entries.push_back({postings.size(), first, second, 0, 0});
        before = 0;
      }
      append_varint(postings, joined.name - before);
      before = joined.name;
      ++entries.back().names;
    }
    return entries;
  }

  // Appends the lists of keys to the postings.
  std::vector<KeyEntry> list_keys(std::string& postings) {
    std::ranges::sort(keyed_, {}, [](const Keyed& k) { return std::pair(k.key, k.name); });
    std::vector<KeyEntry> entries;
    std::uint32_t before = 0;
    for (const Keyed& keyed : keyed_) {
      if (entries.empty() || entries.back().key != keyed.key) {
        entries.push_back({postings.size(), keyed.key, 0});
        before = 0;
      }
      append_varint(postings, keyed.name - before);
      before = keyed.name;
      ++entries.back().names;
    }
    std::vector<Keyed>().swap(keyed_);
    return entries;
  }

  using Use = std::tuple<std::string_view, std::uint32_t, std::uint8_t>;  // letters, word, doubt

  void put_sounds(std::string& out) {
    std::vector<Use> uses;
    for (std::uint32_t w = 0; w < words_.order.size(); ++w) {
      for (const IndexSound& sound : gathered_.words[words_.order[w]].sounds)
        uses.emplace_back(sound.letters, w, sound.doubt);
    }
    header_.nodes = put_trie(out, std::move(uses), kTrie, kSoundWords);
  }

  void put_spellings(std::string& out) {
    std::vector<Use> uses;
    for (std::uint32_t w = 0; w < words_.order.size(); ++w) {
      for (const std::string& spelling : gathered_.words[words_.order[w]].spellings) {
        if (is_plain_sound(spelling)) uses.emplace_back(spelling, w, 0);
      }
    }
    header_.spelled_nodes = put_trie(out, std::move(uses), kSpelled, kSpelledWords);
  }

  // Returns how many nodes the trie has.
  std::uint32_t put_trie(std::string& out, std::vector<Use> uses, IndexSection trie_section,
                         IndexSection list_section) {
    std::ranges::sort(uses);
    const auto repeats = std::ranges::unique(uses);
    uses.erase(repeats.begin(), repeats.end());
    std::string lists;
    std::vector<SoundEntry> sounds;
    for (std::size_t i = 0; i < uses.size();) {
      const std::string_view letters = std::get<0>(uses[i]);
      std::size_t end = i;
      while (end < uses.size() && std::get<0>(uses[end]) == letters) ++end;
      sounds.push_back({letters, static_cast<std::uint32_t>(lists.size())});
      append_varint(lists, static_cast<std::uint32_t>(end - i));
      for (std::uint32_t before = 0; i < end; ++i) {
        const auto& [same, word, doubt] = uses[i];
        append_varint(lists, (word - before) << 2 | doubt);
        before = word;
      }
    }
    const auto trie = build_trie(sounds);
    put(out, trie_section, bytes_of(trie));
    put(out, list_section, lists);
    return static_cast<std::uint32_t>(trie.size());
  }

  void put_nicknames(std::string& out) {
    std::vector<NicknameEntry> entries;
    for (std::uint32_t w = 0; w < words_.order.size(); ++w) {
      for (const std::uint16_t line : gathered_.words[words_.order[w]].nicknames)
        entries.push_back({line, w});
    }
    std::ranges::sort(entries, {}, [](const NicknameEntry& e) { return std::pair(e.line, e.word); });
    header_.nicknames = static_cast<std::uint32_t>(entries.size());
    put(out, kNicknames, bytes_of(entries));
  }

  void put_ids(std::string& out) {
    std::string text;
    std::vector<std::uint32_t> offsets{0};
    for (const std::uint32_t old : ids_.order) {
      text += gathered_.ids[old];
      offsets.push_back(static_cast<std::uint32_t>(text.size()));
    }
    header_.ids = static_cast<std::uint32_t>(ids_.order.size());
    put(out, kIdOffsets, bytes_of(offsets));
    put(out, kIdText, text);
  }

  void put_sources(std::string& out, const std::vector<IndexSource>& sources) {
    std::vector<SourceEntry> entries;
    for (const IndexSource& source : sources) {
      SourceEntry entry;
      entry.size = source.size;
      source.sha256.copy(entry.sha256.data(), entry.sha256.size());
      entries.push_back(entry);
    }
    header_.sources = static_cast<std::uint32_t>(entries.size());
    put(out, kSources, bytes_of(entries));
  }

  void finish(std::string& out) {
    kIndexMagic.copy(header_.magic.data(), header_.magic.size());
    header_.version = kIndexVersion;
    header_.byte_order = 0x01020304;
    out.resize((out.size() + 7) / 8 * 8, '\0');
    header_.file_size = out.size();
    header_.checksum = checksum_of(header_);
    std::memcpy(out.data(), &header_, sizeof header_);
  }

  GatheredNames gathered_;
  Renumbered words_;
  Renumbered ids_;
  IndexHeader header_;
  std::vector<std::uint64_t> starts_;
  std::vector<std::uint32_t> names_of_words_;
  std::vector<Keyed> keyed_;
};

}  // namespace

std::string lay_out(GatheredNames gathered, const std::vector<IndexSource>& sources, std::uint32_t frequent) {
  return Layout(std::move(gathered), frequent).run(sources);
}

}  // namespace muster::names
