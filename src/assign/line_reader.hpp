// SPDX-License-Identifier: EUPL-1.2
// Lines of words, for the two file forms of this module. Not for use outside it.
#pragma once

#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"

namespace passend::assign {

// Why a line is not taken; the word stands in Fault::args["reason"].
namespace reason {
inline constexpr std::string_view kNoProblemLine = "no-problem-line", kSecondProblemLine = "second-problem-line",
                                  kUnknownLine = "unknown-line", kFieldCount = "field-count",
                                  kNotANumber = "not-a-number", kOutOfRange = "out-of-range", kTwice = "twice",
                                  kMissing = "missing", kTooMany = "too-many", kNotAscii = "not-ascii",
                                  kUnknownLevel = "unknown-level", kLevelOrder = "level-order", kPrice = "price";
}

struct Range {
  std::int64_t first = 0, last = std::numeric_limits<std::int64_t>::max();
};

class LineReader {
 public:
  LineReader(std::string_view text, std::string file) : rest_(text), file_(std::move(file)) {}

  // The next line with words on it; comments from # on are left out. False at the end.
  bool next() {
    while (!rest_.empty()) {
      const std::size_t end = rest_.find('\n');
      std::string_view text = rest_.substr(0, end);
      rest_ = end == std::string_view::npos ? std::string_view{} : rest_.substr(end + 1);
      ++line_;
      for (const char c : text)
        if (static_cast<unsigned char>(c) > 126) return refuse(reason::kNotAscii, {}, {}), split({}), true;
      split(text.substr(0, text.find('#')));
      if (!words_.empty()) return true;
    }
    return false;
  }

  int line() const { return line_; }
  const std::vector<std::string_view>& words() const { return words_; }

  std::optional<std::int64_t> number(std::size_t word, std::string_view field, Range range) {
    return number_in(words_[word], field, range);
  }

  std::optional<std::int64_t> number_in(std::string_view word, std::string_view field, Range range) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (end != word.data() + word.size() || word.empty() || error == std::errc::invalid_argument)
      return refuse(reason::kNotANumber, field, word), std::nullopt;
    if (error != std::errc{} || value < range.first || value > range.last)
      return refuse(reason::kOutOfRange, field, word), std::nullopt;
    return value;
  }

  void refuse(std::string_view why, std::string_view field, std::string_view word) {
    add({FaultCode::kProblemSyntax,
         file_,
         line_,
         std::string(field),
         std::string(word),
         {{"reason", std::string(why)}}});
  }
  void refuse_at(int line, std::string_view why, std::string_view field, std::string_view word) {
    add({FaultCode::kProblemSyntax,
         file_,
         line,
         std::string(field),
         std::string(word),
         {{"reason", std::string(why)}}});
  }
  void refuse_size(std::string_view field, std::int64_t figure, std::int64_t limit) {
    add({FaultCode::kTooLarge,
         file_,
         line_,
         std::string(field),
         std::to_string(figure),
         {{"limit", std::to_string(limit)}}});
  }

  bool good() const { return faults_.empty(); }
  bool full() const { return faults_.size() >= kFaultsMax; }
  Faults faults() && { return std::move(faults_); }

 private:
  static constexpr std::size_t kFaultsMax = 100;

  void split(std::string_view text) {
    words_.clear();
    for (std::size_t at = text.find_first_not_of(" \t"); at != std::string_view::npos;) {
      const std::size_t end = std::min(text.find_first_of(" \t", at), text.size());
      words_.push_back(text.substr(at, end - at));
      at = text.find_first_not_of(" \t", end);
    }
  }
  void add(Fault fault) {
    if (!full()) faults_.push_back(std::move(fault));
  }

  std::string_view rest_;
  std::string file_;
  int line_ = 0;
  std::vector<std::string_view> words_;
  Faults faults_;
};

}  // namespace passend::assign
