// Claims of the brief: who says what, on whose word, in which stance.
#include <algorithm>

#include "report/claim_tree.hpp"
#include "report/html.hpp"
#include "report/html_pieces.hpp"
#include "report/html_sections.hpp"

namespace muster::report {
namespace {

constexpr std::size_t kClaimsShown = 40;  // a document
constexpr int kDeepest = 4;               // steps of indentation

// Who speaks: a name, or the document's own words for somebody it does not name.
void put_speaker(Page& page, const BriefClaim& claim) {
  if (!claim.speaker.empty()) {
    put(page.html, R"(<span class="name" dir="auto">{}</span> )", claim.speaker);
  } else if (!claim.source.empty()) {
    put(page.html, R"(<span class="name unnamed" dir="auto">{}</span> <span class="quiet">not named</span> )",
        claim.source);
  } else {
    page.html += R"(<span class="name">Nobody named</span> )";
  }
}

void put_content(Page& page, const BriefClaim& claim) {
  const std::string language = escape_html(page.documents.language(claim.document));
  put(page.html, R"(<blockquote class="said{}" dir="auto"{}>{}</blockquote>)",
      claim.kind == model::ClaimKind::kDirect ? " direct" : "",
      Raw{language.empty() ? "" : fmt::format(R"( lang="{}")", language)}, claim.content);
}

void put_sourcing(Page& page, const BriefClaim& claim) {
  if (!claim.on_word_of.empty()) {
    page.html += R"(<p class="note">On the word of )";
    for (std::size_t i = 0; i < claim.on_word_of.size(); ++i) {
      put(page.html, "{}<b><bdi>{}</bdi></b>", i ? ", " : "", claim.on_word_of[i]);
    }
    page.html += "</p>";
  }
  if (!claim.speaker_why.empty())
    put(page.html, R"(<p class="note">Speaker: <span dir="auto">{}</span></p>)", claim.speaker_why);
  const bool another_word = !claim.speaker.empty() && !claim.source.empty() &&
                            claim.source.find(claim.speaker) == std::string::npos;
  if (another_word)
    put(page.html, R"(<p class="note">In the text: <span class="unnamed" dir="auto">{}</span></p>)",
        claim.source);
}

void put_claim(Page& page, const PlacedClaim& placed) {
  const BriefClaim& claim = *placed.claim;
  put(page.html, R"(<article class="item claim depth-{}" id="claim-{}"><p class="meta">)",
      std::min(placed.depth, kDeepest), claim.id);
  put_speaker(page, claim);
  put(page.html, R"({} <span class="quiet">{}{}{}</span></p>)", Raw{stance_chip(claim.stance)},
      manner(claim.kind), claim.said_on.empty() ? "" : ", said on ", claim.said_on);
  put_content(page, claim);
  if (placed.depth > 0) {
    put(page.html, R"(<p class="note nested">Stands inside <a href="#claim-{0}">claim {0}</a></p>)",
        claim.parent);
  }
  put_sourcing(page, claim);
  put_evidence(page.html, page.documents, claim.quotes);
  page.html += "</article>\n";
}

void put_document(Page& page, const DocumentClaims& group) {
  put(page.html, R"(<h3>{} <span class="total">{}</span></h3>)",
      Raw{file_name_html(page.documents, group.document)}, grouped(group.claims.size()));
  const BriefDocument* document = page.documents.find(group.document);
  if (document && !document->publisher.empty()) {
    put(page.html, R"(<p class="quiet under"><bdi>{}</bdi>{}{}</p>)", document->publisher,
        document->published.empty() ? "" : ", ", document->published);
  }
  Capped capped(page.html, group.claims.size(), kClaimsShown, "claims");
  for (const PlacedClaim& placed : group.claims) {
    capped.next();
    put_claim(page, placed);
  }
}

void put_speakers(Page& page) {
  std::vector<Bar> bars;
  for (const SpeakerCount& count : speakers_of(page.brief.claims)) {
    bars.push_back({count.speaker.empty() ? "Not named" : count.speaker, count.claims, {}});
  }
  if (bars.size() < 2) return;
  page.html +=
      R"(<h3 id="speakers">Who speaks <span class="total">claims</span></h3><div class="columns bars">)";
  put_bars(page.html, bars);
  page.html += "</div>\n";
}

}  // namespace

void write_claims(Page& page) {
  if (page.brief.claims.empty()) return;
  open_section(page.html, "claims", "Claims", grouped(page.brief.claims.size()));
  page.html +=
      R"(<p class="lead">Who says what, in the words of each document. That a claim stands here does not make it true.</p>)";
  put_speakers(page);
  for (const DocumentClaims& group : claims_by_document(page.brief.claims)) put_document(page, group);
  close_section(page.html);
}

}  // namespace muster::report
