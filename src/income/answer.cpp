// SPDX-License-Identifier: EUPL-1.2
#include "income/answer.hpp"

#include "income/local_schemes.hpp"

namespace passend::income {
namespace {

constexpr std::int64_t kOneHour = 100;            // hundredths
constexpr std::int64_t kHundredEuro = 100 * 100;  // eurocent

std::int64_t per_mille_away(std::int64_t numerator, std::int64_t denominator) {
  return static_cast<std::int64_t>(
      half_away(static_cast<double>(numerator) * kPerMille, static_cast<double>(denominator)));
}

std::optional<std::size_t> first_worker(const State& state) {
  for (std::size_t a = 0; a < state.household.adults.size(); ++a)
    if (state.settled.columns.adult[a].gross > 0) return a;
  return std::nullopt;
}

// Net more than `state` with the changed household; nothing where that cannot be worked out.
std::optional<std::int64_t> gain(const RuleBook& rules, const ParameterStore& law, const State& state,
                                 const Household& changed) {
  const auto other = evaluate(rules, law, changed);
  if (!other) return std::nullopt;
  return other->net() - state.net();
}

void find_marginal(const RuleBook& rules, const ParameterStore& law, const State& state, std::size_t a, Answer& out) {
  if (!state.household.adults[a].gross_month) {
    Household more = state.household;
    more.adults[a].centihours += kOneHour;
    out.marginal_hour = gain(rules, law, state, more);
  }
  Household more = state.household;
  more.adults[a].gross_month = static_cast<std::int64_t>(state.settled.columns.adult[a].gross) + kHundredEuro;
  out.marginal_100 = gain(rules, law, state, more);
}

}  // namespace

Fault unknown_share(const ParameterStore& law, Date on) {
  const Parameter* table = law.find("childcare_pct_table_first_child");
  return {.code = FaultCode::kNoValue,
          .column = table->id,
          .value = to_string(on),
          .args = {{"title", table->title}, {"article", table->article}}};
}

std::int64_t State::gross() const {
  double sum = 0;
  for (int a = 0; a < 2; ++a) sum += settled.columns.adult[a].gross + income.adult[a].holiday;
  return static_cast<std::int64_t>(sum);
}

Result<State> work_out(const RuleBook& rules, const ParameterStore& law, const Household& of_file) {
  const Household household = on_its_date(of_file);
  auto settled = settle(rules, law, household);
  if (!settled) return fail(settled.error());
  NetIncome<double> income = net_income(rules, settled->columns);
  const double local = half_up(local_schemes_year(rules, household, *settled, income), kMonths);
  income.part[static_cast<std::size_t>(Part::kLocalSchemes)] = local;
  income.net += local;
  return State{household, *std::move(settled), income};
}

Result<State> evaluate(const RuleBook& rules, const ParameterStore& law, const Household& household) {
  auto state = work_out(rules, law, household);
  if (state && std::isnan(state->income.net)) return fail(unknown_share(law, rules.date));
  return state;
}

Result<Answer> answer(const RuleBook& rules, const ParameterStore& law, const Household& of_file,
                      const std::optional<Offer>& offer, const std::string& file) {
  const Household household = on_its_date(of_file);
  auto before = evaluate(rules, law, household);
  if (!before) return fail(before.error());
  Answer out{.before = *std::move(before)};
  out.debt_warning = household.garnishment != Known::kFalse || household.debt_scheme != Known::kFalse;
  if (offer) {
    const auto changed = with_offer(household, *offer, file);
    if (!changed) return fail(changed.error());
    auto after = evaluate(rules, law, *changed);
    if (!after) return fail(after.error());
    out.after = *std::move(after);
  }
  if (out.debt_warning) return out;
  if (out.after) {
    const std::int64_t more = out.after->gross() - out.before.gross();
    if (more > 0) out.participation_tax = per_mille_away(more - (out.after->net() - out.before.net()), more);
  }
  const State& state = out.after ? *out.after : out.before;
  const auto whose = offer ? adult_named(household, offer->adult) : first_worker(state);
  if (whose) find_marginal(rules, law, state, *whose, out);
  return out;
}

}  // namespace passend::income
