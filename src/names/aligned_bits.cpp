#include "names/aligned_bits.hpp"

#include <algorithm>
#include <cmath>

#include "names/acronym.hpp"
#include "names/cross_script.hpp"

namespace muster::names {
namespace {

constexpr double kNothingShared = -10;
constexpr double kHalfOfMost = 8;  // bits of agreement that are worth half of what agreement can be worth
constexpr double kFarShare =
    0.26;  // edits for each letter: beyond, a look-up does not find the word as a near one
constexpr double kFarLoss = 3;
constexpr double kMoreNear = 0.6;  // of what every near word but the worst loses
constexpr double kLoose = 0.4;     // of a missing word, where it comes and goes
constexpr double kLearnedMargin = 2;
constexpr double kLearnedSlope = 0.02;
constexpr double kGoodShare = 1;    // of the bits that a good spelling gets
constexpr double kFarLeast = 0.79;  // of a contradiction, and more the farther
constexpr double kFarSlope = 0.3;
constexpr double kShortOfGood = 20;
constexpr float kKnownBits = 11.9F;

// Does the reading of this word come from a script that leaves vowels out, or of which we know no scheme?
bool is_guess(const Word& word) {
  switch (word.script) {
    case text::Script::kArabic:
    case text::Script::kHebrew:
    case text::Script::kHangul:
    case text::Script::kKana:
    case text::Script::kHan:
    case text::Script::kOther:
      return true;
    default:
      return false;
  }
}

// A slip of the hand seldom makes another name that many bear.
bool is_known(const Word& word) {
  return word.bits < kKnownBits;
}

bool stands_in_body(const Word& word) {
  return !word.readings.empty() && tells_of_body(word.readings[0]);
}

class Scale {
 public:
  Scale(Alignment& alignment, const NameParts& left, const NameParts& right, const PairWeights& weights)
      : out_(alignment),
        left_(left),
        right_(right),
        weights_(weights),
        person_(may_be_person(left.kind) && may_be_person(right.kind)) {}

  void run() {
    for (PartMatch& part : out_.parts()) {
      if (part.left == kNoWord || part.right == kNoWord) {
        weigh_missing(part);
      } else {
        weigh_pair(part);
      }
    }
    out_.bits = whole();
  }

 private:
  const Word& left(const PartMatch& part) const { return left_.words[static_cast<std::size_t>(part.left)]; }
  const Word& right(const PartMatch& part) const {
    return right_.words[static_cast<std::size_t>(part.right)];
  }

  // Bits of the word, or of all the words that were joined.
  double worth(const PartMatch& part) const {
    const double x = sum_of(left_.words, part.left, part.left_words);
    const double y = sum_of(right_.words, part.right, part.right_words);
    if (part.left_words != part.right_words) return std::min(x, y);
    return (x + y) / 2;
  }

  static double sum_of(const std::vector<Word>& words, std::int8_t at, std::uint8_t count) {
    double bits = 0;
    for (std::size_t i = 0; i < count; ++i) bits += double{words[static_cast<std::size_t>(at) + i].bits};
    return bits;
  }

  // "Sergey Sergey Shoigu": a pair of words that was weighed before tells nothing new.
  bool was_weighed(const PartMatch& part) const {
    for (const PartMatch& before : out_.parts()) {
      if (&before == &part) return false;
      if (before.left == kNoWord || before.right == kNoWord) continue;
      if (left(before).written == left(part).written && right(before).written == right(part).written)
        return true;
    }
    return false;
  }

  double bits_of_acronym(const PartMatch& part) const {
    const bool left_is_many = part.left_words > part.right_words;
    const Word& acronym = left_is_many ? right(part) : left(part);
    const bool thing = !person_ || std::ranges::any_of((left_is_many ? left_ : right_).words, stands_in_body);
    return static_cast<double>(acronym.readings[0].size()) * weights_[thing ? kAcronymLetter : kInitialBits];
  }

