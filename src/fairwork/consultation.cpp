// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/consultation.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <re2/re2.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <sstream>

#include "base/encoding.hpp"
#include "base/text_file.hpp"
#include "fairwork/file_descriptor.hpp"

namespace passend::fairwork {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kIdBytes = 16;
constexpr std::size_t kMostArticleBytes = 12;
constexpr std::size_t kHeadBytes = kIdBytes + kMostArticleBytes;
static_assert(kHeadBytes + kMostCommentBytes <= kCommentRecordBytes);
constexpr const char* kBlank = " \t\r\n";
constexpr const char* kAside = ".new";
constexpr const char* kChecked = "checked";
constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;

Fault io_fault(FaultCode code, const fs::path& path, int error) {
  return {.code = code, .file = path.string(), .args = {{"reason", std::strerror(error)}}};
}

// The begin of the week is all the time that is kept.
std::array<timespec, 2> monday_of(IsoWeek week) {
  const timespec monday{.tv_sec = std::chrono::seconds(std::chrono::days(week.monday.days)).count(), .tv_nsec = 0};
  return {monday, monday};
}

void set_time(const fs::path& path, IsoWeek week) {
  const auto times = monday_of(week);
  ::utimensat(AT_FDCWD, path.c_str(), times.data(), 0);
}

std::string hex_of(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return text;
}

// A week's file as one text of whole records; empty where there is none.
Result<std::string> records_in(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(path, error))) return std::string();
  auto bytes = read_file(path);
  if (bytes && bytes->size() % kCommentRecordBytes != 0)
    return fail({.code = FaultCode::kReportDamaged, .file = path.string()});
  return bytes;
}

std::string record_of(std::string_view article, std::string_view text) {
  std::string record(kCommentRecordBytes, '\0');
  randombytes_buf(record.data(), kIdBytes);
  article.copy(record.data() + kIdBytes, kMostArticleBytes);
  text.copy(record.data() + kHeadBytes, kMostCommentBytes);
  return record;
}

std::string sorted(const std::string& records) {
  std::vector<std::string_view> rows;
  for (std::size_t at = 0; at < records.size(); at += kCommentRecordBytes)
    rows.push_back(std::string_view(records).substr(at, kCommentRecordBytes));
  std::ranges::sort(rows);
  std::string out;
  for (const std::string_view row : rows) out += row;
  return out;
}

bool write_full(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto put = ::write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno != EINTR) return false;
    if (put > 0) bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

// A file without a name until it is whole, as in report_store.cpp.
Result<void> write_week(int folder, const fs::path& path, std::string_view records, IsoWeek week) {
  const auto times = monday_of(week);
  const FileDescriptor file(::openat(folder, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, kOwnerOnly));
  const std::string unnamed = fmt::format("/proc/self/fd/{}", file.get());
  ::unlinkat(folder, kAside, 0);
  const bool is_done = file && write_full(file.get(), records) && ::futimens(file.get(), times.data()) == 0 &&
                       ::fsync(file.get()) == 0 &&
                       ::linkat(AT_FDCWD, unnamed.c_str(), folder, kAside, AT_SYMLINK_FOLLOW) == 0 &&
                       ::renameat(folder, kAside, folder, path.filename().c_str()) == 0;
  const int error = errno;
  if (!is_done) ::unlinkat(folder, kAside, 0);
  ::futimens(folder, times.data());
  if (!is_done) return fail(io_fault(FaultCode::kFileUnwritable, path, error));
  if (::fsync(folder) != 0) return fail(io_fault(FaultCode::kFileUnwritable, path, errno));
  return {};
}

std::string_view until_zero(std::string_view field) { return field.substr(0, field.find('\0')); }

}  // namespace

Result<std::vector<DraftArticle>> read_draft(std::string_view bytes, const std::string& file) {
  const auto text = text_in_utf8(bytes, file);
  if (!text) return fail(text.error());
  static const re2::RE2 heading(R"(^#+\s+((?:Artikel|Article)\s+([0-9A-Za-z][0-9A-Za-z:.\-]*?)[.:]?(?:\s.*)?)$)");
  std::vector<DraftArticle> articles;
  std::map<std::string, int> first_lines;
  Faults faults;
  std::istringstream lines(*text);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    DraftArticle one;
    if (!re2::RE2::FullMatch(line, heading, &one.heading, &one.id)) continue;
    const auto [first, is_new] = first_lines.emplace(one.id, number);
    if (!is_new)
      faults.push_back({.code = FaultCode::kKeyTwice,
                        .file = file,
                        .line = number,
                        .value = one.id,
                        .args = {{"first_line", std::to_string(first->second)}}});
    if (one.id.size() > kMostArticleBytes || one.id == kWholeDraft)
      faults.push_back({.code = FaultCode::kOutOfRange,
                        .file = file,
                        .line = number,
                        .value = one.id,
                        .args = {{"expected", fmt::format("1 … {}", kMostArticleBytes)}}});
    articles.push_back(std::move(one));
  }
  if (articles.empty())
    faults.push_back({.code = FaultCode::kTomlType, .file = file, .args = {{"expected", "## Artikel 1"}}});
  if (!faults.empty()) return fail(std::move(faults));
  return articles;
}

