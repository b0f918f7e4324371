#include "store/rows.hpp"

#include <array>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>

namespace muster::store {
namespace {

using model::Document;
using model::DocumentId;
using model::Extraction;
using model::Span;
using Json = nlohmann::json;

Span span_of(const Query& row, int first) {
  return {row.as<std::uint32_t>(first), row.as<std::uint32_t>(first + 1)};
}

void write_mentions(Database& db, DocumentId id, const Document& document, const Extraction& found) {
  Query insert(db, "INSERT INTO mention VALUES (?,?,?,?,?,?,?)");
  for (const auto& m : found.mentions) {
    insert
        .with(id, m.span.begin, m.span.end, text_at(document, m.span), static_cast<int>(m.type),
              std::string_view(m.name), m.role)
        .run();
  }
}

void read_mentions(Database& db, DocumentId id, Extraction& into) {
  Query row(db, "SELECT begin, end, type, name, role FROM mention WHERE document = ? ORDER BY rowid");
  row.with(id);
  while (row.step())
    into.mentions.push_back({span_of(row, 0), row.as<model::MentionType>(2), row.text(3), row.as<bool>(4)});
}

void write_dates(Database& db, DocumentId id, const Document& document, const Extraction& found) {
  Query insert(db, "INSERT INTO date VALUES (?,?,?,?,?,?,?)");
  for (const auto& d : found.dates) {
    insert
        .with(id, d.span.begin, d.span.end, text_at(document, d.span), static_cast<int>(d.type),
              std::string_view(d.value), std::string_view(d.anchor))
        .run();
  }
}

void read_dates(Database& db, DocumentId id, Extraction& into) {
  Query row(db, "SELECT begin, end, type, value, anchor FROM date WHERE document = ? ORDER BY rowid");
  row.with(id);
  while (row.step())
    into.dates.push_back({span_of(row, 0), row.as<model::DateType>(2), row.text(3), row.text(4)});
}

void write_quantities(Database& db, DocumentId id, const Document& document, const Extraction& found) {
  Query insert(db, "INSERT INTO quantity VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  for (const auto& q : found.quantities) {
    insert
        .with(id, q.span.begin, q.span.end, text_at(document, q.span), q.value, q.low, q.high,
              static_cast<int>(q.relation), std::string_view(q.unit), std::string_view(q.currency),
              std::string_view(q.counted), q.counted_span.begin, q.counted_span.end, q.same_as)
        .run();
  }
}

// SQLite keeps NaN as NULL, which reads back as 0.
double real_or_nan(const Query& row, int column) {
  return row.is_null(column) ? std::numeric_limits<double>::quiet_NaN() : row.real(column);
}

void read_quantities(Database& db, DocumentId id, Extraction& into) {
  Query row(db,
            "SELECT begin, end, value, low, high, relation, unit, currency, counted, counted_begin, "
            "counted_end, same_as FROM quantity WHERE document = ? ORDER BY rowid");
  row.with(id);
  while (row.step()) {
    into.quantities.push_back({span_of(row, 0), real_or_nan(row, 2), real_or_nan(row, 3), real_or_nan(row, 4),
                               row.as<model::Relation>(5), row.text(6), row.text(7), row.text(8),
                               span_of(row, 9), row.as<std::int32_t>(11)});
  }
}

std::string candidates_json(const std::vector<model::PlaceCandidate>& candidates) {
  Json array = Json::array();
  for (const auto& c : candidates)
    array.push_back({c.id, c.name, c.country, c.region, c.latitude, c.longitude, c.probability});
  return array.dump();
}

std::vector<model::PlaceCandidate> candidates_from(const std::string& text) {
  std::vector<model::PlaceCandidate> candidates;
  for (const auto& c : Json::parse(text))
    candidates.push_back({c.at(0), c.at(1), c.at(2), c.at(3), c.at(4), c.at(5), c.at(6)});
  return candidates;
}

void write_places(Database& db, DocumentId id, const Document& document, const Extraction& found) {
  Query insert(db, "INSERT INTO place VALUES (?,?,?,?,?,?,?)");
  for (const auto& p : found.places) {
    insert
        .with(id, p.span.begin, p.span.end, text_at(document, p.span),
              std::string_view(candidates_json(p.candidates)), p.chosen, std::string_view(p.why))
        .run();
  }
}

void read_places(Database& db, DocumentId id, Extraction& into) {
  Query row(db, "SELECT begin, end, candidates, chosen, why FROM place WHERE document = ? ORDER BY rowid");
  row.with(id);
  while (row.step())
    into.places.push_back(
        {span_of(row, 0), candidates_from(row.text(2)), row.as<std::int32_t>(3), row.text(4)});
}

constexpr std::array kRoles = {&model::Claim::source, &model::Claim::cue, &model::Claim::content,
                               &model::Claim::hedge};

void write_claims(Database& db, DocumentId id, const Document& document, const Extraction& found) {
  Query insert(db, "INSERT INTO claim VALUES (?,?,?,?,?,?,?,?,?)");
  Query insert_span(db, "INSERT INTO claim_span VALUES (?,?,?,?,?,?)");
  for (std::size_t number = 0; number < found.claims.size(); ++number) {
    const auto& c = found.claims[number];
    insert
        .with(id, number, static_cast<int>(c.stance), static_cast<int>(c.kind), c.parent,
              std::string_view(c.speaker), std::string_view(c.speaker_why),
              std::string_view(Json(c.on_word_of).dump()), std::string_view(c.said_on))
        .run();
    for (std::size_t role = 0; role < kRoles.size(); ++role) {
      for (const Span span : c.*kRoles[role])
        insert_span.with(id, number, role, span.begin, span.end, text_at(document, span)).run();
    }
  }
}

void read_claims(Database& db, DocumentId id, Extraction& into) {
  Query row(db,
            "SELECT stance, kind, parent, speaker, speaker_why, on_word_of, said_on FROM claim WHERE "
            "document = ? ORDER BY number");
  row.with(id);
  while (row.step()) {
    model::Claim claim;
    claim.stance = row.as<model::Stance>(0);
    claim.kind = row.as<model::ClaimKind>(1);
    claim.parent = row.as<std::int32_t>(2);
    claim.speaker = row.text(3);
    claim.speaker_why = row.text(4);
    claim.on_word_of = Json::parse(row.text(5)).get<std::vector<std::string>>();
    claim.said_on = row.text(6);
    into.claims.push_back(std::move(claim));
  }
  Query span(db, "SELECT claim, role, begin, end FROM claim_span WHERE document = ? ORDER BY rowid");
  span.with(id);
  while (span.step())
    (into.claims.at(span.as<std::size_t>(0)).*kRoles.at(span.as<std::size_t>(1))).push_back(span_of(span, 2));
}

void write_statements(Database& db, DocumentId id, const Document& document, const Extraction& found) {
  Query insert(db, "INSERT INTO statement VALUES (?,?,?,?,?,?,?,?,?,?,?)");
  for (const auto& s : found.statements) {
    insert
        .with(id, s.span.begin, s.span.end, text_at(document, s.span), std::string_view(s.entity),
              std::string_view(s.schema), std::string_view(s.property), std::string_view(s.value),
              std::string_view(s.original), std::string_view(s.language), std::string_view(s.origin))
        .run();
  }
}

void read_statements(Database& db, DocumentId id, Extraction& into) {
  Query row(db,
            "SELECT entity, schema, property, value, original, language, origin, begin, end FROM statement "
            "WHERE document = ? ORDER BY rowid");
  row.with(id);
  while (row.step()) {
    into.statements.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                               row.text(6), span_of(row, 7)});
  }
}

