// The commands and flags of muster, said once: the parser, the help, the man page and the completions are all
// made from this table (commands.cpp).
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace muster::cli {

// Exit codes.
constexpr int kFine = 0;
constexpr int kNothingFound = 1;
constexpr int kFailed = 2;  // some input failed, or the words of the call are off
constexpr int kInterrupted = 130;

struct Flag {
  std::string_view name;   // "output": written --output
  char letter = 0;         // 'o': also -o; 0: none
  std::string_view value;  // "DIR"; empty: a switch
  std::string_view help;
  std::string_view choices;  // "table|csv": the values allowed; empty: any
};

// What was asked for, after parsing.
struct Arguments {
  std::vector<std::string> positional;
  std::map<std::string, std::string, std::less<>> values;
  std::set<std::string, std::less<>> switches;

  [[nodiscard]] std::string value(std::string_view flag, std::string_view otherwise = {}) const {
    const auto found = values.find(flag);
    return std::string(found == values.end() ? otherwise : std::string_view(found->second));
  }
  [[nodiscard]] bool has(std::string_view flag) const { return switches.contains(flag); }
};

struct Example {
  std::string_view command;
  std::string_view tells;
};

struct Command {
  std::string_view name;
  std::string_view arguments;     // "PATH..."
  std::size_t fewest = 0;         // positional arguments
  std::size_t most = 0;           // 0: any number
  std::string_view summary;       // one line
  std::string_view description;   // a paragraph or two
  std::vector<Example> examples;  // two at least
  std::vector<Flag> flags;
  int (*run)(const Arguments&) = nullptr;
};

[[nodiscard]] const std::vector<Command>& commands();
[[nodiscard]] const Command* find_command(std::string_view name);

// The commands' functions, by file.
int run_brief(const Arguments&);
int run_init(const Arguments&);
int run_add(const Arguments&);
int run_status(const Arguments&);
int run_verify(const Arguments&);
int run_read(const Arguments&);
int run_train(const Arguments&);
int run_compare(const Arguments&);
int run_lookup(const Arguments&);
int run_dedupe(const Arguments&);
int run_link(const Arguments&);
int run_who(const Arguments&);
int run_claims(const Arguments&);
int run_timeline(const Arguments&);
int run_findings(const Arguments&);
int run_decide(const Arguments&);
int run_man(const Arguments&);
int run_completions(const Arguments&);

}  // namespace muster::cli
