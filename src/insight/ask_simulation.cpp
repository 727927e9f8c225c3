// SPDX-License-Identifier: EUPL-1.2
#include "insight/ask_simulation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace passend::insight {
namespace {

struct AskedRow {
  std::string_view indicator;
  Unit unit;
  bool lead;
};

// People are invented: their numbers need not be hidden.
constexpr std::array<AskedRow, 6> kGain{{{"gain_month_middle", Unit::kEurocent, true},
                                         {"households_gaining", Unit::kNumber, true},
                                         {"households_losing", Unit::kNumber, true},
                                         {"kept_per_mille", Unit::kPerMille, false},
                                         {"below_bijstand", Unit::kNumber, false},
                                         {"not_computed", Unit::kNumber, false}}};
constexpr std::array<AskedRow, 6> kCost{{{"balance.municipality", Unit::kEurocent, true},
                                         {"running", Unit::kNumber, true},
                                         {"flow.place_subsidy", Unit::kEurocent, false},
                                         {"flow.coaching", Unit::kEurocent, false},
                                         {"flow.loonkostensubsidie", Unit::kEurocent, false},
                                         {"flow.bijstand", Unit::kEurocent, false}}};
constexpr std::array<const char*, 3> kBandEnds{"low", "middle", "high"};

class Telling {
 public:
  Telling(const Results& results, const SimulationSource& source) : results_(results), source_(source) {
    for (const char* end : kBandEnds) out_.columns.emplace_back(end);
  }

  void row(const AskedRow& asked, int year, bool lead) {
    const auto k =
        static_cast<std::size_t>(std::ranges::find(results_.indicators, asked.indicator) - results_.indicators.begin());
    if (k == results_.indicators.size()) return;
    const ResultBand band = band_of(results_, year, k);
    const std::array values{band.low, band.middle, band.high};
    std::string key = "simulated-" + std::string(asked.indicator);
    std::ranges::replace(key, '.', '-');
    const auto first = out_.words.find("first");
    const Label label{.key = key,
                      .args = {{"year", std::to_string(year + 1)},
                               {"first", first == out_.words.end() ? std::string() : first->second}}};
    AnswerRow row{.label = label};
    for (std::size_t end = 0; end < values.size(); ++end) {
      Figure figure{.id = fmt::format("{}.{}.{}", asked.indicator, year + 1, kBandEnds[end]),
                    .label = label,
                    .unit = asked.unit,
                    .value = values[end],
                    .trace = {.how = "rule",
                              .file = source_.file,
                              .sha256 = source_.sha256,
                              .filter = fmt::format("indicator = {} and year = {}", asked.indicator, year + 1),
                              .column = "value"}};
      const bool leads = lead && end == 1;
      row.figures.push_back(leads ? out_.add_lead(std::move(figure)) : out_.add(std::move(figure)));
    }
    out_.rows.push_back(std::move(row));
  }

  void compared_with(const SimulationSource& first) {
    out_.words["first"] = first.title;
    out_.also_read.push_back(fmt::format("{}, SHA-256 {}", first.file, first.sha256));
  }

  Computed take() {
    out_.words["second"] = source_.title;
    out_.doubts.emplace_back("simulated");
    return std::move(out_);
  }

 private:
  const Results& results_;
  const SimulationSource& source_;
  Computed out_;
};

}  // namespace

Result<Computed> simulated(const Question& question, const std::optional<SimulationSource>& first,
                           const SimulationSource& second) {
  if (question.id != "cost_of_more_places") {
    Telling telling(second.results, second);
    for (const AskedRow& asked : kGain) telling.row(asked, second.results.years - 1, asked.lead);
    return telling.take();
  }
  if (!first) return Computed{};
  if (first->population != second.population)
    return fail({.code = FaultCode::kContradiction, .file = second.file, .args = {{"reason", "other-population"}}});
  const auto more = difference(first->results, second.results);
  if (!more) return fail(more.error());
  Telling telling(*more, second);
  telling.compared_with(*first);
  for (const AskedRow& asked : kCost)
    for (int year = 0; year < more->years; ++year) telling.row(asked, year, asked.lead && year + 1 == more->years);
  return telling.take();
}

}  // namespace passend::insight
