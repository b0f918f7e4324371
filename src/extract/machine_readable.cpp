#include "extract/machine_readable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/embedded.hpp"
#include "extract/calendar.hpp"
#include "extract/mrz_printed_name.hpp"
#include "extract/mrz_zone.hpp"
#include "names/compare.hpp"
#include "text/letters.hpp"

MUSTER_EMBEDDED(extract_country_alpha3_tsv)

namespace muster::extract {
namespace {

using model::Statement;

// Alpha-2 in lower case, as FollowTheMoney writes countries; the code as it stands when it is not known.
std::string country_of(std::string_view alpha3) {
  alpha3 = alpha3.substr(0, alpha3.find('<'));
  std::string_view table = MUSTER_BYTES(extract_country_alpha3_tsv);
  const std::string wanted = fmt::format("\n{}\t", alpha3);
  const std::size_t at = table.find(wanted);
  return at == std::string_view::npos ? std::string(alpha3)
                                      : text::lower(table.substr(at + wanted.size(), 2));
}

int two_digits(std::string_view text, std::size_t at) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 2, value);
  return error == std::errc() && end == text.data() + at + 2 ? value : -1;
}

// YYMMDD with the years running to `latest`; year 0 when the year is not written.
PartialDate read_date(std::string_view field, int latest) {
  PartialDate date;
  const int short_year = two_digits(field, 0);
  if (short_year < 0) return date;
  date.year = latest - latest % 100 + short_year;
  if (date.year > latest) date.year -= 100;
  date.month = std::max(0, two_digits(field, 2));
  date.day = date.month > 0 ? std::max(0, two_digits(field, 4)) : 0;
  return date;
}

std::string spaced(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c != '<')
      out.push_back(c);
    else if (!out.empty() && out.back() != ' ')
      out.push_back(' ');
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

class PaperReader {
 public:
  PaperReader(const model::Document& document, std::vector<model::Problem>& problems)
      : document_(document), problems_(problems) {}

  std::vector<Statement> read() {
    const std::vector<MrzLine> lines = mrz_lines(document_.text);
    std::size_t zones = 0;
    for (std::size_t i = 0; i < lines.size();) {
      const auto zone = read_zone(lines, i);
      if (!zone) {
        ++i;
        continue;
      }
      ++zones;
      entity_ = fmt::format("{}-p", document_.sha256.substr(0, 12));
      if (zones > 1) entity_ += std::to_string(zones);
      read_holder(*zone);
      i += zone->layout == "TD1" ? 3 : 2;
    }
    if (zones == 1) read_printed_names();
    note_unread(zones);
    return std::move(out_);
  }

 private:
  void add(std::string schema, std::string property, std::string value, model::Span span, std::string origin,
           std::string language = {}) {
    if (value.empty()) return;
    Statement statement;
    statement.entity = entity_;
    statement.schema = std::move(schema);
    statement.property = std::move(property);
    statement.value = std::move(value);
    statement.original = model::text_at(document_, span);
    statement.language = std::move(language);
    statement.origin = std::move(origin);
    statement.span = span;
    out_.push_back(std::move(statement));
  }
  static std::string origin_of(const MrzField& field) {
    return field.checked && !field.holds ? "machine-readable zone, check digit fails"
                                         : "machine-readable zone";
  }
  void add_field(std::string schema, std::string property, std::string value, const MrzField& field) {
    add(std::move(schema), std::move(property), std::move(value), field.span, origin_of(field));
  }

  void read_holder(const MrzZone& zone) {
    read_names(*zone.field("name"));
    read_dates(zone);
    const MrzField& sex = *zone.field("sex");
    add_field("Person", "gender", sex.text == "M" ? "male" : sex.text == "F" ? "female" : "", sex);
    const MrzField& nationality = *zone.field("nationality");
    add_field("Person", "nationality", country_of(nationality.text), nationality);
    const MrzField& number = *zone.field("number");
    add_field("Person", "passportNumber", spaced(number.text), number);
    add_field("Passport", "number", spaced(number.text), number);
    const MrzField& state = *zone.field("state");
    add_field("Passport", "country", country_of(state.text), state);
    summarise(zone);
  }

