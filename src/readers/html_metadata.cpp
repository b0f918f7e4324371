#include "readers/html_metadata.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "readers/parts.hpp"
#include "readers/sidecar.hpp"

namespace muster::readers {
namespace {

using Json = nlohmann::json;
constexpr int kDeepestJson = 64;
constexpr std::size_t kMostJson = std::size_t{4} << 20;

struct Found {
  std::map<std::string, std::string> meta;  // name or property, in small letters -> content; the first wins
  std::string title;                        // <title>
  std::string time;                         // the first <time datetime> that is a date
  std::string canonical;
  std::string json_published;
  std::string json_publisher;
  std::string json_headline;
};

std::string small(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::string string_in(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_article(const Json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const Json types = type->is_array() ? *type : Json::array({*type});
  return std::ranges::any_of(types, [](const Json& one) {
    if (!one.is_string()) return false;
    const auto name = one.get<std::string>();
    return name.ends_with("Article") || name.ends_with("Posting") || name == "Report" || name == "WebPage";
  });
}

void take_article(const Json& object, Found& found) {
  if (!is_article(object)) return;
  if (found.json_published.empty()) found.json_published = edtf_date(string_in(object, "datePublished"));
  if (found.json_headline.empty()) found.json_headline = squeeze(string_in(object, "headline"));
  const auto publisher = object.find("publisher");
  if (found.json_publisher.empty() && publisher != object.end() && publisher->is_object())
    found.json_publisher = squeeze(string_in(*publisher, "name"));
}

// Objects stand in arrays and under @graph; the parser is told to stop at a depth, so recursion here is
// bounded.
void take_json(const Json& json, Found& found) {
  if (json.is_array()) {
    for (const Json& item : json) take_json(item, found);
  } else if (json.is_object()) {
    take_article(json, found);
    const auto graph = json.find("@graph");
    if (graph != json.end()) take_json(*graph, found);
  }
}

void take_json_text(std::string_view text, Found& found) {
  if (text.size() > kMostJson) return;
  const auto callback = [](int depth, Json::parse_event_t, Json&) { return depth < kDeepestJson; };
  const Json json = Json::parse(text, callback, false, true);
  if (!json.is_discarded()) take_json(json, found);
}

void take_element(const GumboNode* node, Found& found) {
  switch (tag_of(node)) {
    case GUMBO_TAG_META: {
      std::string key = small(attribute(node, "property"));
      if (key.empty()) key = small(attribute(node, "name"));
      if (key.empty()) key = small(attribute(node, "itemprop"));
      if (!key.empty()) found.meta.try_emplace(key, squeeze(attribute(node, "content")));
      break;
    }
    case GUMBO_TAG_TITLE:
      if (found.title.empty()) found.title = text_below(node);
      break;
    case GUMBO_TAG_TIME:
      if (found.time.empty()) found.time = edtf_date(attribute(node, "datetime"));
      break;
    case GUMBO_TAG_LINK:
      if (attribute(node, "rel") == "canonical") found.canonical = attribute(node, "href");
      break;
    case GUMBO_TAG_SCRIPT:
      if (small(attribute(node, "type")) == "application/ld+json" && node->v.element.children.length > 0) {
        take_json_text(text_of(static_cast<const GumboNode*>(node->v.element.children.data[0])), found);
      }
      break;
    default:
      break;
  }
}

template <std::size_t N>
std::string first_of(const Found& found, const std::array<const char*, N>& keys) {
  for (const char* key : keys) {
    const auto entry = found.meta.find(key);
    if (entry != found.meta.end() && !entry->second.empty()) return entry->second;
  }
  return {};
}

std::string published(const Found& found) {
  if (!found.json_published.empty()) return found.json_published;
  constexpr std::array<const char*, 14> kKeys{"article:published_time",
                                              "og:article:published_time",
                                              "og:published_time",
                                              "datepublished",
                                              "article.published",
                                              "parsely-pub-date",
                                              "sailthru.date",
                                              "pubdate",
                                              "publishdate",
                                              "publish-date",
                                              "publication_date",
                                              "dc.date.issued",
                                              "dcterms.issued",
                                              "date"};
  for (const char* key : kKeys) {
    const auto entry = found.meta.find(key);
    if (entry == found.meta.end()) continue;
    if (std::string date = edtf_date(entry->second); !date.empty()) return date;
  }
  return found.time;
}

std::string language_of(std::string_view tag) {
  const std::string language = small(tag.substr(0, std::min(tag.find_first_of("-_"), tag.size())));
  const bool letters = std::ranges::all_of(language, [](char c) { return c >= 'a' && c <= 'z'; });
  return language.size() == 2 && letters ? language : std::string();
}

std::string otherwise(std::string first, std::string second) {
  return first.empty() ? std::move(second) : std::move(first);
}

}  // namespace

void read_page_metadata(const HtmlTree& tree, model::Document& document) {
  Found found;
  walk(
      tree.root(), [&](const GumboNode* node) { return take_element(node, found), true; },
      [](const GumboNode*) {});
  document.title = otherwise(first_of(found, std::array{"og:title", "twitter:title"}),
                             otherwise(found.json_headline, found.title));
  document.publisher =
      otherwise(first_of(found, std::array{"og:site_name"}),
                otherwise(found.json_publisher,
                          first_of(found, std::array{"application-name", "publisher", "dc.publisher"})));
  document.url = otherwise(first_of(found, std::array{"og:url"}), found.canonical);
  document.published = published(found);
  if (!document.published.empty()) document.published_how = "page metadata";
  document.language = language_of(attribute(tree.root(), "lang"));
}

std::string declared_charset(std::string_view page) {
  const std::string head = small(page.substr(0, 4096));
  std::size_t at = head.find("charset=");
  if (at == std::string::npos) return {};
  at = head.find_first_not_of("\"' ", at + 8);
  if (at == std::string::npos) return {};
  const std::size_t end = std::min(head.find_first_of("\"' />;", at), head.size());
  return head.substr(at, std::min<std::size_t>(end - at, 40));
}

}  // namespace muster::readers
