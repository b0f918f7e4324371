// Failure as a value. Functions that can fail for reasons outside the program (a missing file, a broken
// archive, a full disk) return Result<T>; the Error says what went wrong, where, and what the user can do.
// A document that cannot be read is not an Error but a model::Problem: the rest of the work goes on.
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace muster::base {

struct Error {
  std::string what;    // "the file is empty"
  std::string where;   // path, sheet, line: as exact as known; may be empty
  std::string remedy;  // what to do about it, a full sentence; may be empty
};

template <class T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(std::string what, std::string where = {},
                                                 std::string remedy = {}) {
  return std::unexpected(Error{std::move(what), std::move(where), std::move(remedy)});
}

// "where: what (remedy)", one line.
[[nodiscard]] std::string describe(const Error& error);

// Ends the program with a message when a condition that the code itself guarantees does not hold.
// On in release builds too: a wrong brief is worse than no brief.
void require(bool condition, const char* message);

}  // namespace muster::base
