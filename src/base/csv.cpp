// SPDX-License-Identifier: EUPL-1.2
#include "base/csv.hpp"

#include <array>
#include <cstdint>
#include <optional>

#include "base/utf8.hpp"

namespace passend {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Windows-1252 for 0x80..0x9F; 0 = not assigned.
constexpr std::array<std::uint16_t, 32> kCp1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_utf8(std::string& out, std::uint32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

std::optional<std::string> from_cp1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const std::uint32_t code = byte >= 0x80 && byte <= 0x9F ? kCp1252[byte - 0x80U] : byte;
    if (code == 0 && byte != 0) return std::nullopt;
    append_utf8(out, code);
  }
  return out;
}

int line_at(std::string_view text, std::size_t position) {
  int line = 1;
  for (std::size_t i = 0; i < position && i < text.size(); ++i) line += text[i] == '\n';
  return line;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t";
  const auto begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

// Excel writes "sep=;" as a first line; else the header's own first separator outside quotes decides.
char separator_of(std::string_view first_line) {
  bool quoted = false;
  for (const char c : first_line) {
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == ',' || c == ';')) return c;
  }
  return ',';
}

class Scanner {
 public:
  Scanner(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  Result<CsvTable> run() {
    skip_separator_line();
    CsvTable table;
    std::optional<CsvRow> header = next_row();
    if (fault_) return fail(*fault_);
    if (!header) return fail({.code = FaultCode::kHeaderMissing, .file = file_, .line = 1});
    table.header = std::move(header->cells);
    table.header_line = header->line;
    while (auto row = next_row()) add(table, std::move(*row));
    if (fault_) return fail(*fault_);
    return table;
  }

 private:
  void skip_separator_line() {
    const auto end = text_.find_first_of("\r\n");
    const std::string_view first = text_.substr(0, end);
    if (first.size() == 5 && first.starts_with("sep=")) {
      separator_ = first[4];
      at_ = first.size();
      consume_line_end();
    } else {
      separator_ = separator_of(first);
    }
  }

  void consume_line_end() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
  }

  bool at_line_end() const { return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r'; }

  bool skip_separator() {
    if (at_ >= text_.size() || text_[at_] != separator_) return false;
    ++at_;
    return true;
  }

  // The next line that holds anything; nothing at the end or at a fault.
  std::optional<CsvRow> next_row() {
    while (at_ < text_.size() && !fault_) {
      CsvRow row{.line = line_, .cells = {}};
      do {
        row.cells.push_back(cell());
      } while (!fault_ && skip_separator());
      if (fault_) return std::nullopt;
      if (at_ < text_.size()) consume_line_end();
      if (!is_empty(row)) return row;
    }
    return std::nullopt;
  }

  static bool is_empty(const CsvRow& row) {
    for (const auto& cell : row.cells)
      if (!cell.empty()) return false;
    return true;
  }

  std::string cell() {
    const auto begin = text_.find_first_not_of(" \t", at_);
    if (begin < text_.size() && text_[begin] == '"') {
      at_ = begin;
      return quoted_cell();
    }
    const auto start = at_;
    while (!at_line_end() && text_[at_] != separator_) ++at_;
    return std::string(trimmed(text_.substr(start, at_ - start)));
  }

  std::string quoted_cell() {
    const int opened = line_;
    std::string out;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (at_ + 1 < text_.size() && text_[at_ + 1] == '"')
          ++at_;
        else
          break;
      }
      line_ += text_[at_] == '\n';
      out += text_[at_];
    }
    if (at_ >= text_.size()) return broken(opened);
    for (++at_; !at_line_end() && text_[at_] != separator_; ++at_)
      if (text_[at_] != ' ' && text_[at_] != '\t') return broken(line_);
    return std::string(trimmed(out));
  }

  std::string broken(int line) {
    fault_ = Fault{.code = FaultCode::kQuote, .file = file_, .line = line};
    return {};
  }

  void add(CsvTable& table, CsvRow row) const {
    while (row.cells.size() > table.header.size() && row.cells.back().empty()) row.cells.pop_back();  // Excel's tail
    if (row.cells.size() == table.header.size()) {
      table.rows.push_back(std::move(row));
      return;
    }
    table.faults.push_back(
        {.code = FaultCode::kCellCount,
         .file = file_,
         .line = row.line,
         .args = {{"found", std::to_string(row.cells.size())}, {"expected", std::to_string(table.header.size())}}});
  }

  std::string_view text_;
  const std::string& file_;
  std::size_t at_ = 0;
  int line_ = 1;
  char separator_ = ',';
  std::optional<Fault> fault_;
};

}  // namespace

Result<CsvTable> read_csv(std::string_view bytes, const std::string& file) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  if (const auto zero = bytes.find('\0'); zero != std::string_view::npos)
    return fail({.code = FaultCode::kEncoding, .file = file, .line = line_at(bytes, zero)});
  if (is_utf8(bytes)) return Scanner(bytes, file).run();
  const auto converted = from_cp1252(bytes);
  if (!converted) return fail({.code = FaultCode::kEncoding, .file = file, .line = 1});
  return Scanner(*converted, file).run();
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    if (cells[i].find_first_of(",;\"\r\n") == std::string::npos) {
      out += cells[i];
      continue;
    }
    out += '"';
    for (const char c : cells[i]) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }
  out += '\n';
  return out;
}

}  // namespace passend
