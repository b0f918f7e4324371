// Passports and identity cards: the machine-readable zone (ICAO Doc 9303: TD3, TD2, TD1, MRV-A, MRV-B) and
// the name in Hanzi printed beside it.
//
// The holder has the id "<first 12 digits of the file's SHA-256>-p" (a second zone in one file "-p2", ...),
// with statements of two schemata: Person (name, lastName, firstName, birthDate, gender, nationality,
// passportNumber) and Passport (number, country, expiryDate, summary: which check digits hold). A field whose
// check digit fails is kept with the origin "machine-readable zone, check digit fails" and a Problem.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "model/extraction.hpp"

namespace muster::extract {

// Reads parts of kind kMachineReadable, lines elsewhere that have a zone's shape, and Hanzi names after 姓名
// or Name in image regions.
[[nodiscard]] std::vector<model::Statement> read_machine_readable(const model::Document& document,
                                                                  std::vector<model::Problem>& problems);

// Weights 7, 3, 1; digits as they are, A-Z 10 to 35, "<" 0. -1 when the field holds another character.
[[nodiscard]] int check_digit(std::string_view field);

}  // namespace muster::extract
