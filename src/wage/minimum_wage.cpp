// SPDX-License-Identifier: EUPL-1.2
#include "wage/minimum_wage.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace passend {
namespace {

constexpr std::string_view kAdultAmount = "minimum_wage_hourly_adult";
constexpr std::string_view kYouthScale = "minimum_wage_youth_percentage";
constexpr std::string_view kBblScale = "minimum_wage_bbl_percentage";

int age_of(const CellRow& row) { return static_cast<int>(row[0].number.units); }

const CellRow* row_for(const TableAt& scale, int age) {
  for (const CellRow& row : scale.rows)
    if (age_of(row) == age) return &row;
  return nullptr;
}

bool younger(const CellRow& a, const CellRow& b) { return age_of(a) < age_of(b); }

// WML art. 8 lid 3: a share of the adult amount, half up to the cent.
Eurocent share_of(Eurocent adult, Rate share) {
  return {divide_half_up(adult.value * share.units, power_of_ten(share.digits))};
}

struct Scales {
  AmountAt adult;
  TableAt youth;
  std::optional<TableAt> bbl;
};

Result<Scales> scales_on(const ParameterStore& law, bool bbl, Date on) {
  const auto adult = law.amount_at(kAdultAmount, on);
  if (!adult) return fail(adult.error());
  const auto youth = law.table_at(kYouthScale, on);
  if (!youth) return fail(youth.error());
  if (!bbl) return Scales{*adult, *youth, std::nullopt};
  const auto trainee = law.table_at(kBblScale, on);
  if (!trainee) return fail(trainee.error());
  return Scales{*adult, *youth, *trainee};
}

}  // namespace

Result<AmountAt> adult_minimum_wage_on(const ParameterStore& law, Date on) { return law.amount_at(kAdultAmount, on); }

Result<MinimumWageOn> minimum_wage_on(const ParameterStore& law, const Worker& worker, Date on) {
  const auto scales = scales_on(law, worker.bbl, on);
  if (!scales) return fail(scales.error());
  const auto& [adult, youth, bbl] = *scales;
  const int age = age_on(worker.birth_date, on);
  MinimumWage wage{.hourly = adult.amount, .age = age, .adult_origin = adult.origin, .share_origin = youth.origin};
  const auto [lowest, highest] = std::minmax_element(youth.rows.begin(), youth.rows.end(), younger);
  if (youth.rows.empty() || age > age_of(*highest)) return wage;
  if (age < age_of(*lowest)) return NoMinimum{age, age_of(*lowest), youth.origin};

  const CellRow* trainee = bbl ? row_for(*bbl, age) : nullptr;
  const CellRow* row = trainee != nullptr ? trainee : row_for(youth, age);
  if (row == nullptr) return wage;
  wage.scale = trainee != nullptr ? WageScale::kBbl : WageScale::kYouth;
  if (trainee != nullptr) wage.share_origin = bbl->origin;
  const auto share = number_in(*row, 1, wage.share_origin, on);
  if (!share) return fail(share.error());
  wage.share = *share;
  wage.hourly = share_of(adult.amount, wage.share);
  return wage;
}

std::vector<Date> minimum_wage_dates(const ParameterStore& law, const Worker& worker, Date after, Date until) {
  std::vector<Date> dates;
  const auto add = [&](Date date) {
    if (date > after && date <= until) dates.push_back(date);
  };
  for (const auto id : {kAdultAmount, kYouthScale, kBblScale}) {
    const Parameter* parameter = law.find(id);
    if (parameter == nullptr) continue;
    for (const DatedValue& value : parameter->values) {
      add(value.from);
      if (value.until) add(*value.until + 1);
    }
  }
  for (int age = std::max(0, age_on(worker.birth_date, after)); birthday(worker.birth_date, age) <= until; ++age)
    add(birthday(worker.birth_date, age));
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  return dates;
}

}  // namespace passend
