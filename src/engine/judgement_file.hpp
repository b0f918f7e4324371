// What people said of pairs of rows, in a file of their own beside a list: id1, id2, judgement, score, user,
// created_at, reason. Lines are added and never changed; the last on a pair counts, and "undo" takes the
// earlier ones back.
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"
#include "model/finding.hpp"

namespace muster::engine {

// Judgements that hold, in the order of their lines. Fails on a line that cannot be understood, saying which.
[[nodiscard]] base::Result<std::vector<model::Judgement>> read_judgements(const std::string& file);

// Adds a line; makes the file where it is missing. `word`: same, different, unsure or undo.
[[nodiscard]] base::Result<void> add_judgement(const std::string& file, const model::Judgement& judgement,
                                               const std::string& word);

// id and cluster of an earlier run's clusters file.
[[nodiscard]] base::Result<std::vector<std::pair<std::string, std::string>>> read_clusters(
    const std::string& file);

}  // namespace muster::engine
