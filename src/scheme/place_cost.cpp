// SPDX-License-Identifier: EUPL-1.2
#include "scheme/place_cost.hpp"

#include <algorithm>

#include "income/known_rules.hpp"
#include "wage/wage_floor.hpp"

namespace passend::scheme {
namespace {

using income::EmployerLine;

constexpr std::int64_t kMonths = 12;
constexpr std::int64_t kWeeks = 52;
constexpr std::int64_t kWhole = 1000;
constexpr std::int64_t kCentihours = 100;

std::optional<std::int64_t> of_year(const std::optional<std::int64_t>& month) {
  return month ? std::optional(*month * kMonths) : std::nullopt;
}

// The sum, where all are known.
template <class Lines>
std::optional<std::int64_t> sum_of(const income::EmployerCost& cost, const Lines& lines) {
  std::int64_t sum = 0;
  for (const EmployerLine line : lines) {
    if (!cost.of(line)) return std::nullopt;
    sum += *cost.of(line);
  }
  return of_year(sum);
}

const Offer* offer_of(const SchemeVersion& version, OfferKind kind) {
  const auto found = std::ranges::find(version.offers, kind, &Offer::kind);
  return found == version.offers.end() ? nullptr : &*found;
}

// Hours a week times a rate, over a year. Nothing where one is not stated; 0 where the scheme has no coaching.
std::optional<std::int64_t> coaching_of(const SchemeVersion& version) {
  const Offer* coaching = offer_of(version, OfferKind::kCoaching);
  if (coaching == nullptr || coaching->of(Figure::kHoursPerWeek).kind == Stated::Kind::kNone) return 0;
  const Stated& hours = coaching->of(Figure::kHoursPerWeek);
  const Stated& rate = coaching->of(Figure::kHourlyRate);
  if (!hours.has_value() || !rate.has_value()) return std::nullopt;
  return divide_half_up(hours.value * rate.value * kWeeks, kCentihours);
}

std::optional<std::int64_t> host_share_of(const Offer& work) {
  const Stated& share = work.of(Figure::kHostShareYear);
  if (share.kind == Stated::Kind::kNone || share.kind == Stated::Kind::kAbsent) return 0;
  return share.has_value() ? std::optional(share.value) : std::nullopt;
}

Result<std::int64_t> hourly_wage(const ParameterStore& law, Date birth, Date on, std::int64_t per_mille) {
  const auto floor = wage_floor_on(law, {.birth_date = birth}, on);
  if (!floor) return fail(floor.error());
  const auto* amount = std::get_if<WageFloor>(&*floor);
  return amount == nullptr ? 0 : divide_up(amount->hourly.value * per_mille, kWhole);
}

}  // namespace

Result<PlaceCost> place_cost(const ParameterStore& law, const Scheme& scheme, const SchemeVersion& version,
                             const PlaceQuestion& question) {
  const Offer* work = offer_of(version, OfferKind::kWork);
  if (work == nullptr || !work->of(Figure::kWagePerMille).has_value())
    return fail(not_stated(scheme, version, std::string(row_of(Figure::kWagePerMille).name), version.line));
  const Stated& hours = work->of(Figure::kHoursWeek);
  const std::int64_t centihours = question.centihours > 0 ? question.centihours : hours.value;
  if (question.centihours == 0 && !hours.has_value())
    return fail(not_stated(scheme, version, std::string(row_of(Figure::kHoursWeek).name), version.line));
  const income::Adult& adult = question.household.adults.front();
  const auto hourly = hourly_wage(law, adult.birth, question.household.date, work->of(Figure::kWagePerMille).value);
  if (!hourly) return fail(hourly.error());
  income::Household household = question.household;
  if (question.wage_value < kWhole) household.adults.front().disability = income::Disability::kLks;
  const income::Offer offer{.adult = adult.id,
                            .centihours = centihours,
                            .hourly = *hourly,
                            .from = std::nullopt,
                            .wage_value = question.wage_value,
                            .care_centihours = std::nullopt,
                            .travel = std::nullopt,
                            .contract = question.permanent ? income::Contract::kVast : income::Contract::kFlexibel};
  const auto ruled = income::answer_on_date(law, household, offer, scheme.file);
  if (!ruled) return fail(ruled.error());
  const income::EmployerCost cost = income::employer_cost(law, ruled->rules, *ruled->answer.after, offer);

  PlaceCost out{.hourly = *hourly};
  const auto set = [&](CostLine line, std::optional<std::int64_t> value) {
    out.line[static_cast<std::size_t>(line)] = value;
  };
  set(CostLine::kWage, of_year(cost.of(EmployerLine::kWage)));
  set(CostLine::kHolidayAllowance, of_year(cost.of(EmployerLine::kHolidayAllowance)));
  set(CostLine::kCharges, sum_of(cost, std::array{EmployerLine::kZvw, EmployerLine::kAwf, EmployerLine::kAof,
                                                  EmployerLine::kWko, EmployerLine::kWhk, EmployerLine::kPension}));
  set(CostLine::kCoaching, coaching_of(version));
  set(CostLine::kLks, sum_of(cost, std::array{EmployerLine::kLks, EmployerLine::kCompensation}));
  set(CostLine::kHostShare, host_share_of(*work));
  set(CostLine::kBijstand,
      (ruled->answer.before.part(income::Part::kBijstand) - ruled->answer.after->part(income::Part::kBijstand)) *
          kMonths);
  out.unknown_law = cost.unknown;
  bool all_known = true;
  for (std::size_t l = 0; l < kCostLines; ++l) {
    all_known = all_known && out.line[l].has_value();
    if (out.line[l]) out.known_gap += comes_off(static_cast<CostLine>(l)) ? -*out.line[l] : *out.line[l];
  }
  if (all_known) out.gap = out.known_gap;
  return out;
}

}  // namespace passend::scheme
