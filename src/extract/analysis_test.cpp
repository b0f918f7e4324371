#include "extract/analysis.hpp"

#include <gtest/gtest.h>

namespace muster::extract {
namespace {

TEST(Analysis, WordsAreLowerCaseWithOneApostrophe) {
  model::Document document;
  document.text = "The PresidentʼS Office’s ДЕНЬ";
  const Analysis analysis(document);
  ASSERT_EQ(analysis.words.size(), 4U);
  EXPECT_EQ(analysis.words[1], "president's");
  EXPECT_EQ(analysis.words[2], "office's");
  EXPECT_EQ(analysis.words[3], "день");
  EXPECT_EQ(analysis.raw(1), "PresidentʼS");
}

TEST(Analysis, EmptyTextHasNoWords) {
  const model::Document document;
  EXPECT_TRUE(Analysis(document).words.empty());
}

}  // namespace
}  // namespace muster::extract
