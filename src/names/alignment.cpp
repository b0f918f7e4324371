#include "names/alignment.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "names/acronym.hpp"
#include "names/aligned_bits.hpp"
#include "names/cross_script.hpp"
#include "names/edits.hpp"

namespace muster::names {
namespace {

constexpr std::size_t kLettersForOneEdit = 8;  // words written together may have a slip, if they are long
constexpr std::size_t kMostJoinedEdits = 3;
constexpr double kJoinedEdits = 0.12;  // cost for each letter
constexpr std::size_t kMostJoined = 3;
constexpr std::size_t kLongestJoined = 64;

struct Candidate {
  float rank;
  std::uint8_t left, right;
  WordMatch match;
};

bool opens(const Word& initial, const Word& word) {
  return !initial.readings.empty() && !word.readings.empty() && initial.readings[0][0] == word.readings[0][0];
}

bool is_name(const Word& word) {
  return word.role == WordRole::kName;
}

// Only words that play one part can answer each other.
bool of_one_kind(const Word& a, const Word& b) {
  const auto is_number = [](const Word& w) {
    return w.role == WordRole::kNumber || w.role == WordRole::kGeneration;
  };
  const auto is_form = [](const Word& w) { return w.role == WordRole::kLegalForm; };
  return is_number(a) == is_number(b) && is_form(a) == is_form(b);
}

// Does the word give a letter to an acronym? What joins words does not, in whichever part it was read.
bool gives_letter(const Word& word) {
  return is_name(word) && (word.readings.empty() || !joins_words(word.readings[0]));
}

constexpr float kMostLearned = 60;

// How sure a match is, the surest first: near words last, by their edits for a letter.
float rank_of(const WordMatch& match, const Word& a, const Word& b) {
  if (match.learned > 0)
    return static_cast<float>(match.relation) - std::min(match.learned, kMostLearned) / kMostLearned / 2;
  if (match.relation != Relation::kNear) return static_cast<float>(match.relation);
  const auto letters = static_cast<float>(std::max(a.written.size(), b.written.size()));
  return static_cast<float>(Relation::kNear) + static_cast<float>(match.cost) / letters;
}

// Letters run together in a fixed buffer.
class Letters {
 public:
  void add(std::string_view letters) {
    const std::size_t room = kLongestJoined - size_;
    std::copy_n(letters.begin(), std::min(letters.size(), room),
                text_.begin() + static_cast<std::ptrdiff_t>(size_));
    size_ += std::min(letters.size(), room);
  }
  [[nodiscard]] std::string_view view() const { return {text_.data(), size_}; }

 private:
  std::array<char, kLongestJoined> text_;
  std::size_t size_ = 0;
};

// kFar: names of two scripts that the learned readings tell apart, and by how much.
enum class Grade : std::uint8_t { kSure, kNear, kFar };

Grade grade_of(const WordMatch& match) {
  if (match.relation == Relation::kNear) return Grade::kNear;
  return match.relation == Relation::kContradicts ? Grade::kFar : Grade::kSure;
}

class Aligner {
 public:
  Aligner(const NameParts& left, const NameParts& right) : left_(left.words), right_(right.words) {}

  Alignment run() {
    find_candidates();
    take_candidates(Grade::kSure);
    if (left_open() && right_open()) {
      join(true);
      join(false);
      take_candidates(Grade::kNear);
      match_initials();
      match_acronym(true);
      match_acronym(false);
    }
    take_candidates(Grade::kFar);
    take_what_is_left();
    return out_;
  }

 private:
  bool left_free(std::size_t i) const { return (left_used_ >> i & 1) == 0; }
  bool right_free(std::size_t j) const { return (right_used_ >> j & 1) == 0; }
  bool left_open() const { return left_used_ != (1U << left_.size()) - 1; }
  bool right_open() const { return right_used_ != (1U << right_.size()) - 1; }

