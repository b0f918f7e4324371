#include "extract/mentions.hpp"

namespace muster::extract {

std::vector<model::Mention> find_mentions(const Analysis&) { return {}; }

}  // namespace muster::extract
