// Words of names as they were read before: the names of one list share their words, and reading one costs
// more than looking it up. Bounded: a new word takes the place of an old one. Safe for all threads.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "names/compare.hpp"
#include "names/parts.hpp"

namespace muster::names {

// A word on its own, before its name is known, and once it was finished as one of a name.
struct ReadWord {
  std::u32string letters;
  bool ukrainian = false;
  Word made;
  Word finished;
};

class WordMemo {
 public:
  WordMemo() : slots_(kSlots) {}

  // nullptr: not there.
  [[nodiscard]] std::shared_ptr<const ReadWord> find(std::u32string_view letters, bool ukrainian) const;
  void keep(std::shared_ptr<const ReadWord> word);

 private:
  static constexpr std::size_t kSlots = 1 << 14;
  static constexpr std::size_t kLocks = 64;

  static std::size_t slot_of(std::u32string_view letters, bool ukrainian);
  [[nodiscard]] std::mutex& lock_of(std::size_t slot) const { return locks_[slot % kLocks]; }

  std::vector<std::shared_ptr<const ReadWord>> slots_;
  mutable std::array<std::mutex, kLocks> locks_;
};

// prepare() by way of the memo; the same name comes out.
[[nodiscard]] Name prepare(std::string_view utf8, NameKind kind, WordMemo* memo);

}  // namespace muster::names
