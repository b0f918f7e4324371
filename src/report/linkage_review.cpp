// The pairs that a person should look at: both rows side by side, and the sum that the probability is.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "report/html.hpp"
#include "report/html_pieces.hpp"
#include "report/linkage_sections.hpp"
#include "report/marked_value.hpp"
#include "report/wording.hpp"

namespace muster::report {
namespace {

using resolve::LinkedPair;
using resolve::RowPair;
using resolve::Waterfall;

constexpr std::size_t kMostDoubts = 200;
constexpr std::size_t kShownAtOnce = 25;
constexpr double kSure = 20;  // bits from which a probability in single precision tells no more

// Of the probability, which knows of more than the bits do.
double log_odds(const LinkedPair& pair) {
  const double p = std::clamp<double>(pair.probability, 1e-9, 1 - 1e-9);
  return std::log2(p / (1 - p));
}

class PairCards {
 public:
  PairCards(std::string& out, const LinkagePage& page)
      : out_(out), page_(page), explainer_(page.rows, page.linkage.model) {
    std::set<std::string_view> compared;
    for (const resolve::LinkField& field : page.rows.fields) {
      in_part_.insert(field.name.substr(0, field.name.find(": ")));
      for (std::string_view rest = field.name; !rest.empty();) {
        const std::size_t plus = rest.find(kJoin);
        compared.insert(rest.substr(0, plus));
        rest = plus == rest.npos ? std::string_view() : rest.substr(plus + kJoin.size());
      }
    }
    for (std::size_t i = 0; i < page.table.columns.size(); ++i) {
      column_[page.table.columns[i].header] = i;
      if (!compared.contains(page.table.columns[i].header)) beside_.push_back(i);
    }
  }

  // `pair` is null where the rows are known by a doubt alone.
  void put_card(RowPair rows, const LinkedPair* pair, std::string_view why) {
    const Waterfall fall = explainer_.explain(rows);
    const Sum sum = sum_of(fall, pair);
    out_ += R"(<article class="item pair">)";
    put_head(rows, sum, pair);
    if (!why.empty()) put(out_, R"(<p class="why">{}</p>)", why);
    for (const std::string& flag : fall.flags)
      put(out_,
          R"(<p class="flag"><span class="chip doubtful"><span aria-hidden="true">!</span> common</span> <span class="quiet" dir="auto">{}</span></p>)",
          flag);
    put_table(rows, fall, sum);
    out_ += "</article>\n";
  }

 private:
  static constexpr std::string_view kJoin = " + ";
  static constexpr double kShown = 0.05;  // bits; less is rounding

  struct Sum {
    double shared = 0;  // bits: another row, which contradicts this one, fits as well
    double bits = 0;
    double probability = 0;
  };

  static Sum sum_of(const Waterfall& fall, const LinkedPair* pair) {
    if (pair == nullptr) return {0, fall.total_bits, fall.probability};
    const double shared = log_odds(*pair) - pair->bits;
    const bool rounding = std::abs(shared) < kShown || pair->bits > kSure;
    return {rounding ? 0 : shared, fall.total_bits + (rounding ? 0 : shared), pair->probability};
  }

  void put_head(RowPair rows, const Sum& sum, const LinkedPair* pair) {
    constexpr std::array kSigns{"=", "≠", "?"};
    constexpr std::array kClasses{"same", "different", "unsure"};
    constexpr std::array kWords{"joined", "apart", "undecided"};
    constexpr std::array kJudged{"same, said a person", "different, said a person", "unsure, said a person"};
    const bool together = page_.linkage.cluster[rows.left] == page_.linkage.cluster[rows.right];
    const auto verdict = pair != nullptr ? pair->verdict
                         : together      ? model::Verdict::kSame
                                         : model::Verdict::kUnsure;
    const auto index = static_cast<std::size_t>(verdict);
    put(out_,
        R"(<div class="head"><span class="chip verdict-{}"><span aria-hidden="true">{}</span> {}</span><span class="probability">{} likely one person</span><span class="id"><bdi>{}</bdi> · <bdi>{}</bdi></span></div>)",
        kClasses[index], kSigns[index], pair != nullptr && pair->judged ? kJudged[index] : kWords[index],
        percent(sum.probability), page_.rows.ids[rows.left], page_.rows.ids[rows.right]);
  }

