// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/outcome_monitor.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/csv.hpp"
#include "base/quantity.hpp"
#include "base/toml_fields.hpp"
#include "matching/fairness.hpp"

namespace passend::fairwork {
namespace {

constexpr int kDigits = 3;
constexpr std::int64_t kMostPeople = 1'000'000'000;
constexpr std::array<std::string_view, 4> kNames{"group_kind", "group", "people", "placed"};
enum Column : std::size_t { kKind, kGroup, kPeople, kPlaced };

class TotalsReader {
 public:
  explicit TotalsReader(const std::string& file) : file_(file) {}

  Result<std::vector<OutcomeFamily>> read(const CsvTable& table) {
    faults_ = table.faults;
    for (std::size_t c = 0; c < kNames.size(); ++c) {
      const auto found = std::ranges::find(table.header, kNames[c]);
      if (found == table.header.end())
        faults_.push_back({.code = FaultCode::kColumnMissing,
                           .file = file_,
                           .line = table.header_line,
                           .column = std::string(kNames[c])});
      at_[c] = static_cast<std::size_t>(found - table.header.begin());
    }
    if (!faults_.empty()) return fail(std::move(faults_));
    for (const CsvRow& row : table.rows) read_row(row);
    if (table.rows.empty()) faults_.push_back({.code = FaultCode::kCellEmpty, .file = file_});
    if (!faults_.empty()) return fail(std::move(faults_));
    return std::move(families_);
  }

 private:
  const std::string& cell(const CsvRow& row, Column column) const { return row.cells[at_[column]]; }

  void refuse(const CsvRow& row, Column column, FaultCode code, std::map<std::string, std::string> args = {}) {
    faults_.push_back({.code = code,
                       .file = file_,
                       .line = row.line,
                       .column = std::string(kNames[column]),
                       .value = cell(row, column),
                       .args = std::move(args)});
  }

  std::optional<Count> number(const CsvRow& row, Column column, Count most) {
    const auto value = parse_integer(cell(row, column));
    if (!value) {
      refuse(row, column, FaultCode::kNotANumber);
      return std::nullopt;
    }
    if (*value >= 0 && *value <= most) return *value;
    refuse(row, column, FaultCode::kOutOfRange, {{"expected", "0 – " + std::to_string(most)}});
    return std::nullopt;
  }

  void read_row(const CsvRow& row) {
    for (const Column column : {kKind, kGroup})
      if (cell(row, column).empty()) return refuse(row, column, FaultCode::kCellEmpty);
    const auto people = number(row, kPeople, kMostPeople);
    if (!people) return;
    const auto placed = number(row, kPlaced, *people);
    if (!placed) return;
    const auto [first, is_new] = lines_.emplace(std::pair(cell(row, kKind), cell(row, kGroup)), row.line);
    if (!is_new) return refuse(row, kGroup, FaultCode::kKeyTwice, {{"first_line", std::to_string(first->second)}});
    auto family = std::ranges::find(families_, cell(row, kKind), &OutcomeFamily::kind);
    if (family == families_.end()) {
      families_.push_back({.kind = cell(row, kKind)});
      family = families_.end() - 1;
    }
    family->groups.push_back({.name = cell(row, kGroup), .cell = {*people, *placed}});
    family->total.people += *people;
    family->total.placed += *placed;
  }

  std::string file_;
  Faults faults_;
  std::array<std::size_t, kNames.size()> at_{};
  std::map<std::pair<std::string, std::string>, int> lines_;
  std::vector<OutcomeFamily> families_;
};

OutcomeCell operator-(const OutcomeCell& a, const OutcomeCell& b) { return {a.people - b.people, a.placed - b.placed}; }

class Suppression {
 public:
  Suppression(const std::vector<OutcomeFamily>& families, Count limit) : families_(families), limit_(limit) {
    for (const OutcomeFamily& family : families) hidden_.emplace_back(family.groups.size(), false);
  }

  std::vector<std::vector<bool>> run() {
    for (std::size_t f = 0; f < families_.size(); ++f) hide_small(f);
    do {
      changed_ = false;
      for (std::size_t f = 0; f < families_.size(); ++f) families_[f].partition ? hide_in_partition(f) : hide_rest(f);
      each_pair([this](Place a, Place b) { hide_nested(a, b); });
    } while (changed_);
    return hidden_;
  }

