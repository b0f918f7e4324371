// Gathers the values of one field by what is compared of them.
#pragma once

#include <string>
#include <unordered_map>
#include <utility>

#include "resolve/link_fields.hpp"

namespace muster::resolve {

class FieldMaker {
 public:
  FieldMaker(FieldKind kind, std::string name, std::string property, std::size_t rows) {
    field_.kind = kind;
    field_.name = std::move(name);
    field_.property = std::move(property);
    field_.values.emplace_back();
    field_.value_of.resize(rows);
  }

  std::uint32_t add(LinkValue value) {
    if (value.text.empty()) return 0;
    const auto [at, fresh] =
        number_.try_emplace(value.text, static_cast<std::uint32_t>(field_.values.size()));
    if (fresh) {
      field_.values.push_back(std::move(value));
    } else if (LinkValue& known = field_.values[at->second]; value.shown < known.shown) {
      known = std::move(value);  // of several ways of writing it the same one, in whatever order they come
    }
    return at->second;
  }

  void set(std::size_t row, std::uint32_t value) { field_.value_of[row] = value; }

  LinkField take() {
    field_.count.assign(field_.values.size(), 0);
    for (const std::uint32_t value : field_.value_of) ++field_.count[value];
    return std::move(field_);
  }

 private:
  LinkField field_;
  std::unordered_map<std::string, std::uint32_t> number_;
};

}  // namespace muster::resolve
