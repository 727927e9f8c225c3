// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/payslip_table.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/csv.hpp"
#include "base/quantity.hpp"

namespace passend::fairwork {
namespace {

constexpr std::string_view kCode = "slip";
constexpr int kMostDigits = 4;

// A cell as TOML writes it: a date, a number, yes or no, else text.
std::string value_of(const std::string& cell) {
  if (parse_date(cell) || parse_scaled(cell, kMostDigits)) return cell;
  if (cell == "ja" || cell == "nee") return cell == "ja" ? "true" : "false";
  std::string text = "'";
  for (const char c : cell) text += c == '\'' || c == '\n' || c == '\r' ? ' ' : c;
  return text + "'";
}

std::string in_quotes(std::string_view key) {
  std::string text = "'";
  for (const char c : key) text += c == '\'' || c == '\n' || c == '\r' ? ' ' : c;
  return text + "'";
}

// The name up to the next point, which is taken off.
std::string_view part_of(std::string_view& name) {
  const auto point = name.find('.');
  const std::string_view part = name.substr(0, point);
  name = point == std::string_view::npos ? std::string_view() : name.substr(point + 1);
  return part;
}

// The row as a payslip file.
std::string toml_of(const CsvTable& table, const CsvRow& row) {
  std::string root;
  std::map<std::string, std::string> tables;
  std::vector<std::pair<std::string, std::string>> rows;  // of pay and deductions, in the order of the columns
  for (std::size_t c = 0; c < table.header.size(); ++c) {
    if (row.cells[c].empty() || table.header[c] == kCode) continue;
    std::string_view rest = table.header[c];
    const std::string first(part_of(rest));
    const std::string value = value_of(row.cells[c]);
    if (rest.empty()) {
      root += in_quotes(first) + " = " + value + "\n";
    } else if (first == "pay" || first == "deduction") {
      const std::string kind(part_of(rest));
      const std::string name = first + "." + kind;
      auto found = std::ranges::find(rows, name, &std::pair<std::string, std::string>::first);
      if (found == rows.end())
        found = rows.insert(rows.end(), {name, "[[" + first + "]]\nkind = " + in_quotes(kind) + "\n"});
      auto& text = found->second;
      text += (rest.empty() ? "eurocent" : in_quotes(rest)) + " = " + value + "\n";
    } else {
      tables[first] += in_quotes(rest) + " = " + value + "\n";
    }
  }
  for (const auto& [name, text] : tables) root += "[" + in_quotes(name) + "]\n" + text;
  for (const auto& [name, text] : rows) root += text;
  return root;
}

}  // namespace

Result<std::vector<PayslipRow>> read_payslips(std::string_view bytes, const std::string& file,
                                              const PayslipRules& rules) {
  const auto table = read_csv(bytes, file);
  if (!table) return fail(table.error());
  Faults faults = table->faults;
  const auto code = std::ranges::find(table->header, kCode);
  if (code == table->header.end())
    return fail(
        {.code = FaultCode::kColumnMissing, .file = file, .line = table->header_line, .column = std::string(kCode)});
  std::vector<PayslipRow> slips;
  std::set<std::string> codes;
  for (const CsvRow& row : table->rows) {
    const std::string& id = row.cells[static_cast<std::size_t>(code - table->header.begin())];
    const auto fault = [&](FaultCode kind) {
      faults.push_back({.code = kind, .file = file, .line = row.line, .column = std::string(kCode), .value = id});
    };
    if (id.empty()) fault(FaultCode::kCellEmpty);
    if (!id.empty() && !codes.insert(id).second) fault(FaultCode::kKeyTwice);
    auto slip = read_payslip(toml_of(*table, row), file, rules);
    if (slip) {
      slips.push_back({id, std::move(*slip)});
    } else {
      for (Fault one : slip.error()) {
        one.line = row.line;
        faults.push_back(std::move(one));
      }
    }
  }
  if (table->rows.empty() && faults.empty())
    faults.push_back(
        {.code = FaultCode::kCellEmpty, .file = file, .line = table->header_line, .column = std::string(kCode)});
  if (!faults.empty()) return fail(std::move(faults));
  return slips;
}

}  // namespace passend::fairwork