  void take(std::size_t i, std::size_t j, const WordMatch& match) {
    left_used_ |= 1U << i;
    right_used_ |= 1U << j;
    PartMatch part{match.relation, static_cast<std::int8_t>(i), static_cast<std::int8_t>(j)};
    part.left_sound = match.left_sound;
    part.right_sound = match.right_sound;
    part.learned = match.learned;
    part.learned_share = match.learned_share;
    part.cost = static_cast<float>(match.cost);
    out_.crossed = out_.crossed || (i != j && left_.size() == right_.size());
    out_.add(part);
  }

  void find_candidates() {
    // Where both sides say whose child a person is, father and child are not taken for each other.
    const bool fathers =
        std::ranges::any_of(left_, &Word::after_bin) && std::ranges::any_of(right_, &Word::after_bin);
    for (std::size_t i = 0; i < left_.size(); ++i) {
      for (std::size_t j = 0; j < right_.size(); ++j) {
        const Word& x = left_[i];
        const Word& y = right_[j];
        if (!of_one_kind(x, y) || (fathers && x.after_bin != y.after_bin)) continue;
        const bool initial = (x.role == WordRole::kInitial) != (y.role == WordRole::kInitial);
        if (initial) continue;
        const WordMatch match = match_words(x, y);
        if (match.relation == Relation::kContradicts && match.learned == kNotLearned) continue;
        candidates_[count_++] = {rank_of(match, x, y), static_cast<std::uint8_t>(i),
                                 static_cast<std::uint8_t>(j), match};
      }
    }
    // Ties go to the words that stand nearer each other.
    std::ranges::sort(std::span(candidates_.data(), count_), [](const Candidate& a, const Candidate& b) {
      const auto apart = [](const Candidate& c) {
        return c.left > c.right ? c.left - c.right : c.right - c.left;
      };
      return std::tuple(a.rank, apart(a), a.left, a.right) < std::tuple(b.rank, apart(b), b.left, b.right);
    });
  }

  // Near words wait until words were tried as written together, far ones until all else was tried.
  void take_candidates(Grade grade) {
    for (std::size_t k = 0; k < count_; ++k) {
      const Candidate& c = candidates_[k];
      if (grade_of(c.match) != grade || !left_free(c.left) || !right_free(c.right)) continue;
      take(c.left, c.right, c.match);
      out_.contradicts = out_.contradicts || grade == Grade::kFar;
    }
  }

  // Two or three neighbouring words of one side that together are one unmatched word of the other.
  void join(bool left_is_many) {
    const std::span<const Word> many = left_is_many ? left_ : right_;
    const std::span<const Word> few = left_is_many ? right_ : left_;
    for (std::size_t j = 0; j < few.size(); ++j) {
      if (few[j].readings.empty() || few[j].role == WordRole::kInitial || few[j].number >= 0) continue;
      for (std::size_t i = 0; i < many.size(); ++i) {
        if (left_is_many ? !right_free(j) : !left_free(j)) break;
        join_at(many, i, few[j], j, left_is_many);
      }
    }
  }

  void join_at(std::span<const Word> many, std::size_t i, const Word& whole, std::size_t j,
               bool left_is_many) {
    Letters forward;
    for (std::size_t n = 1; n <= kMostJoined && i + n <= many.size(); ++n) {
      const Word& next = many[i + n - 1];
      const bool free = left_is_many ? left_free(i + n - 1) : right_free(i + n - 1);
      if (next.readings.empty() || (!free && next.role == WordRole::kName) || next.number >= 0) return;
      forward.add(next.readings[0]);
      if (n == 1) continue;
      Letters turned;
      if (n == 2) turned.add(next.readings[0]), turned.add(many[i].readings[0]);
      const bool turned_alike = n == 2 && alike(turned.view(), whole);
      if (!alike(forward.view(), whole) && !turned_alike && !reads_alike(many[i], forward.view(), whole))
        continue;
      take_joined(i, n, j, left_is_many);
      return;
    }
  }

