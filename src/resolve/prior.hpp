// The odds, before anything is compared, that two records are one person; they follow from the sizes of their
// sources.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "resolve/evidence.hpp"

namespace muster::resolve {

// Sources of one record each (papers) count together as one list.
class Prior {
 public:
  explicit Prior(std::span<const PreparedRecord> records);

  [[nodiscard]] double bits(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] std::span<const std::uint32_t> source_of() const { return source_of_; }  // by record

 private:
  std::vector<std::uint32_t> source_of_;
  std::vector<std::size_t> size_of_;  // by source
  std::size_t singles_ = 0;
};

}  // namespace muster::resolve
