// Pairs in memory and in a file are the same pairs; a file that cannot be written is told.
#include "resolve/link_spill.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <filesystem>

#include "resolve/link_test_lists.hpp"
#include "resolve/linkage.hpp"

namespace muster::resolve {
namespace {

// Pairs numbered from 0, added by threads in lots of `lot`.
void add_numbered(PairStore& store, std::size_t count, std::size_t lot, std::size_t threads) {
  base::for_each_piece((count + lot - 1) / lot, threads, [&](std::size_t i) {
    std::vector<EvidencePair> pairs;
    for (std::size_t n = i * lot; n < std::min(count, (i + 1) * lot); ++n)
      pairs.push_back({{static_cast<std::uint32_t>(n), static_cast<std::uint32_t>(n + 1)},
                       {static_cast<float>(n), -static_cast<float>(n)}});
    store.add(pairs);
  });
}

bool holds_numbered(PairStore& store, std::size_t count, std::size_t threads) {
  std::array<std::vector<std::uint32_t>, PairStore::kLanes> lanes;
  std::array<bool, PairStore::kLanes> whole;
  whole.fill(true);
  store.for_each(threads, [&](std::span<const EvidencePair> some, std::size_t lane) {
    for (const EvidencePair& pair : some) {
      lanes[lane].push_back(pair.rows.left);
      whole[lane] = whole[lane] && pair.rows.right == pair.rows.left + 1 &&
                    pair.evidence.bits == static_cast<float>(pair.rows.left) &&
                    pair.evidence.shared == -pair.evidence.bits;
    }
  });
  std::vector<std::uint32_t> all;
  for (const auto& lane : lanes) all.insert(all.end(), lane.begin(), lane.end());
  std::ranges::sort(all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] != i) return false;
  }
  return all.size() == count && std::ranges::all_of(whole, std::identity{});
}

TEST(LinkSpill, WhatIsAddedIsReadBackOnceWhereverItWaited) {
  RC_ASSERT(rc::check([] {
    const auto count = *rc::gen::inRange<std::size_t>(0, 90'000);
    const auto memory = *rc::gen::inRange<std::uint64_t>(0, 20 * 90'000);
    const auto threads = *rc::gen::inRange<std::size_t>(1, 4);
    PairStore store(memory);
    add_numbered(store, count, *rc::gen::inRange<std::size_t>(1, 9000) + 50, threads);
    RC_ASSERT(!store.failure());
    RC_ASSERT(store.size() == count);
    RC_ASSERT(store.in_file() == count - std::min<std::uint64_t>(count, memory / sizeof(EvidencePair)));
    RC_ASSERT(holds_numbered(store, count, threads));
    RC_ASSERT(holds_numbered(store, count, 1));
  }));
}

TEST(LinkSpill, NothingIsLeftInTheFolder) {
  const auto folder = std::filesystem::temp_directory_path() / ("link_spill_" + std::to_string(getpid()));
  std::filesystem::create_directory(folder);
  PairStore store(0, folder.string());
  add_numbered(store, 100'000, 1000, 2);
  EXPECT_EQ(store.in_file(), 100'000U);
  EXPECT_TRUE(std::filesystem::is_empty(folder)) << "not even while it works";
  EXPECT_TRUE(std::filesystem::remove(folder));
}

TEST(LinkSpill, AFolderThatIsNotThereIsNamed) {
  PairStore store(16, "/nowhere/at/all");
  add_numbered(store, 1, 1, 1);
  EXPECT_FALSE(store.failure()) << "memory held it";
  add_numbered(store, 10, 2, 2);
  ASSERT_TRUE(store.failure());
  EXPECT_EQ(store.failure()->where, "/nowhere/at/all");
  EXPECT_TRUE(store.failure()->what.ends_with("No such file or directory")) << store.failure()->what;
}

TEST(LinkSpill, AFullDiskIsTold) {
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
  rlimit small = before;
  small.rlim_cur = 1 << 16;
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  PairStore store(1 << 10);
  add_numbered(store, 50'000, 1000, 2);
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, ignored);
  ASSERT_TRUE(store.failure());
  EXPECT_NE(store.failure()->what.find("cannot be written"), std::string::npos);
}

TEST(LinkSpill, TheAnswerIsTheSameWithHardlyAnyMemory) {
  for (const std::size_t count : {300U, 2600U}) {  // all pairs; by rules
    const LinkRows rows = rows_of(person_headers(), invented_people(3, count));
    const Linkage whole = link(rows, {}).value();
    EXPECT_EQ(whole.spilled, 0U);
    for (const std::uint64_t memory : {0U, 1000U}) {
      LinkOptions options;
      options.pair_memory = memory;
      options.threads = 2;
      const Linkage spilled = link(rows, options).value();
      EXPECT_GT(spilled.spilled, 100U);
      EXPECT_EQ(answer_of(rows, spilled), answer_of(rows, whole)) << count << " rows, " << memory << " bytes";
    }
  }
}

}  // namespace
}  // namespace muster::resolve
