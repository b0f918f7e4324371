#include "names/index.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

#include "base/mapped_file.hpp"
#include "names/candidates.hpp"
#include "names/cases.hpp"
#include "names/index_view.hpp"
#include "names/index_words.hpp"
#include "names/korean_name.hpp"
#include "names/near_words.hpp"
#include "names/pair_weights.hpp"
#include "names/word_memo.hpp"

namespace muster::names {
namespace {

// How much is compared beyond the names asked for: at most so many, and none so many bits behind the last of
// those.
struct Reach {
  std::size_t more = 14;
  float far_behind = 3;
  std::size_t idle = 8;  // so many in a row that do not come among those asked for are the last
};
// Syllables, of which each stands in thousands of names, tell little one by one.
constexpr Reach kReachOfSyllables{40, 9, 16};
// By word numbers alone so many bits behind the first, and few at all: not worth an answer, unless there are
// hardly any.
constexpr float kHopeless = 18;
constexpr float kLittle = 4;
constexpr std::size_t kAlwaysCompared = 3;
constexpr std::size_t kMostOfOneId = 3;  // names of one id that are compared
constexpr std::size_t kMostAnswers = 1000;

// A name whose syllables all sound so goes before those that share words.
constexpr float kBitsOfKey = 8;

void add_korean_keys(QueryWords& words, const std::vector<KoreanReading>& readings) {
  if (readings.empty()) return;
  words.keys = korean_numbers(readings);
  words.bits_of_keys = readings[0].family.bits - readings[0].doubt + kBitsOfKey;
  for (const KoreanPart& part : readings[0].given) words.bits_of_keys += part.bits;
}

bool is_in_syllables(const Name& name) {
  const auto& words = name.parts().words;
  return !words.empty() &&
         (words[0].script == text::Script::kHangul || words[0].script == text::Script::kHan);
}

// Which candidates are worth comparing: a few names of one id at most, so that one man's aliases do not fill
// the places, and no more than may come among the first `most`.
class Choice {
 public:
  Choice(std::size_t most, const Reach& reach) : most_(most), reach_(reach) {}

  // The next one worth comparing.
  std::optional<Candidate> next(CandidateQueue& queue) {
    while (scores_.size() < most_ + reach_.more) {
      const auto candidate = queue.next();
      if (!candidate) break;
      if (candidate->id != 0 && ++of_id_[candidate->id] > kMostOfOneId) continue;
      if (is_behind(candidate->score)) break;
      scores_.push_back(candidate->score);
      return candidate;
    }
    return {};
  }

 private:
  bool is_behind(float score) const {
    if (scores_.size() >= kAlwaysCompared && score < kLittle && score < scores_[0] - kHopeless) return true;
    return scores_.size() > most_ && score < scores_[most_ - 1] - reach_.far_behind;
  }

  std::size_t most_;
  Reach reach_;
  std::vector<float> scores_;  // of those chosen
  std::map<std::uint32_t, std::size_t> of_id_;
};

// The best bits so far of those that were compared.
class Best {
 public:
  explicit Best(std::size_t most) : most_(most) {}

  void add(double bits) {
    const auto place = std::ranges::upper_bound(bits_, bits, std::greater{});
    const bool enters = bits_.size() < most_ || place != bits_.end();
    idle_ = enters ? 0 : idle_ + 1;
    if (!enters) return;
    bits_.insert(place, bits);
    if (bits_.size() > most_) bits_.pop_back();
  }

  // How many the last ones were that did not come among them.
  [[nodiscard]] std::size_t idle() const { return idle_; }

