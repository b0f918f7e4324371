// The brief: what a case says, laid out for a person to read. Plain data; the engine fills it in, and
// brief_json, brief_html and brief_text write it. Everything carries the quotes it rests on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/extraction.hpp"
#include "model/finding.hpp"

namespace muster::report {

// Words of a document, with what stands around them. Offsets are code points into the document's text.
struct Quote {
  model::DocumentId document = 0;
  std::size_t start = 0;
  std::size_t end = 0;
  std::string text;
  std::string part;     // "Roster!C12", "page 2", "paragraph 3"
  std::string context;  // the sentence or the row
  std::size_t context_start = 0;
};

struct BriefDocument {
  model::DocumentId id = 0;
  std::string name, path, sha256, media_type, title, publisher, published, published_how, language, url;
  std::vector<model::Problem> problems;
};

struct RowRef {
  model::DocumentId document = 0;
  std::uint32_t row = 0;
  std::string name;
};

struct BriefList {
  model::DocumentId document = 0;
  std::string sheet;
  std::size_t rows = 0;
  std::size_t people = 0;
  std::size_t undecided_pairs = 0;  // doubles that may be one person: `people` counts them as two
  std::vector<Quote> quotes;
};

struct BriefPerson {
  std::string id;
  std::string name;
  std::vector<std::string> names;
  std::vector<RowRef> rows;
  std::vector<model::DocumentId> papers;
};

struct BriefDouble {
  RowRef left, right;
  std::string left_id, right_id;  // entity ids, as `muster decide` takes them
  double probability = 0;
  model::Verdict verdict = model::Verdict::kUnsure;
  bool judged = false;
  std::vector<std::string> why;
  std::vector<Quote> quotes;
};

struct BriefLink {
  RowRef row;
  double probability = 0;
  std::vector<std::string> why;
  std::string row_id = {};  // entity id of the row
};

struct BriefPaper {
  model::DocumentId document = 0;
  std::string id = {};  // entity id
  std::string name, native_name, number, birth_date, country, checks;
  std::vector<BriefLink> links;  // candidates, most probable first
  model::Verdict verdict =
      model::Verdict::kDifferent;  // same: links[0] is the row; unsure; different: on no list
  std::string why;
  std::vector<Quote> quotes;
};

// A person named in a report, who may be on a list.
struct BriefNamed {
  std::string name;  // nominative
  std::vector<BriefLink> links;
  model::Verdict verdict = model::Verdict::kDifferent;
  std::vector<Quote> quotes;
  std::string id = {};  // entity id
};

struct Spelling {
  std::string value;
  std::size_t rows = 0;
};

struct BriefGroup {  // a unit or a role of a list
  std::string value;
  std::size_t rows = 0;
  std::vector<Spelling> spellings;
};

struct BriefDate {
  bool impossible = false;  // else doubtful
  model::DocumentId document = 0;
  std::uint32_t row = 0;
  std::string column, value, why;
  std::vector<Quote> quotes;
};

struct BriefClaim {
  std::int64_t id = 0;      // within the brief, from 1
  std::int64_t parent = 0;  // 0: none
  model::DocumentId document = 0;
  std::string speaker, speaker_why, source, cue, content, said_on;
  std::vector<std::string> on_word_of;
  model::Stance stance = model::Stance::kAsserted;
  model::ClaimKind kind = model::ClaimKind::kIndirect;
  std::vector<Quote> quotes;  // content, source, cue
};

struct BriefFinding {
  model::FindingKind kind = model::FindingKind::kAgree;
  std::string rule, summary;
  std::vector<std::string> not_checked;
  std::vector<Quote> quotes;
};

struct BriefEvent {
  std::string value;      // EDTF
  std::string precision;  // day, month, year, time, open
  std::string lane;       // happened, reported, listed
  std::string summary;    // the sentence, or "wire.txt published"
  std::vector<Quote> quotes;
};

struct BriefPlace {
  std::string text;
  std::vector<model::PlaceCandidate> candidates;
  std::int32_t chosen = -1;
  std::string why;
  std::vector<Quote> quotes;  // every mention
};

struct BriefProblem {
  std::string file, where, what, remedy;
};

struct Brief {
  std::string version, case_name, made;
  std::vector<BriefDocument> documents;
  std::vector<BriefList> lists;
  std::vector<BriefPerson> persons;
  std::vector<BriefDouble> doubles;
  std::vector<BriefPaper> papers;
  std::vector<BriefNamed> named;
  std::vector<BriefGroup> units, roles;
  std::vector<BriefDate> dates;
  std::vector<BriefClaim> claims;
  std::vector<BriefFinding> findings;
  std::vector<BriefEvent> timeline;
  std::vector<BriefPlace> places;
  std::vector<BriefProblem> problems;
};

}  // namespace muster::report
