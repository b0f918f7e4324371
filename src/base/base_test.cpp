#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/process.hpp"
#include "base/sha256.hpp"

namespace muster::base {
namespace {

TEST(Sha256, MatchesThePublishedVectors) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(File, WhatWasWrittenIsRead) {
  const auto path =
      std::filesystem::temp_directory_path() / ("muster-file-test-" + std::to_string(::getpid()));
  const std::string bytes("a\0b\n", 4);
  ASSERT_TRUE(write_file(path, bytes));
  EXPECT_EQ(read_file(path).value(), bytes);
  std::filesystem::remove(path);
}

TEST(File, ALinkIsWrittenThroughAndNotReplaced) {
  const auto target =
      std::filesystem::temp_directory_path() / ("muster-target-" + std::to_string(::getpid()));
  const auto link = target.string() + ".link";
  ASSERT_TRUE(write_file(target, "before, and longer"));
  std::filesystem::create_symlink(target, link);
  ASSERT_TRUE(write_file(link, "after"));
  EXPECT_TRUE(std::filesystem::is_symlink(link));
  EXPECT_EQ(read_file(target).value(), "after");
  std::filesystem::remove(link);
  std::filesystem::remove(target);
}

TEST(File, AMissingFileSaysWhereAndWhatToDo) {
  const auto missing = read_file("/nonexistent/muster");
  ASSERT_FALSE(missing);
  EXPECT_EQ(describe(missing.error()), "/nonexistent/muster: No such file or directory (check the path)");
}

TEST(File, AFolderIsNoFile) {
  EXPECT_FALSE(read_file("/"));
}

TEST(Process, KeepsBothStreamsAndTheExitCode) {
  const auto run = run_process({"sh", "-c", "echo out; echo err >&2; exit 3"}, std::chrono::seconds(10));
  ASSERT_TRUE(run);
  EXPECT_EQ(run->out, "out\n");
  EXPECT_EQ(run->err, "err\n");
  EXPECT_EQ(run->exit_code, 3);
}

TEST(Process, AMissingProgramIsAnError) {
  EXPECT_FALSE(run_process({"muster-no-such-program"}, std::chrono::seconds(1)));
}

TEST(Process, IsKilledAtItsLimit) {
  const auto run = run_process({"sleep", "30"}, std::chrono::milliseconds(50));
  ASSERT_FALSE(run);
  EXPECT_EQ(run.error().what, "ran longer than 50 ms");
}

TEST(Process, TooMuchOutputIsAnError) {
  EXPECT_FALSE(run_process({"sh", "-c", "yes | head -c 100000"}, std::chrono::seconds(10), 1000));
}

}  // namespace
}  // namespace muster::base
