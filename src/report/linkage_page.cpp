#include "report/linkage_page.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/embedded.hpp"
#include "report/html.hpp"
#include "report/html_pieces.hpp"
#include "report/linkage_sections.hpp"
#include "report/page_frame.hpp"
#include "report/wording.hpp"

MUSTER_EMBEDDED(report_linkage_html)
MUSTER_EMBEDDED(report_linkage_css)
MUSTER_EMBEDDED(report_brief_css)
MUSTER_EMBEDDED(report_brief_js)

namespace muster::report {
namespace {

using resolve::BlockRule;

// How many clusters there are of each size.
std::map<std::size_t, std::size_t> sizes_of(const resolve::Linkage& linkage) {
  std::vector<std::size_t> rows(linkage.cluster.size());
  for (const std::uint32_t cluster : linkage.cluster) ++rows[cluster];
  std::map<std::size_t, std::size_t> sizes;
  for (const std::size_t size : rows) {
    if (size > 0) ++sizes[size];
  }
  return sizes;
}

std::size_t clusters_of(const std::map<std::size_t, std::size_t>& sizes) {
  std::size_t clusters = 0;
  for (const auto& [size, count] : sizes) clusters += count;
  return clusters;
}

void put_figure(std::string& out, std::string_view value, std::string_view label, std::string_view section) {
  if (section.empty())
    put(out, R"(<li class="figure"><span class="value">{}</span> <span>{}</span></li>)", value, label);
  else
    put(out, R"(<li class="figure"><span class="value">{}</span> <a href="#{}">{}</a></li>)", value, section,
        label);
}

std::string title_of(const LinkagePage& page) {
  if (page.sources.empty()) return escape_file_name(page.table.name);
  std::string title;
  for (const std::string& source : page.sources)
    title += (title.empty() ? "" : ", ") + escape_file_name(source);
  return title;
}

void write_top(std::string& out, const LinkagePage& page, const std::map<std::size_t, std::size_t>& sizes) {
  const resolve::Linkage& linkage = page.linkage;
  const auto joined = std::ranges::count(linkage.pairs, model::Verdict::kSame, &resolve::LinkedPair::verdict);
  const auto open = std::ranges::count(linkage.pairs, model::Verdict::kUnsure, &resolve::LinkedPair::verdict);
  const std::size_t alone = sizes.contains(1) ? sizes.at(1) : 0;
  put(out,
      R"(<header class="top" id="top"><p class="kind">Who is who</p><h1><bdi>{}</bdi></h1><ul class="figures">)",
      Raw{title_of(page)});
  put_figure(out, grouped(page.rows.size()), "rows", "");
  put_figure(out, grouped(clusters_of(sizes)), "clusters", "clusters");
  put_figure(out, grouped(clusters_of(sizes) - alone), "of several rows", "clusters");
  put_figure(out, grouped(static_cast<std::size_t>(joined)), "pairs joined", "probabilities");
  put_figure(out, grouped(static_cast<std::size_t>(open)), "pairs undecided", "review");
  put_figure(out, grouped(linkage.doubts.size()), "doubts", linkage.doubts.empty() ? "" : "doubts");
  out += "</ul>\n";
  if (!page.rows.notes.empty() || !page.table.problems.empty()) {
    out += R"(<h2>To know first</h2><ul class="pointers">)";
    for (const auto& problem : page.table.problems)
      put(out, R"(<li dir="auto">{}{}{}</li>)", problem.what, problem.where.empty() ? "" : ": ",
          problem.where);
    for (const std::string& note : page.rows.notes) put(out, R"(<li dir="auto">{}</li>)", note);
    out += "</ul>\n";
  }
  out += "</header>\n";
}

void write_measures(std::string& out, const LinkagePage& page) {
  if (!page.measures) return;
  const resolve::LinkMeasures& is = *page.measures;
  open_section(out, "truth", "Beside the truth", "");
  out +=
      R"(<table class="weights"><thead><tr><td></td><th scope="col" class="number">precision</th><th scope="col" class="number">recall</th><th scope="col" class="number">F1</th></tr></thead><tbody>)";
  const auto line = [&](std::string_view name, double precision, double recall, double f1) {
    put(out,
        R"(<tr><th scope="row">{}</th><td class="number">{:.4f}</td><td class="number">{:.4f}</td><td class="number">{:.4f}</td></tr>)",
        name, precision, recall, f1);
  };
  line("pairs", is.precision, is.recall, is.f1);
  line("rows (B-cubed)", is.b_precision, is.b_recall, is.b_f1);
  put(out,
      R"(</tbody></table><p class="note">{} true pairs, of which {} were compared and shown; {} pairs made. Calibration error {:.3f}.</p>)",
      grouped(is.true_pairs), percent(is.compared_share), grouped(is.made_pairs), is.calibration_error);
  close_section(out);
}

void write_clusters(std::string& out, const std::map<std::size_t, std::size_t>& sizes) {
  open_section(out, "clusters", "How large the clusters are", count_of(clusters_of(sizes), "cluster"));
  out += R"(<div class="columns bars">)";
  std::vector<std::string> labels;
  for (const auto& [size, count] : sizes) labels.push_back(size == 1 ? "one row" : count_of(size, "row"));
  std::vector<Bar> bars;
  for (const auto& [size, count] : sizes) bars.push_back({labels[bars.size()], count, ""});
  put_bars(out, bars);
  out += "</div>\n";
  close_section(out);
}

void write_rule(std::string& out, const BlockRule& rule, std::uint64_t most) {
  put(out,
      R"(<tr><th scope="row" dir="auto">{}</th><td class="number">{}</td><td class="number chance">{}</td><td class="step"><svg class="share" aria-hidden="true" height="14"><rect class="track" width="100%" y="2" height="10"/><rect class="fill" width="{:.2f}%" y="2" height="10"/></svg></td></tr>)",
      rule.label, grouped(rule.pairs),
      rule.hot_blocks == 0 ? ""
                           : fmt::format("{} ({})", grouped(rule.hot_blocks), count_of(rule.hot_rows, "row")),
      100 * static_cast<double>(rule.pairs) / static_cast<double>(std::max<std::uint64_t>(most, 1)));
  out += '\n';
}

void write_rules(std::string& out, const LinkagePage& page) {
  const resolve::Linkage& linkage = page.linkage;
  open_section(out, "rules", "How pairs were found", count_of(linkage.compared, "pair") + " compared");
  if (linkage.all_pairs) {
    out += R"(<p class="lead">The list is short: every row was compared with every other.</p>)";
    return close_section(out);
  }
  out +=
      R"(<p class="lead">Two rows are compared where they have the same in one of these, found from the list itself. Values that too many rows share are left to the other rules.</p>)";
  out +=
      R"(<div class="shares"><table class="weights"><colgroup><col><col><col><col></colgroup><thead><tr><th scope="col">the same</th><th scope="col" class="number">pairs</th><th scope="col" class="number">values left out</th><td></td></tr></thead><tbody>)";
  std::uint64_t most = 0;
  for (const BlockRule& rule : linkage.rules) most = std::max(most, rule.pairs);
  for (const BlockRule& rule : linkage.rules) write_rule(out, rule, most);
  out += "</tbody></table></div>\n";
  close_section(out);
}

void put_link(std::string& out, std::string_view section, std::string_view title, std::size_t count) {
  put(out, R"(<li><a href="#{}">{} <span class="total">{}</span></a></li>)", section, title,
      count == 0 ? "" : grouped(count));
}

std::string contents_of(const LinkagePage& page, const std::map<std::size_t, std::size_t>& sizes) {
  std::string out = R"(<li><a href="#top">Overview</a></li>)";
  if (page.measures) put_link(out, "truth", "Beside the truth", 0);
  if (!page.linkage.doubts.empty()) put_link(out, "doubts", "In doubt", page.linkage.doubts.size());
  if (const std::size_t pairs = review_order(page).size(); pairs > 0)
    put_link(out, "review", "To look at", pairs);
  put_link(out, "clusters", "Clusters", clusters_of(sizes));
  if (!page.linkage.pairs.empty()) put_link(out, "probabilities", "How sure", 0);
  if (!page.linkage.model.fields.empty()) put_link(out, "model", "What agreement tells", 0);
  put_link(out, "rules", "How pairs were found", 0);
  return out;
}

}  // namespace

std::string linkage_html_main(const LinkagePage& page) {
  std::string out;
  const auto sizes = sizes_of(page.linkage);
  write_top(out, page, sizes);
  write_measures(out, page);
  write_doubts(out, page);
  write_review(out, page);
  write_clusters(out, sizes);
  write_probabilities(out, page);
  write_model(out, page);
  write_rules(out, page);
  return out;
}

std::string linkage_html(const LinkagePage& page) {
  const std::string style =
      std::string(MUSTER_BYTES(report_brief_css)) + std::string(MUSTER_BYTES(report_linkage_css));
  const std::string security = content_policy(style, MUSTER_BYTES(report_brief_js));
  const std::string title = title_of(page);
  const std::string contents = contents_of(page, sizes_of(page.linkage));
  const std::string main = linkage_html_main(page);
  return filled(MUSTER_BYTES(report_linkage_html),
                std::array<std::pair<std::string_view, std::string_view>, 6>{{
                    {"policy", security},
                    {"title", title},
                    {"style", style},
                    {"contents", contents},
                    {"main", main},
                    {"script", MUSTER_BYTES(report_brief_js)},
                }});
}

}  // namespace muster::report
