#include "cli/parse.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <list>

namespace muster::cli {
namespace {

std::string option_name(const Flag& flag) {
  return flag.letter != 0 ? fmt::format("-{},--{}", flag.letter, flag.name) : fmt::format("--{}", flag.name);
}

bool is_choice(std::string_view choices, std::string_view value) {
  while (!choices.empty()) {
    const std::size_t bar = choices.find('|');
    if (choices.substr(0, bar) == value) return true;
    choices = bar == std::string_view::npos ? std::string_view() : choices.substr(bar + 1);
  }
  return false;
}

std::unexpected<base::Error> usage(const Command& command, std::string what) {
  return base::fail(std::move(what), fmt::format("muster {}", command.name),
                    fmt::format("see `muster {} --help`", command.name));
}

}  // namespace

base::Result<Arguments> parse(const Command& command, const std::vector<std::string>& words) {
  CLI::App app;
  app.set_help_flag();
  Arguments arguments;
  std::list<std::pair<const Flag*, std::string>> values;
  std::list<std::pair<const Flag*, bool>> switches;
  bool help = false;
  app.add_flag("-h,--help", help);
  for (const auto& flag : command.flags) {
    if (flag.value.empty()) {
      app.add_flag(option_name(flag), switches.emplace_back(&flag, false).second);
    } else {
      app.add_option(option_name(flag), values.emplace_back(&flag, std::string()).second)
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    }
  }
  app.add_option("arguments", arguments.positional);
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::ParseError& error) {
    if (!help) return usage(command, error.what());
  }
  if (help) {
    arguments.switches.insert("help");
    return arguments;
  }
  for (const auto& [flag, value] : values) {
    if (app.count(fmt::format("--{}", flag->name)) == 0) continue;
    if (!flag->choices.empty() && !is_choice(flag->choices, value)) {
      return usage(command, fmt::format("--{} takes one of {}, not '{}'", flag->name, flag->choices, value));
    }
    arguments.values.emplace(flag->name, value);
  }
  for (const auto& [flag, on] : switches) {
    if (on) arguments.switches.emplace(flag->name);
  }
  const std::size_t given = arguments.positional.size();
  if (given < command.fewest || (command.most != 0 && given > command.most)) {
    return usage(command,
                 fmt::format("takes {}", command.arguments.empty() ? "no arguments" : command.arguments));
  }
  return arguments;
}

}  // namespace muster::cli
