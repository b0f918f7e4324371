// compare: do names name one person?
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "names/compare.hpp"
#include "readers/reader.hpp"
#include "report/table.hpp"

namespace muster::cli {
namespace {

struct Pair {
  std::string left;
  std::string right;
  names::NameKind kind = names::NameKind::kUnknown;
};

// The words of the column schema (FollowTheMoney's).
names::NameKind kind_named(std::string_view schema) {
  if (schema == "Person") return names::NameKind::kPerson;
  if (schema == "Vessel" || schema == "Airplane" || schema == "Vehicle") return names::NameKind::kThing;
  if (schema == "Company" || schema == "Organization" || schema == "PublicBody") return names::NameKind::kOrganisation;
  return names::NameKind::kUnknown;
}

// The columns name1, name2 and, if there, schema of a table, found by the words of its first row.
base::Result<std::vector<Pair>> read_pairs(const std::string& file) {
  const auto document = readers::read(file);
  if (!document.problems.empty() && document.problems.front().fatal) {
    const auto& p = document.problems.front();
    return base::fail(p.what, file, p.remedy);
  }
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  std::uint32_t schema = 0;
  std::vector<Pair> pairs;
  std::uint32_t row = 0;
  for (const auto& part : document.parts) {
    const std::string text(text_at(document, part.span));
    if (part.row == 1) {
      if (text == "name1") left = part.column;
      if (text == "name2") right = part.column;
      if (text == "schema") schema = part.column;
      continue;
    }
    if (part.row != row) pairs.emplace_back();
    row = part.row;
    if (part.column == left) pairs.back().left = text;
    if (part.column == right) pairs.back().right = text;
    if (part.column == schema) pairs.back().kind = kind_named(text);
  }
  if (left == 0 || right == 0)
    return base::fail("has no columns name1 and name2", file, "name the two columns in the first row");
  return pairs;
}

std::string joined(const std::vector<std::string>& reasons) {
  std::string out;
  for (const auto& reason : reasons) out += (out.empty() ? "" : "; ") + reason;
  return out;
}

}  // namespace

int run_compare(const Arguments& arguments) {
  std::vector<Pair> pairs;
  if (const std::string file = arguments.value("pairs"); !file.empty()) {
    auto read = read_pairs(file);
    if (!read) return report_error(read.error());
    pairs = std::move(*read);
  } else if (arguments.positional.size() == 2) {
    pairs.push_back({arguments.positional[0], arguments.positional[1], names::NameKind::kUnknown});
  } else {
    return report_error(
        {"takes two names, or --pairs FILE", "muster compare", "see `muster compare --help`"});
  }
  double threshold = 0.5;
  const std::string given = arguments.value("threshold", "0.5");
  if (std::from_chars(given.data(), given.data() + given.size(), threshold).ec != std::errc{}) {
    return report_error({"'" + given + "' is no probability", "--threshold", "write a number from 0 to 1"});
  }
  report::Table table{{"name1", "name2", "score", "match", "why"}, {}};
  bool any = false;
  for (const auto& [left, right, kind] : pairs) {
    const auto result = names::compare(names::prepare(left, kind), names::prepare(right, kind));
    any = any || result.probability >= threshold;
    table.rows.push_back(
        {left, right, result.probability, result.probability >= threshold, joined(result.why)});
  }
  print(report::write_table(table, output_format(arguments.value("format")), text_options()));
  return any ? kFine : kNothingFound;
}

}  // namespace muster::cli