  void weigh_pair(PartMatch& part) {
    if (was_weighed(part)) return;
    const double bits = weights_[kRarity] * worth(part);
    switch (part.relation) {
      case Relation::kSame:
        return agree(part, bits);
      case Relation::kSameReading:
        return agree(part, part.learned == kNotLearned ? std::max(bits - weights_[kOtherSpelling], 0.0)
                                                       : learned(part));
      case Relation::kSameMeaning:
      case Relation::kJoined:
        return agree(part, std::max(bits - weights_[kOtherSpelling], 0.0));
      case Relation::kShortForm:
        return agree(part, std::max(bits - weights_[kShortFormLoss], 0.0));
      case Relation::kInitial:
        return agree(part, std::min(bits, weights_[kInitialBits]));
      case Relation::kAcronym:
        return agree(part, std::min(bits, bits_of_acronym(part)));
      case Relation::kNear:
        return weigh_near(part, bits);
      case Relation::kContradicts:
      case Relation::kMissing:
        return weigh_contradiction(part);
    }
  }

  // Words of two scripts: the learned readings' likelihood ratio, and never more than so rare a word can
  // tell. The bound is soft, so that a likelier reading is always more.
  double learned(const PartMatch& part) const {
    const Word& native = left(part).model != nullptr ? left(part) : right(part);
    const double most = std::max(weights_[kRarity] * double{native.bits} - weights_[kOtherSpelling], 1.0);
    const double ratio = std::max(double{part.learned} - kLearnedMargin, 0.0);
    return -std::log2(std::exp2(-most) + std::exp2(-ratio)) + kLearnedSlope * double{part.learned};
  }

  void agree(PartMatch& part, double bits) {
    part.bits = static_cast<float>(bits);
    if (left(part).role == WordRole::kTitle || left(part).role == WordRole::kLegalForm) part.bits = 0;
    agreed_ += double{part.bits};
    const bool name = left(part).role == WordRole::kName && right(part).role == WordRole::kName;
    matched_ += name                                  ? std::max(part.left_words, part.right_words)
                : part.relation == Relation::kInitial ? 1
                                                      : 0;
  }

  void lose(PartMatch& part, double bits) {
    part.bits = static_cast<float>(-bits);
    lost_ += bits;
  }

  void weigh_near(PartMatch& part, double bits) {
    const Word& x = left(part);
    const Word& y = right(part);
    if (x.role != WordRole::kName || y.role != WordRole::kName) return agree(part, 0);
    const std::size_t letters =
        std::max({std::size_t{1}, sound_size(x, part.left_sound), sound_size(y, part.right_sound)});
    const double share = double{part.cost} / static_cast<double>(letters);
    if (part.learned != kNotLearned) {
      near_worth_ += learned(part);
      matched_ += 1;
      doubtful_ = true;
      return lose(part, std::min(kShortOfGood * (kGoodShare - double{part.learned_share}),
                                 contradiction_of(x, y, true)));
    }
    double loss = weights_[kNearEdit] * double{part.cost} + weights_[kNearShare] * share;
    if (!x.readings.empty() && !y.readings.empty() && x.readings[0][0] != y.readings[0][0])
      loss += weights_[kNearFirst];
    if (is_known(x) && is_known(y)) loss += weights_[kNearKnown];
    if (share > kFarShare) loss += kFarLoss;
    loss = std::min(loss, contradiction_of(x, y, false));
    part.bits = static_cast<float>(-loss);
    worst_near_ = std::max(worst_near_, loss);
    near_loss_ += loss;
    near_worth_ += bits;
    matched_ += 1;
    doubtful_ = true;
  }

  static std::size_t sound_size(const Word& word, std::uint8_t sound) {
    return sound < word.sounds.size() ? word.sounds[sound].size() : word.written.size();
  }

