// decide, man, completions.
#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/terminal.hpp"
#include "engine/judgement_file.hpp"
#include "engine/people.hpp"
#include "store/case.hpp"

namespace muster::cli {
namespace {

std::string login_name() {
  const passwd* entry = ::getpwuid(::getuid());
  return entry != nullptr ? entry->pw_name : "unknown";
}

base::Result<model::Verdict> verdict_named(const std::string& word) {
  for (const auto verdict : {model::Verdict::kSame, model::Verdict::kDifferent, model::Verdict::kUnsure}) {
    if (word == to_string(verdict)) return verdict;
  }
  return base::fail("'" + word + "' is no verdict", "muster decide", "say same, different or unsure");
}

// The probability that the program gives the pair; an error where the case has no such entries.
base::Result<double> current_score(const store::Case& of, const std::string& left, const std::string& right) {
  const auto view = engine::CaseView::load(of);
  if (!view) return std::unexpected(view.error());
  const auto people = engine::resolve_people(*view, {});
  for (const auto& id : {left, right}) {
    const bool known =
        std::ranges::any_of(people.sources, [&](const auto& person) { return person.record.id == id; });
    if (!known)
      return base::fail("the case has no entry '" + id + "'", "muster decide",
                        "see `muster who CASE --pairs` for the ids");
  }
  for (const auto& link : people.resolution.links) {
    if ((link.left == left && link.right == right) || (link.left == right && link.right == left))
      return link.probability;
  }
  return 0.0;
}

// A line in a file of judgements on the rows of a list.
int decide_in_file(const Arguments& arguments) {
  const auto& words = arguments.positional;
  if (words[3] != "undo") {
    if (const auto verdict = verdict_named(words[3]); !verdict) return report_error(verdict.error());
  }
  const auto [left, right] = std::minmax(words[1], words[2]);
  const model::Judgement judgement{left,
                                   right,
                                   model::Verdict::kUnsure,
                                   0,
                                   arguments.value("user", login_name()),
                                   store::now_utc(),
                                   arguments.value("reason")};
  if (auto done = engine::add_judgement(words[0], judgement, words[3]); !done)
    return report_error(done.error());
  note(fmt::format("kept in {}: {} and {} are {}", words[0], left, right, words[3]));
  return kFine;
}

}  // namespace

int run_decide(const Arguments& arguments) {
  const auto& words = arguments.positional;
  if (words[1] == words[2]) return report_error({"the two entries are one", "muster decide", "name two ids"});
  if (words[0].ends_with(".csv")) return decide_in_file(arguments);
  auto opened = store::Case::open(words[0]);
  if (!opened) return report_error(opened.error());
  const auto verdict = verdict_named(words[3]);
  if (!verdict) return report_error(verdict.error());
  const auto score = current_score(*opened, words[1], words[2]);
  if (!score) return report_error(score.error());
  const auto [left, right] = std::minmax(words[1], words[2]);
  const model::Judgement judgement{left,
                                   right,
                                   *verdict,
                                   *score,
                                   arguments.value("user", login_name()),
                                   store::now_utc(),
                                   arguments.value("reason")};
  if (auto done = opened->judge(judgement); !done) return report_error(done.error());
  note(fmt::format(
      "kept: {} and {} are {} (the program said {:.3f}); run `muster brief` again for a new brief", left,
      right, words[3], *score));
  return kFine;
}

int run_man(const Arguments&) {
  print(man_page());
  return kFine;
}

int run_completions(const Arguments& arguments) {
  const std::string script = completions(arguments.positional[0]);
  if (script.empty())
    return report_error({"no completions for '" + arguments.positional[0] + "'", "muster completions",
                         "name bash, zsh or fish"});
  print(script);
  return kFine;
}

}  // namespace muster::cli
