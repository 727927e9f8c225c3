// SPDX-License-Identifier: EUPL-1.2
#include "cli/work_effect.hpp"

#include <algorithm>

#include "cli/household_file.hpp"

namespace passend::cli {

Result<WorkEffect> WorkEffect::open(const std::filesystem::path& file, const std::string& adult,
                                    const std::filesystem::path& data, const ParameterStore& law, Date date) {
  auto household = open_household(file, data);
  if (!household) return passend::fail(household.error());
  if (adult.empty() && household->adults.size() > 1)
    return passend::fail({.code = FaultCode::kTomlKeyMissing, .file = file.string(), .column = "--adult"});
  if (!adult.empty() && !income::adult_named(*household, adult))
    return passend::fail(
        {.code = FaultCode::kReferenceMissing, .file = file.string(), .column = "--adult", .value = adult});
  household->date = date;
  auto now = income::answer_on_date(law, *household, std::nullopt, {});
  if (!now) return passend::fail(now.error());
  std::string whose = adult.empty() ? household->adults.front().id : adult;
  return WorkEffect(law, *std::move(household), std::move(whose), *std::move(now));
}

std::optional<std::int64_t> WorkEffect::gain(const Person& person, const Work& work) const {
  if (has_debt_warning() || !work.hourly_eurocent || *work.hourly_eurocent == 0 || !work.hours_max) return std::nullopt;
  income::Offer offer;
  offer.adult = adult_;
  offer.hourly = *work.hourly_eurocent;
  offer.centihours = person.hours_max ? std::min(*work.hours_max, *person.hours_max) : *work.hours_max;
  const auto changed = income::with_offer(household_, offer, {});
  if (!changed) return std::nullopt;
  const auto after = income::evaluate(rules_, law_, *changed);
  if (!after) return std::nullopt;
  return after->net() - before_.before.net();
}

}  // namespace passend::cli
