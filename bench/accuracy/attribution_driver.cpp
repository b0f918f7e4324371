// Reads text files and prints their attributions as JSON lines, for measuring against a corpus:
//   attribution_driver [--all] FILE... > predictions.jsonl
// Offsets are code points. Only outermost claims are printed unless --all is given, since the corpora that we
// measure with do not mark claims inside claims. With --table it prints every claim for reading.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "base/file.hpp"
#include "extract/claims.hpp"
#include "extract/mentions.hpp"
#include "text/utf8.hpp"

namespace {

using namespace muster;

std::string words_at(const model::Document& document, const std::vector<model::Span>& spans) {
  std::string out;
  for (const model::Span span : spans)
    out += (out.empty() ? "" : " ... ") + std::string(model::text_at(document, span));
  return out;
}

nlohmann::json offsets(const text::CodepointIndex& index, const std::vector<model::Span>& spans) {
  nlohmann::json out = nlohmann::json::array();
  for (const model::Span span : spans)
    out.push_back({{"start", index.codepoint_at(span.begin)}, {"end", index.codepoint_at(span.end)}});
  return out;
}

void print_table(const model::Document& document, const std::vector<model::Mention>& mentions,
                 const std::vector<model::Claim>& claims) {
  for (const model::Mention& m : mentions) {
    fmt::print("# {}{} [{}] = {}\n", model::to_string(m.type), m.role ? " role" : "",
               model::text_at(document, m.span), m.name);
  }
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const model::Claim& c = claims[i];
    fmt::print("{} {} {} parent {} on {} | {} ({}) of {}\n   S [{}] C [{}] H [{}]\n   T [{}]\n", i,
               model::to_string(c.stance), model::to_string(c.kind), c.parent, c.said_on, c.speaker,
               c.speaker_why, c.on_word_of.empty() ? "" : c.on_word_of.front(), words_at(document, c.source),
               words_at(document, c.cue), words_at(document, c.hedge), words_at(document, c.content));
  }
}

void print_json(const model::Document& document, const std::vector<model::Claim>& claims, bool all) {
  const text::CodepointIndex index(document.text);
  nlohmann::json attributions = nlohmann::json::array();
  for (const model::Claim& claim : claims) {
    if (claim.parent >= 0 && !all) continue;
    attributions.push_back({{"source", offsets(index, claim.source)},
                            {"cue", offsets(index, claim.cue)},
                            {"content", offsets(index, claim.content)}});
  }
  fmt::print("{}\n",
             nlohmann::json{{"document", {{"name", document.name}}}, {"attributions", attributions}}.dump());
}

}  // namespace

int main(int count, char** arguments) {
  bool all = false;
  bool table = false;
  for (int i = 1; i < count; ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--all") {
      all = true;
    } else if (argument == "--table") {
      table = true;
    } else if (auto bytes = base::read_file(argument)) {
      model::Document document;
      document.name = std::filesystem::path(argument).filename();
      std::size_t broken = 0;
      document.text = text::repair_utf8(*bytes, broken);
      const extract::Analysis analysis(document);
      const auto mentions = extract::find_mentions(analysis);
      const auto claims = extract::find_claims(analysis, mentions, {});
      if (table)
        print_table(document, mentions, claims);
      else
        print_json(document, claims, all);
    } else {
      fmt::print(stderr, "{}\n", base::describe(bytes.error()));
    }
  }
}