 private:
  std::size_t most_;
  std::vector<double> bits_;  // most first
  std::size_t idle_ = 0;
};

// A candidate weighed by compare's bits; why is asked only of those that are answered.
struct Weighed {
  double bits;
  std::string_view text, id;
  std::unique_ptr<const Name> name;  // where `chosen` points to it
  ChosenCase chosen;
};

bool ranks_before(const Weighed& a, const Weighed& b) {
  if (a.bits != b.bits) return a.bits > b.bits;
  return a.text != b.text ? a.text < b.text : a.id < b.id;
}

void keep_one_of_each_id(std::vector<Weighed>& ranked) {
  std::vector<Weighed> out;
  for (Weighed& name : ranked) {
    const bool again =
        !name.id.empty() && std::ranges::any_of(out, [&](const Weighed& w) { return w.id == name.id; });
    if (!again) out.push_back(std::move(name));
  }
  ranked = std::move(out);
}

}  // namespace

struct NameIndex::Storage {
  base::MappedFile file;
  std::string bytes;
  IndexView view;
  mutable WordMemo memo;
};

const IndexView& NameIndex::view() const {
  return storage_->view;
}

base::Result<NameIndex> NameIndex::open(const std::filesystem::path& path) {
  auto storage = std::make_shared<Storage>();
  auto file = base::MappedFile::open(path);
  if (!file) return std::unexpected(file.error());
  storage->file = std::move(*file);
  const auto view = IndexView::over(storage->file.bytes(), path.string());
  if (!view) return std::unexpected(view.error());
  storage->view = *view;
  return NameIndex(std::move(storage));
}

base::Result<NameIndex> NameIndex::from_bytes(std::string bytes) {
  auto storage = std::make_shared<Storage>();
  storage->bytes = std::move(bytes);
  const auto view = IndexView::over(storage->bytes, "the index in memory");
  if (!view) return std::unexpected(view.error());
  storage->view = *view;
  return NameIndex(std::move(storage));
}

std::size_t NameIndex::size() const {
  return view().names();
}

std::size_t NameIndex::words() const {
  return view().header().words;
}

std::vector<IndexSource> NameIndex::sources() const {
  std::vector<IndexSource> out;
  for (const SourceEntry& entry : view().sources())
    out.push_back({entry.size, std::string(entry.sha256.data(), entry.sha256.size())});
  return out;
}

std::string_view NameIndex::name(std::size_t number) const {
  return number < size() ? view().record(static_cast<std::uint32_t>(number)).text : std::string_view();
}

std::string_view NameIndex::id(std::size_t number) const {
  if (number >= size()) return {};
  const std::uint32_t id = view().record(static_cast<std::uint32_t>(number)).id;
  return id == 0 ? std::string_view() : view().id(id - 1);
}

std::vector<Match> NameIndex::look_up(std::string_view query, std::size_t most) const {
  most = std::min(most, kMostAnswers);
  WordMemo& memo = storage_->memo;
  const Name prepared = prepare(query, NameKind::kUnknown, &memo);
  QueryWords words = near_words(view(), read_units(query, prepared));
  add_korean_keys(words, prepared.parts().korean);
  std::vector<Weighed> weighed;
  const Reach reach = is_in_syllables(prepared) ? kReachOfSyllables : Reach{};
  CandidateQueue queue(view(), words);
  Choice choice(most, reach);
  Best best(most);
  const bool one_word = words.count == 1;  // which other words cannot tell from its like
  while (one_word || best.idle() < reach.idle) {
    const auto candidate = choice.next(queue);
    if (!candidate) break;
    auto other = std::make_unique<const Name>(prepare(candidate->text, NameKind::kUnknown, &memo));
    const ChosenCase chosen = choose_case(prepared, *other, pair_weights());
    const double bits = chosen.bits();
    best.add(bits);
    const std::string_view of = candidate->id == 0 ? std::string_view() : view().id(candidate->id - 1);
    weighed.push_back({bits, candidate->text, of, std::move(other), chosen});
  }
  std::ranges::sort(weighed, ranks_before);
  keep_one_of_each_id(weighed);
  std::vector<Match> out;
  for (const Weighed& w : weighed) {
    if (out.size() == most) break;
    out.push_back({std::string(w.text), std::string(w.id), explain(prepared, *w.name, w.chosen)});
  }
  return out;
}

}  // namespace muster::names
