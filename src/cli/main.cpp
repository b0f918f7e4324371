#include <signal.h>

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/parse.hpp"
#include "cli/terminal.hpp"

namespace muster::cli {
namespace {

int run_command(const Command& command, const std::vector<std::string>& words) {
  const auto arguments = parse(command, words);
  if (!arguments) return report_error(arguments.error());
  if (arguments->has("help")) {
    print(command_help(command));
    return kFine;
  }
  return command.run(*arguments);
}

int run(std::vector<std::string> words) {
  if (words.empty()) {
    note(general_help());
    return kFailed;
  }
  const std::string name = words.front();
  words.erase(words.begin());
  if (name == "--help" || name == "-h" || (name == "help" && words.empty())) {
    print(general_help());
    return kFine;
  }
  if (name == "--version") {
    print("muster " MUSTER_VERSION "\n");
    return kFine;
  }
  if (name == "help") return run({words.front(), "--help"});
  if (const Command* command = find_command(name)) return run_command(*command, words);
  return report_error({"no command '" + name + "'", "muster", "see `muster --help` for the commands"});
}

}  // namespace
}  // namespace muster::cli

int main(int argc, char** argv) {
  ::signal(SIGPIPE, SIG_IGN);
  return muster::cli::run(std::vector<std::string>(argv + 1, argv + argc));
}
