// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/secret_bytes.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "fairwork/file_descriptor.hpp"

namespace passend::fairwork {
namespace {

Fault read_fault(const std::filesystem::path& path, int error) {
  return {.code = error == ENOENT ? FaultCode::kFileMissing : FaultCode::kFileUnreadable,
          .file = path.string(),
          .args = {{"reason", std::strerror(error)}}};
}

ssize_t read_some(int fd, unsigned char* into, std::size_t most) {
  ssize_t got = 0;
  do got = ::read(fd, into, most);
  while (got < 0 && errno == EINTR);
  return got;
}

}  // namespace

void start_sodium() {
  if (sodium_init() < 0) std::abort();  // no source of random numbers: nothing may go on
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
  wipe();
  bytes_ = std::move(other.bytes_);
  return *this;
}

void SecretBytes::shorten(std::size_t size) {
  sodium_memzero(bytes_.data() + size, bytes_.size() - size);
  bytes_.resize(size);
}

Result<SecretBytes> read_secret(const std::filesystem::path& path, std::size_t most) {
  const bool is_stdin = path == "-";
  const FileDescriptor file(is_stdin ? -1 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!is_stdin && !file) return fail(read_fault(path, errno));
  SecretBytes bytes(most + 1);
  std::size_t filled = 0;
  while (filled <= most) {
    const auto got = read_some(is_stdin ? STDIN_FILENO : file.get(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0) return fail(read_fault(path, errno));
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  if (filled > most)
    return fail({.code = FaultCode::kTooLarge, .file = path.string(), .args = {{"expected", std::to_string(most)}}});
  bytes.shorten(filled);
  return bytes;
}

SecretBytes read_secret_line(std::size_t most) {
  SecretBytes line(most);
  std::size_t filled = 0;
  unsigned char byte = 0;
  while (read_some(STDIN_FILENO, &byte, 1) == 1 && byte != '\n')
    if (filled < most) line.data()[filled++] = byte;
  sodium_memzero(&byte, 1);
  if (filled > 0 && line.data()[filled - 1] == '\r') --filled;
  line.shorten(filled);
  return line;
}

}  // namespace passend::fairwork
