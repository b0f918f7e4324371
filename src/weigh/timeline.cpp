#include <algorithm>
#include <optional>
#include <tuple>

#include "weigh/dates.hpp"
#include "weigh/reading.hpp"
#include "weigh/weigh.hpp"

namespace muster::weigh {
namespace {

// The precision of a TIMEX3 value, or nothing for values that are no point in time: weeks, durations,
// PAST_REF.
std::optional<std::string> precision_of(std::string_view value) {
  const bool unknown = value.starts_with("XXXX-");
  if (value.find('/') != std::string_view::npos) return "open";
  if (!unknown && std::ranges::any_of(value, [](char c) {
        return (c < '0' || c > '9') && c != '-' && c != 'T' && c != ':';
      })) {
    return std::nullopt;
  }
  if (unknown)
    return value.find_first_not_of("X-0123456789T:") == std::string_view::npos ? std::optional("unknown year")
                                                                               : std::nullopt;
  if (value.size() > 10) return is_full_day(value) ? std::optional("time") : std::nullopt;
  switch (value.size()) {
    case 10:
      return is_full_day(value) ? std::optional("day") : std::nullopt;
    case 7:
      return "month";
    case 4:
      return "year";
    default:
      return std::nullopt;
  }
}

// A date after the document's own has not happened when it was written.
bool is_ahead(const std::string& value, const std::string& published) {
  const std::size_t length = std::min({value.size(), published.size(), std::size_t{10}});
  return !published.empty() && !value.starts_with("XXXX") &&
         value.substr(0, length) > published.substr(0, length);
}

void add_own_date(const Source& source, std::vector<Event>& events) {
  const std::string& published = source.document->published;
  const auto precision = precision_of(published);
  if (precision) events.push_back({published, *precision, "reported", {source.id, {}}, {}});
}

void add_dates(const Reading& reading, std::vector<Event>& events) {
  const model::Document& document = reading.document();
  for (const model::DateExpression& date : reading.source->extraction->dates) {
    if (date.type != model::DateType::kDate && date.type != model::DateType::kTime) continue;
    const auto precision = precision_of(date.value);
    if (!precision || reading.sentences.empty()) continue;
    const bool report = dates_the_report(reading, date);
    if (!report && is_ahead(date.value, document.published)) continue;
    events.push_back({date.value, *precision, report ? "reported" : "happened", reading.anchor(date.span),
                      reading.sentences[reading.sentence_at(date.span.begin)].span});
  }
}

// The first and the last contract of a table: two events, and not a row each.
void add_contracts(const Source& source, std::vector<Event>& events) {
  const model::Statement* first = nullptr;
  const model::Statement* last = nullptr;
  for (const model::Statement& statement : source.extraction->statements) {
    if (statement.property != "contractDate" || !is_full_day(statement.value)) continue;
    if (first == nullptr || statement.value < first->value) first = &statement;
    if (last == nullptr || statement.value > last->value) last = &statement;
  }
  if (first == nullptr) return;
  events.push_back({first->value, "day", "listed", {source.id, first->span}, first->span});
  if (last->value != first->value)
    events.push_back({last->value, "day", "listed", {source.id, last->span}, last->span});
}

}  // namespace

std::vector<Event> timeline(std::span<const Source> sources) {
  std::vector<Event> events;
  for (const Source& source : sources) {
    add_own_date(source, events);
    if (!is_prose(*source.document)) add_contracts(source, events);
  }
  const Case whole(sources);
  for (const Reading& reading : whole.readings) add_dates(reading, events);
  std::ranges::sort(events, {}, [](const Event& event) {
    return std::tuple(event.precision == "unknown year", event.value, event.anchor.document,
                      event.anchor.span.begin);
  });
  return events;
}

}  // namespace muster::weigh
