// Which of the mentions inside a source's words is the one that speaks.
#include "extract/speaker_resolver.hpp"

namespace muster::extract {

using namespace word_class;
using model::Mention;
using model::MentionType;

std::vector<const Mention*> SpeakerResolver::inside(Range source) const {
  std::vector<const Mention*> out;
  const std::uint32_t begin = text_.token(source.first).begin;
  const std::uint32_t end = text_.token(source.last - 1).end;
  auto at = std::ranges::lower_bound(mentions_, begin, {}, [](const Mention& m) { return m.span.begin; });
  if (at != mentions_.begin() && std::prev(at)->span.end > begin) --at;
  for (; at != mentions_.end() && at->span.begin < end && out.size() < 12; ++at) out.push_back(&*at);
  return out;
}

// The source's own words up to a comma: the apposition only describes.
Range SpeakerResolver::core_of(Range source) const {
  for (std::uint32_t i = source.first + 1; i < source.last; ++i) {
    if (text_.is_mark(i, ",") || (text_.is_mark(i, "(") && i > source.first)) return {source.first, i};
    if (passed_on(i) && i + 1 < source.last) return {source.first, i};
  }
  return source;
}

// "a report obtained by the Chronicle": the report speaks.
bool SpeakerResolver::passed_on(std::uint32_t i) const {
  const std::string_view next = i + 1 < text_.size() ? text_.word(i + 1) : std::string_view();
  return (next == "by" || next == "to" || next == "with") &&
         is_word_of(text_.word(i),
                    {"obtained", "seen", "reviewed", "viewed", "leaked", "shared", "provided"});
}

// The person named in the source, else its description or its body.
const Mention* SpeakerResolver::main_mention(Range source) const {
  const Mention* person = nullptr;
  const Mention* other = nullptr;
  bool after_preposition = false;
  const Range core = core_of(source);
  for (const Mention* m : inside(core)) {
    for (std::uint32_t i = core.first; i < core.last && text_.token(i).begin < m->span.begin; ++i) {
      after_preposition |= text_.is(i, kPreposition);
    }
    if (m->type == MentionType::kPerson && !m->role && !after_preposition && !is_owner(*m)) person = m;
    const bool heads =
        other == nullptr || (!after_preposition && other->role == m->role && m->span.end > other->span.end);
    if (m->type != MentionType::kNationality && m->type != MentionType::kPlace && heads) other = m;
  }
  return person != nullptr ? person : other;
}

// "its spokesman, Ivo Marsh": the name behind the comma.
const Mention* SpeakerResolver::name_in_apposition(Range source) const {
  const Range core = core_of(source);
  if (core.last + 1 >= source.last) return nullptr;
  for (const Mention* m : inside({core.last + 1, source.last})) {
    const bool first = token_at(m->span.begin) == core.last + 1;
    if (first && !m->role && (m->type == MentionType::kPerson || m->type == MentionType::kOther)) return m;
  }
  return nullptr;
}

// "The Post and the Tribune": the second of two names.
const Mention* SpeakerResolver::joined_to(const Mention& first, Range source) const {
  if (first.role) return nullptr;
  for (const Mention* m : inside(core_of(source))) {
    if (m == &first || m->type != first.type || m->role) continue;
    const bool before = m->span.begin < first.span.begin;
    const std::uint32_t between = last_token(before ? *m : first) + 1;
    const std::uint32_t next = token_at(before ? first.span.begin : m->span.begin);
    if (text_.is(between, kCoordinator) && next <= between + 2) return m;
  }
  return nullptr;
}

bool SpeakerResolver::is_owner(const Mention& m) const {
  return text_.has_possessive_ending(token_at(m.span.end - 1 < m.span.begin ? m.span.begin : last_token(m)));
}

std::uint32_t SpeakerResolver::last_token(const Mention& m) const {
  std::uint32_t i = token_at(m.span.begin);
  while (i + 1 < text_.size() && text_.token(i + 1).begin < m.span.end) ++i;
  return i;
}

}  // namespace muster::extract
