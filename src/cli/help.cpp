#include "cli/help.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace muster::cli {
namespace {

constexpr std::size_t kWidth = 96;

// Breaks text at spaces so that no line is longer than kWidth, each further line indented.
std::string wrap(std::string_view text, std::size_t indent) {
  std::string out;
  std::size_t column = indent;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    const std::string_view word = text.substr(0, space);
    if (column > indent && column + 1 + word.size() > kWidth) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
    text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
  }
  return out;
}

std::string spelled(const Flag& flag) {
  std::string out = flag.letter != 0 ? fmt::format("-{}, ", flag.letter) : "    ";
  out += fmt::format("--{}", flag.name);
  if (!flag.value.empty()) out += fmt::format(" {}", flag.value);
  return out;
}

std::string flag_help(const Flag& flag) {
  std::string help(flag.help);
  if (!flag.choices.empty()) help += fmt::format(" ({})", flag.choices);
  return help;
}

constexpr Flag kHelp{"help", 'h', "", "this help", ""};

std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if (c == '\'')
      out += "\\(aq";
    else
      out += c;
  }
  return out.starts_with('.') ? "\\&" + out : out;
}

std::string man_command(const Command& command) {
  std::string out =
      fmt::format(".SS muster {} {}\n{}\n", command.name, roff(command.arguments), roff(command.description));
  for (const auto& flag : command.flags)
    out += fmt::format(".TP\n.B {}\n{}\n", roff(spelled(flag)), roff(flag_help(flag)));
  for (const auto& example : command.examples)
    out += fmt::format(".PP\n{}:\n.PP\n.nf\n.RS\n{}\n.RE\n.fi\n", roff(example.tells), roff(example.command));
  return out;
}

std::string bash_completions() {
  std::string names;
  std::string cases;
  for (const auto& command : commands()) {
    names += fmt::format("{} ", command.name);
    std::string flags = "--help";
    for (const auto& flag : command.flags) flags += fmt::format(" --{}", flag.name);
    cases += fmt::format("    {}) flags='{}' ;;\n", command.name, flags);
  }
  std::string choices;
  for (const auto& command : commands()) {
    for (const auto& flag : command.flags) {
      if (flag.choices.empty() || flag.choices.find(' ') != std::string_view::npos) continue;
      std::string words(flag.choices);
      std::ranges::replace(words, '|', ' ');
      choices += fmt::format("    {}:--{}) COMPREPLY=($(compgen -W '{}' -- \"$word\")); return ;;\n",
                             command.name, flag.name, words);
    }
  }
  return "_muster() {\n  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} flags=\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then COMPREPLY=($(compgen -W '" +
         names +
         "' -- \"$word\")); return; fi\n"
         "  case \"${COMP_WORDS[1]}:$before\" in\n" +
         choices +
         "  esac\n"
         "  case \"${COMP_WORDS[1]}\" in\n" +
         cases +
         "  esac\n"
         "  case \"$word\" in\n    -*) COMPREPLY=($(compgen -W \"$flags\" -- \"$word\")) ;;\n    *) "
         "COMPREPLY=($(compgen -f -- \"$word\")) ;;\n  esac\n}\n"
         "complete -o filenames -F _muster muster\n";
}

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string zsh_completions() {
  std::string names;
  std::string cases;
  for (const auto& command : commands()) {
    names += fmt::format("    {}\n", quoted(fmt::format("{}:{}", command.name, command.summary)));
    cases += fmt::format("    {}) _arguments", command.name);
    for (const auto& flag : command.flags) {
      std::string help(flag.help);
      std::ranges::replace(help, '[', '(');
      std::ranges::replace(help, ']', ')');
      std::string spec = fmt::format("--{}[{}]", flag.name, help);
      std::string words(flag.choices);
      std::ranges::replace(words, '|', ' ');
      if (!flag.value.empty())
        spec += words.empty() ? fmt::format(":{}:_files", flag.value)
                              : fmt::format(":{}:({})", flag.value, words);
      cases += " " + quoted(spec);
    }
    cases += " '*:file:_files' ;;\n";
  }
  return "#compdef muster\n_muster() {\n  local -a names=(\n" + names +
         "  )\n  if (( CURRENT == 2 )); then _describe command names; return; fi\n"
         "  local name=$words[2]\n  shift words; (( CURRENT-- ))\n  case $name in\n" +
         cases + "  esac\n}\n_muster \"$@\"\n";
}

