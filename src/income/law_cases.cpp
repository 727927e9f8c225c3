// SPDX-License-Identifier: EUPL-1.2
#include "income/law_cases.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

#include "base/toml.hpp"
#include "income/law_case.hpp"

namespace passend::income {
namespace {

constexpr int kOutDigits = 9;  // outcomes are compared in billionths

CaseRule rule_named(const std::string& name) {
  for (const CaseRules* rules : {&cases_of_pay(), &cases_of_assistance(), &cases_of_allowances()})
    if (const auto found = rules->find(name); found != rules->end()) return found->second;
  return nullptr;
}

// Names that cases use for parameters.
const std::map<std::string_view, std::string_view> kShortNames{
    {"standard_premium", "health_allowance_standard_premium"},
    {"threshold_income", "threshold_income"},
    {"pct_single", "health_allowance_norm_pct_single"},
    {"pct_partner", "health_allowance_norm_pct_partner"},
    {"taper", "health_allowance_taper"},
    {"payment_floor", "allowance_payment_floor_year"},
};

std::optional<CellRow> row_of(const toml::node& node) {
  CellRow row;
  const auto add = [&](const toml::node& cell) {
    const auto text = decimal_text(cell);
    const auto rate = text ? parse_rate(*text) : std::nullopt;
    if (rate)
      row.push_back({.kind = Cell::Kind::kNumber, .number = *rate});
    else if (cell.is_floating_point())
      row.push_back({.kind = Cell::Kind::kNoLimit});
    else if (const auto* flag = cell.as_boolean())
      row.push_back({.kind = Cell::Kind::kNumber, .number = {flag->get() ? 1 : 0, 0}});
    else
      return false;
    return true;
  };
  if (const toml::array* cells = node.as_array()) {
    for (const toml::node& cell : *cells)
      if (!add(cell)) return std::nullopt;
  } else if (!add(node)) {
    return std::nullopt;
  }
  return row;
}

std::optional<std::vector<CellRow>> rows_of(const toml::node& node) {
  std::vector<CellRow> rows;
  const toml::array* outer = node.as_array();
  if (outer != nullptr && !outer->empty() && outer->front().is_array()) {
    for (const toml::node& inner : *outer) {
      auto row = row_of(inner);
      if (!row) return std::nullopt;
      rows.push_back(*std::move(row));
    }
    return rows;
  }
  auto row = row_of(node);
  if (!row) return std::nullopt;
  rows.push_back(*std::move(row));
  return rows;
}

// One case at a time.
class CaseRunner {
 public:
  CaseRunner(const ParameterStore& law, CaseReport& report) : law_(law), report_(report) {}

  void run(const toml::table& table) {
    const std::string id = table["id"].value<std::string>().value_or("?");
    const std::size_t failures = report_.failures.size();
    const std::size_t no_values = report_.no_values.size();
    run_named(table, id);
    if (report_.failures.size() == failures && report_.no_values.size() == no_values) ++report_.passed;
  }

 private:
  void fail_case(const std::string& id, const std::string& what) {
    report_.failures.push_back(fmt::format("FAIL {}: {}", id, what));
  }

  void run_named(const toml::table& table, const std::string& id) {
    const std::string rule = table["rule"].value<std::string>().value_or("");
    const CaseRule work_out = rule_named(rule);
    if (work_out == nullptr) return fail_case(id, "unknown rule " + rule);
    const toml::node* date_node = table.get("date");
    const auto on = date_node == nullptr ? std::nullopt : date_of(*date_node);
    const toml::table* given = table["inputs"].as_table();
    const toml::table* expected = table["expected"].as_table();
    if (!on || given == nullptr || expected == nullptr || expected->empty())
      return fail_case(id, "a case needs date, inputs and expected");
    if (table["source"].value<std::string>().value_or("").empty()) return fail_case(id, "a case needs a source");
    const auto tolerance = tolerance_of(table);
    if (!tolerance) return fail_case(id, "a case needs a tolerance");

    Inputs inputs(*given);
    std::vector<Parameter> replaced;
    if (const toml::table* overrides = inputs.overrides(); overrides != nullptr)
      if (const auto problem = replace(*overrides, replaced); !problem.empty()) return fail_case(id, problem);
    const ParameterStore law = replaced.empty() ? law_ : law_.with(std::move(replaced));
    LawValues values(law, *on);
    const Outcome outcome = work_out(values, inputs);
    for (const Fault& fault : values.take_faults()) {
      if (fault.code == FaultCode::kNoValue) {
        report_.no_values.push_back(fmt::format("NO VALUE {}: {}, {}", id, fault.column, to_string(*on)));
        return;
      }
      return fail_case(id, "parameter " + (fault.column.empty() ? fault.file : fault.column));
    }
    if (const std::string problem = inputs.problem(); !problem.empty()) return fail_case(id, problem);
    for (const auto& [key, node] : *expected) compare(id, std::string(key.str()), node, outcome, *tolerance);
  }