Result<void> check_comment(const SecretBytes& text, const std::string& file) {
  if (text.text().find_first_not_of(kBlank) == std::string_view::npos)
    return fail({.code = FaultCode::kCellEmpty, .file = file});
  if (!is_utf8(text.text()) || text.text().find('\0') != std::string_view::npos)
    return fail({.code = FaultCode::kEncoding, .file = file});
  if (text.size() > kMostCommentBytes)
    return fail({.code = FaultCode::kTooLarge,
                 .file = file,
                 .value = std::to_string(text.size()),
                 .args = {{"expected", std::to_string(kMostCommentBytes)}}});
  return {};
}

Result<void> Consultation::start(std::string_view draft, const std::string& file, const fs::path& folder,
                                 IsoWeek week) {
  if (const auto articles = read_draft(draft, file); !articles) return fail(articles.error());
  std::error_code error;
  if (fs::exists(folder, error) && (!fs::is_directory(folder, error) || !fs::is_empty(folder, error)))
    return fail(io_fault(FaultCode::kFileUnwritable, folder, ENOTEMPTY));
  if (auto done = replace_folder(folder, {{kDraftName, std::string(draft)}}); !done) return done;
  set_time(folder / kDraftName, week);
  set_time(folder, week);
  return {};
}

Result<Consultation> Consultation::open(const fs::path& folder) {
  const fs::path draft = folder / kDraftName;
  const auto bytes = read_file(draft);
  if (!bytes) return fail(bytes.error());
  auto articles = read_draft(*bytes, draft.string());
  if (!articles) return fail(std::move(articles.error()));
  return Consultation(folder, std::move(*articles));
}

bool Consultation::has_article(std::string_view id) const {
  return id == kWholeDraft || std::ranges::any_of(articles_, [&](const DraftArticle& one) { return one.id == id; });
}

Result<void> Consultation::add(IsoWeek week, std::string_view article, const SecretBytes& text) const {
  assert(has_article(article) && text.size() <= kMostCommentBytes);
  const FileDescriptor folder(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder || ::flock(folder.get(), LOCK_EX) != 0)  // one writer at a time; let go with the descriptor
    return fail(io_fault(FaultCode::kFileUnwritable, folder_, errno));
  const fs::path path = folder_ / to_string(week);
  auto records = records_in(path);
  if (!records) return fail(std::move(records.error()));
  return write_week(folder.get(), path, sorted(*records + record_of(article, text.text())), week);
}

Result<std::vector<Comment>> Consultation::comments() const {
  std::vector<Comment> found;
  std::error_code error;
  for (fs::directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error)) {
    const auto week = parse_iso_week(entry->path().filename().string());
    if (!week) continue;
    const auto records = records_in(entry->path());
    if (!records) return fail(records.error());
    for (std::size_t at = 0; at < records->size(); at += kCommentRecordBytes) {
      const auto record = std::string_view(*records).substr(at, kCommentRecordBytes);
      found.push_back({.id = hex_of(record.substr(0, kIdBytes)),
                       .week = *week,
                       .article = std::string(until_zero(record.substr(kIdBytes, kMostArticleBytes))),
                       .text = std::string(until_zero(record.substr(kHeadBytes)))});
    }
  }
  if (error) return fail(io_fault(FaultCode::kFileUnreadable, folder_, error.value()));
  const auto place = [this](const Comment& comment) {
    if (comment.article == kWholeDraft) return std::ptrdiff_t{-1};
    return std::ranges::find(articles_, comment.article, &DraftArticle::id) - articles_.begin();
  };
  std::ranges::sort(found, {}, [&](const Comment& comment) { return std::pair(place(comment), comment.id); });
  return found;
}

Result<std::map<std::string, bool>> read_marked(const std::vector<Comment>& comments, std::string_view bytes,
                                                const std::string& file) {
  std::map<std::string, bool> marked;
  std::map<std::string, int> first_lines;
  Faults faults;
  const auto refuse = [&](FaultCode code, int line, const std::string& value, const char* arg, std::string text) {
    faults.push_back({.code = code, .file = file, .line = line, .value = value, .args = {{arg, std::move(text)}}});
  };
  std::istringstream lines{std::string(bytes)};
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    std::istringstream words(line.substr(0, line.find('#')));
    std::string id, word;
    if (!(words >> id)) continue;
    words >> word;
    if (std::ranges::none_of(comments, [&](const Comment& one) { return one.id == id; }))
      refuse(FaultCode::kReferenceMissing, number, id, "expected", "id");
    else if (!word.empty() && word != kChecked)
      refuse(FaultCode::kNotInList, number, word, "expected", kChecked);
    else if (const auto [first, is_new] = first_lines.emplace(id, number); !is_new)
      refuse(FaultCode::kKeyTwice, number, id, "first_line", std::to_string(first->second));
    else
      marked[id] = word == kChecked;
  }
  if (!faults.empty()) return fail(std::move(faults));
  return marked;
}

}  // namespace passend::fairwork
