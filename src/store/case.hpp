// A case on disk: a folder with case.db (SQLite, WAL), originals/ab/cd/<sha256> (read-only) and log.jsonl, in
// which each line carries the hash of the line before. Everything else of Muster sees plain values.
//
// A document is added in one transaction: after a crash at any moment it is wholly there or not at all, and
// what was reported as added stays. One writer at a time; a second waits up to ten seconds. Not thread-safe:
// use from one thread.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "model/extraction.hpp"
#include "model/finding.hpp"

namespace muster::store {

class Database;

// Where bytes came from and how they were read.
struct Origin {
  std::string context;  // hash of what was said of them: date, publisher, sidecar, the program's version
  std::string key;  // hash of the full path: new bytes at an old path supersede the old ones. Not the path
                    // itself, so that a case handed over does not tell where it was made.
};

enum class Added { kNew, kChanged, kUnchanged };

// A file that could not be opened (problem.fatal), or that is no evidence: no document of it exists.
struct Refused {
  std::string path;
  model::Problem problem;
  std::string at;
};

struct StoredDocument {
  model::DocumentId id = 0;
  model::Document document;          // with its text only where load() was asked
  std::vector<std::string> also_at;  // further paths with the same bytes
  std::string added_at;
  bool superseded = false;  // its path later held other bytes: kept, but no part of the brief
};

struct Verification {
  std::size_t documents = 0;
  std::size_t spans = 0;  // stored spans whose text was compared with the quoted words
  std::size_t log_lines = 0;
  std::vector<base::Error> failures;  // empty: the case is whole
};

class Case {
 public:
  // Makes the folder and its files where they are missing. Refuses a folder that holds other things.
  [[nodiscard]] static base::Result<Case> create_or_open(const std::filesystem::path& folder);
  // Fails where `folder` is no case.
  [[nodiscard]] static base::Result<Case> open(const std::filesystem::path& folder);
  Case(Case&&) noexcept;
  Case& operator=(Case&&) noexcept;
  ~Case();

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  // Whether the case holds these bytes, read in this context (what the user said of them: date, publisher
  // ...).
  [[nodiscard]] base::Result<bool> holds(std::string_view sha256, std::string_view context) const;
  // Keeps the bytes and all that was found. Same bytes in the same context: nothing
  // changes, but a new path is remembered.
  [[nodiscard]] base::Result<Added> add(const model::Document& document, const model::Extraction& extraction,
                                        std::string_view bytes, const Origin& origin);
  // The same bytes, in the same context, stand at `path` (again): remembers the path, and changes nothing
  // else.
  [[nodiscard]] base::Result<void> see_again(std::string_view sha256, std::string_view path,
                                             const Origin& origin);
  [[nodiscard]] base::Result<void> refuse(std::string_view path, const model::Problem& problem);
  [[nodiscard]] base::Result<std::vector<Refused>> refused() const;

  // In the order of their paths, so that the order of adding does not show. Without texts and parts.
  [[nodiscard]] base::Result<std::vector<StoredDocument>> documents() const;
  [[nodiscard]] base::Result<StoredDocument> load(model::DocumentId id) const;
  [[nodiscard]] base::Result<model::Extraction> extraction(model::DocumentId id) const;

  [[nodiscard]] base::Result<void> judge(const model::Judgement& judgement);
  [[nodiscard]] base::Result<std::vector<model::Judgement>> judgements()
      const;  // in the order they were made

  // Compares every original with its hash, every stored span with its words, and the log with its chain.
  [[nodiscard]] base::Result<Verification> verify() const;

 private:
  Case(std::filesystem::path folder, std::unique_ptr<Database> database);
  std::filesystem::path folder_;
  std::unique_ptr<Database> database_;
};

// ISO 8601 in UTC, to the second.
[[nodiscard]] std::string now_utc();

}  // namespace muster::store
