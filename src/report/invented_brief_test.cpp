#include "report/invented_brief_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "base/file.hpp"
#include "report/brief_html.hpp"
#include "text/utf8.hpp"

namespace muster::report {
namespace {

using model::ClaimKind;
using model::FindingKind;
using model::Stance;
using model::Verdict;

constexpr model::DocumentId kRoster = 1, kPassport = 2, kWire = 3, kMinistry = 4, kPaper = 5, kRadio = 6,
                            kHostile = 7;

const std::string kWireQuarry =
    "Fourteen people were detained near the quarry on 3 March, the Harbour Ministry said, denying that any "
    "of them "
    "had been “handed to anybody”.";
const std::string kMinistryQuarry =
    "The Ministry confirms that nine persons were detained at the quarry on 3 March.";
const std::string kRussian = "В списке значится Ма Хунтао, стрелок, — сообщила газета «Северный причал».";
const std::string kArabic = "وقالت الإذاعة المحلية إن القارب غادر الميناء ليلا ولم يعد.";

std::string sha(char digit) {
  return std::string(64, digit);
}

void add_documents(Brief& b) {
  b.documents = {
      {kRoster,
       "roster.xlsx",
       "papers/roster.xlsx",
       sha('1'),
       "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
       "",
       "",
       "",
       "",
       "ru",
       "",
       {}},
      {kPassport, "scan-07.png", "papers/scan-07.png", sha('2'), "image/png", "", "", "", "", "", "", {}},
      {kWire,
       "wire.txt",
       "wire.txt",
       sha('3'),
       "text/plain",
       "Detentions at the quarry",
       "Lantern Wire",
       "2031-03-04",
       "sidecar",
       "en",
       "https://lantern.invalid/quarry",
       {}},
      {kMinistry,
       "ministry.html",
       "ministry.html",
       sha('4'),
       "text/html",
       "Statement of 5 March",
       "Harbour Ministry",
       "2031-03-05",
       "page metadata",
       "en",
       "",
       {}},
      {kPaper,
       "причал.txt",
       "причал.txt",
       sha('5'),
       "text/plain",
       "Список с карьера",
       "Северный причал",
       "2031-03-07",
       "given",
       "ru",
       "",
       {}},
      {kRadio, "radio.html", "radio.html", sha('6'), "text/html", "", "", "", "", "ar", "", {}},
      {kHostile,
       "<img src=x onerror=alert(1)></script>\u202Etxt.exe",
       "x",
       sha('7'),
       "text/plain",
       "</title><script>alert(2)</script>",
       "",
       "",
       "",
       "",
       "javascript:alert(3)",
       {{"the file ends in the middle of a line", "line 40", "Ask for the file again.", false}}},
  };
}

Quote cell(std::string_view words, std::uint32_t row, std::string column) {
  return quote_of(kRoster, fmt::format("Roster!{}{}", column, row),
                  fmt::format("{} | 12.03.1994 | стрелок | 3-я рота | 01.02.2031", words), words, row * 60);
}

void add_pairs(Brief& b) {
  b.lists = {{kRoster, "Roster", 64, 61, 2, {cell("Ма Хунтао", 2, "B")}}};
  b.doubles = {
      {{kRoster, 5, "Ма Хунтао"},
       {kRoster, 41, "MA HONGTAO"},
       "row-5",
       "row-41",
       0.9931,
       Verdict::kSame,
       false,
       {"name: Ма Хунтао = MA HONGTAO (Palladius, Pinyin): +9.3 bits",
        "born: 1994-03-12 = 1994-03-12: +8.1 bits", "unit: 3-я рота, 2-я рота differ: -1.2 bits"},
       {cell("Ма Хунтао", 5, "B"), cell("MA HONGTAO", 41, "B")}},
      {{kRoster, 12, "Ким Чхоль"},
       {kRoster, 30, "Ким Чоль"},
       "row-12",
       "row-30",
       0.61,
       Verdict::kUnsure,
       false,
       {"name: Чхоль, Чоль may render one Korean syllable: +2.4 bits",
        "born: 1990-01-01, 1990-11-01 differ in one digit: +0.4 bits"},
       {cell("Ким Чхоль", 12, "B"), cell("Ким Чоль", 30, "B")}},
      {{kRoster, 18, "Раджу Тапа"},
       {kRoster, 52, "Раджу Тхапа"},
       "row-18",
       "row-52",
       0.44,
       Verdict::kUnsure,
       true,
       {"name: Тапа, Тхапа: +3.0 bits", "born: not given in row 52"},
       {cell("Раджу Тапа", 18, "B"), cell("Раджу Тхапа", 52, "B")}},
  };
  b.persons = {{"p1",
                "Ма Хунтао",
                {"Ма Хунтао", "MA HONGTAO", "马洪涛"},
                {{kRoster, 5, ""}, {kRoster, 41, ""}},
                {kPassport}},
               {"p2", "Ким Чхоль", {"Ким Чхоль"}, {{kRoster, 12, ""}}, {}},
               {"p3", "Раджу Тапа", {"Раджу Тапа"}, {{kRoster, 18, ""}}, {}}};
}

void add_papers(Brief& b) {
  const std::string zone =
      "P<UTOMA<<HONGTAO<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nL898902C36UTO9403125M3001012<<<<<<<<<<<<<<06";
  b.papers = {
      {kPassport,
       "paper-2",
       "Ma Hongtao",
       "马洪涛",
       "L898902C3",
       "1994-03-12",
       "UTO",
       "4 of 4 check digits hold",
       {{{kRoster, 5, "Ма Хунтао"},
         0.9997,
         {"name: Ма Хунтао = Ma Hongtao (Palladius): +9.3 bits",
          "born: 1994-03-12 = 1994-03-12: +8.1 bits"}}},
       Verdict::kSame,
       "",
       {quote_of(kPassport, "machine-readable zone", zone, "L898902C36UTO9403125M3001012", 0)}},
      {kPassport,
       "paper-9",
       "Pak Il",
       "",
       "K0000001",
       "1990-01-01",
       "UTO",
       "3 of 4 check digits hold; the birth date’s does not",
       {{{kRoster, 12, "Ким Чхоль"},
         0.31,
         {"born: 1990-01-01 = 1990-01-01: +8.1 bits", "name: nothing alike: -9.9 bits"}},
        {{kRoster, 30, "Ким Чоль"}, 0.22, {"name: nothing alike: -9.9 bits"}}},
       Verdict::kUnsure,
       "Two rows are about as near.",
       {quote_of(kPassport, "page 1", zone, "MA<<HONGTAO", 0)}},
      {kHostile,
       "paper-10",
       "ODA <b>TARO</b>",
       "小田太郎",
       "",
       "",
       "UTO",
       "",
       {},
       Verdict::kDifferent,
       "No row has a name like it.",
       {quote_of(kHostile, "line 3", "Holder: ODA <b>TARO</b>", "ODA <b>TARO</b>")}},
  };
  b.named = {{"Ма Хунтао",
              {{{kRoster, 5, "Ма Хунтао"},
                0.97,
                {"name: the same: +11.0 bits", "role: стрелок in both: +1.1 bits"}}},
              Verdict::kSame,
              {quote_of(kPaper, "paragraph 2", kRussian, "Ма Хунтао")}},
             {"Orsolya Vint",
              {},
              Verdict::kDifferent,
              {quote_of(kWire, "paragraph 6", "Orsolya Vint, who runs the ferry, saw two boats.",
                        "Orsolya Vint", 900)}}};
}

void add_groups(Brief& b) {
  b.units = {{"3-я рота", 31, {{"3-я рота", 22}, {"3 рота", 8}, {"3я  рота", 1}}},
             {"2-я рота", 20, {{"2-я рота", 20}}},
             {"Ремонтная группа", 9, {{"Ремонтная группа", 9}}},
             {"not given", 4, {}}};
  b.roles = {{"стрелок", 40, {{"стрелок", 38}, {"Стрелок", 2}}},
             {"оператор БПЛА", 6, {{"оператор БПЛА", 6}}},
             {"водитель", 2, {{"водитель", 2}}}};
  b.dates = {
      {true,
       kRoster,
       7,
       "Дата рождения",
       "31.02.1994",
       "February has no 31st day",
       {quote_of(kRoster, "Roster!C7", "Ли Вэй | 31.02.1994 | стрелок", "31.02.1994", 420)}},
      {false,
       kRoster,
       9,
       "Дата контракта",
       "01.02.2013",
       "eighteen years before all other contracts; 2031 with two digits swapped?",
       {quote_of(kRoster, "Roster!F9", "Чо Мин | 04.05.1999 | водитель | 01.02.2013", "01.02.2013", 540)}}};
}

void add_claims(Brief& b) {
  const std::string wire2 =
      "A foreign diplomat said the men were “most likely seasonal workers”, citing what the ferry company "
      "had told the embassy.";
  b.claims = {
      {1,
       0,
       kWire,
       "Harbour Ministry",
       "",
       "the Harbour Ministry",
       "said",
       "Fourteen people were detained near the quarry on 3 March",
       "2031-03-04",
       {},
       Stance::kAsserted,
       ClaimKind::kIndirect,
       {quote_of(kWire, "paragraph 1", kWireQuarry,
                 "Fourteen people were detained near the quarry on 3 March"),
        quote_of(kWire, "paragraph 1", kWireQuarry, "the Harbour Ministry"),
        quote_of(kWire, "paragraph 1", kWireQuarry, "said")}},
      {2,
       1,
       kWire,
       "Harbour Ministry",
       "the ministry is the subject of the same sentence",
       "",
       "denying",
       "any of them had been “handed to anybody”",
       "",
       {},
       Stance::kDenied,
       ClaimKind::kMixed,
       {quote_of(kWire, "paragraph 1", kWireQuarry, "any of them had been “handed to anybody”"),
        quote_of(kWire, "paragraph 1", kWireQuarry, "denying")}},
      {3,
       0,
       kWire,
       "",
       "a diplomat whom the text does not name",
       "A foreign diplomat",
       "said",
       "most likely seasonal workers",
       "",
       {"the ferry company"},
       Stance::kHedged,
       ClaimKind::kMixed,
       {quote_of(kWire, "paragraph 2", wire2, "most likely seasonal workers", 260),
        quote_of(kWire, "paragraph 2", wire2, "A foreign diplomat", 260)}},
      {4,
       3,
       kWire,
       "the ferry company",
       "",
       "the ferry company",
       "told",
       "the men were “most likely seasonal workers”",
       "",
       {},
       Stance::kHedged,
       ClaimKind::kIndirect,
       {quote_of(kWire, "paragraph 2", wire2, "the men were “most likely seasonal workers”", 260),
        quote_of(kWire, "paragraph 2", wire2, "the ferry company", 260)}},
      {5,
       0,
       kMinistry,
       "Harbour Ministry",
       "the publisher of the statement",
       "The Ministry",
       "confirms",
       "nine persons were detained at the quarry on 3 March",
       "2031-03-05",
       {},
       Stance::kAsserted,
       ClaimKind::kIndirect,
       {quote_of(kMinistry, "paragraph 1", kMinistryQuarry,
                 "nine persons were detained at the quarry on 3 March"),
        quote_of(kMinistry, "paragraph 1", kMinistryQuarry, "The Ministry")}},
      {6,
       0,
       kMinistry,
       "Harbour Ministry",
       "",
       "the Ministry",
       "calls on",
       "all captains to report to the pier",
       "",
       {},
       Stance::kDemanded,
       ClaimKind::kIndirect,
       {quote_of(kMinistry, "paragraph 3", "The Ministry calls on all captains to report to the pier.",
                 "all captains to report to the pier", 400)}},
      {7,
       0,
       kPaper,
       "Северный причал",
       "",
       "газета «Северный причал»",
       "сообщила",
       "В списке значится Ма Хунтао, стрелок",
       "2031-03-07",
       {},
       Stance::kAsserted,
       ClaimKind::kIndirect,
       {quote_of(kPaper, "paragraph 2", kRussian, "В списке значится Ма Хунтао, стрелок"),
        quote_of(kPaper, "paragraph 2", kRussian, "газета «Северный причал»")}},
      {8,
       0,
       kPaper,
       "глава порта",
       "",
       "глава порта",
       "спросил",
       "Кто эти люди и где они сейчас?",
       "",
       {},
       Stance::kQuestioned,
       ClaimKind::kDirect,
       {quote_of(kPaper, "paragraph 4", "«Кто эти люди и где они сейчас?» — спросил глава порта.",
                 "Кто эти люди и где они сейчас?", 600)}},
      {9,
       0,
       kRadio,
       "الإذاعة المحلية",
       "",
       "الإذاعة المحلية",
       "قالت",
       "القارب غادر الميناء ليلا ولم يعد",
       "",
       {},
       Stance::kAsserted,
       ClaimKind::kIndirect,
       {quote_of(kRadio, "paragraph 1", kArabic, "القارب غادر الميناء ليلا ولم يعد"),
        quote_of(kRadio, "paragraph 1", kArabic, "الإذاعة المحلية")}},
      {10,
       0,
       kHostile,
       "<script>alert(4)</script>",
       "",
       "\"onmouseover=\"alert(5)",
       "says",
       "</blockquote></details><script>alert(6)</script> & more",
       "",
       {},
       Stance::kNoComment,
       ClaimKind::kDirect,
       {quote_of(kHostile, "line 1",
                 "He says: </blockquote></details><script>alert(6)</script> & more, and left.",
                 "</blockquote></details><script>alert(6)</script> & more")}},
  };
}

void add_findings(Brief& b) {
  b.findings = {
      {FindingKind::kSharedQuotation,
       "shared-quotation",
       "Both print the words “handed to anybody”.",
       {},
       {quote_of(kWire, "paragraph 1", kWireQuarry, "handed to anybody"),
        quote_of(kMinistry, "paragraph 2", "Nobody was “handed to anybody”, the statement adds.",
                 "handed to anybody", 200)}},
      {FindingKind::kNarrower,
       "number-within",
       "“61 people” on the list lies within “more than 50 men” of Северный причал.",
       {"whether both count the same men"},
       {quote_of(kPaper, "paragraph 1", "На карьер привезли более 50 человек.", "более 50 человек", 10)}},
      {FindingKind::kConflict,
       "number-differs",
       "Lantern Wire has the Harbour Ministry detain fourteen people near the quarry on 3 March; the "
       "Ministry’s own statement says nine.",
       {"whether “near the quarry” and “at the quarry” are one event", "whether the wire counts the crew"},
       {quote_of(kWire, "paragraph 1", kWireQuarry, "Fourteen people"),
        quote_of(kMinistry, "paragraph 1", kMinistryQuarry, "nine persons")}},
      {FindingKind::kCountCheck,
       "count-check",
       "The newspaper’s “64 names” are 64 rows but 61 people in roster.xlsx; two pairs are undecided.",
       {},
       {quote_of(kPaper, "paragraph 1", "В таблице 64 имени.", "64 имени", 60), cell("Ма Хунтао", 2, "B")}},
      {FindingKind::kAgree,
       "agree",
       "Both date the detentions to 3 March: no shared text, credit or named source found.",
       {"where either has the date from"},
       {quote_of(kWire, "paragraph 1", kWireQuarry, "3 March"),
        quote_of(kMinistry, "paragraph 1", kMinistryQuarry, "3 March")}},
      {FindingKind::kGap, "gap", "No document says where the detained people are now.", {}, {}},
  };
}

void add_timeline(Brief& b) {
  b.timeline = {
      {"2031-02-01",
       "day",
       "listed",
       "Contract date of Ма Хунтао",
       {quote_of(kRoster, "Roster!F5", "Ма Хунтао | 01.02.2031", "01.02.2031", 300)}},
      {"2031-02",
       "month",
       "listed",
       "Contracts of 22 rows",
       {quote_of(kRoster, "Roster!F6", "Чо Мин | 02.2031", "02.2031", 360)}},
      {"2031-03-03",
       "day",
       "happened",
       kWireQuarry,
       {quote_of(kWire, "paragraph 1", kWireQuarry, "on 3 March")}},
      {"2031-03-04", "day", "reported", "wire.txt published", {}},
      {"2031-03-05", "day", "reported", "ministry.html published", {}},
      {"2031-03-07", "day", "reported", "причал.txt published", {}},
      {"2031-01-15/..",
       "open",
       "happened",
       "Since mid-January the quarry has been closed.",
       {quote_of(kWire, "paragraph 5", "Since mid-January the quarry has been closed.", "Since mid-January",
                 800)}},
      {"XXXX-12-24",
       "day",
       "happened",
       "On 24 December a first boat was seen.",
       {quote_of(kRadio, "paragraph 3", "On 24 December a first boat was seen.", "On 24 December", 300)}},
      {"2013-02-01",
       "day",
       "listed",
       "Contract date of Чо Мин",
       {quote_of(kRoster, "Roster!F9", "Чо Мин | 01.02.2013", "01.02.2013", 540)}},
  };
}

void add_places(Brief& b) {
  b.places = {
      {"Lower Quay",
       {{"1", "Lower Quay", "UT", "Northern Coast", 61.12, 20.5, 0.48},
        {"2", "Lower Quay", "UT", "Reed Islands", 60.02, 22.75, 0.45},
        {"3", "Lower Quay Farm", "UT", "Northern Coast", 61.3, 20.1, 0.07}},
       -1,
       "The text names no region; two places are about as likely.",
       {quote_of(kWire, "paragraph 3", "The boat left Lower Quay at night.", "Lower Quay", 420)}},
      {"Северный причал",
       {{"4", "Severny Prichal", "UT", "Northern Coast", 61.2, 20.9, 0.98}},
       0,
       "The only place of this name within the Northern Coast, which the text names.",
       {quote_of(kPaper, "paragraph 3", "У посёлка Северный причал на Северном берегу видели лодку.",
                 "Северный причал", 330)}},
      {"the quarry",
       {},
       -1,
       "A description, not a name.",
       {quote_of(kWire, "paragraph 1", kWireQuarry, "the quarry")}},
  };
  b.problems = {{"scan-08.png", "", "no text could be read: the picture is too dark",
                 "Scan the page again with more light, at 300 dots per inch."},
                {"<b>archive</b>.zip", "inner/list.csv", "the entry is encrypted",
                 "Unpack it with its password and add the file."}};
}

}  // namespace

Quote quote_of(model::DocumentId document, std::string part, std::string context, std::string_view words,
               std::size_t context_start) {
  const std::size_t byte = context.find(words);
  const std::size_t before =
      byte == std::string::npos ? 0 : text::to_utf32(std::string_view(context).substr(0, byte)).size();
  const std::size_t start = context_start + before;
  return {document,           start,           start + text::to_utf32(words).size(),
          std::string(words), std::move(part), std::move(context),
          context_start};
}

Brief invented_brief() {
  Brief b;
  b.version = "0.1.0";
  b.case_name = "quarry.case";
  b.made = "2031-03-09T12:00:00Z";
  add_documents(b);
  add_pairs(b);
  add_papers(b);
  add_groups(b);
  add_claims(b);
  add_findings(b);
  add_timeline(b);
  add_places(b);
  return b;
}

Brief large_brief(std::size_t claims) {
  const Brief small = invented_brief();
  Brief b = small;
  b.case_name = "large.case";
  for (std::size_t i = b.claims.size(); i < claims; ++i) {
    BriefClaim claim = small.claims[i % small.claims.size()];
    claim.id = static_cast<std::int64_t>(i) + 1;
    claim.parent = claim.parent ? claim.id - 1 : 0;
    b.claims.push_back(claim);
    b.persons.push_back({fmt::format("q{}", i),
                         fmt::format("Person {}", i),
                         {},
                         {{kRoster, static_cast<std::uint32_t>(i), ""}},
                         {}});
    if (i % 10 == 0) b.findings.push_back(small.findings[i / 10 % small.findings.size()]);
    if (i % 10 == 0) b.doubles.push_back(small.doubles[i / 10 % small.doubles.size()]);
    if (i % 4 == 0) b.timeline.push_back(small.timeline[i / 4 % small.timeline.size()]);
  }
  return b;
}

// Not a test of its own: writes pages for people and for tests/browser to look at.
TEST(InventedBrief, writes_sample_pages_when_asked) {
  const char* path = std::getenv("MUSTER_SAMPLE_BRIEF");
  if (!path) GTEST_SKIP() << "MUSTER_SAMPLE_BRIEF names no file";
  ASSERT_TRUE(base::write_file(path, brief_html(invented_brief())));
  ASSERT_TRUE(base::write_file(std::string(path) + ".large.html", brief_html(large_brief(5000))));
}

}  // namespace muster::report
