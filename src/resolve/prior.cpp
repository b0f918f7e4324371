#include "resolve/prior.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "names/compare.hpp"
#include "resolve/weights.hpp"

namespace muster::resolve {

Prior::Prior(std::span<const PreparedRecord> records) {
  std::unordered_map<std::string, std::uint32_t> numbers;
  for (const PreparedRecord& record : records) {
    const auto number =
        numbers.emplace(record.source, static_cast<std::uint32_t>(numbers.size())).first->second;
    source_of_.push_back(number);
    if (number == size_of_.size()) size_of_.push_back(0);
    ++size_of_[number];
  }
  singles_ = static_cast<std::size_t>(std::ranges::count(size_of_, std::size_t{1}));
}

double Prior::bits(std::uint32_t a, std::uint32_t b) const {
  const std::size_t size_a = size_of_[source_of_[a]];
  const std::size_t size_b = size_of_[source_of_[b]];
  const bool one_list = source_of_[a] == source_of_[b] || (size_a == 1 && size_b == 1);
  const double share = weight(one_list ? "prior_doubles" : "prior_overlap").bits;
  const std::size_t size = std::max(size_a == 1 ? singles_ : size_a, size_b == 1 ? singles_ : size_b);
  // A very short list does not make a match likelier than compare() takes it to be.
  return std::min(std::log2(share / static_cast<double>(size)), names::kPriorBits);
}

}  // namespace muster::resolve
