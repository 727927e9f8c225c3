// SPDX-License-Identifier: EUPL-1.2
#include "base/csv.hpp"

#include <array>
#include <cstdint>
#include <optional>

#include "base/encoding.hpp"

namespace passend {
namespace {

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
  const auto text = text_in_utf8(bytes, file);
  if (!text) return fail(text.error());
  return Scanner(*text, file).run();
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
