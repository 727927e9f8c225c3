// SPDX-License-Identifier: EUPL-1.2
#include "insight/population_margins.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "base/quantity.hpp"
#include "base/toml_fields.hpp"

namespace passend::insight {
namespace {

constexpr std::int64_t kCountMost = 20'000'000;
constexpr std::int64_t kShareMost = 1'000'000'000;
constexpr int kYearLeast = 1900;
constexpr int kYearMost = 2199;
constexpr double kTolerance = 0.005;  // what a whole margin may miss its total by
constexpr std::size_t kCodeLength = 6;

constexpr std::string_view kCountry = "NL01";  // Nederland in StatLine, where a municipality has GM and four digits

bool is_code(std::string_view code) {
  if (code == kCountry) return true;
  return code.size() == kCodeLength && code.starts_with("GM") &&
         std::ranges::all_of(code.substr(2), [](char c) { return c >= '0' && c <= '9'; });
}

std::size_t place(Variable variable) { return static_cast<std::size_t>(variable); }

// One cell as written.
struct WrittenCell {
  std::vector<std::size_t> values;
  std::int64_t number = 0;
  bool share = false;
  const toml::node* node = nullptr;
  FigureSource from;
};

class SpecReader : TomlFields {
 public:
  SpecReader(const toml::table& root, const std::string& file, const Structure& structure)
      : TomlFields(file), root_(root) {
    for (std::size_t v = 0; v < kVariables; ++v) values_.push_back(values_of(structure, static_cast<Variable>(v)));
  }

  Result<PopulationSpec> run() {
    check_keys(root_, {"municipality", "code", "date", "residents", "households", "margin", "variant"});
    out_.municipality = needed_text(root_, "municipality");
    out_.code = needed_text(root_, "code");
    if (!out_.code.empty() && !is_code(out_.code)) add(FaultCode::kCodeUnknown, root_.get("code"), "code");
    out_.date = date(root_, "date", true).value_or(Date{});
    out_.residents = total("residents");
    out_.households = total("households");
    for (const auto* table : tables(root_, "margin")) margin(*table);
    for (const auto* table : tables(root_, "variant")) variant(*table);
    if (faults().empty()) settle();
    std::ranges::stable_sort(faults(), {}, &Fault::line);
    if (!faults().empty()) return fail(std::move(faults()));
    std::ranges::sort(out_.cells, {}, [](const MarginCell& one) { return std::tuple(one.variable, one.values); });
    std::ranges::sort(out_.variants, {}, [](const FigureVariant& one) {
      return std::tuple(one.variable, one.value, one.from.year, one.figure, one.from.definition, one.from.source);
    });
    return std::move(out_);
  }

 private:
  void contradiction(const toml::node* node, std::string_view variable, std::string_view reason) {
    add(FaultCode::kContradiction, node, std::string(variable),
        {{"reason", std::string(reason)}, {"variable", std::string(variable)}});
  }

  FigureSource figure_source(const toml::table& from, bool about_bijstand) {
    FigureSource out{.assumed = flag(from, "assumed"),
                     .source = text(from, "source"),
                     .definition = text(from, "definition"),
                     .note = text(from, "note")};
    out.year = static_cast<int>(number_if(from, "year", 0, kYearLeast, kYearMost).value_or(0));
    if (out.assumed) {
      if (!out.source.empty() || out.year != 0) contradiction(&from, "assumed", "population-assumed-and-source");
      return out;
    }
    const char* missing = out.source.empty() && !from.contains("source") ? "source"
                          : !from.contains("year")                       ? "year"
                          : about_bijstand && out.definition.empty()     ? "definition"
                                                                         : nullptr;
    if (missing != nullptr) add(FaultCode::kTomlKeyMissing, &from, missing);
    return out;
  }

  TotalFigure total(std::string_view key) {
    const auto* node = root_.get(key);
    if (node == nullptr || !node->is_table()) {
      add(node == nullptr ? FaultCode::kTomlKeyMissing : FaultCode::kTomlType, node == nullptr ? &root_ : node,
          std::string(key), {{"expected", "[…]"}});
      return {};
    }
    const toml::table& from = *node->as_table();
    check_keys(from, {"count", "source", "year", "definition", "note", "assumed"});
    return {static_cast<double>(number(from, "count", 0, 1, kCountMost)), figure_source(from, false)};
  }

