// One file, read and extracted: the way from bytes to typed values, without a case.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "extract/attribution_model.hpp"
#include "model/extraction.hpp"
#include "readers/reader.hpp"

namespace muster::engine {

struct Reading {
  model::Document document;
  model::Extraction extraction;
  std::string bytes;  // of the original; empty where the file could not be opened
  bool opened = false;
};

// Reads and extracts. Never fails: what went wrong is in document.problems and extraction.problems.
[[nodiscard]] Reading read_file(
    const std::filesystem::path& path, const readers::Options& options,
    const extract::AttributionModel& attribution = extract::AttributionModel::get());

// The same from bytes that are already in memory.
[[nodiscard]] Reading read_bytes(
    std::string bytes, const std::filesystem::path& path, const readers::Options& options,
    const extract::AttributionModel& attribution = extract::AttributionModel::get());

// What, besides the bytes, decides how a file is read: the options, its sidecar, the version of the program.
[[nodiscard]] std::string context_of(const std::filesystem::path& path, const readers::Options& options);

}  // namespace muster::engine
