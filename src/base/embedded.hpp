// Access to the files of data/<layer>/ that the build puts into the binary (see cmake/muster.cmake).
//
//   MUSTER_EMBEDDED(names_palladius_tsv)          // at namespace scope, outside any namespace
//   std::string_view table = MUSTER_BYTES(names_palladius_tsv);
#pragma once

#include <string_view>

#define MUSTER_EMBEDDED(symbol)                 \
  extern "C" const char muster_data_##symbol[]; \
  extern "C" const char muster_data_##symbol##_end[];

#define MUSTER_BYTES(symbol)             \
  std::string_view(muster_data_##symbol, \
                   static_cast<std::size_t>(muster_data_##symbol##_end - muster_data_##symbol))
