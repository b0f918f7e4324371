#include <algorithm>
#include <map>

#include "engine/people.hpp"
#include "names/inflection.hpp"
#include "text/tokens.hpp"

namespace muster::engine {
namespace {

using model::Span;

constexpr std::size_t kFewestWords = 2;
constexpr std::size_t kMostWords = 3;
constexpr double kProbable = 0.9;

void add_name(PersonSource& person, std::string name) {
  auto& names = person.record.names;
  if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
}

// Runs of two or three words inside the span, shorter ones first.
std::vector<Span> windows_of(const model::Document& document, Span span) {
  std::vector<Span> words;
  for (const auto& token : text::tokenise(text_at(document, span))) {
    if (token.kind == text::TokenKind::kWord)
      words.push_back({span.begin + token.begin, span.begin + token.end});
  }
  std::vector<Span> windows;
  for (std::size_t count = kFewestWords; count <= kMostWords; ++count) {
    for (std::size_t first = 0; first + count <= words.size(); ++first) {
      windows.push_back({words[first].begin, words[first + count - 1].end});
    }
  }
  return windows;
}

class Collector {
 public:
  Collector(const CaseDocument& holder, const ListedNames& listed) : holder_(holder), listed_(listed) {}

  void add(const std::string& name, Span span) {
    const auto [at, fresh] = by_name_.emplace(name, people_.size());
    if (fresh) people_.push_back(make(name, span));
    PersonSource& person = people_[at->second];
    person.spans.push_back(span);
    for (auto& form : names::nominatives(text_at(holder_.document, span))) add_name(person, std::move(form));
  }

  // The first window that names somebody listed; longer ones would only add a neighbouring word.
  void search(Span run) {
    for (const Span window : windows_of(holder_.document, run)) {
      const std::string written(text_at(holder_.document, window));
      if (listed_.knows(names::nominatives(written))) return add(written, window);
    }
  }

  std::vector<PersonSource> finish() { return std::move(people_); }

 private:
  [[nodiscard]] PersonSource make(const std::string& name, Span span) const {
    PersonSource person;
    person.kind = PersonSource::Kind::kNamed;
    person.document = holder_.id;
    person.record.id = holder_.document.sha256.substr(0, 12) + "-n" + std::to_string(span.begin) + "-" +
                       std::to_string(span.end);
    person.record.source = "report " + std::to_string(holder_.id) + " " + name;
    person.record.names.push_back(name);
    person.record.only_named = true;
    return person;
  }

  const CaseDocument& holder_;
  const ListedNames& listed_;
  std::vector<PersonSource> people_;
  std::map<std::string, std::size_t> by_name_;
};

}  // namespace

ListedNames::ListedNames(const std::vector<PersonSource>& sources) {
  for (const auto& source : sources) {
    for (const auto& name : source.record.names) {
      names_.push_back(names::prepare(name));
      for (auto& key : names::blocking_keys(names_.back()))
        by_key_.emplace(std::move(key), names_.size() - 1);
    }
  }
}

bool ListedNames::knows(const std::vector<std::string>& forms) const {
  for (const auto& form : forms) {
    const names::Name name = names::prepare(form);
    for (const auto& key : names::blocking_keys(name)) {
      const auto [first, last] = by_key_.equal_range(key);
      const auto fits = [&](const auto& entry) {
        return names::compare(name, names_[entry.second]).probability >= kProbable;
      };
      if (std::any_of(first, last, fits)) return true;
    }
  }
  return false;
}

std::vector<PersonSource> named_people(const CaseDocument& holder, const ListedNames& listed) {
  Collector collector(holder, listed);
  for (const auto& mention : holder.extraction.mentions) {
    if (mention.role || mention.name.empty()) continue;
    if (mention.type == model::MentionType::kPerson) {
      collector.add(mention.name, mention.span);
    } else if (mention.type == model::MentionType::kOther) {
      collector.search(mention.span);
    }
  }
  return collector.finish();
}

}  // namespace muster::engine
