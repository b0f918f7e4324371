// How well resolve() links an invented roster and passports whose truth is known. Built and run by
// linkage.sh.
//
//   linkage DIR [--wrong]     DIR holds roster.csv, passports.csv, truth.csv as tools/make_example.py writes
//   them
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <fstream>
#include <map>
#include <set>

#include "resolve/person.hpp"

namespace {

using namespace muster;
using Row = std::vector<std::string>;
using Pair = std::pair<std::string, std::string>;

std::vector<Row> read_csv(const std::string& path) {
  std::vector<Row> rows;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    Row row(1);
    bool quoted = false;
    for (const char c : line) {
      if (c == '"')
        quoted = !quoted;
      else if (c == ',' && !quoted)
        row.emplace_back();
      else if (c != '\r')
        row.back() += c;
    }
    rows.push_back(std::move(row));
  }
  if (!rows.empty()) rows.erase(rows.begin());
  return rows;
}

// "15.03.1990" as EDTF; EDTF stays.
std::string edtf(const std::string& date) {
  if (date.size() != 10 || date[2] != '.' || date[5] != '.') return date;
  return fmt::format("{}-{}-{}", date.substr(6), date.substr(3, 2), date.substr(0, 2));
}

Pair ordered(const std::string& a, const std::string& b) {
  return {std::min(a, b), std::max(a, b)};
}

std::vector<resolve::PersonRecord> read_records(const std::string& folder) {
  std::vector<resolve::PersonRecord> records;
  for (const Row& row : read_csv(folder + "/roster.csv")) {
    records.push_back({row.at(0), "roster", {row.at(1)}, edtf(row.at(2)), "", "", "", {edtf(row.at(3))}});
  }
  for (const Row& row : read_csv(folder + "/passports.csv")) {
    records.push_back({row.at(0),
                       "passport " + row.at(0),
                       {row.at(1), row.at(2)},
                       edtf(row.at(3)),
                       "",
                       row.at(5),
                       row.at(4),
                       {}});
  }
  return records;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return 2;
  const std::string folder = arguments[1];
  const bool show_wrong = count > 2 && std::strcmp(arguments[2], "--wrong") == 0;
  const std::vector<resolve::PersonRecord> records = read_records(folder);
  std::map<std::string, const resolve::PersonRecord*> by_id;
  for (const resolve::PersonRecord& record : records) by_id[record.id] = &record;
  std::map<Pair, std::string> truth;
  for (const Row& row : read_csv(folder + "/truth.csv")) truth[ordered(row.at(0), row.at(1))] = row.at(2);

  const auto begin = std::chrono::steady_clock::now();
  const resolve::Resolution found = resolve::resolve(records, {});
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;

  std::set<Pair> merged;
  for (const auto& cluster : found.clusters) {
    for (std::size_t i = 0; i < cluster.size(); ++i) {
      for (std::size_t j = i + 1; j < cluster.size(); ++j) merged.insert(ordered(cluster[i], cluster[j]));
    }
  }
  std::map<Pair, const model::Link*> links;
  for (const model::Link& link : found.links) links[ordered(link.left, link.right)] = &link;

  const auto show = [&](const char* what, const Pair& pair) {
    const auto* a = by_id.at(pair.first);
    const auto* b = by_id.at(pair.second);
    const auto link = links.find(pair);
    fmt::print("{}: {} {} {} | {} {} {} p {:.3f}\n", what, a->id, a->names[0], a->birth_date, b->id,
               b->names[0], b->birth_date, link == links.end() ? 0.0 : link->second->probability);
    if (link == links.end()) return;
    for (const std::string& why : link->second->why) fmt::print("    {}\n", why);
  };

  std::map<std::string, std::array<std::size_t, 3>> by_kind;  // all, merged, unsure
  std::size_t right = 0;
  for (const auto& [pair, kind] : truth) {
    auto& counts = by_kind[kind];
    ++counts[0];
    const auto link = links.find(pair);
    if (merged.contains(pair)) {
      ++counts[1];
      ++right;
    } else if (link != links.end() && link->second->verdict == model::Verdict::kUnsure) {
      ++counts[2];
    }
    if (show_wrong && !merged.contains(pair)) show("not merged", pair);
  }
  if (show_wrong) {
    for (const Pair& pair : merged) {
      if (!truth.contains(pair)) show("wrongly merged", pair);
    }
  }
  const auto unsure = std::ranges::count_if(
      found.links, [](const model::Link& l) { return l.verdict == model::Verdict::kUnsure; });
  fmt::print(
      "records {}, true pairs {}, merged {}, precision {:.4f}, recall {:.4f}, with unsure {:.4f}; {} links "
      "unsure; {:.2f} s\n",
      records.size(), truth.size(), merged.size(),
      merged.empty() ? 1.0 : static_cast<double>(right) / static_cast<double>(merged.size()),
      static_cast<double>(right) / static_cast<double>(truth.size()),
      [&] {
        std::size_t either = 0;
        for (const auto& [kind, counts] : by_kind) either += counts[1] + counts[2];
        return static_cast<double>(either) / static_cast<double>(truth.size());
      }(),
      unsure, took.count());
  for (const auto& [kind, counts] : by_kind) {
    fmt::print("  {}: {} pairs, {} merged, {} unsure, {} missed\n", kind, counts[0], counts[1], counts[2],
               counts[0] - counts[1] - counts[2]);
  }
  return 0;
}
