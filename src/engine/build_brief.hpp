// The brief of a case: loads it, resolves, weighs, and lays everything out.
#pragma once

#include "base/error.hpp"
#include "report/brief.hpp"
#include "store/case.hpp"

namespace muster::engine {

[[nodiscard]] base::Result<report::Brief> build_brief(const store::Case& from);

}  // namespace muster::engine
