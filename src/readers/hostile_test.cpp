// Every reader against files that were valid until somebody cut, flipped or doubled their bytes: what comes
// out must be sound, and nothing may crash.
#include <rapidcheck.h>

#include "base/file.hpp"
#include "readers/test_files.hpp"

namespace muster::readers {
namespace {

struct Seed {
  std::string name;
  std::string bytes;
};

std::vector<Seed> seeds() {
  const std::filesystem::path papers =
      std::filesystem::path(MUSTER_SOURCE_DIR) / "tests/corpus/readers/papers";
  const std::string rows =
      "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>33000</v></c></row><row r='2'><c r='C2' "
      "t='inlineStr'><is><t>x</t></is></c></row>";
  return {
      {"a.txt", "One paragraph of words.\n\nЕщё слова, и ещё.\r\n\r\n第三段。\n"},
      {"a.md", "# Title\n\nWords.\n## More\nWords.\n"},
      {"a.csv", "name;born\n\"Testov; Ivan\";1990-01-02\n\"a \"\"b\"\"\";x\n"},
      {"a.html",
       "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><script "
       "type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-01-02\"}</script>"
       "</head><body><div class='story'><p>Words, <b>and</b> &amp; words.</p><ul><li>One, "
       "two.</li></ul><table><tr><td>a<td>b</table></div></body></html>"},
      {"a.xlsx",
       testing::make_zip(
           {{"xl/workbook.xml",
             "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='a'/></sheets></workbook>"},
            {"xl/sharedStrings.xml", "<sst><si><t>name</t></si></sst>"},
            {"xl/styles.xml", "<s><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></s>"},
            {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}})},
      {"a.docx",
       testing::make_zip(
           {{"word/document.xml",
             "<w:document "
             "xmlns:w='w'><w:p><w:r><w:t>Words</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></"
             "w:r></w:p></w:tc></w:tr></w:tbl></w:document>"}})},
      {"a.png", base::read_file(papers / "001.png").value_or("")},
      {"a.jpg", base::read_file(papers / "004.jpg").value_or("")},
  };
}

std::string mutate(std::string bytes) {
  const int changes = *rc::gen::inRange(1, 6);
  for (int i = 0; i < changes && !bytes.empty(); ++i) {
    const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    const auto length = std::min(*rc::gen::inRange<std::size_t>(1, 40), bytes.size() - at);
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        bytes[at] = static_cast<char>(*rc::gen::inRange(0, 256));
        break;
      case 1:
        bytes.erase(at, length);
        break;
      case 2:
        bytes.insert(at, bytes.substr(at, length));
        break;
      default:
        bytes.resize(*rc::gen::inRange<std::size_t>(0, 3) == 0 ? at : bytes.size());
        break;
    }
  }
  return bytes;
}

TEST(Hostile, MutatedFilesGiveSoundDocuments) {
  for (const Seed& seed : seeds()) {
    ASSERT_FALSE(seed.bytes.empty()) << seed.name;
    EXPECT_TRUE(testing::is_sound(testing::read_as(seed.name, seed.bytes))) << seed.name;
    EXPECT_TRUE(rc::check(
        seed.name, [&] { RC_ASSERT(testing::is_sound(testing::read_as(seed.name, mutate(seed.bytes)))); }));
  }
}

TEST(Hostile, RandomBytesGiveSoundDocuments) {
  for (const char* name : {"a.txt", "a.csv", "a.html", "a.xlsx", "a.docx", "a.png", "a.jpg", "a"}) {
    EXPECT_TRUE(rc::check(name, [&](const std::string& bytes) {
      RC_ASSERT(testing::is_sound(testing::read_as(name, bytes)));
    }));
  }
}

// Prefixes of every length, as a broken download leaves them.
TEST(Hostile, CutOffFilesGiveSoundDocuments) {
  for (const Seed& seed : seeds()) {
    const std::size_t step = std::max<std::size_t>(1, seed.bytes.size() / 100);
    for (std::size_t size = 0; size < seed.bytes.size(); size += step) {
      EXPECT_TRUE(
          testing::is_sound(testing::read_as(seed.name, std::string_view(seed.bytes).substr(0, size))))
          << seed.name << " cut to " << size;
    }
  }
}

}  // namespace
}  // namespace muster::readers