  double contradiction_of(const Word& x, const Word& y, bool learned) const {
    // Father and son share all but this.
    if (x.role == WordRole::kGeneration) return std::max(weights_[kOtherNumber], weights_[kContradiction]);
    if (x.role == WordRole::kNumber) return weights_[kOtherNumber];
    if (x.role == WordRole::kLegalForm) return weights_[kOtherForm];
    if (x.role == WordRole::kInitial || y.role == WordRole::kInitial) return weights_[kOtherInitial];
    if (!person_) return weights_[kOtherWord];
    const double bits = x.patronymic && y.patronymic ? weights_[kOtherFather] : weights_[kContradiction];
    if (learned) return bits;
    const bool guess = x.script != y.script && (is_guess(x) || is_guess(y));
    return guess ? bits * weights_[kUnreadable] : bits;
  }

  void weigh_contradiction(PartMatch& part) {
    double loss = contradiction_of(left(part), right(part), part.learned != kNotLearned);
    if (part.learned != kNotLearned) loss *= kFarLeast + kFarSlope * (1 - double{part.learned_share});
    lose(part, loss);
    if (left(part).role == WordRole::kLegalForm) {
      out_.contradicts = out_.contradicts && others_contradict();
      return;
    }
    doubtful_ = true;
  }

  bool others_contradict() const {
    return std::ranges::any_of(out_.parts(), [&](const PartMatch& part) {
      return part.relation == Relation::kContradicts && left(part).role != WordRole::kLegalForm;
    });
  }

  void weigh_missing(PartMatch& part) {
    const Word& word = part.left == kNoWord ? right(part) : left(part);
    switch (word.role) {
      case WordRole::kNumber:
      case WordRole::kGeneration:
        doubtful_ = doubtful_ || !person_;
        return lose(part, weights_[kMissingNumber]);
      case WordRole::kLegalForm:
        return lose(part, weights_[kMissingForm]);
      case WordRole::kParticle:
      case WordRole::kTitle:
        return;
      case WordRole::kInitial:
      case WordRole::kName:
        break;
    }
    // A father's name is left out more often than not.
    missing_ += word.patronymic ? 0 : double{word.bits};
    ++missing_words_;
    if (person_) return lose(part, weights_[kMissingWord]);
    const double loss = word.place ? weights_[kMissingPlace] : weights_[kMissingOrganisation];
    lose(part, word.loose ? loss * kLoose : loss);
    doubtful_ = true;
  }

  double whole() {
    const double all = agreed_ + near_worth_ + missing_;
    if (all > 0 && person_) lost_ += weights_[kMissingPart] * missing_ / all;
    // Words that are off together were transcribed otherwise, rather than slipped each by itself.
    near_loss_ = worst_near_ + kMoreNear * (near_loss_ - worst_near_);
    lost_ += near_loss_;
    if (matched_ < 2 && near_loss_ > 0) lost_ += weights_[kNearAlone];
    if (agreed_ + near_worth_ <= 0) return kNothingShared - lost_;
    double bits = agreed_ + near_worth_ - lost_;
    if (doubtful_) bits = std::min(bits, weights_[kNearStart] + bounded(agreed_) - lost_);
    if (person_ && missing_ > 0) bits = std::min(bits, weights_[kMissingMost] * (all - missing_) / missing_);
    if (person_ && matched_ < 2 && missing_words_ > 0)
      bits = std::min(bits, weights_[kOneWordMost] - near_loss_);
    return left_.written == right_.written ? bits + weights_[kIdentical] : bits;
  }

  // Towards kAgreeMost, and never quite there: more agreement is always more.
  double bounded(double bits) const { return weights_[kAgreeMost] * bits / (bits + kHalfOfMost); }

  Alignment& out_;
  const NameParts& left_;
  const NameParts& right_;
  const PairWeights& weights_;
  bool person_;
  double agreed_ = 0;
  double near_worth_ = 0;  // of near words, as if they were the same
  double near_loss_ = 0;
  double worst_near_ = 0;
  double lost_ = 0;
  double missing_ = 0;  // bits of words on one side only
  std::size_t missing_words_ = 0;
  std::size_t matched_ = 0;
  bool doubtful_ = false;
};

}  // namespace

void weigh(Alignment& alignment, const NameParts& left, const NameParts& right, const PairWeights& weights) {
  Scale(alignment, left, right, weights).run();
}

}  // namespace muster::names
