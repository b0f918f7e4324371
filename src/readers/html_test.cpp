#include <chrono>

#include "readers/test_files.hpp"

namespace muster::readers {
namespace {

using testing::read_as;

constexpr const char* kPage =
    R"(<!DOCTYPE html><html lang="en-GB"><head><title>Bridge closed | The Example</title>
<meta property="og:site_name" content="The Example"><link rel="canonical" href="https://example.org/bridge">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Bridge closed", "datePublished": "2024-03-05T08:00:00Z"}]}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies to improve this site, and so do our partners.</p></div>
<article><h1>Bridge closed</h1>
<p>The bridge over the river Muster was closed on Monday, the town council said &mdash; for a week.</p>
<p hidden>This hidden sentence must not appear, whatever happens.</p>
<p>Drivers must take the long way round, through the old town,<br>and past the mill.</p>
<h2>What next</h2><ul><li>Repairs begin on Tuesday, weather permitting.</li><li>The bridge opens in a week, if all goes well.</li></ul>
<table><tr><td>cars</td><td>120 a day, on average</td></tr></table>
<p>The council will meet again next month to talk about money.</p></article>
<div class="related"><p><a href="/x">Another story about another bridge, in another town</a></p></div>
<section id="comments"><p>First comment, by somebody who did not read the text.</p></section>
<footer><p>All rights reserved, by us, for ever.</p></footer></body></html>)";

TEST(Html, KeepsTheMainTextOnly) {
  EXPECT_EQ(read_as("a.html", kPage).text,
            "The bridge over the river Muster was closed on Monday, the town council said — for a week.\n\n"
            "Drivers must take the long way round, through the old town,\nand past the mill.\n\n"
            "What next\n\nRepairs begin on Tuesday, weather permitting.\nThe bridge opens in a week, if all "
            "goes well.\n\n"
            "cars\t120 a day, on average\n\nThe council will meet again next month to talk about money.");
}

TEST(Html, ReadsWhatThePageSaysOfItself) {
  const auto document = read_as("a.html", kPage);
  EXPECT_EQ(document.title, "Bridge closed");
  EXPECT_EQ(document.publisher, "The Example");
  EXPECT_EQ(document.published, "2024-03-05");
  EXPECT_EQ(document.published_how, "page metadata");
  EXPECT_EQ(document.url, "https://example.org/bridge");
  EXPECT_EQ(document.language, "en");
}

TEST(Html, UsesTheDeclaredCharset) {
  const auto document =
      read_as("a.html",
              "<html><head><meta charset='windows-1251'></head><body><p>\xCF\xF0\xE8\xE2\xE5\xF2, "
              "\xEC\xE8\xF0.</p></body></html>");
  EXPECT_EQ(document.text, "Привет, мир.");
}

double seconds_to_read(const std::string& page) {
  const auto start = std::chrono::steady_clock::now();
  const auto document = read_as("a.html", page);
  EXPECT_TRUE(testing::is_sound(document));
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST(Html, SurvivesDeepNesting) {
  for (const char* tag : {"<div>", "<b>", "<span><div>", "<table><tr><td>", "<p><font size=1>", "<ul><li>",
                          "<a>", "<svg>", "<div></span>"}) {
    std::string page = "<html><body>";
    for (int i = 0; i < 100'000; ++i) page += tag;
    EXPECT_LT(seconds_to_read(page.append("<p>Some words, at last.</p>")), 5.0) << tag;
  }
}

TEST(Html, SurvivesTagsWithEndlessAttributes) {
  std::string page = "<html><body><p ";
  for (int i = 0; i < 100'000; ++i) page.append("a").append(std::to_string(i)).append("=1 ");
  EXPECT_LT(seconds_to_read(page.append(">Some words, at last.</p>")), 5.0);
}

TEST(Html, SaysWhenThereIsNoText) {
  EXPECT_NE(testing::fatal_problem(read_as("a.html", "<html><body><script>go()</script></body></html>")),
            nullptr);
}

}  // namespace
}  // namespace muster::readers