void write_lists(Database& db, DocumentId id, const Document& document, const Extraction& found) {
  Query insert(db, "INSERT INTO list VALUES (?,?,?,?,?,?,?,?,?,?)");
  for (const auto& l : found.lists) {
    Json columns = Json::array();
    for (const auto& c : l.columns) columns.push_back({c.column, c.header, c.property});
    insert
        .with(id, l.span.begin, l.span.end, text_at(document, l.span), l.sheet, l.header_row, l.first_row,
              l.last_row, l.rows, std::string_view(columns.dump()))
        .run();
  }
  Query doubt(db, "INSERT INTO date_doubt VALUES (?,?,?,?,?,?,?,?,?)");
  for (const auto& d : found.date_doubts) {
    doubt
        .with(id, d.span.begin, d.span.end, text_at(document, d.span), d.row, std::string_view(d.column),
              std::string_view(d.value), d.impossible, std::string_view(d.why))
        .run();
  }
}

void read_lists(Database& db, DocumentId id, Extraction& into) {
  Query row(db,
            "SELECT begin, end, sheet, header_row, first_row, last_row, rows, columns FROM list WHERE "
            "document = ? ORDER BY rowid");
  row.with(id);
  while (row.step()) {
    model::ListTable list{span_of(row, 0),
                          row.as<std::uint32_t>(2),
                          row.as<std::uint32_t>(3),
                          row.as<std::uint32_t>(4),
                          row.as<std::uint32_t>(5),
                          row.as<std::size_t>(6),
                          {}};
    for (const auto& c : Json::parse(row.text(7))) list.columns.push_back({c.at(0), c.at(1), c.at(2)});
    into.lists.push_back(std::move(list));
  }
  Query doubt(db,
              "SELECT begin, end, row, column, value, impossible, why FROM date_doubt WHERE document = ? "
              "ORDER BY rowid");
  doubt.with(id);
  while (doubt.step()) {
    into.date_doubts.push_back({span_of(doubt, 0), doubt.as<std::uint32_t>(2), doubt.text(3), doubt.text(4),
                                doubt.as<bool>(5), doubt.text(6)});
  }
}

