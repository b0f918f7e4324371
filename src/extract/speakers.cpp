#include "extract/speakers.hpp"

namespace muster::extract {

void resolve_speakers(const SpeechText&, const std::vector<model::Mention>&, const std::vector<Draft>&, std::vector<model::Claim>&) {}

}  // namespace muster::extract
