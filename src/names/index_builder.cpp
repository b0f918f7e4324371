#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "base/file.hpp"
#include "names/index.hpp"
#include "names/index_layout.hpp"
#include "names/index_words.hpp"

namespace muster::names {
namespace {

struct Hash : std::hash<std::string_view> {
  using is_transparent = void;
};

template <class Value>
using ByText = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

// The first eight bytes, so that most comparisons need no look at the text.
std::uint64_t opening_of(std::string_view text) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < 8; ++i)
    out = out << 8 | (i < text.size() ? static_cast<std::uint8_t>(text[i]) : 0U);
  return out;
}

}  // namespace

struct IndexBuilder::Parts {
  GatheredNames gathered;
  ByText<std::vector<std::uint32_t>> units;  // to the numbers of their words
  ByText<std::uint32_t> words;
  ByText<std::uint32_t> ids;
  std::vector<IndexSource> sources;
  std::size_t without_letters = 0;
  std::size_t repeats = 0;
  std::uint32_t frequent = 0;
  bool full = false;

  const std::vector<std::uint32_t>& words_of(std::string_view unit) {
    const auto known = units.find(unit);
    if (known != units.end()) return known->second;
    std::vector<std::uint32_t> numbers;
    for (IndexWord& word : index_words(prepare(unit))) numbers.push_back(number_of(std::move(word)));
    return units.emplace(unit, std::move(numbers)).first->second;
  }

  // One word may be read differently in two units (a name in Han): it keeps all its sounds, and what does not
  // depend on which came first.
  std::uint32_t number_of(IndexWord word) {
    const auto [place, added] = words.try_emplace(word.text, static_cast<std::uint32_t>(words.size()));
    if (added) {
      gathered.words.push_back(std::move(word));
      return place->second;
    }
    IndexWord& known = gathered.words[place->second];
    for (IndexSound& sound : word.sounds) {
      const auto same = std::ranges::find(known.sounds, sound.letters, &IndexSound::letters);
      if (same == known.sounds.end()) {
        known.sounds.push_back(std::move(sound));
      } else {
        same->doubt = std::min(same->doubt, sound.doubt);
      }
    }
    known.bits = std::min(known.bits, word.bits);
    known.first = std::min(known.first, word.first);
    return place->second;
  }

  std::uint32_t number_of_id(std::string_view id) {
    if (id.empty()) return 0;
    const auto known = ids.find(id);
    if (known != ids.end()) return known->second + 1;
    const auto number = static_cast<std::uint32_t>(ids.size());
    ids.emplace(id, number);
    gathered.ids.emplace_back(id);
    return number + 1;
  }

  // Names by how many words they have, then text, then id; repeats go.
  void order_names() {
    auto& names = gathered.names;
    std::ranges::sort(names, [&](const GatheredName& a, const GatheredName& b) {
      if (a.count != b.count) return a.count < b.count;
      if (a.opening != b.opening) return a.opening < b.opening;
      const int order = gathered.text_of(a).compare(gathered.text_of(b));
      return order != 0 ? order < 0 : gathered.id_of(a) < gathered.id_of(b);
    });
    const auto same = [&](const GatheredName& a, const GatheredName& b) {
      return a.id == b.id && a.opening == b.opening && gathered.text_of(a) == gathered.text_of(b);
    };
    const auto rest = std::ranges::unique(names, same);
    repeats = rest.size();
    names.erase(rest.begin(), rest.end());
  }
};

IndexBuilder::IndexBuilder() : parts_(std::make_unique<Parts>()) {}
IndexBuilder::IndexBuilder(IndexBuilder&&) noexcept = default;
IndexBuilder::~IndexBuilder() = default;

void IndexBuilder::add(std::string_view name, std::string_view id) {
  Parts& parts = *parts_;
  auto& gathered = parts.gathered;
  const std::size_t from = gathered.word_numbers.size();
  for (const std::string_view unit : units_of(name)) {
    const auto& numbers = parts.words_of(unit);
    gathered.word_numbers.insert(gathered.word_numbers.end(), numbers.begin(), numbers.end());
  }
  const auto first = gathered.word_numbers.begin() + static_cast<std::ptrdiff_t>(from);
  std::sort(first, gathered.word_numbers.end());
  gathered.word_numbers.erase(std::unique(first, gathered.word_numbers.end()), gathered.word_numbers.end());
  const std::size_t count = std::min(gathered.word_numbers.size() - from, kMostWords);
  gathered.word_numbers.resize(from + count);
  if (count == 0) {
    ++parts.without_letters;
    return;
  }
  parts.full =
      parts.full || gathered.names.size() >= kMostNames || gathered.word_numbers.size() > kMostNumbers;
  if (parts.full) return;
  gathered.names.push_back({opening_of(name), gathered.text.size(), static_cast<std::uint32_t>(from),
                            static_cast<std::uint32_t>(name.size()), parts.number_of_id(id),
                            static_cast<std::uint32_t>(count)});
  gathered.text += name;
}

void IndexBuilder::add_all(const NameIndex& index) {
  for (std::size_t i = 0; i < index.size(); ++i) add(index.name(i), index.id(i));
  for (IndexSource& source : index.sources()) add_source(std::move(source));
}

void IndexBuilder::add_source(IndexSource source) {
  if (std::ranges::find(parts_->sources, source) == parts_->sources.end())
    parts_->sources.push_back(std::move(source));
}

base::Result<std::string> IndexBuilder::bytes() {
  Parts& parts = *parts_;
  if (parts.full)
    return base::fail("the list is too long for one index", {}, "split it: 400 million names are the most");
  std::ranges::sort(parts.sources, {}, &IndexSource::sha256);
  parts.units.clear();
  parts.words.clear();
  parts.order_names();
  std::string out = lay_out(std::move(parts.gathered), parts.sources, parts.frequent);
  const std::size_t repeats = parts.repeats;
  const std::size_t without = parts.without_letters;
  parts_ = std::make_unique<Parts>();
  parts_->repeats = repeats;
  parts_->without_letters = without;
  return out;
}

base::Result<void> IndexBuilder::write(const std::filesystem::path& path) {
  const auto made = bytes();
  if (!made) return std::unexpected(made.error());
  return base::write_file(path, *made);
}

std::size_t IndexBuilder::without_letters() const {
  return parts_->without_letters;
}

std::size_t IndexBuilder::repeats() const {
  return parts_->repeats;
}

void IndexBuilder::set_frequent(std::uint32_t names) {
  parts_->frequent = names;
}

}  // namespace muster::names
