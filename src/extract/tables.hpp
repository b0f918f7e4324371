// Lists of people in tables: which columns hold what, one person a row, and the dates that cannot be.
//
// A row's person has the id "<first 12 digits of the file's SHA-256>-s<sheet>r<row>", the sheet counted from
// 0 as in Document::sheets and the row as the spreadsheet shows it. Its statements are FollowTheMoney's
// Person with name, lastName, firstName, fatherName, birthDate, gender, nationality, passportNumber,
// idNumber, phone, birthPlace, address, position, rank, and two that belong to a Membership and stay on the
// person here: unit, contractDate. Dates are EDTF; one whose day and month can be swapped keeps only its year
// ("1994-XX-XX"). A list's span is that of the title above the header and the header itself; its columns may
// hold "number" and "notes", which say nothing of the person.
#pragma once

#include "model/document.hpp"
#include "model/extraction.hpp"

namespace muster::extract {

// Reads every sheet of the document into statements, lists, date_doubts and problems; a document without
// cells gives nothing. Linear in the number of cells.
[[nodiscard]] model::Extraction read_tables(const model::Document& document);

}  // namespace muster::extract