  // عبدالرحمن, Abdul Rahman: by the learned readings of the word in the other script.
  static bool reads_alike(const Word& first, std::string_view letters, const Word& whole) {
    return whole.model != nullptr && first.script == text::Script::kLatin && whole.script != first.script &&
           reads_as(whole, letters);
  }

  static bool alike(std::string_view letters, const Word& whole) {
    const std::string_view other = whole.readings[0];
    const std::size_t apart =
        letters.size() > other.size() ? letters.size() - other.size() : other.size() - letters.size();
    if (apart > 2) return false;
    if (letters == other) return true;
    const std::string sound = fold_sound(letters);
    if (sound == whole.sounds[0]) return true;
    // A slip, or "Abd al-Muhsin" for Abdulmohsen.
    const double most = kJoinedEdits * static_cast<double>(sound.size());
    return sound.size() >= kLettersForOneEdit && levenshtein(sound, whole.sounds[0]) <= kMostJoinedEdits &&
           edit_cost(sound, whole.sounds[0], most) <= most;
  }

  void take_joined(std::size_t i, std::size_t n, std::size_t j, bool left_is_many) {
    PartMatch part{Relation::kJoined};
    const auto many = static_cast<std::int8_t>(i);
    const auto one = static_cast<std::int8_t>(j);
    part.left = left_is_many ? many : one;
    part.right = left_is_many ? one : many;
    (left_is_many ? part.left_words : part.right_words) = static_cast<std::uint8_t>(n);
    const std::uint32_t several = ((1U << n) - 1) << i;
    left_used_ |= left_is_many ? several : 1U << j;
    right_used_ |= left_is_many ? 1U << j : several;
    // Particles among the joined words may have answered others before; those matches stand.
    out_.add(part);
  }

  void match_initials() {
    for (std::size_t i = 0; i < left_.size(); ++i) {
      for (std::size_t j = 0; j < right_.size() && left_free(i); ++j) {
        const bool initial = left_[i].role == WordRole::kInitial || right_[j].role == WordRole::kInitial;
        const auto is_word = [](const Word& w) {
          return w.role == WordRole::kInitial || w.role == WordRole::kName;
        };
        if (!right_free(j) || !initial || !is_word(left_[i]) || !is_word(right_[j])) continue;
        if (opens(left_[i], right_[j])) take(i, j, {Relation::kInitial});
      }
    }
  }

  // BMW, Bayerische Motoren Werke: an unmatched word of the first letters of all the other's names. Joining
  // words give no letter, legal forms may.
  void match_acronym(bool left_is_many) {
    const std::span<const Word> many = left_is_many ? left_ : right_;
    const std::span<const Word> few = left_is_many ? right_ : left_;
    const auto names = static_cast<std::size_t>(std::ranges::count_if(many, gives_letter));
    if (names < 2) return;
    for (std::size_t j = 0; j < few.size(); ++j) {
      if (left_is_many ? !right_free(j) : !left_free(j)) continue;
      if (few[j].readings.empty() || few[j].readings[0].size() < 2 || !is_name(few[j])) continue;
      const auto [from, to] = words_of_acronym(many, few[j].readings[0], names, left_is_many);
      if (from == to) continue;
      take_joined(from, to - from, j, left_is_many);
      out_.parts().back().relation = Relation::kAcronym;
    }
  }

  // The words [from, to) of which the letters are the first; all names are among them.
  std::pair<std::size_t, std::size_t> words_of_acronym(std::span<const Word> many, std::string_view letters,
                                                       std::size_t names, bool left_is_many) const {
    constexpr std::pair<std::size_t, std::size_t> kNone{0, 0};
    std::size_t from = many.size();
    std::size_t to = 0;
    for (std::size_t i = 0; i < many.size(); ++i) {
      const Word& word = many[i];
      const bool free = left_is_many ? left_free(i) : right_free(i);
      const bool gives = gives_letter(word);
      const bool opens =
          !letters.empty() && !word.readings.empty() && word.readings[0].starts_with(letters[0]);
      // Legal forms and joining words give letters where there are more than names.
      if (!gives && (!free || !opens || letters.size() <= names)) continue;
      if (!free || !opens) return kNone;
      const bool rest = names == 0 && letters.size() <= 2 && word.readings[0].starts_with(letters);
      letters.remove_prefix(rest ? letters.size() : 1);
      if (gives) --names;
      from = std::min(from, i);
      to = i + 1;
    }
    return letters.empty() && names == 0 ? std::pair{from, to} : kNone;
  }

