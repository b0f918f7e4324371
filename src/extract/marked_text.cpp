#include "extract/marked_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace muster::extract {
namespace {

struct Head {
  int number = 0;
  bool nested = false;
  char role = 0;
  std::string_view stance;
  std::string_view speaker;
  std::size_t length = 0;  // with the brace and the blank behind
};

bool is_stance(std::string_view word) {
  return word == "denied" || word == "hedged" || word == "questioned" || word == "demanded" || word == "none";
}

// "{12+c!denied " at the begin of `at`; none where it is no mark's head.
std::optional<Head> head_at(std::string_view at) {
  Head head;
  const auto [end, error] = std::from_chars(at.data() + 1, at.data() + at.size(), head.number);
  if (error != std::errc{}) return {};
  std::size_t i = static_cast<std::size_t>(end - at.data());
  const auto is = [&](char c) { return i < at.size() && at[i] == c; };
  if (is('+')) {
    head.nested = true;
    ++i;
  }
  if (!is('s') && !is('c') && !is('t')) return {};
  head.role = at[i++];
  if (is('!')) {
    const std::size_t begin = ++i;
    while (i < at.size() && at[i] >= 'a' && at[i] <= 'z') ++i;
    head.stance = at.substr(begin, i - begin);
    if (head.role != 'c' || !is_stance(head.stance)) return {};
  }
  if (is('=')) {
    const std::size_t bar = at.find_first_of("|{}", ++i);
    if (bar == std::string_view::npos || at[bar] != '|' || head.role != 's') return {};
    head.speaker = at.substr(i, bar - i);
    i = bar + 1;
  }
  if (is(' ')) ++i;
  head.length = i;
  return head;
}

class Article {
 public:
  Article(std::string_view name, std::size_t line, const std::string& where) : line_(line), where_(where) {
    gold_.document.name = name;
    gold_.document.media_type = "text/plain";
  }

  base::Result<void> add_line(std::string_view line) {
    ++line_;
    for (std::size_t at = 0; at < line.size();) {
      if (line[at] == '}') {
        if (open_.empty()) return slip("a brace closes that was never opened", line.substr(at));
        close();
        ++at;
      } else if (line[at] == '{') {
        const auto head = head_at(line.substr(at));
        if (!head) return slip("a brace that opens no mark", line.substr(at));
        open(*head);
        at += head->length;
      } else {
        const std::size_t end = std::min(line.find_first_of("{}", at), line.size());
        text() += line.substr(at, end - at);
        at = end;
      }
    }
    text() += '\n';
    return {};
  }

  base::Result<GoldDocument> done() {
    if (!open_.empty()) return std::unexpected(slip("a mark is never closed", {}).error());
    for (auto& [number, one] : attributions_) {
      if (one.cue.size() != 1 || one.content.empty())
        return std::unexpected(
            slip(fmt::format("attribution {} needs one cue and some content", number), {}).error());
      gold_.attributions.push_back(std::move(one));
    }
    std::ranges::sort(gold_.attributions, {}, [](const GoldAttribution& a) { return a.cue.front().begin; });
    return std::move(gold_);
  }

 private:
  struct Open {
    Head head;
    std::uint32_t begin;
  };

  std::string& text() { return gold_.document.text; }
  [[nodiscard]] std::uint32_t here() { return static_cast<std::uint32_t>(text().size()); }

  base::Result<void> slip(const std::string& what, std::string_view at) const {
    return base::fail(fmt::format("{}{}{}", what, at.empty() ? "" : ": ", at.substr(0, 40)),
                      fmt::format("{}, line {}, article {}", where_, line_, gold_.document.name),
                      "docs/attribution-guide.md shows the marks");
  }

  void open(const Head& head) {
    GoldAttribution& one = attributions_[head.number];
    one.nested |= head.nested;
    if (!head.stance.empty()) one.stance = head.stance;
    if (!head.speaker.empty()) one.speaker = head.speaker;
    open_.push_back({head, here()});
  }

  void close() {
    const Open& opened = open_.back();
    GoldAttribution& one = attributions_[opened.head.number];
    auto& role = opened.head.role == 's' ? one.source : opened.head.role == 'c' ? one.cue : one.content;
    role.push_back({opened.begin, here()});
    open_.pop_back();
  }

  GoldDocument gold_;
  std::map<int, GoldAttribution> attributions_;
  std::vector<Open> open_;
  std::size_t line_;
  const std::string& where_;
};

}  // namespace

base::Result<std::vector<GoldDocument>> read_marked_text(std::string_view marked, const std::string& where) {
  std::vector<GoldDocument> out;
  std::optional<Article> article;
  const auto finish = [&]() -> base::Result<void> {
    if (!article) return {};
    auto done = article->done();
    if (!done) return std::unexpected(done.error());
    out.push_back(std::move(*done));
    return {};
  };
  for (std::size_t number = 1; !marked.empty(); ++number) {
    const std::size_t end = std::min(marked.find('\n'), marked.size());
    std::string_view line = marked.substr(0, end);
    marked.remove_prefix(std::min(end + 1, marked.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with("== ")) {
      if (const auto ended = finish(); !ended) return std::unexpected(ended.error());
      article.emplace(line.substr(3), number, where);
    } else if (article) {
      if (const auto added = article->add_line(line); !added) return std::unexpected(added.error());
    } else if (!line.empty() && !line.starts_with('#')) {
      return base::fail("text before the first \"== name\"", fmt::format("{}, line {}", where, number),
                        "docs/attribution-guide.md shows the form of a file");
    }
  }
  if (const auto ended = finish(); !ended) return std::unexpected(ended.error());
  return out;
}

}  // namespace muster::extract
