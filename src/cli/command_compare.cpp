// compare: do names name one person?
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "names/compare.hpp"
#include "names/compared_parts.hpp"
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
  if (schema == "Company" || schema == "Organization" || schema == "PublicBody")
    return names::NameKind::kOrganisation;
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

struct Verdict {
  names::Comparison comparison;
  std::vector<names::ComparedPart> parts;  // in JSON only
};

nlohmann::ordered_json as_json(const names::ComparedPart& part) {
  return {{"left", part.left},
          {"right", part.right},
          {"part", part.part},
          {"relation", part.relation},
          {"reading_left", part.reading_left},
          {"reading_right", part.reading_right},
          {"bits", part.bits}};
}

nlohmann::ordered_json as_json(const Pair& pair, const Verdict& verdict, double threshold) {
  nlohmann::ordered_json parts = nlohmann::ordered_json::array();
  for (const auto& part : verdict.parts) parts.push_back(as_json(part));
  return {{"name1", pair.left},
          {"name2", pair.right},
          {"score", verdict.comparison.probability},
          {"match", verdict.comparison.probability >= threshold},
          {"bits", verdict.comparison.bits},
          {"why", joined(verdict.comparison.why)},
          {"parts", parts}};
}

std::string in_json(const std::vector<nlohmann::ordered_json>& objects, report::Format format) {
  if (format == report::Format::kJson) return nlohmann::ordered_json(objects).dump(2) + "\n";
  std::string out;
  for (const auto& object : objects) out += object.dump() + "\n";
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
  const report::Format format = output_format(arguments.value("format"));
  const bool json = format == report::Format::kJson || format == report::Format::kJsonl;
  report::Table table{{"name1", "name2", "score", "match", "why"}, {}};
  std::vector<nlohmann::ordered_json> objects;
  bool any = false;
  for (const Pair& pair : pairs) {
    const names::Name left = names::prepare(pair.left, pair.kind);
    const names::Name right = names::prepare(pair.right, pair.kind);
    const Verdict verdict{names::compare(left, right),
                          json ? names::compared_parts(left, right) : std::vector<names::ComparedPart>()};
    const double probability = verdict.comparison.probability;
    any = any || probability >= threshold;
    if (json) {
      objects.push_back(as_json(pair, verdict, threshold));
    } else {
      table.rows.push_back(
          {pair.left, pair.right, probability, probability >= threshold, joined(verdict.comparison.why)});
    }
  }
  print(json ? in_json(objects, format) : report::write_table(table, format, text_options()));
  return any ? kFine : kNothingFound;
}

}  // namespace muster::cli
