// What weighing and resolving say about claims and statements, with every span they rest on. Plain data.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.hpp"

namespace muster::model {

using DocumentId = std::int64_t;  // of a case's store; from 1

// A span of one of the case's documents.
struct Anchor {
  DocumentId document = 0;
  Span span;
  friend bool operator==(const Anchor&, const Anchor&) = default;
  friend auto operator<=>(const Anchor&, const Anchor&) = default;
};

enum class FindingKind : std::uint8_t {
  kAgree,
  kNarrower,
  kConflict,
  kUpdate,
  kCorrection,
  kCopy,
  kRewrite,
  kSharedQuotation,
  kCites,
  kSameRoot,
  kCountCheck,
  kGap,
};
[[nodiscard]] const char* to_string(FindingKind kind);

struct Finding {
  FindingKind kind = FindingKind::kAgree;
  std::string rule;     // name of the rule that made it
  std::string summary;  // one sentence
  std::vector<Anchor> anchors;
  std::vector<std::string> not_checked;
};

enum class Verdict : std::uint8_t { kSame, kDifferent, kUnsure };
[[nodiscard]] const char* to_string(Verdict verdict);  // same, different, unsure

// A person's or the program's word on a pair of entities; append-only, a later one overrides.
struct Judgement {
  std::string left;  // entity ids, left < right
  std::string right;
  Verdict verdict = Verdict::kUnsure;
  double score = 0;  // the probability shown at the time; 0 when none was
  std::string user;
  std::string created_at;  // ISO 8601, UTC
  std::string reason;
};

// Two entities compared: how probable it is that they are one, and why.
struct Link {
  std::string left;
  std::string right;
  double probability = 0;
  Verdict verdict = Verdict::kUnsure;
  bool judged = false;  // the verdict is a user's
  std::vector<std::string>
      why;  // one reason a line: "name: Чжан Жэньбо = Zhang Renbo (Palladius): +9.3 bits"
};

}  // namespace muster::model
