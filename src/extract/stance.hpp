// How sure a claim is, from its verb and the words of its content.
#pragma once

#include "extract/drafts.hpp"

namespace muster::extract {

struct StanceReading {
  model::Stance stance = model::Stance::kAsserted;
  std::vector<Range> words;  // those that hedge, deny or decline
};

[[nodiscard]] StanceReading read_stance(const SpeechText& text, const Draft& draft);

}  // namespace muster::extract
