#!/bin/sh
# Makes the weights that read who says what: data/syntax/tagger.weights from the treebanks, then
# data/extract/attribution.weights from the marked articles of data/attribution.
#
#   tools/make_attribution.sh [SHARED]     the folder with data/syntax (default ../shared)
#
# The tagger's treebanks (UD English EWT, CC BY-SA 4.0; GUM, CC BY 4.0 and CC BY-SA) are read where they lie;
# without them the tagger stays as it is. Both trainings take seconds and give the same bytes each time.
set -eu
cd "$(dirname "$0")/.."
syntax="${1:-../shared}/data/syntax"
muster="${MUSTER_BINARY:-build/release/muster}"

if [ -d "$syntax" ]; then
  cmake --build build/release --target train_tagger
  build/release/train_tagger data/syntax/tagger.weights "$syntax/ewt_dev.conllu" "$syntax/ewt_train.conllu" \
    "$syntax"/gum/dep/*.conllu
  cmake --build build/release --target muster
fi
# As likely as not, at least: what is invented costs more than what is missed.
"$muster" train attribution --corpus data/attribution --threshold 0.5 --force -o data/extract/attribution.weights
cmake --build build/release --target muster