  std::optional<Variable> variable_of(const toml::table& from) {
    const std::string word = needed_text(from, "variable");
    std::vector<std::string_view> names;
    for (const auto& row : kVariableRows) names.push_back(row.name);
    const auto found = std::ranges::find(names, word);
    if (found != names.end()) return static_cast<Variable>(found - names.begin());
    if (!word.empty()) is_in_list(from, "variable", word, names);
    return std::nullopt;
  }

  // "a+b" as places in the values of a variable, rising.
  std::vector<std::size_t> cell_of(Variable variable, std::string_view key, const toml::node& node) {
    const auto& known = values_[place(variable)];
    std::vector<std::size_t> found;
    for (std::size_t from = 0; from <= key.size();) {
      const auto plus = std::min(key.find('+', from), key.size());
      const auto at = std::ranges::find(known, key.substr(from, plus - from));
      if (at == known.end())
        add(FaultCode::kNotInList, &node, std::string(key), {{"expected", fmt::format("{}", fmt::join(known, ", "))}});
      else
        found.push_back(static_cast<std::size_t>(at - known.begin()));
      from = plus + 1;
    }
    std::ranges::sort(found);
    return found;
  }

  void margin(const toml::table& from) {
    check_keys(from, {"variable", "counts", "shares", "definition", "source", "year", "assumed", "note"});
    const auto variable = variable_of(from);
    const FigureSource source = figure_source(from, variable && kVariableRows[place(*variable)].about_bijstand);
    if (!from.contains("counts") && !from.contains("shares")) add(FaultCode::kTomlKeyMissing, &from, "counts, shares");
    for (const auto* key : {"counts", "shares"}) {
      const auto* node = from.get(key);
      if (node == nullptr || !variable) continue;
      const auto* cells = node->as_table();
      if (cells == nullptr) {
        add(FaultCode::kTomlType, node, key, {{"expected", "{…}"}});
        continue;
      }
      const bool share = std::string_view(key) == "shares";
      for (const auto& [name, value] : *cells) written(*variable, *cells, name.str(), value, share, source);
    }
  }

  void written(Variable variable, const toml::table& cells, std::string_view name, const toml::node& node, bool share,
               const FigureSource& source) {
    WrittenCell cell{cell_of(variable, name, node), 0, share, &node, source};
    cell.number = number(cells, name, 0, 0, share ? kShareMost : kCountMost);
    auto& list = written_[variable];
    const auto same = std::ranges::find(list, cell.values, &WrittenCell::values);
    if (same != list.end())
      add(FaultCode::kKeyTwice, &node, std::string(name), {{"first_line", std::to_string(line_of(*same->node))}});
    if (share && cell.values.size() > 1) contradiction(&node, name, "population-share-of-a-sum");
    list.push_back(std::move(cell));
  }

  void variant(const toml::table& from) {
    check_keys(from, {"variable", "value", "figure", "definition", "source", "year", "note"});
    const auto variable = variable_of(from);
    FigureVariant out{variable.value_or(Variable::kType), needed_text(from, "value"), needed_text(from, "figure"),
                      figure_source(from, false)};
    needed_text(from, "definition");
    if (variable && !out.value.empty()) cell_of(*variable, out.value, *from.get("value"));
    out_.variants.push_back(std::move(out));
  }

  // Counts as they are; shares divide what the counts of single values leave of the total.
  void settle() {
    for (const Variable first : {Variable::kType, Variable::kAge}) {
      settle_variable(first);
      if (!faults().empty()) return;
    }
    for (const Variable second : {Variable::kSource, Variable::kBenefit})
      if (written_.contains(second)) settle_variable(second);
    for (const auto& [variable, cells] : written_)
      if (!done_[place(variable)]) settle_variable(variable);
    if (faults().empty()) check_children();
  }

  std::optional<double> wanted(Variable variable, std::size_t value) const {
    for (const MarginCell& cell : out_.cells)
      if (cell.variable == variable && cell.values == std::vector{value}) return cell.wanted;
    return std::nullopt;
  }

  double of_type(auto counted) const {
    double sum = 0;
    for (std::size_t t = 0; t < kHouseholdTypeNames.size(); ++t)
      sum += wanted(Variable::kType, t).value_or(0) * static_cast<double>(counted(static_cast<HouseholdType>(t)));
    return sum;
  }

