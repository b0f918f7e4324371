#include "report/text_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace muster::report {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kLabel = 12;
constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kUsual = 80;

std::size_t width_of(const TextOptions& options) {
  return options.width > 0 ? std::max(static_cast<std::size_t>(options.width), kNarrowest) : kUsual;
}

}  // namespace

TextWriter::TextWriter(const Brief& brief, const TextOptions& options)
    : documents_(brief), options_(options), width_(width_of(options)) {}

std::size_t TextWriter::room() const {
  return width_ - kIndent - kLabel;
}

void TextWriter::put(std::string_view label, std::string_view text, Ink ink) {
  const std::string cell = pad_to(label, kLabel);
  out_.append(kIndent, ' ').append(label.empty() ? cell : inked(cell, ink, options_)).append(text) += '\n';
}

void TextWriter::heading(std::string_view title) {
  out_ += '\n' + inked(title, Ink::kBold, options_) + '\n';
}

void TextWriter::plain(std::string_view text, Ink ink) {
  for (const std::string& part : wrap_to(one_line(text), width_)) out_ += inked(part, ink, options_) + '\n';
}

void TextWriter::line(std::string_view label, std::string_view text, Ink ink) {
  put(label, cut_to(one_line(text), room()), ink);
}

void TextWriter::wrapped(std::string_view label, std::string_view text, std::size_t lines, Ink ink) {
  std::vector<std::string> parts = wrap_to(one_line(text), room());
  if (parts.size() > lines) {
    parts[lines - 1] = cut_to(parts[lines - 1] + ' ' + parts[lines], room());
    parts.resize(lines);
  }
  for (std::size_t i = 0; i < parts.size(); ++i) put(i ? "" : label, parts[i], ink);
}

void TextWriter::quoted(std::string_view label, std::string_view head, std::string_view words,
                        std::string_view tail, Ink ink) {
  constexpr std::size_t kLostToBreaks = 12;  // a line that breaks at a space is not full
  constexpr std::size_t kFewestWords = 8;
  const std::string end = tail.empty() ? "" : " [" + cut_to(one_line(tail), room() / 2) + "]";
  const std::string start = cut_to(one_line(head), room() / 2) + ": ";
  const std::size_t taken = columns_of(start) + columns_of(end) + 2 + kLostToBreaks;
  const std::size_t left = std::max(2 * room() - std::min(2 * room(), taken), kFewestWords);
  const std::string shown = cut_to(one_line(words), left);
  // A direct quotation brings its own marks.
  const bool marked =
      shown.starts_with('"') || shown.starts_with("“") || shown.starts_with("«") || shown.starts_with("„");
  wrapped(label, fmt::format(fmt::runtime(marked ? "{}{}{}" : "{}“{}”{}"), start, shown, end), 2, ink);
}

void TextWriter::more(std::size_t total, std::size_t shown, std::string_view plural) {
  if (total > shown) line("", fmt::format("… and {} more {}", grouped(total - shown), plural));
}

std::string TextWriter::where(const std::vector<Quote>& quotes) const {
  if (quotes.empty()) return {};
  const Quote& quote = quotes.front();
  return fmt::format("{}{}{}", documents_.name(quote.document), quote.part.empty() ? "" : ", ", quote.part);
}

std::string TextWriter::row(const RowRef& row) const {
  return fmt::format("{} ({}, row {})", row.name, documents_.name(row.document), row.row);
}

}  // namespace muster::report
