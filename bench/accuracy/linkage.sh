#!/bin/sh
# Precision and recall of resolve() on invented rosters and passports with typos and missing dates.
#
#   bench/accuracy/linkage.sh [--wrong]        needs build/release and tools/make_example.py
#
# MAKE_EXAMPLE may name another make_example.py, ROWS and SEEDS other sizes and seeds.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${BUILD:-$root/build/release}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
c++ -std=c++23 -O2 -I"$root/src" "$root/bench/accuracy/linkage.cpp" -o "$work/linkage" -L"$build" \
  -lmuster_resolve -lmuster_model -lmuster_names -lmuster_text -lmuster_base -licui18n -licuuc -lcrypto -lfmt
for seed in ${SEEDS:-1 2 3}; do
  python3 "${MAKE_EXAMPLE:-$root/tools/make_example.py}" --linkage-only --rows "${ROWS:-500}" --seed "$seed" --out "$work/$seed" 2>/dev/null
  echo "seed $seed"
  "$work/linkage" "$work/$seed" "$@"
done
