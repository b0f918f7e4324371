// Runs a fuzz target over folders and files, and over cuts and bit flips of each, in every build; the same
// target runs under libFuzzer with the preset `fuzz`.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "base/file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

// A dozen deterministic damages of one input.
void run_damaged(const std::string& bytes) {
  run(bytes);
  std::uint32_t state = 2463534242U;
  for (int round = 0; round < 12 && !bytes.empty(); ++round) {
    std::string damaged = bytes;
    if (round % 3 == 0) damaged.resize(bytes.size() * static_cast<std::size_t>(round + 1) / 13);
    for (int i = 0; i < 1 + round * 4 && !damaged.empty(); ++i) {
      state ^= state << 13;
      state ^= state >> 17;
      state ^= state << 5;
      damaged[state % damaged.size()] = static_cast<char>(state >> 24);
    }
    run(damaged);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> inputs;
  for (int i = 1; i < argc; ++i) {
    if (!std::filesystem::is_directory(argv[i])) {
      inputs.emplace_back(argv[i]);
      continue;
    }
    for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
      if (entry.is_regular_file()) inputs.push_back(entry.path());
    }
  }
  for (const auto& input : inputs) {
    const auto bytes = muster::base::read_file(input);
    if (!bytes) return 1;
    run_damaged(*bytes);
  }
  std::printf("%zu inputs and their damaged forms\n", inputs.size());
  return inputs.empty() ? 1 : 0;
}
