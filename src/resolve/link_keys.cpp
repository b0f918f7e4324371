#include "resolve/link_keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/table_lines.hpp"

namespace muster::resolve {
namespace {

// FNV-1a, then mixed: the same on every machine.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  hash ^= hash >> 29;
  hash *= 0xbf58476d1ce4e5b9ULL;
  return hash ^ (hash >> 32);
}

std::vector<KeyKind> kinds_for(FieldKind kind) {
  using enum KeyKind;
  switch (kind) {
    case FieldKind::kGivenName:
    case FieldKind::kFamilyName:
      return {kWhole, kSound, kStart, kEnd};
    case FieldKind::kMiddleName:
      return {kWhole};
    case FieldKind::kFullName:
      return {kWhole, kNameKeys};
    case FieldKind::kDate:
      return {kWhole, kYearMonth, kMonthDay, kYearDay, kYear};
    case FieldKind::kEmail:
      return {kWhole, kBeforeAt, kStart};
    case FieldKind::kPhone:
    case FieldKind::kIdentifier:
      return {kWhole, kStart, kTail};
    case FieldKind::kPostcode:
      return {kWhole, kArea};
    case FieldKind::kTown:
      return {kWhole, kSound, kStart};
    case FieldKind::kStreet:
      return {kWhole, kFirstWord, kLongWord};
    case FieldKind::kNumber:
    case FieldKind::kCategory:
      return {kWhole};
    case FieldKind::kText:
      return {kWhole, kFirstWord};
  }
  return {};
}

std::string_view longest_word(std::string_view text) {
  return std::ranges::max(base::cells_of(text, ' '), {}, &std::string_view::size);
}

std::string date_part(const WrittenDate& date, KeyKind kind) {
  if (date.year == 0) return {};
  const bool whole = date.day != 0;
  switch (kind) {
    case KeyKind::kYear:
      return fmt::format("{}", date.year);
    case KeyKind::kYearMonth:
      return date.month == 0 ? "" : fmt::format("{} {}", date.year, date.month);
    case KeyKind::kMonthDay:  // in either order
      return whole ? fmt::format("{} {}", std::min(date.month, date.day), std::max(date.month, date.day))
                   : "";
    case KeyKind::kYearDay:
      return whole ? fmt::format("{} {}", date.year, date.day) : "";
    default:
      return whole ? fmt::format("{} {} {}", date.year, date.month, date.day) : "";
  }
}

std::string key_of(const LinkValue& value, FieldKind field, KeyKind kind) {
  const std::string& text = value.text;
  if (field == FieldKind::kDate) return date_part(value.date, kind);
  switch (kind) {
    case KeyKind::kWhole:
      return text;
    case KeyKind::kSound:
      return value.sound;
    case KeyKind::kStart:
      return text.size() < 3 ? "" : text.substr(0, 3);
    case KeyKind::kEnd:
      return text.size() < 4 ? "" : text.substr(text.size() - 3);
    case KeyKind::kArea:
      return text.substr(0, text.size() >= 5 ? text.size() - 3 : 2);
    case KeyKind::kBeforeAt:
      return text.substr(0, text.find('@'));
    case KeyKind::kTail:
      return text.size() < 6 ? "" : text.substr(text.size() - 4);
    case KeyKind::kFirstWord:
      return text.substr(0, text.find(' '));
    case KeyKind::kLongWord:
      return std::string(longest_word(text));
    default:
      return {};
  }
}

void add_value(KeyTable& table, const LinkValue& value, FieldKind field) {
  const std::size_t from = table.keys.size();
  if (table.kind == KeyKind::kNameKeys) {
    for (const names::Name& name : value.names) {
      for (const std::string& key : names::blocking_keys(name)) table.keys.push_back(hash_of(key));
    }
  } else if (const std::string key = key_of(value, field, table.kind); !key.empty()) {
    table.keys.push_back(hash_of(key));
  }
  const auto begin = table.keys.begin() + static_cast<std::ptrdiff_t>(from);
  std::sort(begin, table.keys.end());
  table.keys.erase(std::unique(begin, table.keys.end()), table.keys.end());
}

}  // namespace

std::vector<KeyTable> make_keys(std::span<const LinkField> fields) {
  std::vector<KeyTable> tables;
  for (std::uint32_t f = 0; f < fields.size(); ++f) {
    for (const KeyKind kind : kinds_for(fields[f].kind)) {
      KeyTable table{f, kind};
      table.begin.push_back(0);
      for (const LinkValue& value : fields[f].values) {
        if (!value.text.empty()) add_value(table, value, fields[f].kind);
        table.begin.push_back(static_cast<std::uint32_t>(table.keys.size()));
      }
      tables.push_back(std::move(table));
    }
  }
  return tables;
}

std::string show(const KeyTable& table, std::span<const LinkField> fields) {
  const std::string& name = fields[table.field].name;
  switch (table.kind) {
    case KeyKind::kWhole:
      return name;
    case KeyKind::kSound:
      return name + " (sound)";
    case KeyKind::kStart:
      return name + " (first letters)";
    case KeyKind::kEnd:
      return name + " (last letters)";
    case KeyKind::kYearMonth:
      return name + " (year, month)";
    case KeyKind::kMonthDay:
      return name + " (day, month)";
    case KeyKind::kYearDay:
      return name + " (year, day)";
    case KeyKind::kYear:
      return name + " (year)";
    case KeyKind::kArea:
      return name + " (area)";
    case KeyKind::kBeforeAt:
      return name + " (before the @)";
    case KeyKind::kTail:
      return name + " (last signs)";
    case KeyKind::kFirstWord:
      return name + " (first word)";
    case KeyKind::kLongWord:
      return name + " (longest word)";
    case KeyKind::kNameKeys:
      return name + " (name keys)";
  }
  return name;
}

}  // namespace muster::resolve
