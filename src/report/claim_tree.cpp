#include "report/claim_tree.hpp"

#include <algorithm>
#include <unordered_map>

namespace muster::report {
namespace {

using Index = std::size_t;

struct Forest {
  std::vector<std::vector<Index>> children;
  std::vector<Index> roots;
};

Forest forest_of(const std::vector<BriefClaim>& claims) {
  std::unordered_map<std::int64_t, Index> by_id;
  for (Index i = 0; i < claims.size(); ++i) by_id.emplace(claims[i].id, i);
  Forest forest{std::vector<std::vector<Index>>(claims.size()), {}};
  for (Index i = 0; i < claims.size(); ++i) {
    const auto parent = claims[i].parent ? by_id.find(claims[i].parent) : by_id.end();
    const bool nested =
        parent != by_id.end() && parent->second != i && claims[parent->second].document == claims[i].document;
    (nested ? forest.children[parent->second] : forest.roots).push_back(i);
  }
  return forest;
}

// Depth first without recursion: a hostile brief may nest as deep as it has claims.
void walk(const std::vector<BriefClaim>& claims, const Forest& forest, Index root, std::vector<bool>& seen,
          std::vector<PlacedClaim>& out) {
  std::vector<std::pair<Index, int>> stack{{root, 0}};
  while (!stack.empty()) {
    const auto [at, depth] = stack.back();
    stack.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    out.push_back({&claims[at], depth});
    const auto& children = forest.children[at];
    for (auto child = children.rbegin(); child != children.rend(); ++child)
      stack.emplace_back(*child, depth + 1);
  }
}

}  // namespace

std::vector<DocumentClaims> claims_by_document(const std::vector<BriefClaim>& claims) {
  const Forest forest = forest_of(claims);
  std::vector<DocumentClaims> groups;
  std::unordered_map<model::DocumentId, std::size_t> group_of;
  const auto claims_of = [&](model::DocumentId document) -> std::vector<PlacedClaim>& {
    const auto [entry, fresh] = group_of.try_emplace(document, groups.size());
    if (fresh) groups.push_back({document, {}});
    return groups[entry->second].claims;
  };
  std::vector<bool> seen(claims.size());
  for (const Index root : forest.roots) walk(claims, forest, root, seen, claims_of(claims[root].document));
  for (Index i = 0; i < claims.size(); ++i) {  // claims in a ring have no root
    if (!seen[i]) walk(claims, forest, i, seen, claims_of(claims[i].document));
  }
  return groups;
}

std::vector<SpeakerCount> speakers_of(const std::vector<BriefClaim>& claims) {
  std::vector<SpeakerCount> speakers;
  std::unordered_map<std::string_view, std::size_t> index;
  for (const BriefClaim& claim : claims) {
    const std::string_view name = model::is_described(claim.speaker_why) ? std::string_view() : claim.speaker;
    const auto [entry, fresh] = index.try_emplace(name, speakers.size());
    if (fresh) speakers.push_back({name, 0});
    ++speakers[entry->second].claims;
  }
  std::ranges::stable_sort(speakers, std::greater{}, &SpeakerCount::claims);
  return speakers;
}

}  // namespace muster::report
