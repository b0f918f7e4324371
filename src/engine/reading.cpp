#include "engine/reading.hpp"

#include <utility>

#include "base/file.hpp"
#include "base/sha256.hpp"
#include "extract/extract.hpp"
#include "extract/printed_date.hpp"

namespace muster::engine {
namespace {

void take_printed_date(model::Document& document) {
  if (!document.published.empty()) return;
  document.published = extract::printed_date(document);
  if (!document.published.empty()) document.published_how = "printed at its head";
}

}  // namespace

Reading read_file(const std::filesystem::path& path, const readers::Options& options,
                  const extract::AttributionModel& attribution) {
  auto bytes = base::read_file(path);
  if (bytes) return read_bytes(std::move(*bytes), path, options, attribution);
  Reading reading;
  reading.document.name = path.filename().string();
  reading.document.path = path.string();
  reading.document.problems.push_back({bytes.error().what, "", bytes.error().remedy, true});
  return reading;
}

Reading read_bytes(std::string bytes, const std::filesystem::path& path, const readers::Options& options,
                   const extract::AttributionModel& attribution) {
  Reading reading;
  reading.opened = true;
  reading.document = readers::read_bytes(bytes, path, options);
  reading.bytes = std::move(bytes);
  take_printed_date(reading.document);
  reading.extraction = extract::extract(reading.document, attribution);
  return reading;
}

std::string context_of(const std::filesystem::path& path, const readers::Options& options) {
  std::filesystem::path sidecar = path;
  sidecar.replace_extension(".json");
  const auto beside = sidecar == path ? base::Result<std::string>("") : base::read_file(sidecar);
  return base::sha256_hex(options.published + '\n' + options.publisher + '\n' + (beside ? *beside : "") +
                          '\n' + MUSTER_VERSION);
}

}  // namespace muster::engine
