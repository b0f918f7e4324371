// The words of a call, read by the table of commands.
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"
#include "cli/command.hpp"

namespace muster::cli {

// `words` are those after the command's name. --help gives Arguments with the switch "help".
[[nodiscard]] base::Result<Arguments> parse(const Command& command, const std::vector<std::string>& words);

}  // namespace muster::cli
