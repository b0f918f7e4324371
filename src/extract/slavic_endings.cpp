#include "extract/slavic_endings.hpp"

#include <algorithm>
#include <array>

namespace muster::extract {
namespace {

struct Ending {
  std::string_view oblique;
  std::string_view nominative;
};

// Longest first within a family; every one that fits is tried.
constexpr std::array<Ending, 49> kEndings = {{
    {"ией", "ия"},    {"ією", "ія"}, {"ии", "ия"},  {"ію", "ія"},   {"ії", "ія"},   {"ию", "ия"},
    {"кою", "ка"},    {"кой", "ка"}, {"ки", "ка"},  {"ку", "ка"},   {"ке", "ка"},   {"ці", "ка"},
    {"ці", "ця"},     {"зі", "га"},  {"ою", "а"},   {"ой", "а"},    {"ы", "а"},     {"и", "а"},
    {"у", "а"},       {"е", "а"},    {"і", "а"},    {"ове", "ово"}, {"ева", "ево"}, {"ого", "ое"},
    {"ого", "е"},     {"ому", "ое"}, {"ом", "о"},   {"ом", ""},     {"ем", ""},     {"ем", "ь"},
    {"єм", "й"},      {"єва", "їв"}, {"єві", "їв"}, {"єву", "їв"},  {"ова", "ів"},  {"ові", "ів"},
    {"ьова", "ьвів"}, {"а", ""},     {"у", ""},     {"е", ""},      {"і", ""},      {"я", "й"},
    {"ю", "й"},       {"е", "й"},    {"я", "ь"},    {"и", "ь"},     {"і", "ь"},     {"ю", "ь"},
    {"ью", "ь"},
}};

}  // namespace

std::vector<std::string> nominatives(std::string_view word) {
  std::vector<std::string> out{std::string(word)};
  const bool cyrillic = !word.empty() && (static_cast<unsigned char>(word[0]) == 0xD0 ||
                                          static_cast<unsigned char>(word[0]) == 0xD1 ||
                                          static_cast<unsigned char>(word[0]) == 0xD2);
  if (!cyrillic || word.size() < 6) return out;
  const auto add = [&](std::string base) {
    if (base.size() >= 4 && std::ranges::find(out, base) == out.end()) out.push_back(std::move(base));
  };
  for (const Ending& ending : kEndings) {
    if (!word.ends_with(ending.oblique)) continue;
    add(std::string(word.substr(0, word.size() - ending.oblique.size())).append(ending.nominative));
  }
  if (word.ends_with("ові") || word.ends_with("ова")) {  // Львові, Львова
    const std::string_view stem = word.substr(0, word.size() - std::string_view("ові").size());
    add(std::string(stem) + "ів");
  }
  return out;
}

}  // namespace muster::extract