 private:
  using Place = std::pair<std::size_t, std::size_t>;  // family, group

  bool is_small(const OutcomeCell& cell) const {
    return std::ranges::any_of(std::array{cell.people, cell.placed, cell.other()},
                               [this](Count count) { return count > 0 && count < limit_; });
  }
  const OutcomeGroup& group(Place place) const { return families_[place.first].groups[place.second]; }
  bool is_hidden(Place place) const { return hidden_[place.first][place.second]; }
  void hide(Place place) {
    if (is_hidden(place)) return;
    hidden_[place.first][place.second] = true;
    changed_ = true;
  }

  void hide_small(std::size_t f) {
    const OutcomeFamily& family = families_[f];
    for (std::size_t g = 0; g < family.groups.size(); ++g)
      if (is_small(family.total) || is_small(family.groups[g].cell) || is_small(family.total - family.groups[g].cell))
        hide({f, g});
  }

  // What is hidden can be told together by subtraction from the total; it may not be small either.
  void hide_in_partition(std::size_t f) {
    const auto& groups = families_[f].groups;
    for (;;) {
      OutcomeCell together;
      std::optional<std::size_t> next;  // the least of those shown
      for (std::size_t g = 0; g < groups.size(); ++g) {
        if (is_hidden({f, g})) {
          together.people += groups[g].cell.people;
          together.placed += groups[g].cell.placed;
        } else if (groups[g].cell.people > 0 && (!next || groups[g].cell.people < groups[*next].cell.people)) {
          next = g;
        }
      }
      if (!is_small(together) || !next) return;
      hide({f, *next});
    }
  }

  // The rest of overlapping groups tells how many are in any of them; less one group, that may not be small.
  void hide_rest(std::size_t f) {
    const auto& groups = families_[f].groups;
    const auto rest = std::ranges::find(groups, "", &OutcomeGroup::name);
    if (rest == groups.end()) return;
    const OutcomeCell in_any = families_[f].total - rest->cell;
    for (std::size_t g = 0; g < groups.size(); ++g)
      if (!groups[g].name.empty() && !is_hidden({f, g}) && is_small(in_any - groups[g].cell))
        hide({f, static_cast<std::size_t>(rest - groups.begin())});
  }

  template <class Function>
  void each_pair(Function function) {
    for (std::size_t f = 0; f < families_.size(); ++f)
      for (std::size_t g = 0; g < families_[f].groups.size(); ++g)
        for (std::size_t h = 0; h < families_.size(); ++h)
          for (std::size_t i = 0; i < families_[h].groups.size(); ++i)
            if (Place{f, g} != Place{h, i}) function({f, g}, {h, i});
  }

  void hide_nested(Place inner, Place outer) {
    const auto &in = group(inner).members, &out = group(outer).members;
    if (is_hidden(inner) || in.empty() || in.size() > out.size() || !std::ranges::includes(out, in)) return;
    const bool same = in.size() == out.size();
    if (same ? is_hidden(outer) : !is_hidden(outer) && is_small(group(outer).cell - group(inner).cell)) hide(inner);
  }