void write_problems(Database& db, DocumentId id, const std::vector<model::Problem>& problems) {
  Query insert(db, "INSERT INTO problem VALUES (?,?,?,?,?)");
  for (const auto& p : problems)
    insert.with(id, std::string_view(p.what), std::string_view(p.where), std::string_view(p.remedy), p.fatal)
        .run();
}

}  // namespace

void write_parts(Database& db, DocumentId id, const Document& document) {
  Query insert(db, "INSERT INTO part VALUES (?,?,?,?,?,?,?,?,?)");
  for (std::size_t number = 0; number < document.parts.size(); ++number) {
    const auto& p = document.parts[number];
    insert
        .with(id, number, p.span.begin, p.span.end, static_cast<int>(p.kind), p.page, p.sheet, p.row,
              p.column)
        .run();
  }
  write_problems(db, id, document.problems);
}

void read_parts(Database& db, DocumentId id, Document& document) {
  Query row(db,
            "SELECT begin, end, kind, page, sheet, row, column FROM part WHERE document = ? ORDER BY number");
  row.with(id);
  while (row.step()) {
    document.parts.push_back({span_of(row, 0), row.as<model::PartKind>(2), row.as<std::uint32_t>(3),
                              row.as<std::uint32_t>(4), row.as<std::uint32_t>(5), row.as<std::uint32_t>(6)});
  }
}

void write_extraction(Database& db, DocumentId id, const Document& document, const Extraction& found) {
  write_mentions(db, id, document, found);
  write_dates(db, id, document, found);
  write_quantities(db, id, document, found);
  write_places(db, id, document, found);
  write_claims(db, id, document, found);
  write_statements(db, id, document, found);
  write_lists(db, id, document, found);
  write_problems(db, id, found.problems);
}

Extraction read_extraction(Database& db, DocumentId id) {
  Extraction found;
  read_mentions(db, id, found);
  read_dates(db, id, found);
  read_quantities(db, id, found);
  read_places(db, id, found);
  read_claims(db, id, found);
  read_statements(db, id, found);
  read_lists(db, id, found);
  return found;
}

const std::vector<const char*>& span_tables() {
  static const std::vector<const char*> kTables = {"mention",    "date",      "quantity", "place",
                                                   "claim_span", "statement", "list",     "date_doubt"};
  return kTables;
}

void erase_rows(Database& db, DocumentId id) {
  for (const char* table : span_tables())
    Query(db, "DELETE FROM " + std::string(table) + " WHERE document = ?").with(id).run();
  for (const char* table : {"part", "claim", "problem"})
    Query(db, "DELETE FROM " + std::string(table) + " WHERE document = ?").with(id).run();
}

}  // namespace muster::store