  void read_names(const MrzField& field) {
    const std::size_t gap = field.text.find("<<");
    const std::string family = spaced(field.text.substr(0, gap));
    const std::string given = gap == std::string_view::npos ? "" : spaced(field.text.substr(gap + 2));
    std::string whole = family;
    if (!given.empty()) whole = fmt::format("{}{}{}", whole, whole.empty() ? "" : " ", given);
    add_field("Person", "name", whole, field);
    add_field("Person", "lastName", family, field);
    add_field("Person", "firstName", given, field);
  }

  // A birth lies before the issue, and a paper lives ten years: the expiry (in the years to 2050) bounds the
  // birth.
  void read_dates(const MrzZone& zone) {
    const MrzField& expiry = *zone.field("expiry");
    const MrzField& birth = *zone.field("birth");
    const PartialDate ends = read_date(expiry.text, 2059);
    const PartialDate born = read_date(birth.text, ends.year > 0 ? ends.year - 1 : 2029);
    if (usable(ends, expiry)) add_field("Passport", "expiryDate", to_timex(ends), expiry);
    if (usable(born, birth)) add_field("Person", "birthDate", to_timex(born), birth);
    century_ =
        born.year > 0 ? fmt::format("; birth year {}: the latest before the paper's expiry", born.year) : "";
  }
  bool usable(const PartialDate& date, const MrzField& field) {
    const bool filler = field.text.find_first_not_of('<') == std::string_view::npos;
    if (date.year > 0 && is_possible(date)) return true;
    if (!filler) {
      problems_.push_back({fmt::format("{}: no calendar has this date", field.text),
                           model::place_in(document_, field.span), "Check the zone against the picture.",
                           false});
    }
    return false;
  }

  void summarise(const MrzZone& zone) {
    std::string holds;
    std::string fails;
    for (const MrzField& field : zone.fields) {
      if (!field.checked) continue;
      std::string& list = field.holds ? holds : fails;
      if (!list.empty()) list += ", ";
      list += field.name;
    }
    std::string summary =
        fmt::format("{}: check digits hold: {}", zone.layout, holds.empty() ? "none" : holds);
    if (!fails.empty()) {
      summary += "; fail: " + fails;
      problems_.push_back({"check digits of the machine-readable zone fail: " + fails,
                           model::place_in(document_, zone.fields.front().span),
                           "Compare the zone with the printed page; one character may be misread.", false});
    }
    add("Passport", "summary", summary + century_, zone.field("number")->span, "machine-readable zone");
  }

  // A zone was found by the reader and no layout fits it: say so.
  void note_unread(std::size_t zones) {
    if (zones > 0) return;
    for (const model::Part& part : document_.parts) {
      if (part.kind != model::PartKind::kMachineReadable) continue;
      problems_.push_back({"the machine-readable zone was not understood",
                           model::place_in(document_, part.span), "Scan the page again, straight and sharp.",
                           false});
      return;
    }
  }

  void read_printed_names() {
    for (const model::Span span : printed_hanzi_names(document_)) take_printed_name(span);
  }
  // OCR loses and confuses Hanzi: a name is taken only when its reading is the zone's.
  void take_printed_name(model::Span span) {
    const std::string hanzi(model::text_at(document_, span));
    const auto zone_name = std::ranges::find(out_, "name", &Statement::property);
    const bool agrees =
        zone_name == out_.end() ||
        names::compare(names::prepare(hanzi), names::prepare(zone_name->value)).probability >= 0.5;
    if (agrees) return add("Person", "name", hanzi, span, "printed text", "zh");
    problems_.push_back({fmt::format("the printed name {} does not agree with the zone's {}; it is left out",
                                     hanzi, zone_name->value),
                         model::place_in(document_, span), "Compare the printed name with the picture.",
                         false});
  }

  const model::Document& document_;
  std::vector<model::Problem>& problems_;
  std::vector<Statement> out_;
  std::string entity_;
  std::string century_;  // how the birth's century was decided
};

}  // namespace

int check_digit(std::string_view field) {
  static constexpr int kWeights[] = {7, 3, 1};
  int sum = 0;
  for (std::size_t i = 0; i < field.size(); ++i) {
    const char c = field[i];
    const int value = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'A' && c <= 'Z' ? c - 'A' + 10
                      : c == '<'             ? 0
                                             : -1;
    if (value < 0) return -1;
    sum += value * kWeights[i % 3];
  }
  return sum % 10;
}

std::vector<model::Statement> read_machine_readable(const model::Document& document,
                                                    std::vector<model::Problem>& problems) {
  return PaperReader(document, problems).read();
}

}  // namespace muster::extract
