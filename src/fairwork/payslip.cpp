// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/payslip.hpp"

#include <algorithm>
#include <array>
#include <ranges>

namespace passend::fairwork {
namespace {

constexpr std::int64_t kCentihoursAnHour = 100;
constexpr std::int64_t kMonthsAYear = 12;
constexpr std::array<std::int64_t, 3> kPeriodsAYear{52, 13, 12};  // week, four weeks, month
constexpr std::array<int, 2> kDaysOf{7, 28};                      // week, four weeks

std::int64_t periods_a_year(PeriodKind kind) { return kPeriodsAYear[static_cast<std::size_t>(kind)]; }

// A check of one slip: each step adds its findings, in the order of docs/payslip.md.
class SlipCheck {
 public:
  SlipCheck(const ParameterStore& law, const PayslipRules& rules, const Payslip& slip)
      : law_(law), rules_(rules), slip_(slip) {}

  Result<PayslipAnswer> run() {
    for (const auto step : {&SlipCheck::find_due, &SlipCheck::check_wage, &SlipCheck::check_holiday_pay,
                            &SlipCheck::check_deductions, &SlipCheck::check_sums, &SlipCheck::check_form,
                            &SlipCheck::check_lender, &SlipCheck::check_lodging, &SlipCheck::check_stay})
      if (const auto done = (this->*step)(); !done) return fail(done.error());
    return std::move(out_);
  }

 private:
  Result<void> find_due() {
    const auto due = slip_.by_day.empty() ? pay_due(law_, slip_.worker, slip_.days, slip_.hours)
                                          : pay_due(law_, slip_.worker, slip_.by_day);
    if (!due) return fail(due.error());
    if (const auto* found = std::get_if<PayDue>(&*due)) {
      out_.due = found->amount;
      for (const Origin& origin : origins_of(*found)) rest_on(origin);
    }
    for (const PayLine& line : slip_.pay)
      if (line.kind->counts) out_.counted = out_.counted + line.amount;
    if (slip_.hourly)
      out_.agreed = Eurocent{divide_half_up(slip_.hourly->value * slip_.hours.centi, kCentihoursAnHour)};
    if (slip_.monthly)
      out_.agreed = Eurocent{divide_half_up(slip_.monthly->value * kMonthsAYear, periods_a_year(slip_.period))};
    return {};
  }

  Result<void> check_wage() {
    const Eurocent most = std::max(out_.counted, out_.due);
    if (out_.counted < out_.due) find("below_minimum", out_.due - out_.counted);
    if (out_.agreed && most < *out_.agreed) find("below_agreed", *out_.agreed - most);
    return {};
  }

  Result<void> check_holiday_pay() {
    const auto& holiday = slip_.holiday;
    if (!holiday || (!holiday->each_period && !holiday->reserved)) {
      ask("holiday");
    } else {
      const Eurocent base = std::max({out_.counted, out_.due, out_.agreed.value_or(Eurocent{})});
      const auto least = holiday_pay_on(law_, base, slip_.days.until);
      if (!least) return fail(least.error());
      rest_on(least->rate.origin);
      const Eurocent given = holiday->each_period ? paid_holiday() : holiday->reserved.value_or(Eurocent{});
      if (given < least->amount) find("holiday_pay", least->amount - given);
    }
    if (holiday && holiday->each_period && !holiday->written) find("holiday_not_written");
    return {};
  }

  Eurocent paid_holiday() const {
    Eurocent sum;
    for (const PayLine& line : slip_.pay)
      if (line.kind->name == "vakantiebijslag") sum = sum + line.amount;
    return sum;
  }

  // What a kind may take from the minimum in this period over all its lines.
  Result<Eurocent> cap_of(const DeductionKind& kind) {
    if (kind.from_minimum == FromMinimum::kShare) {
      const auto share = law_.number_at(kind.parameter, slip_.days.until);
      if (!share) return fail(share.error());
      rest_on(share->origin);
      return Eurocent{divide_down(out_.due.value * share->number.units, power_of_ten(share->number.digits))};
    }
    const auto year = law_.amount_at(kind.parameter, slip_.days.until);
    if (!year) return fail(year.error());
    rest_on(year->origin);
    return Eurocent{divide_down(year->amount.value, periods_a_year(slip_.period))};
  }

  Result<Eurocent> from_minimum(const DeductionLine& line) {
    const DeductionKind& kind = *line.kind;
    if (kind.from_minimum == FromMinimum::kAll) return line.amount;
    if (kind.from_minimum == FromMinimum::kNone || !line.written || line.amount == Eurocent{}) return Eurocent{};
    if (kind.from_minimum == FromMinimum::kShare) {
      if (!line.certified) ask("certified");
      if (!line.certified.value_or(true)) return Eurocent{};
    }
    if (!left_.contains(&kind)) {
      const auto cap = cap_of(kind);
      if (!cap) return fail(cap.error());
      left_.emplace(&kind, *cap);
    }
    Eurocent& left = left_.at(&kind);
    const Eurocent may = std::min({line.amount, left, line.actual.value_or(line.amount)});
    left = left - may;
    return may;
  }

