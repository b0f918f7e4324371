#include "resolve/evidence.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "resolve/weights.hpp"
#include "text/letters.hpp"

namespace muster::resolve {
namespace {

void add(Evidence& to, std::string_view weight_name, std::string reason) {
  const Weight& found = weight(weight_name);
  to.bits += found.bits;
  to.ceiling = std::min(to.ceiling, found.ceiling);
  to.why.push_back(fmt::format("{}: {}", reason, show_bits(found.bits)));
}

std::string show(const BirthDate& date) {
  if (date.month == 0) return fmt::format("{}", date.year);
  if (date.day == 0) return fmt::format("{}-{:02}", date.year, date.month);
  return fmt::format("{}-{:02}-{:02}", date.year, date.month, date.day);
}

bool is_hanzi(const names::Name& name) {
  return text::main_script(name.written()) == text::Script::kHan;
}

// The best pair of names. Where both sides give Hanzi, those decide: the other scripts were made from them
// and tell fewer people apart.
void weigh_names(Evidence& to, const PreparedRecord& a, const PreparedRecord& b) {
  const bool hanzi = std::ranges::any_of(a.names, is_hanzi) && std::ranges::any_of(b.names, is_hanzi);
  std::optional<names::Comparison> best;
  const names::Name* left = nullptr;
  const names::Name* right = nullptr;
  for (const names::Name& x : a.names) {
    for (const names::Name& y : b.names) {
      if (hanzi && !(is_hanzi(x) && is_hanzi(y))) continue;
      names::Comparison found = names::compare(x, y);
      if (best && best->bits >= found.bits) continue;
      best = std::move(found);
      left = &x;
      right = &y;
    }
  }
  if (!best) return;
  to.bits += best->bits;
  if (best->bits < 0) to.ceiling = std::min(to.ceiling, weight("name_contradicts").ceiling);
  const std::string reasons =
      best->why.empty() ? std::string() : fmt::format(" ({})", fmt::join(best->why, "; "));
  to.why.push_back(
      fmt::format("name: {} / {}{}: {}", left->written(), right->written(), reasons, show_bits(best->bits)));
}

void weigh_dates(Evidence& to, const BirthDate& a, const BirthDate& b) {
  const bool new_year = a.month == 1 && a.day == 1;
  const std::string both = fmt::format("birth dates {} / {}", show(a), show(b));
  switch (compare_dates(a, b)) {
    case DateLevel::kMissing:
      return;
    case DateLevel::kExact:
      return add(to, new_year ? "birth_date_exact_january" : "birth_date_exact",
                 fmt::format("birth date {} on both", show(a)));
    case DateLevel::kSwapped:
      return add(to, "birth_date_swapped", both + ", day and month exchanged");
    case DateLevel::kOneDigit:
      return add(to, "birth_date_one_digit", both + ", one slip apart");
    case DateLevel::kSameMonth:
      return add(to, "birth_date_same_month", both + ", equal as far as known");
    case DateLevel::kSameYear:
      return add(to, "birth_date_same_year", both + ", equal as far as known");
    case DateLevel::kYearOnly:
      return add(to, "birth_date_year_only", both + ", of one year");
    case DateLevel::kDifferent:
      return add(to, "birth_date_different", both + " differ");
  }
}

bool one_character_apart(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  std::size_t different = 0;
  for (std::size_t i = 0; i < a.size(); ++i) different += a[i] != b[i] ? 1 : 0;
  return different == 1;
}

void weigh_passports(Evidence& to, std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return;
  if (a == b) return add(to, "passport_same", fmt::format("passport {} on both", a));
  const std::string both = fmt::format("passports {} / {}", a, b);
  if (one_character_apart(a, b)) return add(to, "passport_one_character", both + ", one character apart");
  add(to, "passport_different", both);
}

void weigh_sex_and_nationality(Evidence& to, const PreparedRecord& a, const PreparedRecord& b) {
  if (!a.sex.empty() && !b.sex.empty()) {
    add(to, a.sex == b.sex ? "sex_same" : "sex_different", fmt::format("sex {} / {}", a.sex, b.sex));
  }
  if (!a.nationality.empty() && !b.nationality.empty() && a.nationality != b.nationality) {
    add(to, "nationality_different", fmt::format("nationality {} / {}", a.nationality, b.nationality));
  }
}

// ASCII letters and digits, in capitals.
std::string code_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) out += c;
    if (c >= 'a' && c <= 'z') out += static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

}  // namespace

PreparedRecord prepare(const PersonRecord& record) {
  constexpr std::size_t kShortestPassport = 5;
  PreparedRecord out;
  out.id = record.id;
  out.source = record.source;
  for (const std::string& name : record.names) {
    if (!name.empty()) out.names.push_back(names::prepare(name));
  }
  out.only_named = record.only_named;
  out.birth_date = parse_birth_date(record.birth_date);
  const std::string sex = code_of(record.sex);
  if (sex == "M" || sex == "F") out.sex = sex;
  out.nationality = code_of(record.nationality);
  if (out.nationality.size() != 3) out.nationality.clear();
  out.passport_number = code_of(record.passport_number);
  if (out.passport_number.size() < kShortestPassport) out.passport_number.clear();
  return out;
}

Evidence weigh(const PreparedRecord& a, const PreparedRecord& b) {
  Evidence out;
  weigh_names(out, a, b);
  const bool dated = compare_dates(a.birth_date, b.birth_date) != DateLevel::kMissing;
  const bool numbered = !a.passport_number.empty() && a.passport_number == b.passport_number;
  out.name_only = !dated && !numbered;
  if (out.name_only) {
    // A row or a paper could have a date and lacks it: the two stay apart until a person says otherwise. A
    // report never has one, and linking its names to a list is what the list is for.
    const bool report = a.only_named || b.only_named;
    add(out, report ? "name_in_report" : "name_only", "nothing but the name to go by; others may bear it");
  }
  weigh_dates(out, a.birth_date, b.birth_date);
  weigh_passports(out, a.passport_number, b.passport_number);
  weigh_sex_and_nationality(out, a, b);
  return out;
}

std::string show_bits(double bits) {
  return fmt::format("{:+.1f} bits", bits);
}

}  // namespace muster::resolve
