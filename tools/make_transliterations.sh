#!/bin/sh
# Makes data/names/transliteration_*.tsv:   tools/make_transliterations.sh DATA_DIR TRAINER
# DATA_DIR holds names/words_*_train.tsv; TRAINER is the built train_transliteration
# (cmake --build build/release --target train_transliteration).
set -eu
data=$1/names
trainer=$2
out=$(dirname "$0")/../data/names

words=$(mktemp)
trap 'rm -f "$words" "$words".*' EXIT

table() {  # SCRIPT DISCOUNT LETTERS FEWEST NOTE
  {
    echo "# Joint pieces of words in two scripts: signs TAB Latin letters:bits ... (bits: -log2 of the piece's probability)."
    echo "# - : none; ^ and \$: the beginning and the end of the word; {..}: a syllable of Hanzi, or that a sign is read so."
    echo "# Learned by tools/make_transliterations.sh from $5 (Wikidata labels, CC0;"
    echo "# Y. Merhav and S. Ash, \"Design Challenges in Named Entity Transliteration\", COLING 2018)."
    "$trainer" "$1" "$2" "$3" "$data/words_$1_train.tsv" "$words.$1" "$4"
  } > "$out/transliteration_$1.tsv"
}

table arabic   1   3 4 "41,584 pairs of words, Arabic and Latin"
table chinese  0.1 4 4 "39,239 pairs of words, Hanzi and Latin"
table hebrew   1   3 4 "32,026 pairs of words, Hebrew and Latin"
table katakana 1   3 4 "63,246 pairs of words, katakana and Latin"
table korean   1   4 4 "26,406 pairs of words, Hangul and Latin"
table russian  1   3 8 "105,371 pairs of words, Cyrillic and Latin"

{
  echo "# Words of names and how they are usually spelled in Latin letters, the most frequent first: pairs seen four times"
  echo "# or more (Cyrillic: eight) that the models find likely. Made by tools/make_transliterations.sh from Wikidata"
  echo "# labels, CC0 (Merhav and Ash, COLING 2018). The words are as src/names/native_letters.hpp leaves them."
  cat "$words".*
} > "$out/known_words.tsv"
