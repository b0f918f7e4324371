// Chinese names as Hong Kong, Singapore, Vietnam and Korea write them: Leung Chun-ying, Tan Wei Ming, 이대명.
// The family name is looked up among the forms of surnames_zh_forms.tsv; the given name is read as Cantonese,
// as pinyin or, in Hangul, by the characters' Korean readings. One spelling stands for many characters, so
// such readings carry much doubt; given names in Hokkien and Teochew are not known.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "names/chinese.hpp"

namespace muster::names {

// Adds readings of Latin words; up to two of them may be Western names beside it ("Albert LEUNG Kah-kit").
void read_dialects(std::vector<ChineseReading>& out, std::span<const std::u32string> words);

// Adds readings of a name in Hangul, two to four syllables.
void read_sino_korean(std::vector<ChineseReading>& out, std::span<const std::u32string> words);

// Is the likeliest reading one of these? Then the words themselves may know better.
[[nodiscard]] bool is_dialect(std::span<const ChineseReading> readings);

}  // namespace muster::names