  void put_step(std::string_view name, std::string_view how, double from, double to, const BitScale& scale) {
    put(out_,
        R"(<tr class="before"><th scope="row">{}</th><td></td><td></td><td class="level">{}</td><td class="number bits">{}</td><td class="step">{}</td></tr>)",
        name, how, signed_bits(to - from), Raw{step_svg(scale, from, to, "prior")});
    out_ += '\n';
  }

  void put_table(RowPair rows, const Waterfall& fall, const Sum& sum) {
    put(out_,
        R"(<table class="weights"><colgroup><col><col><col><col><col><col></colgroup><thead><tr><td></td><th scope="col">{}</th><th scope="col">{}</th><th scope="col">how they agree</th><th scope="col" class="number">bits</th><td></td></tr></thead><tbody>)",
        Raw{heading(rows.left)}, Raw{heading(rows.right)});
    const BitScale scale = scale_of(fall);
    double at = fall.prior_bits;
    put_step("before comparing", "any two rows", 0, at, scale);
    std::size_t next = 0;
    for (std::size_t f = 0; f < page_.rows.fields.size(); ++f) {
      const bool known = next < fall.lines.size() && fall.lines[next].field == page_.rows.fields[f].name;
      if (known)
        put_line(rows, fall.lines[next++], scale, at);
      else
        put_unknown(rows, f);
    }
    const auto step = [&](double bits, std::string_view name, std::string_view how) {
      if (std::abs(bits) < kShown) return;
      put_step(name, how, at, at + bits, scale);
      at += bits;
    };
    step(fall.household_bits, "household", "people of one household share as much");
    step(fall.held_bits, "held back", "the birth dates contradict");
    step(sum.shared, "shared", "another row fits as well");
    put(out_,
        R"(<tr class="sum"><th scope="row">together</th><td></td><td></td><td>{}</td><td class="number bits">{}</td><td class="step">{}</td></tr>)",
        percent(sum.probability), signed_bits(sum.bits), Raw{step_svg(scale, 0, sum.bits, "total-bar")});
    for (const std::size_t column : beside_) put_beside(rows, column);
    out_ += "</tbody></table>";
  }

  std::string heading(std::uint32_t row) const {
    const std::uint16_t source = page_.rows.source[row];
    if (source < page_.sources.size() && page_.sources.size() > 1)
      return fmt::format("<bdi>{}</bdi>", escape_file_name(page_.sources[source]));
    return fmt::format("<bdi>{}</bdi>", escape_html(page_.rows.ids[row]));
  }

  static BitScale scale_of(const Waterfall& fall) {
    BitScale scale;
    double sum = fall.prior_bits;
    scale.include(sum);
    for (const auto& line : fall.lines) scale.include(sum += line.bits);
    return scale;
  }

  // As written in these two rows; a field of several columns as the linkage tells it.
  std::string_view cell(std::uint32_t row, const std::string& field, std::string_view otherwise) const {
    const auto found = column_.find(field);
    return found == column_.end() ? otherwise
                                  : page_.table.columns[found->second].at(page_.rows.table_row[row]);
  }

  void put_line(RowPair rows, const resolve::WaterfallLine& line, const BitScale& scale, double& sum) {
    out_ += "<tr>";
    put_cells(out_, line.field, cell(rows.left, line.field, line.left),
              cell(rows.right, line.field, line.right));
    std::string level = escape_html(line.level);
    if (std::abs(line.frequency_bits) >= 0.5)
      level += fmt::format(", {}", line.frequency_bits > 0 ? "rare here" : "common here");
    put(out_, R"(<td class="level">{}</td><td class="number bits">{}</td><td class="step">{}</td></tr>)",
        Raw{level}, signed_bits(line.bits),
        Raw{step_svg(scale, sum, sum + line.bits, line.bits < 0 ? "against" : "for")});
    out_ += '\n';
    sum += line.bits;
  }

  void put_unknown(RowPair rows, std::size_t f) {
    const resolve::LinkField& field = page_.rows.fields[f];
    if (field.value_of[rows.left] == 0 && field.value_of[rows.right] == 0) return;
    out_ += "<tr>";
    put_cells(out_, field.name, cell(rows.left, field.name, field.values[field.value_of[rows.left]].shown),
              cell(rows.right, field.name, field.values[field.value_of[rows.right]].shown));
    out_ += R"(<td class="level">no evidence</td><td class="number bits">0</td><td class="step"></td></tr>)";
  }

