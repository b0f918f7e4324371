// Help, manual page and completions, from the table of commands.
#pragma once

#include <string>

#include "cli/command.hpp"

namespace muster::cli {

[[nodiscard]] std::string general_help();
[[nodiscard]] std::string command_help(const Command& command);
[[nodiscard]] std::string man_page();
// For "bash", "zsh" or "fish"; empty for another shell.
[[nodiscard]] std::string completions(std::string_view shell);

}  // namespace muster::cli
