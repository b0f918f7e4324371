#include "names/word_memo.hpp"

#include <functional>

namespace muster::names {

std::size_t WordMemo::slot_of(std::u32string_view letters, bool ukrainian) {
  return (std::hash<std::u32string_view>()(letters) + (ukrainian ? 1 : 0)) % kSlots;
}

std::shared_ptr<const ReadWord> WordMemo::find(std::u32string_view letters, bool ukrainian) const {
  const std::size_t slot = slot_of(letters, ukrainian);
  std::shared_ptr<const ReadWord> there;
  {
    const std::lock_guard guard(lock_of(slot));
    there = slots_[slot];
  }
  const bool same = there != nullptr && there->ukrainian == ukrainian && there->letters == letters;
  return same ? there : nullptr;
}

void WordMemo::keep(std::shared_ptr<const ReadWord> word) {
  const std::size_t slot = slot_of(word->letters, word->ukrainian);
  const std::lock_guard guard(lock_of(slot));
  slots_[slot].swap(word);
}

}  // namespace muster::names