  // A column that was not compared; one that is empty in both rows is left out.
  void put_beside(RowPair rows, std::size_t column) {
    const model::RowColumn& values = page_.table.columns[column];
    const std::string& left = values.at(page_.rows.table_row[rows.left]);
    const std::string& right = values.at(page_.rows.table_row[rows.right]);
    if (left.empty() && right.empty()) return;
    if (left == page_.rows.ids[rows.left] && right == page_.rows.ids[rows.right])
      return;  // stands in the head
    put(out_,
        R"(<tr class="beside"><th scope="row" dir="auto">{}</th><td dir="auto">{}</td><td dir="auto">{}</td><td class="level">{}</td><td></td><td></td></tr>)",
        Raw{breakable(values.header)}, shortened(left), shortened(right),
        in_part_.contains(values.header) ? "compared in part" : "not compared");
  }

  std::string& out_;
  const LinkagePage& page_;
  resolve::Explainer explainer_;
  std::map<std::string, std::size_t> column_;  // by header
  std::vector<std::size_t> beside_;            // columns that are no part of a field
  std::set<std::string> in_part_;              // headers of which a field is what others leave
};

std::set<RowPair> pairs_in_doubt(const LinkagePage& page) {
  std::set<RowPair> pairs;
  for (const auto& doubt : page.linkage.doubts) pairs.insert(doubt.rows);
  return pairs;
}

}  // namespace

std::size_t doubts_shown(const LinkagePage& page) {
  return std::min(page.linkage.doubts.size(), kMostDoubts);
}

std::vector<const LinkedPair*> review_order(const LinkagePage& page) {
  const std::set<RowPair> elsewhere = pairs_in_doubt(page);
  std::vector<const LinkedPair*> pairs;
  for (const LinkedPair& pair : page.linkage.pairs) {
    if (!pair.judged && !elsewhere.contains(pair.rows)) pairs.push_back(&pair);
  }
  const std::size_t shown = std::min(pairs.size(), page.most_pairs);
  const auto less_decided = [](const LinkedPair* a, const LinkedPair* b) {
    const double left = std::abs(log_odds(*a));
    const double right = std::abs(log_odds(*b));
    return left != right ? left < right : a->rows < b->rows;
  };
  std::ranges::partial_sort(pairs, pairs.begin() + static_cast<std::ptrdiff_t>(shown), less_decided);
  pairs.resize(shown);
  return pairs;
}

void write_doubts(std::string& out, const LinkagePage& page) {
  const auto& doubts = page.linkage.doubts;
  if (doubts.empty()) return;
  std::map<RowPair, const LinkedPair*> pairs;
  for (std::size_t i = 0; i < doubts_shown(page); ++i) pairs[doubts[i].rows] = nullptr;
  for (const LinkedPair& pair : page.linkage.pairs) {
    if (const auto found = pairs.find(pair.rows); found != pairs.end()) found->second = &pair;
  }
  open_section(out, "doubts", "Clusters in doubt", count_of(doubts.size(), "doubt"));
  out +=
      R"(<p class="lead">Pairs on which a cluster hangs, or that speak against one. A judgement (muster decide) settles each of them.</p>)";
  PairCards cards(out, page);
  Capped capped(out, doubts_shown(page), kShownAtOnce, "doubts");
  for (std::size_t i = 0; i < doubts_shown(page); ++i) {
    const LinkedPair* pair = pairs[doubts[i].rows];
    capped.next();
    cards.put_card(doubts[i].rows, pair,
                   fmt::format("{}: {}", resolve::to_string(doubts[i].kind), doubts[i].why));
  }
  if (doubts.size() > doubts_shown(page))
    put(out, R"(<p class="note">{} more doubts are not on this page.</p>)",
        grouped(doubts.size() - doubts_shown(page)));
  close_section(out);
}

void write_review(std::string& out, const LinkagePage& page) {
  const auto pairs = review_order(page);
  if (pairs.empty()) return;
  open_section(out, "review", "Pairs to look at", count_of(pairs.size(), "pair"));
  out +=
      R"(<p class="lead">The least decided first. The bars are a sum: where one ends the next begins, and right of the line a pair is likelier one person than not. Letters that differ are marked.</p>)";
  PairCards cards(out, page);
  Capped capped(out, pairs.size(), kShownAtOnce, "pairs");
  for (const LinkedPair* pair : pairs) {
    capped.next();
    cards.put_card(pair->rows, pair, "");
  }
  close_section(out);
}

}  // namespace muster::report
