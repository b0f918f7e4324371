// Documents of the brief, and what went wrong with them.
#include "report/html.hpp"
#include "report/html_pieces.hpp"
#include "report/html_sections.hpp"

namespace muster::report {
namespace {

// Long values get a line of their own.
void put_fact(std::string& out, std::string_view name, std::string_view value, std::string_view note = {}) {
  constexpr std::size_t kLong = 40;
  if (value.empty()) return;
  put(out, R"(<div{}><dt>{}</dt><dd dir="auto">{})", Raw{value.size() > kLong ? R"( class="wide")" : ""},
      name, Raw{escape_file_name(value)});
  if (!note.empty()) put(out, R"( <span class="quiet">({})</span>)", note);
  out += "</dd></div>";
}

void put_document(Page& page, const BriefDocument& document) {
  put(page.html,
      R"(<article class="item document" id="document-{}"><p class="head">{}</p><dl class="fields">)",
      document.id, Raw{file_name_html(page.documents, document.id)});
  put_fact(page.html, "Title", document.title);
  put_fact(page.html, "Publisher", document.publisher);
  put_fact(page.html, "Published", document.published.empty() ? "not known" : document.published,
           document.published_how);
  put_fact(page.html, "Language", document.language);
  put_fact(page.html, "Path", document.path == document.name ? "" : document.path);
  put_fact(page.html, "Type", document.media_type);
  put_fact(page.html, "Address", document.url);
  put(page.html, R"(<div class="wide"><dt>SHA-256</dt><dd><code>{}</code></dd></div></dl>)", document.sha256);
  for (const model::Problem& problem : document.problems) {
    put(page.html, R"(<p class="note problem" dir="auto"><b>{}</b> {}{}{}. {}</p>)",
        problem.fatal ? "Not read:" : "Problem:", problem.what, problem.where.empty() ? "" : ", ",
        problem.where, problem.remedy);
  }
  page.html += "</article>\n";
}

void put_all_documents(Page& page) {
  Capped capped(page.html, page.brief.documents.size(), 60, "documents");
  for (const BriefDocument& document : page.brief.documents) {
    capped.next();
    put_document(page, document);
  }
}

void put_all_problems(Page& page) {
  Capped capped(page.html, page.brief.problems.size(), 60, "problems");
  for (const BriefProblem& problem : page.brief.problems) {
    capped.next();
    put(page.html, R"(<article class="item problem"><p class="head"><bdi class="file">{}</bdi>)",
        Raw{escape_file_name(problem.file)});
    if (!problem.where.empty()) put(page.html, R"( <bdi class="quiet">{}</bdi>)", problem.where);
    put(page.html, R"(</p><p dir="auto">{}</p><p class="note" dir="auto">{}</p></article>)", problem.what,
        problem.remedy);
    page.html += '\n';
  }
}

}  // namespace

void write_problems(Page& page) {
  if (page.brief.problems.empty()) return;
  open_section(page.html, "problems", "Problems", grouped(page.brief.problems.size()));
  page.html += R"(<p class="lead">What could not be read, or not wholly, and what can be done about it.</p>)";
  put_all_problems(page);
  close_section(page.html);
}

void write_documents(Page& page) {
  if (page.brief.documents.empty()) return;
  open_section(page.html, "documents", "Documents", grouped(page.brief.documents.size()));
  page.html += R"(<p class="lead">The SHA-256 shows whether a file is still the one that was read.</p>)";
  put_all_documents(page);
  close_section(page.html);
}

}  // namespace muster::report
