#include "extract/dates.hpp"

#include "extract/date_resolve.hpp"
#include "extract/date_scan.hpp"

namespace muster::extract {

std::vector<model::DateExpression> find_dates(const Analysis& analysis, std::string_view published) {
  DateResolver resolver(parse_edtf(published));
  std::vector<model::DateExpression> dates;
  for (const RawDate& raw : scan_dates(analysis)) {
    dates.push_back(resolver.resolve(raw, analysis.span(raw.first, raw.last)));
  }
  return dates;
}

}  // namespace muster::extract