  const std::vector<OutcomeFamily>& families_;
  Count limit_;
  std::vector<std::vector<bool>> hidden_;
  bool changed_ = false;
};

OutcomeFigures figures_of(const OutcomeCell& cell, const OutcomeCell& total, double confidence) {
  const OutcomeCell rest = total - cell;
  return {.cell = cell,
          .rate = static_cast<double>(cell.placed) / static_cast<double>(cell.people),
          .interval = clopper_pearson(cell.placed, cell.people, confidence),
          .p = fisher_exact(cell.placed, cell.other(), rest.placed, rest.other())};
}

OutcomeAnswer::Kind kind_of(const OutcomeFamily& family, const std::vector<bool>& hidden, const MonitorRules& rules) {
  OutcomeAnswer::Kind kind{.kind = family.kind, .rest_is_unknown = family.rest_is_unknown};
  const double least = rules.best_share * static_cast<double>(family.total.people);
  double best = 0;
  for (std::size_t g = 0; g < family.groups.size(); ++g) {
    const auto& [name, cell, members] = family.groups[g];
    if (cell.people == 0) continue;
    OutcomeRow row{.name = name};
    if (!hidden[g]) {
      row.figures = figures_of(cell, family.total, rules.confidence);
      kind.total = family.total;
      const bool known = !name.empty() || !family.rest_is_unknown;
      if (known && static_cast<double>(cell.people) >= least) best = std::max(best, row.figures->rate);
    }
    kind.rows.push_back(std::move(row));
  }
  for (OutcomeRow& row : kind.rows)
    if (row.figures && best > 0) row.figures->ratio = row.figures->rate / best;
  return kind;
}

// Its rate is below that of everyone else: placed / people < rest placed / rest people.
bool is_behind(const OutcomeCell& cell, const OutcomeCell& total) {
  const OutcomeCell rest = total - cell;
  return static_cast<double>(cell.placed) * static_cast<double>(rest.people) <
         static_cast<double>(rest.placed) * static_cast<double>(cell.people);
}

}  // namespace

Result<MonitorRules> read_monitor_rules(std::string_view bytes, const std::string& file) {
  const auto root = read_toml(bytes, file);
  if (!root) return fail(root.error());
  TomlFields fields(file);
  fields.check_keys(*root, {"alpha", "confidence", "small_cell", "four_fifths", "best_share", "age_bands"});
  const std::int64_t one = power_of_ten(kDigits);
  const auto share = [&](std::string_view key) {
    return static_cast<double>(fields.number(*root, key, kDigits, 1, one - 1)) / static_cast<double>(one);
  };
  MonitorRules rules{.alpha = share("alpha"),
                     .confidence = share("confidence"),
                     .four_fifths = share("four_fifths"),
                     .best_share = share("best_share"),
                     .small_cell = fields.number(*root, "small_cell", 0, kSmallCount, kMostPeople)};
  if (const auto* bands = root->get_as<toml::array>("age_bands")) {
    for (const toml::node& node : *bands) {
      const auto age = node.value<std::int64_t>();
      if (!age || *age < 1 || *age > 100 + 100 || (!rules.age_bands.empty() && *age <= rules.age_bands.back()))
        fields.add(FaultCode::kOutOfRange, &node, "age_bands", {{"expected", "1 … 200"}});
      else
        rules.age_bands.push_back(static_cast<int>(*age));
    }
  } else {
    fields.add(FaultCode::kTomlKeyMissing, &*root, "age_bands");
  }
  if (!fields.faults().empty()) return fail(std::move(fields.faults()));
  return rules;
}

Result<std::vector<OutcomeFamily>> read_outcome_totals(std::string_view bytes, const std::string& file) {
  const auto table = read_csv(bytes, file);
  if (!table) return fail(table.error());
  return TotalsReader(file).read(*table);
}

std::vector<std::vector<bool>> hidden_groups(const std::vector<OutcomeFamily>& families, Count limit) {
  return Suppression(families, limit).run();
}

bool OutcomeAnswer::asks() const {
  return std::ranges::any_of(kinds, [](const Kind& kind) {
    return std::ranges::any_of(kind.rows, [](const OutcomeRow& row) { return row.figures && row.figures->question; });
  });
}

OutcomeAnswer monitor_outcomes(const std::vector<OutcomeFamily>& families, const MonitorRules& rules) {
  const auto hidden = hidden_groups(families, rules.small_cell);
  OutcomeAnswer out;
  std::vector<OutcomeFigures*> tested;
  std::vector<double> p_values;
  for (std::size_t f = 0; f < families.size(); ++f) out.kinds.push_back(kind_of(families[f], hidden[f], rules));
  for (OutcomeAnswer::Kind& kind : out.kinds)
    for (OutcomeRow& row : kind.rows) {
      if (!row.figures) continue;
      row.figures->question =
          is_behind(row.figures->cell, *kind.total) && row.figures->ratio && *row.figures->ratio < rules.four_fifths;
      tested.push_back(&*row.figures);
      p_values.push_back(row.figures->p);
    }
  const std::vector<double> adjusted = holm(p_values);
  for (std::size_t i = 0; i < tested.size(); ++i) {
    tested[i]->p_adjusted = adjusted[i];
    tested[i]->question = tested[i]->question && adjusted[i] <= rules.alpha;
  }
  return out;
}

}  // namespace passend::fairwork
