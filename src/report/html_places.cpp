// Places of the brief: which place is meant, what decided it, or that nothing did.
#include <algorithm>
#include <cmath>

#include "report/html.hpp"
#include "report/html_pieces.hpp"
#include "report/html_sections.hpp"

namespace muster::report {
namespace {

constexpr std::size_t kShown = 40;
constexpr std::size_t kCandidatesShown = 6;

std::string candidate_html(const model::PlaceCandidate& c) {
  std::string html;
  put(html, "<bdi>{}</bdi>", c.name);
  if (!c.region.empty()) put(html, ", <bdi>{}</bdi>", c.region);
  if (!c.country.empty()) put(html, ", {}", c.country);
  if (std::isfinite(c.latitude) && std::isfinite(c.longitude)) {
    put(html, R"( <span class="quiet">· <span class="nowrap">{:.4f}, {:.4f}</span></span>)", c.latitude,
        c.longitude);
  }
  put(html, R"( <span class="quiet">· probability</span> {})", percent(c.probability));
  return html;
}

void put_candidate_places(Page& page, const BriefPlace& place) {
  const std::size_t shown = std::min(place.candidates.size(), kCandidatesShown);
  page.html += R"(<ol class="candidates places">)";
  for (std::size_t i = 0; i < shown; ++i)
    put(page.html, "<li>{}</li>", Raw{candidate_html(place.candidates[i])});
  page.html += "</ol>";
  if (shown == place.candidates.size()) return;
  put(page.html,
      R"(<details class="more"><summary>Show the other {} candidates</summary><ol class="candidates places" start="{}">)",
      grouped(place.candidates.size() - shown), shown + 1);
  for (std::size_t i = shown; i < place.candidates.size(); ++i) {
    put(page.html, "<li>{}</li>", Raw{candidate_html(place.candidates[i])});
  }
  page.html += "</ol></details>";
}

void put_place(Page& page, const BriefPlace& place) {
  const model::PlaceCandidate* decided = chosen_of(place);
  put(page.html,
      R"(<article class="item"><p class="head"><span class="name" dir="auto">{}</span> <span class="chip {}"><span aria-hidden="true">{}</span> {}</span> <span class="quiet">{}</span></p>)",
      place.text, decided ? "verdict-same" : "verdict-unsure", decided ? "=" : "?",
      decided ? "decided" : "undecided", count_of(place.quotes.size(), "mention"));
  if (decided) put(page.html, R"(<p class="place">{}</p>)", Raw{candidate_html(*decided)});
  if (!place.why.empty()) put(page.html, R"(<p class="note" dir="auto">{}</p>)", place.why);
  if (!decided && !place.candidates.empty()) {
    put(page.html, R"(<p class="quiet">Could be any of {}:</p>)", count_of(place.candidates.size(), "place"));
    put_candidate_places(page, place);
  } else if (!decided) {
    page.html += R"(<p class="quiet">In no gazetteer that Muster has.</p>)";
  }
  put_evidence(page.html, page.documents, place.quotes);
  page.html += "</article>\n";
}

void put_all(Page& page) {
  Capped capped(page.html, page.brief.places.size(), kShown, "places");
  for (const BriefPlace& place : page.brief.places) {
    capped.next();
    put_place(page, place);
  }
}

}  // namespace

void write_places(Page& page) {
  if (page.brief.places.empty()) return;
  open_section(page.html, "places", "Places",
               fmt::format("{} decided, {} undecided", grouped(page.figures.decided_places),
                           grouped(page.figures.undecided_places)));
  put_all(page);
  close_section(page.html);
}

}  // namespace muster::report
