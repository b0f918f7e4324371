// Lists of people in tables: which columns hold what, one person a row, and the dates that cannot be.
//
// A row's person has the id "<first 12 digits of the file's SHA-256>-s<sheet>r<row>", the sheet counted from
// 0 as in Document::sheets and the row as the spreadsheet shows it. Its statements are FollowTheMoney's
// Person with name, lastName, firstName, fatherName, birthDate, gender, nationality, passportNumber,
// idNumber, phone, birthPlace, address, position, rank, and two that belong to a Membership and stay on the
// person here: unit, contractDate. Dates are EDTF; one whose day and month can be swapped keeps only its year
// ("1994-XX-XX").
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/extraction.hpp"

namespace muster::extract {

struct ColumnInfo {
  std::uint32_t column = 0;  // from 1
  std::string header;        // as written; empty when the content told
  std::string property;      // as above; "number" and "notes" are recognised and say nothing of the person
};

struct TableInfo {
  std::uint32_t sheet = 0;
  std::uint32_t header_row = 0;  // 0: no header, the content told
  std::uint32_t first_row = 0;   // of the people, inclusive
  std::uint32_t last_row = 0;
  std::uint32_t rows = 0;  // rows that hold a person
  std::vector<ColumnInfo> columns;
  model::Span span;  // of the title above the header and the header itself
};

struct DateProblem {
  enum class Kind : std::uint8_t { kImpossible, kDoubtful };
  model::Span span;
  std::uint32_t sheet = 0;
  std::uint32_t row = 0;
  std::string column;  // its header
  std::string value;   // as written
  Kind kind = Kind::kImpossible;
  std::string why;  // "the contract is dated before the 16th birthday"
};

struct TableReading {
  std::vector<model::Statement> statements;
  std::vector<model::Problem> problems;
  std::vector<TableInfo> tables;
  std::vector<DateProblem> dates;
};

// Reads every sheet of the document; a document without cells gives nothing. Linear in the number of cells.
[[nodiscard]] TableReading read_tables(const model::Document& document);

}  // namespace muster::extract