std::string fish_completions() {
  std::string out;
  for (const auto& command : commands()) {
    out += fmt::format("complete -c muster -n __fish_use_subcommand -f -a {} -d {}\n", command.name,
                       quoted(command.summary));
    for (const auto& flag : command.flags) {
      out += fmt::format("complete -c muster -n '__fish_seen_subcommand_from {}' -l {}", command.name,
                         flag.name);
      if (flag.letter != 0) out += fmt::format(" -s {}", flag.letter);
      std::string words(flag.choices);
      std::ranges::replace(words, '|', ' ');
      if (!flag.value.empty()) out += words.empty() ? " -r" : " -x -a " + quoted(words);
      out += " -d " + quoted(flag.help) + "\n";
    }
  }
  return out;
}

}  // namespace

std::string general_help() {
  std::string out =
      "muster: who is who, and who says what, in lists, papers and reports\n\n"
      "  muster brief examples/border-post\n      read a folder of evidence and print the brief\n"
      "  muster read report.txt --published 2025-03-20\n      what stands in one file, as "
      "JSON\n\ncommands:\n";
  for (const auto& command : commands())
    out += fmt::format("  {:<12} {}\n", command.name, wrap(command.summary, 15));
  return out +
         "\n`muster COMMAND --help` tells more, with examples. Data goes to stdout, everything else to "
         "stderr.\n"
         "Exit codes: 0 fine, 1 nothing found, 2 some input failed or the words of the call are off, 130 "
         "interrupted.\n";
}

std::string command_help(const Command& command) {
  std::string out;
  for (const auto& example : command.examples)
    out += fmt::format("  {}\n      {}\n", example.command, example.tells);
  out = fmt::format("muster {}: {}\n\n{}\nusage: muster {} {}{}\n\n{}\n", command.name, command.summary, out,
                    command.name, command.arguments, command.flags.empty() ? "" : " [flags]",
                    wrap(command.description, 0));
  std::string flags;
  auto all = command.flags;
  all.push_back(kHelp);
  for (const auto& flag : all)
    flags += fmt::format("  {:<22} {}\n", spelled(flag), wrap(flag_help(flag), 25));
  return out + "\nflags:\n" + flags;
}

std::string man_page() {
  std::string out = fmt::format(
      ".TH MUSTER 1 \"\" \"Muster {}\" \"User commands\"\n.SH NAME\nmuster \\- who is who, and who says "
      "what, in lists, papers and reports\n"
      ".SH SYNOPSIS\n.B muster\n.I command\n[flags] [arguments]\n.SH DESCRIPTION\n"
      "Reads lists, identity papers and reports, works out who is who across languages and scripts, and "
      "keeps every claim with the exact "
      "words it came from. Data goes to stdout, everything else to stderr.\n.SH COMMANDS\n",
      MUSTER_VERSION);
  for (const auto& command : commands()) out += man_command(command);
  return out +
         ".SH EXIT STATUS\n0 fine, 1 nothing found, 2 some input failed or the words of the call are off, "
         "130 interrupted.\n"
         ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nwhen set, nothing is printed in colour\n";
}

std::string completions(std::string_view shell) {
  if (shell == "bash") return bash_completions();
  if (shell == "zsh") return zsh_completions();
  if (shell == "fish") return fish_completions();
  return {};
}

}  // namespace muster::cli