  static std::optional<std::int64_t> tolerance_of(const toml::table& table) {
    const toml::node* node = table.get("tolerance");
    if (node == nullptr) return std::nullopt;
    if (const toml::table* inner = node->as_table()) node = inner->get("abs");
    if (node == nullptr) return std::nullopt;
    const auto text = decimal_text(*node);
    return text ? parse_scaled(*text, kOutDigits) : std::nullopt;
  }

  std::string replace(const toml::table& overrides, std::vector<Parameter>& replaced) const {
    for (const auto& [key, node] : overrides) {
      const auto known = kShortNames.find(key.str());
      const std::string_view id = known == kShortNames.end() ? key.str() : known->second;
      const Parameter* parameter = law_.find(id);
      const auto rows = rows_of(node);
      if (parameter == nullptr || !rows) return "unknown parameter " + std::string(key.str());
      Parameter changed = *parameter;
      changed.values = {{.from = make_date(1900, 1, 1),
                         .rows = *rows,
                         .state = LawState::kVastgesteld,
                         .confidence = Confidence::kConfirmed}};
      replaced.push_back(std::move(changed));
    }
    return {};
  }

  void compare(const std::string& id, const std::string& key, const toml::node& expected, const Outcome& outcome,
               std::int64_t tolerance) {
    const auto got = outcome.figures.find(key);
    if (got == outcome.figures.end()) return fail_case(id, key + " does not come out of this rule");
    std::vector<const toml::node*> wanted;
    if (const toml::array* list = expected.as_array())
      for (const toml::node& node : *list) wanted.push_back(&node);
    else
      wanted.push_back(&expected);
    if (wanted.size() != got->second.size())
      return fail_case(id, fmt::format("{} expected {} figures got {}", key, wanted.size(), got->second.size()));
    for (std::size_t k = 0; k < wanted.size(); ++k) compare_one(id, key, *wanted[k], got->second[k], tolerance);
  }

  void compare_one(const std::string& id, const std::string& key, const toml::node& expected, Figure got,
                   std::int64_t tolerance) {
    const auto text = decimal_text(expected);
    const auto wanted = text ? parse_scaled(*text, kOutDigits) : std::nullopt;
    const std::int64_t scale = power_of_ten(kOutDigits - got.digits);
    // False for NaN and infinity too; then both sides fit a whole number in billionths.
    const bool is_comparable = std::fabs(got.units) * static_cast<double>(scale) < kExactLimit * kCents;
    const auto units = is_comparable ? std::optional(static_cast<std::int64_t>(got.units)) : std::nullopt;
    if (wanted && units) {
      const std::int64_t away = *units * scale - *wanted;
      if (away <= tolerance && -away <= tolerance) return;
    }
    fail_case(id, fmt::format("{} expected {} got {}", key, text.value_or("no number"),
                              units ? to_decimal(*units, got.digits) : "no value"));
  }

  const ParameterStore& law_;
  CaseReport& report_;
};

}  // namespace

Result<CaseReport> run_cases(const ParameterStore& law, std::string_view bytes, const std::string& file) {
  const auto root = read_toml(bytes, file);
  if (!root) return fail(root.error());
  const toml::array* cases = (*root)["case"].as_array();
  if (cases == nullptr) return fail({.code = FaultCode::kTomlKeyMissing, .file = file, .line = 1, .column = "case"});
  CaseReport report;
  for (const toml::node& node : *cases)
    if (const toml::table* table = node.as_table()) CaseRunner(law, report).run(*table);
  return report;
}

}  // namespace passend::income
