// Learns the weights of AttributionModel from annotated texts.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "extract/attribution_model.hpp"
#include "extract/marked_text.hpp"

namespace muster::extract {

struct TrainingOptions {
  int cue_rounds = 6;
  int role_rounds = 8;
  int fewest = 0;  // a feature seen less often is left out; 0: 2, or 4 where the corpus is large
  float cue_step = 0.03F, cue_decay = 2e-6F;
  float role_step = 0.006F, role_decay = 2e-6F;
  float threshold = 0.35F;  // of a cue's probability
};

// The bytes of a weights file. The same documents in the same order give the same bytes.
[[nodiscard]] std::string train_attribution(const std::vector<GoldDocument>& documents,
                                            const TrainingOptions& options,
                                            const std::function<void(const std::string&)>& tell);

}  // namespace muster::extract
