// What the outside looks like to a command: terminals, colour, width, progress, errors, interruption.
#pragma once

#include <atomic>
#include <string>

#include "base/error.hpp"
#include "engine/progress.hpp"
#include "report/table.hpp"

namespace muster::cli {

// The format asked for, or a table on a terminal and tab-separated values in a pipe.
[[nodiscard]] report::Format output_format(const std::string& asked);
[[nodiscard]] report::TextOptions text_options();

// Writes to stdout and says whether it could; a closed pipe ends the program quietly.
void print(std::string_view data);
void note(std::string_view line);            // stderr, one line
int report_error(const base::Error& error);  // stderr; returns kFailed

// A progress bar with rate and time left on a terminal, nothing elsewhere; stops at Ctrl-C.
[[nodiscard]] engine::Progress make_progress(bool quiet);

}  // namespace muster::cli