  Result<void> check_deductions() {
    Eurocent room = std::max(Eurocent{}, out_.counted - out_.due);
    for (const DeductionLine& line : slip_.deductions) {
      const auto may = from_minimum(line);
      if (!may) return fail(may.error());
      const Eurocent rest = line.amount - *may;
      const Eurocent above = line.written ? std::min(rest, room) : Eurocent{};
      room = room - above;
      if (above < rest) out_.findings.push_back({"deduction", line.kind->name, line.kind->article, rest - above, {}});
    }
    return {};
  }

  Result<void> check_sums() {
    Eurocent net;
    for (const PayLine& line : slip_.pay) net = net + line.amount;
    for (const DeductionLine& line : slip_.deductions) net = net - line.amount;
    if (slip_.net && *slip_.net != net) find("net", std::max(Eurocent{}, net - *slip_.net));
    const Eurocent promised = slip_.net.value_or(net);
    if (slip_.paid && *slip_.paid < promised) find("paid_less", promised - *slip_.paid);
    return {};
  }

  Result<void> check_form() {
    if (!slip_.paid_by_bank) ask("paid_by");
    if (!slip_.paid_by_bank.value_or(true)) find("cash");
    if (!is_whole_period()) find("period");
    for (const SlipStatement& statement : rules_.statements) {
      const auto shown = slip_.shown.find(statement.key);
      if (shown != slip_.shown.end() && !shown->second)
        out_.findings.push_back({"statement", statement.key, statement.article, {}, {}});
    }
    if (slip_.shown.size() < rules_.statements.size()) ask("statements");
    return {};
  }

  bool is_whole_period() const {
    if (slip_.period == PeriodKind::kMonth) {
      const PayPeriod month = month_of(slip_.days.from);
      return month.from == slip_.days.from && month.until == slip_.days.until;
    }
    return slip_.days.until.days - slip_.days.from.days + 1 == kDaysOf[static_cast<std::size_t>(slip_.period)];
  }

  Result<bool> is_true(std::string_view parameter) {
    const auto value = law_.number_at(parameter, slip_.days.until);
    if (!value) return fail(value.error());
    rest_on(value->origin);
    return value->number.units != 0;
  }

  Result<void> check_lender() {
    if (!slip_.lender || slip_.lender->admitted.value_or(false)) return {};
    const auto required = is_true("lender_admission_required");
    if (!required) return fail(required.error());
    if (!*required) return {};
    if (!slip_.lender->admitted) {
      ask("lender");
      return {};
    }
    const auto enforced = is_true("lender_admission_enforced");
    if (!enforced) return fail(enforced.error());
    find("lender");
    out_.findings.back().note = *enforced ? "enforced" : "not_yet_enforced";
    return {};
  }

  Result<void> check_lodging() {
    if (!slip_.lodging) return {};
    const auto least = law_.number_at("lodging_area_" + slip_.lodging->kind, slip_.days.until);
    if (!least) return fail(least.error());
    rest_on(least->origin);
    const auto [units, digits] = least->number;
    if (slip_.lodging->square_metres_hundredths * power_of_ten(digits) <
        units * slip_.lodging->people * power_of_ten(2))
      find("floor_area");
    return {};
  }

  Result<void> check_stay() {
    if (!slip_.stay) return {};
    const auto limit = law_.number_at("resident_registration_months", slip_.days.until);
    if (!limit) return fail(limit.error());
    rest_on(limit->origin);
    const bool stays = slip_.stay->months * power_of_ten(limit->number.digits) > limit->number.units;
    if (stays && slip_.stay->registered != "brp") find("register_brp");
    if (!stays && slip_.stay->registered == "none") find("register_rni");
    return {};
  }

  void find(const char* name, Eurocent owed = {}) {
    const auto article = rules_.articles.find(name);
    out_.findings.push_back({name, "", article == rules_.articles.end() ? std::string() : article->second, owed, {}});
  }

  void ask(const char* question) {
    if (std::ranges::find(out_.questions, question) == out_.questions.end()) out_.questions.emplace_back(question);
  }

  void rest_on(const Origin& origin) {
    const auto same = [&](const Origin& known) { return known.id == origin.id && known.from == origin.from; };
    if (std::ranges::none_of(out_.steps, same)) out_.steps.push_back(origin);
  }

  const ParameterStore& law_;
  const PayslipRules& rules_;
  const Payslip& slip_;
  std::map<const DeductionKind*, Eurocent> left_;  // of the cap of a kind
  PayslipAnswer out_;
};

}  // namespace

Eurocent PayslipAnswer::owed() const {
  Eurocent sum;
  for (const PayslipFinding& finding : findings) sum = sum + finding.owed;
  return sum;
}

Result<PayslipAnswer> check_payslip(const ParameterStore& law, const PayslipRules& rules, const Payslip& slip) {
  return SlipCheck(law, rules, slip).run();
}

}  // namespace passend::fairwork
