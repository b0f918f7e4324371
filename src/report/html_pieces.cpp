#include "report/html_pieces.hpp"

#include <algorithm>
#include <array>

#include "report/html.hpp"
#include "report/passages.hpp"

namespace muster::report {
namespace {

std::string language_attribute(std::string_view language) {
  return language.empty() ? "" : fmt::format(R"( lang="{}")", escape_html(language));
}

void put_pieces(std::string& out, const std::vector<Piece>& pieces) {
  constexpr std::string_view kCut = R"(<span class="cut" title="words left out here">[…]</span>)";
  for (const Piece& piece : pieces) {
    if (piece.cut_before) out += kCut;
    if (piece.marked) {
      put(out, "<mark>{}</mark>", piece.text);
    } else {
      out += escape_html(piece.text);
    }
    if (piece.cut_after) out += kCut;
  }
}

std::string ranges_text(const Passage& passage) {
  std::string text;
  for (const auto& [start, end] : passage.ranges)
    text += fmt::format("{}{}–{}", text.empty() ? "" : ", ", start, end);
  return text;
}

std::string place_html(const Documents& documents, const Passage& passage) {
  std::string html = file_name_html(documents, passage.document);
  if (!passage.part.empty()) put(html, ", <bdi>{}</bdi>", passage.part);
  return html;
}

void put_passage(std::string& out, const Documents& documents, const Passage& passage) {
  put(out, R"(<figure class="passage"><blockquote dir="auto"{}>)",
      Raw{language_attribute(documents.language(passage.document))});
  put_pieces(out, passage.pieces);
  put(out, R"(</blockquote><figcaption>{} <span class="offsets">characters {}</span></figcaption></figure>)",
      Raw{place_html(documents, passage)}, ranges_text(passage));
}

// "wire.txt, paragraph 3", "wire.txt, paragraph 3 and roster.xlsx, Roster!C5", "wire.txt, paragraph 3 and 2
// more places"
std::string where_html(const Documents& documents, const std::vector<Passage>& passages) {
  std::string first = place_html(documents, passages.front());
  if (passages.size() == 1) return first;
  if (passages.size() == 2) return fmt::format("{} and {}", first, place_html(documents, passages.back()));
  return fmt::format("{} and {}", first, count_of(passages.size() - 1, "more place"));
}

}  // namespace

void put_evidence(std::string& out, const Documents& documents, std::span<const Quote> quotes, bool open,
                  std::string_view layout) {
  const std::vector<Passage> passages = passages_of(quotes);
  if (passages.empty()) return;
  put(out,
      R"(<details class="evidence"{}><summary><span class="verb">In the source:</span> {}</summary><div class="passages {}">)",
      Raw{open ? " open" : ""}, Raw{where_html(documents, passages)}, layout);
  for (const Passage& passage : passages) put_passage(out, documents, passage);
  out += "</div></details>\n";
}

std::string file_name_html(const Documents& documents, model::DocumentId id) {
  return fmt::format(R"(<bdi class="file">{}</bdi>)", escape_file_name(documents.name(id)));
}

std::string row_html(const Documents& documents, const RowRef& row) {
  return fmt::format("{}, row {}", file_name_html(documents, row.document), row.row);
}

std::string stance_chip(model::Stance stance) {
  constexpr std::array kSigns{"●", "✕", "≈", "?", "!", "–"};
  const auto index = static_cast<std::size_t>(stance);
  return fmt::format(R"(<span class="chip stance-{}"><span aria-hidden="true">{}</span> {}</span>)", index,
                     kSigns[index], model::to_string(stance));
}

std::string verdict_chip(model::Verdict verdict, bool on_list) {
  constexpr std::array kSigns{"=", "≠", "?"};
  constexpr std::array kPairs{"same person", "different people", "undecided"};
  constexpr std::array kOnList{"on the list", "on no list", "undecided"};
  constexpr std::array kClasses{"same", "different", "unsure"};
  const auto index = static_cast<std::size_t>(verdict);
  return fmt::format(R"(<span class="chip verdict-{}"><span aria-hidden="true">{}</span> {}</span>)",
                     kClasses[index], kSigns[index], on_list ? kOnList[index] : kPairs[index]);
}

void put_reasons(std::string& out, const std::vector<std::string>& why) {
  if (why.empty()) return;
  out += R"(<ul class="reasons">)";
  for (const std::string& line : why) {
    const Reason reason = split_reason(line);
    put(out, R"(<li><span dir="auto">{}</span>)", reason.text);
    if (!reason.bits.empty()) {
      const bool against = reason.bits.starts_with('-');  // a minus sign is as wide as the plus above it
      put(out, R"( <span class="bits">{}{}</span>)", against ? "−" : "", reason.bits.substr(against ? 1 : 0));
    }
    out += "</li>";
  }
  out += "</ul>\n";
}

void put_bars(std::string& out, std::span<const Bar> bars) {
  std::size_t most = 1;
  for (const Bar& bar : bars) most = std::max(most, bar.count);
  Capped capped(out, bars.size(), 12, "groups");
  for (const Bar& bar : bars) {
    capped.next();
    put(out, R"(<div class="bar item"><span class="label" dir="auto">{}</span><span class="count">{}</span>)",
        bar.label, grouped(bar.count));
    put(out,
        R"(<svg aria-hidden="true" height="6"><rect class="track" width="100%" height="6"/><rect class="fill" width="{:.1f}%" height="6"/></svg>)",
        100.0 * static_cast<double>(bar.count) / static_cast<double>(most));
    if (!bar.note.empty()) put(out, R"(<span class="note" dir="auto">{}</span>)", bar.note);
    out += "</div>\n";
  }
}

void open_section(std::string& out, std::string_view id, std::string_view title, std::string_view count) {
  put(out, R"(<section id="{0}" aria-labelledby="{0}-title"><h2 id="{0}-title">{1})", id, title);
  if (!count.empty()) put(out, R"( <span class="total">{}</span>)", count);
  out += "</h2>\n";
}

void close_section(std::string& out) {
  out += "</section>\n";
}

Capped::Capped(std::string& out, std::size_t total, std::size_t cap, std::string_view plural)
    : out_(out), total_(total), cap_(cap), plural_(plural) {}

Capped::~Capped() {
  if (folded_) out_ += "</div></details>\n";
}

void Capped::next() {
  // A fold that would hide only a few items is not worth a click.
  if (written_++ != cap_ || total_ <= cap_ + cap_ / 4) return;
  put(out_, R"(<details class="more"><summary>Show the other {} {}</summary><div>)", grouped(total_ - cap_),
      plural_);
  folded_ = true;
}

}  // namespace muster::report
