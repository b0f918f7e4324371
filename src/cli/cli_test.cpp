#include <gtest/gtest.h>

#include <set>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/parse.hpp"

namespace muster::cli {
namespace {

TEST(Table, EveryCommandHasTwoExamplesAndAFunction) {
  for (const auto& command : commands()) {
    EXPECT_GE(command.examples.size(), 2U) << command.name;
    EXPECT_NE(command.run, nullptr) << command.name;
    std::set<std::string_view> names;
    for (const auto& flag : command.flags)
      EXPECT_TRUE(names.insert(flag.name).second) << command.name << " --" << flag.name;
  }
}

TEST(Help, NoLineIsTooWideForATerminal) {
  for (const auto& command : commands()) {
    const std::string help = command_help(command);
    for (std::size_t at = 0; at < help.size();) {
      const std::size_t end = std::min(help.find('\n', at), help.size());
      if (help.compare(at, 4, "  mu") != 0) {
        EXPECT_LE(end - at, 110U) << help.substr(at, end - at);
      }
      at = end + 1;
    }
  }
}

TEST(Parse, ReadsFlagsAnywhere) {
  const auto arguments =
      parse(*find_command("brief"), {"a", "--published", "2025-04-12", "b", "-o", "x.case", "-q"});
  ASSERT_TRUE(arguments);
  EXPECT_EQ(arguments->positional, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(arguments->value("published"), "2025-04-12");
  EXPECT_EQ(arguments->value("output"), "x.case");
  EXPECT_TRUE(arguments->has("quiet"));
}

TEST(Parse, HelpNeedsNothingElse) {
  const auto arguments = parse(*find_command("decide"), {"--help"});
  ASSERT_TRUE(arguments);
  EXPECT_TRUE(arguments->has("help"));
}

TEST(Parse, ADashIsAnArgument) {
  EXPECT_EQ(parse(*find_command("read"), {"-"})->positional, std::vector<std::string>{"-"});
}

TEST(Parse, RefusesWhatTheTableDoesNotKnow) {
  EXPECT_FALSE(parse(*find_command("brief"), {"a", "--nonsense"}));
  EXPECT_FALSE(parse(*find_command("brief"), {}));
  EXPECT_FALSE(parse(*find_command("status"), {"a", "b"}));
  EXPECT_FALSE(parse(*find_command("status"), {"a", "--format", "pdf"}));
  EXPECT_FALSE(parse(*find_command("brief"), {"a", "--published"}));
}

TEST(Completions, KnowThreeShells) {
  for (const char* shell : {"bash", "zsh", "fish"})
    EXPECT_NE(completions(shell).find("published"), std::string::npos) << shell;
  EXPECT_EQ(completions("tcsh"), "");
}

}  // namespace
}  // namespace muster::cli
