// SPDX-License-Identifier: EUPL-1.2
#include "base/text_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace passend {
namespace {

namespace fs = std::filesystem;

Fault io_fault(FaultCode code, const fs::path& path, int error) {
  return {.code = code, .file = path.string(), .args = {{"reason", std::strerror(error)}}};
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

Result<void> sync_folder(const fs::path& folder) {
  const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (fd.get() < 0 || ::fsync(fd.get()) != 0) return fail(io_fault(FaultCode::kFileUnwritable, folder, errno));
  return {};
}

Result<void> write_synced(const fs::path& path, const std::string& content) {
  const Descriptor fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (fd.get() < 0) return fail(io_fault(FaultCode::kFileUnwritable, path, errno));
  std::size_t written = 0;
  while (written < content.size()) {
    const auto n = ::write(fd.get(), content.data() + written, content.size() - written);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return fail(io_fault(FaultCode::kFileUnwritable, path, errno));
    written += static_cast<std::size_t>(n);
  }
  if (::fsync(fd.get()) != 0) return fail(io_fault(FaultCode::kFileUnwritable, path, errno));
  return {};
}

// "plan/" and "plan" are the same folder; its neighbour is named after it.
fs::path without_slash(const fs::path& path) { return path.has_filename() ? path : path.parent_path(); }

fs::path aside(const fs::path& path) {
  return path.parent_path() / fmt::format(".{}.{}.new", path.filename().string(), ::getpid());
}

fs::path parent_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

Result<void> write_all(const fs::path& folder, const std::map<std::string, std::string>& files) {
  std::error_code error;
  fs::remove_all(folder, error);
  if (!fs::create_directories(folder, error)) return fail(io_fault(FaultCode::kFileUnwritable, folder, error.value()));
  for (const auto& [name, content] : files) {
    if (name.find('/') != std::string::npos) fs::create_directories((folder / name).parent_path(), error);
    if (auto done = write_synced(folder / name, content); !done) return done;
  }
  return sync_folder(folder);
}

Result<void> exchange(const fs::path& fresh, const fs::path& folder) {
  const bool existed = fs::exists(folder);
  const unsigned flags = existed ? RENAME_EXCHANGE : 0;
  if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, folder.c_str(), flags) != 0)
    return fail(io_fault(FaultCode::kFileUnwritable, folder, errno));
  if (auto done = sync_folder(parent_of(folder)); !done) return done;
  std::error_code ignored;  // the old folder is no longer visible under its name; leftovers harm nobody
  if (existed) fs::remove_all(fresh, ignored);
  return {};
}

}  // namespace

Result<std::string> read_file(const fs::path& path) {
  const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (fd.get() < 0)
    return fail(io_fault(errno == ENOENT ? FaultCode::kFileMissing : FaultCode::kFileUnreadable, path, errno));
  struct stat info{};
  if (::fstat(fd.get(), &info) != 0 || S_ISDIR(info.st_mode))
    return fail(io_fault(FaultCode::kFileUnreadable, path, S_ISDIR(info.st_mode) ? EISDIR : errno));
  std::string content(static_cast<std::size_t>(info.st_size), '\0');
  std::size_t filled = 0;
  while (true) {
    if (filled == content.size()) content.resize(content.size() + 4096);  // pipes and growing files
    const auto n = ::read(fd.get(), content.data() + filled, content.size() - filled);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return fail(io_fault(FaultCode::kFileUnreadable, path, errno));
    if (n == 0) break;
    filled += static_cast<std::size_t>(n);
  }
  content.resize(filled);
  return content;
}

Result<void> replace_folder(const fs::path& target, const std::map<std::string, std::string>& files) {
  const fs::path folder = without_slash(target);
  const fs::path fresh = aside(folder);
  std::error_code ignored;
  if (folder.has_parent_path()) fs::create_directories(folder.parent_path(), ignored);
  auto done = write_all(fresh, files);
  if (done) done = exchange(fresh, folder);
  if (!done) fs::remove_all(fresh, ignored);
  return done;
}

Result<void> check_own_folder(const fs::path& folder, std::string_view marker) {
  std::error_code error;
  if (!fs::exists(folder, error)) return {};
  if (!fs::is_directory(folder, error)) return fail(io_fault(FaultCode::kFileUnwritable, folder, ENOTDIR));
  if (fs::is_empty(folder, error) || fs::is_regular_file(folder / marker, error)) return {};
  return fail(io_fault(FaultCode::kFileUnwritable, folder, ENOTEMPTY));
}

Result<void> replace_file(const fs::path& path, const std::string& content) {
  std::error_code ignored;
  const auto there = fs::symlink_status(path, ignored).type();
  if (there != fs::file_type::not_found && there != fs::file_type::regular)  // a folder, link or device
    return fail(io_fault(FaultCode::kFileUnwritable, path, EEXIST));
  const fs::path fresh = aside(path);
  if (auto done = write_synced(fresh, content); !done) return done;
  if (::rename(fresh.c_str(), path.c_str()) != 0) {
    const int error = errno;
    ::unlink(fresh.c_str());
    return fail(io_fault(FaultCode::kFileUnwritable, path, error));
  }
  return sync_folder(parent_of(path));
}

}  // namespace passend
