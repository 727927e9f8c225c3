// SPDX-License-Identifier: EUPL-1.2
// Bytes that nobody else may see: moved, never copied, and overwritten when they go. Reading them from a file or
// stdin stops at a limit.
#pragma once

#include <sodium.h>

#include <cstddef>
#include <filesystem>
#include <string_view>
#include <vector>

#include "base/fault.hpp"

namespace passend::fairwork {

// Before any other call to the library of ciphers; cheap when repeated.
void start_sodium();

class SecretBytes {
 public:
  SecretBytes() = default;
  explicit SecretBytes(std::size_t size) : bytes_(size) {}
  explicit SecretBytes(std::string_view text) : bytes_(text.begin(), text.end()) {}
  SecretBytes(SecretBytes&&) noexcept = default;
  SecretBytes& operator=(SecretBytes&& other) noexcept;
  ~SecretBytes() { wipe(); }

  unsigned char* data() { return bytes_.data(); }
  const unsigned char* data() const { return bytes_.data(); }
  std::size_t size() const { return bytes_.size(); }
  std::string_view text() const { return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()}; }
  void shorten(std::size_t size);  // what falls off is overwritten
  void wipe() { sodium_memzero(bytes_.data(), bytes_.size()); }

 private:
  std::vector<unsigned char> bytes_;
};

// A file, or all that is left of stdin for "-". kFileMissing, kFileUnreadable; kTooLarge above `most` bytes.
Result<SecretBytes> read_secret(const std::filesystem::path& path, std::size_t most);
// The next line of stdin, without its end; what follows it stays unread. At most `most` bytes: the rest is cut off.
SecretBytes read_secret_line(std::size_t most);

}  // namespace passend::fairwork
