// Members of a zip file (XLSX, DOCX), unpacked as a stream and never more than a limit, so that a small
// hostile file cannot fill the memory.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace muster::readers {

// One member being read. Owned by the caller; the zip's bytes must outlive it.
class ZipMember {
 public:
  // Fails where the member does not exist or the archive is broken.
  [[nodiscard]] static base::Result<ZipMember> open(std::string_view zip, std::string_view name);
  ZipMember(ZipMember&&) noexcept;
  ZipMember& operator=(ZipMember&&) noexcept;
  ~ZipMember();

  // Bytes read; 0 at the end; -1 where the archive is broken or unpacks to more than the limit (see
  // failure()).
  [[nodiscard]] long read(char* buffer, std::size_t size);
  [[nodiscard]] const std::string& failure() const;

 private:
  struct State;
  explicit ZipMember(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// A whole small member.
[[nodiscard]] base::Result<std::string> read_member(std::string_view zip, std::string_view name,
                                                    std::size_t most_bytes);

}  // namespace muster::readers
