// What agreement of each field tells, and how the probabilities fall.
#include <algorithm>
#include <array>
#include <cmath>

#include "report/html.hpp"
#include "report/html_pieces.hpp"
#include "report/linkage_sections.hpp"
#include "report/wording.hpp"

namespace muster::report {
namespace {

// "41%", "0.03%", "1 in 48,000": shares of any size, so that they can be compared.
std::string share_of(double share) {
  if (share >= 0.1) return fmt::format("{:.0f}%", 100 * share);
  if (share >= 0.001) return fmt::format("{:.1f}%", 100 * share);
  if (share < 1e-12) return "never";
  return "1 in " + grouped(static_cast<std::size_t>(std::round(1 / share)));
}

BitScale scale_of(const resolve::LinkModel& model) {
  BitScale scale;
  for (std::size_t f = 0; f < model.fields.size(); ++f) {
    for (std::size_t level = 1; level < model.fields[f].m.size(); ++level)
      scale.include(model.bits(f, static_cast<resolve::Level>(level)));
  }
  return scale;
}

void write_level(std::string& out, const resolve::LinkModel& model, std::size_t f, std::size_t level,
                 const BitScale& scale) {
  const resolve::FieldWeights& field = model.fields[f];
  const double bits = model.bits(f, static_cast<resolve::Level>(level));
  put(out,
      R"(<tr><th scope="row">{}</th><td class="number">{}</td><td class="number chance">{}</td><td class="number bits">{}</td><td class="step">{}</td></tr>)",
      resolve::levels_of(field.kind)[level].label, share_of(field.m[level]), share_of(field.u[level]),
      signed_bits(bits), Raw{step_svg(scale, 0, bits, bits < 0 ? "against" : "for")});
  out += '\n';
}

void write_field(std::string& out, const resolve::LinkModel& model, std::size_t f, const BitScale& scale) {
  const resolve::FieldWeights& field = model.fields[f];
  put(out, R"(<div class="item"><h3 dir="auto">{} <span class="total">{}</span></h3>)", field.name,
      resolve::to_string(field.kind));
  out +=
      R"(<table class="weights"><colgroup><col><col><col><col><col></colgroup><thead><tr><th scope="col">the two values</th><th scope="col" class="number">of one person</th><th scope="col" class="number">of two people</th><th scope="col" class="number">bits</th><td></td></tr></thead><tbody>)";
  const std::size_t levels = std::min(field.m.size(), resolve::levels_of(field.kind).size());
  for (std::size_t level = levels; level-- > 1;) write_level(out, model, f, level, scale);
  out += "</tbody></table></div>\n";
}

struct Bin {
  double from;
  std::string_view label;
};

// Finer where it matters: near certainty.
constexpr std::array<Bin, 12> kBins{{{0.999, "more than 99.9%"},
                                     {0.99, "99% to 99.9%"},
                                     {0.95, "95% to 99%"},
                                     {0.9, "90% to 95%"},
                                     {0.8, "80% to 90%"},
                                     {0.6, "60% to 80%"},
                                     {0.4, "40% to 60%"},
                                     {0.2, "20% to 40%"},
                                     {0.1, "10% to 20%"},
                                     {0.05, "5% to 10%"},
                                     {0.02, "2% to 5%"},
                                     {0, "less than 2%"}}};

struct Count {
  std::size_t pairs = 0;
  std::size_t joined = 0;
};

std::array<Count, kBins.size()> count_bins(const resolve::Linkage& linkage) {
  std::array<Count, kBins.size()> counts{};
  for (const resolve::LinkedPair& pair : linkage.pairs) {
    std::size_t bin = 0;
    while (bin + 1 < kBins.size() && pair.probability < kBins[bin].from) ++bin;
    ++counts[bin].pairs;
    counts[bin].joined += pair.verdict == model::Verdict::kSame ? 1 : 0;
  }
  return counts;
}

void write_bin(std::string& out, const Bin& bin, const Count& count, std::size_t most) {
  const std::string_view look = bin.from >= 0.95 ? "sure" : bin.from >= 0.05 ? "open" : "apart";
  put(out,
      R"(<tr><th scope="row">{}</th><td class="number">{}</td><td class="number chance">{}</td><td class="step"><svg class="share" aria-hidden="true" height="14"><rect class="track" width="100%" y="2" height="10"/><rect class="{}" width="{:.2f}%" y="2" height="10"/></svg></td></tr>)",
      bin.label, grouped(count.pairs), grouped(count.joined), look,
      count.pairs == 0 ? 0
                       : std::max(0.3, 100 * static_cast<double>(count.pairs) / static_cast<double>(most)));
  out += '\n';
}

}  // namespace

void write_model(std::string& out, const LinkagePage& page) {
  const resolve::LinkModel& model = page.linkage.model;
  if (model.fields.empty()) return;
  open_section(out, "model", "What agreement tells", count_of(model.fields.size(), "field"));
  put(out,
      R"(<p class="lead">How often two records of one person agree so far, beside two records of two people. One bit doubles the odds, and one against halves them. All of it was estimated from these rows, without an example from a person; a rare value weighs more than the bits here, a common one less. Before anything is compared, {} of all pairs is one person.</p>)",
      share_of(model.match_share));
  out +=
      R"(<p class="key"><span><svg aria-hidden="true"><rect class="for" width="100%" height="100%"/></svg>for one person</span>)"
      R"(<span><svg aria-hidden="true"><rect class="against" width="100%" height="100%"/></svg>against</span></p><div class="model">)";
  const BitScale scale = scale_of(model);
  for (std::size_t f = 0; f < model.fields.size(); ++f) write_field(out, model, f, scale);
  out += "</div>\n";
  close_section(out);
}

void write_probabilities(std::string& out, const LinkagePage& page) {
  const auto counts = count_bins(page.linkage);
  std::size_t most = 0;
  for (const Count& count : counts) most = std::max(most, count.pairs);
  if (most == 0) return;
  open_section(out, "probabilities", "How sure the pairs are", count_of(page.linkage.pairs.size(), "pair"));
  put(out,
      R"(<p class="lead">Pairs by the probability that they are one person. Rows are joined by pairs from {} on, where the rest of their cluster does not speak against it; a pair under that is joined where others hold its rows together. Pairs under {} are left out.</p>)",
      percent(page.threshold), percent(resolve::kLeastShown));
  out +=
      R"(<div class="shares"><table class="weights"><colgroup><col><col><col><col></colgroup><thead><tr><th scope="col">probability</th><th scope="col" class="number">pairs</th><th scope="col" class="number">joined</th><td></td></tr></thead><tbody>)";
  for (std::size_t i = 0; i < kBins.size(); ++i) write_bin(out, kBins[i], counts[i], most);
  out += "</tbody></table></div>\n";
  close_section(out);
}

}  // namespace muster::report