  double adults() const { return of_type(adults_of); }
  double families() const {
    return of_type([](HouseholdType type) { return has_children(type) ? 1 : 0; });
  }

  std::optional<double> of_named(Variable variable, std::string_view value) const {
    const auto& known = values_[place(variable)];
    const auto found = std::ranges::find(known, value);
    return found == known.end() ? std::nullopt : wanted(variable, static_cast<std::size_t>(found - known.begin()));
  }

  std::optional<double> total_of(Variable variable) const {
    const double households = out_.households.count, residents = out_.residents.count;
    switch (variable) {
      case Variable::kType:
      case Variable::kTenure:
      case Variable::kSource:
        return households;
      case Variable::kChildren:
        return families();
      case Variable::kBijstandType:
      case Variable::kBijstandDuration:
        return of_named(Variable::kSource, "bijstand");
      case Variable::kAge:
        return adults();
      case Variable::kChildAge:
      case Variable::kBijstandChild:
        return residents - adults();
      case Variable::kBenefit:
      case Variable::kHours: {
        const auto old = of_named(Variable::kAge, "aow");
        return old ? std::optional(adults() - *old) : std::nullopt;
      }
      case Variable::kDuration:
      case Variable::kBijstandAge:
        return of_named(Variable::kBenefit, "bijstand");
    }
    return std::nullopt;
  }

  void settle_variable(Variable variable) {
    done_[place(variable)] = true;
    const auto& cells = written_[variable];
    const std::string_view name = kVariableRows[place(variable)].name;
    const toml::node* first = cells.empty() ? nullptr : cells.front().node;
    std::size_t covered = 0;
    double counted = 0, shares = 0;
    for (const WrittenCell& cell : cells) {
      (cell.share ? shares : counted) += cell.values.size() == 1 ? static_cast<double>(cell.number) : 0;
      covered += cell.values.size() == 1 ? 1 : 0;
    }
    // Of this one only children with bijstand have a value.
    const bool whole = variable != Variable::kBijstandChild && covered == values_[place(variable)].size();
    const bool needed = variable == Variable::kType || variable == Variable::kAge;
    if (needed && !whole) return contradiction(first, name, "population-not-whole");
    const auto total = total_of(variable);
    const bool has_shares = std::ranges::any_of(cells, &WrittenCell::share);
    if (has_shares && !whole) return contradiction(first, name, "population-shares-not-whole");
    if (has_shares && !total) return contradiction(first, name, "population-total-unknown");
    if (total && *total < 0) return contradiction(first, name, "population-residents-too-few");
    if (total && counted > *total * (1 + kTolerance)) return contradiction(first, name, "population-above-total");
    const double rest = total ? std::max(0.0, *total - counted) : 0;
    if (whole && total && shares == 0 && rest > kTolerance * *total)
      return contradiction(first, name, "population-below-total");
    for (const WrittenCell& cell : cells)
      out_.cells.push_back({variable, cell.values,
                            cell.share ? (shares > 0 ? rest * static_cast<double>(cell.number) / shares : 0)
                                       : static_cast<double>(cell.number),
                            cell.from});
  }

  void check_children() {
    const double children = out_.residents.count - adults();
    const auto most = static_cast<double>(values_[place(Variable::kChildren)].size());
    const auto* place_of_fault = root_.get("residents");
    if (children < families()) contradiction(place_of_fault, "residents", "population-residents-too-few");
    if (children > families() * most) contradiction(place_of_fault, "residents", "population-residents-too-many");
  }

  const toml::table& root_;
  std::vector<std::vector<std::string>> values_;  // by variable
  std::map<Variable, std::vector<WrittenCell>> written_;
  std::array<bool, kVariables> done_{};
  PopulationSpec out_;
};

}  // namespace

Result<Date> population_date(std::string_view bytes, const std::string& file) {
  const auto root = read_toml(bytes, file);
  if (!root) return std::unexpected(root.error());
  TomlFields fields(file);
  const auto found = fields.date(*root, "date", true);
  if (!found || !fields.faults().empty()) return fail(std::move(fields.faults()));
  return *found;
}

Result<PopulationSpec> read_population_spec(std::string_view bytes, const std::string& file,
                                            const Structure& structure) {
  const auto root = read_toml(bytes, file);
  if (!root) return std::unexpected(root.error());
  return SpecReader(*root, file, structure).run();
}

}  // namespace passend::insight
