#include "readers/sidecar.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/file.hpp"
#include "readers/parts.hpp"
#include "text/utf8.hpp"

namespace muster::readers {
namespace {

constexpr std::string_view kRemedy =
    R"(write it as {"published": "2025-04-12", "publisher": "...", "url": "...", "title": "..."})";

constexpr std::string_view kKeys[] = {"published", "publisher", "url", "title"};

bool all_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

bool is_day(int year, int month, int day) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const bool leap = month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return day <= kDays[month - 1] + (leap ? 1 : 0);
}

void take(const nlohmann::json& object, const char* key, const std::string& where, std::string& into,
          model::Document& document) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return;
  if (found->is_string()) {
    into = found->get<std::string>();
  } else {
    note(document, std::string("the sidecar's \"") + key + "\" is no text; it is left out", where,
         std::string(kRemedy));
  }
}

void take_published(const nlohmann::json& object, const std::string& where, model::Document& document) {
  std::string written;
  take(object, "published", where, written, document);
  if (written.empty()) return;
  std::string date = edtf_date(written);
  if (date.empty()) {
    note(document, "the sidecar's \"published\" is no date: " + written.substr(0, 40), where,
         "write the date as YYYY-MM-DD, YYYY-MM or YYYY");
    if (!text::is_valid_utf8(document.problems.back().what))
      document.problems.back().what = "the sidecar's \"published\" is no date";
    return;
  }
  document.published = std::move(date);
  document.published_how = "sidecar";
}

}  // namespace

std::string edtf_date(std::string_view written) {
  while (!written.empty() && written.front() == ' ') written.remove_prefix(1);
  if (written.size() < 4 || !all_digits(written.substr(0, 4))) return {};
  const int year = number(written.substr(0, 4));
  const std::string first(written.substr(0, 4));
  if (year < 1000 || year > 2999) return {};
  if (written.size() == 4) return first;
  const bool compact = written.size() >= 8 && all_digits(written.substr(0, 8));
  const std::size_t step = compact ? 0 : 1;
  const char mark = compact ? '-' : written[4];
  if (!compact && mark != '-' && mark != '/' && mark != '.') return {};
  if (written.size() < 6 + step || !all_digits(written.substr(4 + step, 2))) return {};
  const std::string month(written.substr(4 + step, 2));
  if (number(month) < 1 || number(month) > 12) return {};
  const std::size_t rest = 6 + step;
  if (written.size() == rest) return first + "-" + month;
  if (written.size() < rest + step + 2 || (!compact && written[rest] != mark) ||
      !all_digits(written.substr(rest + step, 2)))
    return {};
  const std::string day(written.substr(rest + step, 2));
  if (!is_day(year, number(month), number(day))) return {};
  const std::size_t end = rest + step + 2;
  if (end < written.size() && all_digits(written.substr(end, 1)) && !compact) return {};
  return first + "-" + month + "-" + day;
}

SidecarKind sidecar_kind(std::string_view bytes) {
  const auto is_known = [](std::string_view key) { return std::ranges::find(kKeys, key) != std::end(kKeys); };
  const auto object = nlohmann::json::parse(bytes, nullptr, false);
  if (object.is_object()) {
    const bool known =
        std::ranges::any_of(object.items(), [&](const auto& item) { return is_known(item.key()); });
    return known || object.empty() ? SidecarKind::kSidecar : SidecarKind::kOther;
  }
  if (!object.is_discarded()) return SidecarKind::kOther;
  const std::size_t open = bytes.find('"');
  const std::size_t close = bytes.find('"', open + 1);
  const bool meant = open != std::string_view::npos && is_known(bytes.substr(open + 1, close - open - 1));
  return meant ? SidecarKind::kBroken : SidecarKind::kOther;
}

void apply_sidecar(const std::filesystem::path& original, model::Document& document) {
  std::filesystem::path path = original;
  path.replace_extension(".json");
  std::error_code ignored;
  if (path == original || !std::filesystem::exists(path, ignored)) return;
  const std::string where = path.filename().string();
  const auto bytes = base::read_file(path);
  if (!bytes)
    return note(document, "the sidecar cannot be read: " + bytes.error().what, where, bytes.error().remedy);
  const SidecarKind kind = sidecar_kind(*bytes);
  if (kind == SidecarKind::kOther) return;
  if (kind == SidecarKind::kBroken)
    return note(document, "the sidecar is no JSON object; it is left out", where, std::string(kRemedy));
  const auto object = nlohmann::json::parse(*bytes, nullptr, false);
  take(object, "publisher", where, document.publisher, document);
  take(object, "url", where, document.url, document);
  take(object, "title", where, document.title, document);
  take_published(object, where, document);
}

}  // namespace muster::readers
