// The sections of brief.html, each written by its own file. A section writes nothing when it has nothing to
// say; the overview and the contents say so in its place.
#pragma once

#include <string>

#include "report/brief.hpp"
#include "report/wording.hpp"

namespace muster::report {

struct Page {
  const Brief& brief;
  Documents documents;
  Figures figures;
  std::string html;  // written so far

  explicit Page(const Brief& b) : brief(b), documents(b), figures(figures_of(b)) {}
};

// Whether there is anything for the section on people.
[[nodiscard]] bool has_people(const Brief& brief);

void write_overview(Page& page);   // html_overview.cpp
void write_people(Page& page);     // html_people.cpp
void write_claims(Page& page);     // html_claims.cpp
void write_findings(Page& page);   // html_findings.cpp
void write_timeline(Page& page);   // html_timeline.cpp
void write_places(Page& page);     // html_places.cpp
void write_problems(Page& page);   // html_files.cpp
void write_documents(Page& page);  // html_files.cpp

}  // namespace muster::report