  // Words that nothing answers: names that contradict each other one by one, then what is missing.
  void take_what_is_left() {
    for (const WordRole role : {WordRole::kNumber, WordRole::kGeneration, WordRole::kLegalForm})
      contradict(role, role);
    contradict_places();
    contradict(WordRole::kName, WordRole::kName);
    contradict(WordRole::kInitial, WordRole::kName);
    contradict(WordRole::kName, WordRole::kInitial);
    contradict(WordRole::kInitial, WordRole::kInitial);
    for (std::size_t i = 0; i < left_.size(); ++i) {
      if (left_free(i)) out_.add({Relation::kMissing, static_cast<std::int8_t>(i), kNoWord});
    }
    for (std::size_t j = 0; j < right_.size(); ++j) {
      if (right_free(j)) out_.add({Relation::kMissing, kNoWord, static_cast<std::int8_t>(j)});
    }
  }

  void contradict_places() {
    for (std::size_t i = 0; i < left_.size(); ++i) {
      for (std::size_t j = 0; j < right_.size() && left_free(i); ++j) {
        if (right_free(j) && left_[i].place && right_[j].place) take_contradiction(i, j);
      }
    }
  }

  // A patronymic contradicts a patronymic first.
  void contradict(WordRole left_role, WordRole right_role) {
    for (const bool alike : {true, false}) {
      for (std::size_t i = 0; i < left_.size(); ++i) {
        if (left_[i].role != left_role || repeats(left_, left_used_, i)) continue;
        for (std::size_t j = 0; j < right_.size() && left_free(i); ++j) {
          if (right_[j].role != right_role || !right_free(j) || repeats(right_, right_used_, j)) continue;
          if (alike && left_[i].patronymic != right_[j].patronymic) continue;
          take_contradiction(i, j);
        }
      }
    }
  }

  void take_contradiction(std::size_t i, std::size_t j) {
    take(i, j, {Relation::kContradicts});
    out_.contradicts = true;
  }

  // "Sergey Sergey Shoigu": a word that stands there a second time and was answered once.
  static bool repeats(std::span<const Word> words, std::uint32_t used, std::size_t at) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i != at && (used >> i & 1) != 0 && words[i].written == words[at].written) return true;
    }
    return false;
  }

  std::span<const Word> left_;
  std::span<const Word> right_;
  std::array<Candidate, kMostWords * kMostWords> candidates_;  // the first count_
  std::size_t count_ = 0;
  std::uint32_t left_used_ = 0;
  std::uint32_t right_used_ = 0;
  Alignment out_;
};

void mirror(Alignment& alignment) {
  for (PartMatch& part : alignment.parts()) {
    std::swap(part.left, part.right);
    std::swap(part.left_words, part.right_words);
    std::swap(part.left_sound, part.right_sound);
  }
}

}  // namespace

// The greedy choice depends on which side is looked at first, so one order is always taken.
Alignment align(const NameParts& left, const NameParts& right, const PairWeights& weights) {
  const auto before = [](const Word& a, const Word& b) { return a.written < b.written; };
  const bool turned = std::ranges::lexicographical_compare(right.words, left.words, before);
  const NameParts& first = turned ? right : left;
  const NameParts& second = turned ? left : right;
  Alignment out = Aligner(first, second).run();
  weigh(out, first, second, weights);
  if (turned) mirror(out);
  return out;
}

}  // namespace muster::names
