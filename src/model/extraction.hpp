// What extraction finds in one document: mentions, dates, quantities, places, claims, statements. Plain data;
// every item carries the span of the exact words.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace muster::model {

enum class MentionType : std::uint8_t { kPerson, kOrganisation, kPlace, kNationality, kOther };

// Words that name something or somebody: "Volodymyr Zelensky", "the Foreign Ministry", "a Western official".
struct Mention {
  Span span;
  MentionType type = MentionType::kOther;
  std::string name;   // as other mentions of the same should be named: nominative, full form
  bool role = false;  // a description, not a name: "a Western official", "one of the citizens"
};

enum class DateType : std::uint8_t { kDate, kTime, kDuration, kSet };

struct DateExpression {
  Span span;
  DateType type = DateType::kDate;
  std::string value;   // TIMEX3: 2025-04-08, XXXX-04-08, 2025-W15, P3D, PAST_REF ...
  std::string anchor;  // the date it was worked out from, "" when it stands by itself
};

enum class Relation : std::uint8_t { kEqual, kMore, kAtLeast, kLess, kAtMost, kAbout };

constexpr double kUnbounded = std::numeric_limits<double>::infinity();

struct Quantity {
  Span span;
  double value = 0;  // as written: 150 for "more than 150"; NaN for "a few", "many"
  double low = 0;    // the range that the words allow
  double high = kUnbounded;
  Relation relation = Relation::kEqual;
  std::string unit;           // "percent", "km", "person", "" for bare counts
  std::string currency;       // ISO 4217
  std::string counted;        // head word of what is counted: "citizens", "names"
  Span counted_span;          // with its modifiers; empty when nothing is counted
  std::int32_t same_as = -1;  // index of the quantity that this one restates: "300 000 rubles (about $3 470)"
};

struct PlaceCandidate {
  std::string id;
  std::string name;
  std::string country;  // ISO 3166-1 alpha-2
  std::string region;   // first-level division, English name
  double latitude = 0;
  double longitude = 0;
  double probability = 0;
};

struct PlaceMention {
  Span span;
  std::vector<PlaceCandidate> candidates;  // most probable first
  std::int32_t chosen = -1;                // index of the candidate; -1: undecided
  std::string why;                         // what decided, or why nothing did
};

enum class Stance : std::uint8_t { kAsserted, kDenied, kHedged, kQuestioned, kDemanded, kNoComment };
enum class ClaimKind : std::uint8_t { kDirect, kMixed, kIndirect };

// Somebody says something. Spans are discontinuous where the words are.
struct Claim {
  std::vector<Span> source;  // empty: no source in the text
  std::vector<Span> cue;
  std::vector<Span> content;
  std::vector<Span> hedge;  // the words that hedge or deny
  Stance stance = Stance::kAsserted;
  ClaimKind kind = ClaimKind::kIndirect;
  float probability = 1;     // that somebody says this at all; 1 where rules decided
  std::string cue_why;       // what speaks for and against that, in bits; "" where not asked for
  std::int32_t parent = -1;  // index of the claim whose content holds this one
  std::string speaker;       // whom the source means: "Volodymyr Zelensky" for "he"; "" when unknown
  std::string speaker_why;   // how that was decided
  std::vector<std::string> on_word_of;  // further sources: "Ukrainian intelligence data"
  std::string said_on;                  // EDTF; "" when not said
};

// Ends the reason of a speaker whom the text describes and does not name: "a Western official". Two such of
// one wording are not one person.
inline constexpr std::string_view kDescribed = "described, not named";
[[nodiscard]] inline bool is_described(std::string_view speaker_why) {
  return speaker_why.ends_with(kDescribed);
}

// FollowTheMoney's statement, with the span it was read from.
struct Statement {
  std::string entity;    // id
  std::string schema;    // Person, Passport, Membership ...
  std::string property;  // name, birthDate, ...
  std::string value;     // cleaned
  std::string original;  // as written
  std::string language;
  std::string origin;  // how it was read: "cell", "machine-readable zone", "printed text"
  Span span;
};

struct ListColumn {
  std::uint32_t column = 0;  // from 1
  std::string header;        // as written; empty without a header row
  std::string property;      // name, birthDate, contractDate, unit, position ...; empty: not recognised
};

// A table of people inside a document: which rows they stand in and what its columns hold.
struct ListTable {
  Span span;  // the header row's or the first row's cells
  std::uint32_t sheet = 0;
  std::uint32_t header_row = 0;  // from 1; 0: no header
  std::uint32_t first_row = 0;
  std::uint32_t last_row = 0;
  std::size_t rows = 0;  // rows that hold a person
  std::vector<ListColumn> columns;
};

// A date in a table that cannot be (31.02.1994) or that is hard to believe (a contract at the age of nine).
struct DateDoubt {
  Span span;
  std::uint32_t row = 0;
  std::string column;  // its header
  std::string value;   // as written
  bool impossible = false;
  std::string why;
};

struct Extraction {
  std::vector<Mention> mentions;
  std::vector<DateExpression> dates;
  std::vector<Quantity> quantities;
  std::vector<PlaceMention> places;
  std::vector<Claim> claims;
  std::vector<Statement> statements;
  std::vector<ListTable> lists;
  std::vector<DateDoubt> date_doubts;
  std::vector<Problem> problems;  // an impossible date in a cell, a check digit that fails
};

[[nodiscard]] const char* to_string(MentionType type);   // person, organization, place, nationality, other
[[nodiscard]] const char* to_string(DateType type);      // DATE, TIME, DURATION, SET
[[nodiscard]] const char* to_string(Relation relation);  // = > >= < <= ~
[[nodiscard]] const char* to_string(
    Stance stance);  // asserted, denied, hedged, questioned, demanded, no comment
[[nodiscard]] const char* to_string(ClaimKind kind);  // direct, mixed, indirect

}  // namespace muster::model
