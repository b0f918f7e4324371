#include "report/html.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>

#include "report/brief_html.hpp"
#include "report/invented_brief_test.hpp"
#include "text/utf8.hpp"

namespace muster::report {
namespace {

std::string unescaped(std::string text) {
  constexpr std::array<std::pair<std::string_view, char>, 5> kEntities{
      {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&amp;", '&'}}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto* entity = std::ranges::find_if(
        kEntities, [&](const auto& e) { return std::string_view(text).substr(at).starts_with(e.first); });
    out += entity == kEntities.end() ? text[at] : entity->second;
    at += entity == kEntities.end() ? 1 : entity->first.size();
  }
  return out;
}

TEST(Html, put_escapes_every_string_but_raw) {
  std::string out;
  const std::string name = "<b>\"O'Neil\" & Co</b>";
  put(out, R"(<p title="{}">{} {}{}</p>)", name, "a<b", 12, Raw{"<br>"});
  EXPECT_EQ(out, R"(<p title="&lt;b&gt;&quot;O&#39;Neil&quot; &amp; Co&lt;/b&gt;">a&lt;b 12<br></p>)");
}

TEST(Html, shows_control_characters_as_pictures) {
  EXPECT_EQ(escape_html(std::string("a\0b\x1b\x7f\n", 6)), "a␀b␛␡\n");
  EXPECT_EQ(escape_html("\xc2\x85\xff"), "\uFFFD\uFFFD");
}

TEST(Html, file_names_cannot_turn_round) {
  EXPECT_EQ(escape_file_name("invoice\u202Efdp.exe"), "invoice[U+202E]fdp.exe");
  EXPECT_EQ(escape_file_name("отчёт 马.txt"), "отчёт 马.txt");
}

TEST(Html, escaping_can_be_undone) {
  RC_ASSERT(rc::check("printable text comes back", [](const std::string& bytes) {
    std::string text;
    for (const char c : bytes)
      text += static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7F ? c : ' ';
    const std::string html = escape_html(text);
    RC_ASSERT(html.find_first_of("<>\"'") == std::string::npos);
    RC_ASSERT(unescaped(html) == text);
  }));
}

// Every string of a claim, a paper and a document is hostile at once: the page keeps its own tags and no
// others.
TEST(Html, any_words_leave_the_tags_of_the_page_as_they_are) {
  const auto tags = [](const std::string& html) { return std::ranges::count(html, '<'); };
  RC_ASSERT(rc::check("as many tags as with plain words", [&](const std::string& bytes) {
    Brief plain = invented_brief();
    Brief hostile = plain;
    const auto set = [](Brief& b, const std::string& words) {
      b.documents[0].name = b.documents[0].title = b.claims[0].speaker = b.claims[0].content = words;
      b.papers[0].name = b.papers[0].number = b.findings[0].summary = b.places[0].text = words;
      b.claims[0].quotes[0].text = b.claims[0].quotes[0].context = words;
    };
    set(plain, "words");
    set(hostile, "<" + bytes + "\"'></script>");
    RC_ASSERT(tags(brief_html_main(plain)) == tags(brief_html_main(hostile)));
  }));
}

}  // namespace
}  // namespace muster::report
