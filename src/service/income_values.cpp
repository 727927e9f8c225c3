// SPDX-License-Identifier: EUPL-1.2
#include "service/income_values.hpp"

#include "income/employer_cost.hpp"
#include "income/trace.hpp"

namespace passend::service {
namespace {

using income::Benefit;
using income::Part;
using income::State;

present::TraceInput::Unit unit_of(income::TraceFigure::Unit unit) {
  using From = income::TraceFigure::Unit;
  using To = present::TraceInput::Unit;
  return unit == From::kEurocent ? To::kEurocent : unit == From::kEuroYear ? To::kEuroYear : To::kCount;
}

present::TraceParameter parameter_of(std::string value, const Origin& origin) {
  return {.id = std::string(origin.id),
          .title = std::string(origin.title),
          .value = std::move(value),
          .article = std::string(origin.article),
          .source = std::string(origin.source),
          .confidence = std::string(name_of(origin.confidence)),
          .state = std::string(name_of(origin.state)),
          .from = origin.from};
}

present::TraceNode node_of(const income::TraceNode& node) {
  present::TraceNode out{.rule = std::string(income::kPartNames[static_cast<std::size_t>(node.part)]),
                         .eurocent = node.eurocent};
  for (const income::TraceFigure& figure : node.figures)
    out.inputs.push_back({std::string(figure.key), figure.value, unit_of(figure.unit)});
  for (const income::TraceParameter& parameter : node.parameters) {
    const Origin& origin = parameter.origin;
    const std::string article(origin.article);
    if (std::find(out.articles.begin(), out.articles.end(), article) == out.articles.end())
      out.articles.push_back(article);
    out.parameters.push_back(parameter_of(parameter.value, origin));
  }
  return out;
}

class Collector {
 public:
  explicit Collector(const IncomeValuesInput& in) : in_(in), answer_(in.found.answer) {}

  present::IncomeData run() {
    const State& now = answer_.after ? *answer_.after : answer_.before;
    out_.date = answer_.before.household.date;
    out_.rules_as_of = in_.found.rules.date;
    out_.has_offer = answer_.after.has_value();
    out_.debt_warning = answer_.debt_warning;
    out_.net_before = answer_.before.net();
    out_.net_after = now.net();
    out_.gross_before = answer_.before.gross();
    out_.gross_after = now.gross();
    for (std::size_t p = 0; p < income::kParts; ++p)
      out_.parts.push_back({std::string(income::kPartNames[p]), answer_.before.part(static_cast<Part>(p)),
                            now.part(static_cast<Part>(p))});
    out_.participation_tax = answer_.participation_tax;
    out_.marginal_hour = answer_.marginal_hour;
    out_.marginal_100 = answer_.marginal_100;
    add_payments();
    if (in_.is_calendar_year && in_.year_before) show_calendar_year();
    add_sweep();
    add_steps(now);
    for (const income::Note note : now.settled.notes)
      out_.not_covered.emplace_back(income::kNoteNames[static_cast<std::size_t>(note)]);
    add_employer(now);
    if (!now.household.local) out_.not_covered.emplace_back("local-rules");
    const auto trace = income::trace_of(now, in_.found.rules, in_.law);
    out_.weakest = std::string(name_of(income::weakest_of(trace)));
    if (in_.trace)
      for (const income::TraceNode& node : trace) out_.trace.push_back(node_of(node));
    return std::move(out_);
  }

 private:
  void add_payments() {
    const auto& year = in_.year_after ? in_.year_after : in_.year_before;
    if (!year) return;
    if (year->year != static_cast<int>(calendar_of(out_.date).year())) out_.payments_year = year->year;
    for (const income::Payment& payment : year->payments)
      out_.payments.push_back({.month = payment.month,
                               .rule = std::string(income::kPartNames[static_cast<std::size_t>(payment.part)]),
                               .eurocent = payment.eurocent});
  }

  static std::int64_t a_month(std::int64_t year) {
    return static_cast<std::int64_t>(income::half_away(static_cast<double>(year), income::kMonths));
  }

  using Sums = std::array<std::int64_t, income::kParts>;
  static Sums sums_of(const income::CalendarYear& year) {
    Sums sums{};
    for (const income::Payment& payment : year.payments)
      sums[static_cast<std::size_t>(payment.part)] += payment.eurocent;
    std::int64_t rest = a_month(year.net);
    for (std::int64_t& sum : sums) rest -= sum = a_month(sum);
    sums[static_cast<std::size_t>(Part::kRounding)] = rest;
    return sums;
  }

  // A twelfth of the year's sums in place of the annualised figures.
  void show_calendar_year() {
    const auto& after = in_.year_after ? in_.year_after : in_.year_before;
    out_.calendar_year = true;
    out_.net_before = a_month(in_.year_before->net);
    out_.net_after = a_month(after->net);
    const Sums sums_before = sums_of(*in_.year_before);
    const Sums sums_after = sums_of(*after);
    for (std::size_t p = 0; p < income::kParts; ++p) {
      out_.parts[p].before = sums_before[p];
      out_.parts[p].after = sums_after[p];
    }
    out_.participation_tax.reset();
  }

  void add_sweep() {
    if (!in_.sweep || answer_.debt_warning) return;
    out_.sweep_axis =
        in_.sweep->axis == income::SweepAxis::kHours ? present::SweepAxis::kHours : present::SweepAxis::kHourly;
    out_.own_place = in_.own_place;
    for (const income::SweepPoint& point : in_.sweep->points) out_.sweep.push_back({point.at, point.net});
    for (const income::SweepBreak& found : in_.sweep->breaks)
      out_.breaks.push_back({.kind = found.kind == income::SweepBreak::Kind::kCliff ? present::IncomeBreak::Kind::kCliff
                                                                                    : present::IncomeBreak::Kind::kKink,
                             .at = found.at,
                             .rule = std::string(income::kPartNames[static_cast<std::size_t>(found.part)]),
                             .eurocent = found.eurocent});
  }

  // The kind of a line, where the offer decides which rate counts.
  std::string label_of(income::EmployerLine line) const {
    const std::string key(income::kEmployerLineNames[static_cast<std::size_t>(line)]);
    if (line == income::EmployerLine::kAwf)
      return key + "_" + std::string(income::kContractNames[static_cast<std::size_t>(in_.offer->contract)]);
    if (line == income::EmployerLine::kAof) return key + (in_.offer->small_employer ? "_small" : "_large");
    return key;
  }

  void add_employer(const State& now) {
    if (!answer_.after || !in_.offer) return;
    const income::EmployerCost cost = income::employer_cost(in_.law, in_.found.rules, now, *in_.offer);
    present::EmployerCost shown{.total = cost.total, .flat_months = cost.flat_months};
    for (std::size_t k = 0; k < income::kEmployerLines; ++k) {
      const auto line = static_cast<income::EmployerLine>(k);
      auto amount = cost.line[k];
      if (amount && income::is_paid_to_employer(line)) amount = -*amount;
      shown.lines.push_back({std::string(income::kEmployerLineNames[k]), label_of(line), amount});
    }
    for (const std::string_view id : cost.unknown) shown.unknown.push_back({std::string(id), in_.law.find(id)->title});
    auto weakest = Confidence::kConfirmed;
    for (const Origin& origin : cost.origins) {
      weakest = std::max(weakest, origin.confidence);
      shown.parameters.push_back(
          parameter_of(text_of(**in_.law.value_at(origin.id, origin.from), origin.unit), origin));
    }
    shown.weakest = std::string(name_of(weakest));
    out_.employer = std::move(shown);
  }

  void step(std::string key, Part part) {
    out_.steps.push_back({.key = std::move(key),
                          .rule = std::string(income::kPartNames[static_cast<std::size_t>(part)]),
                          .by = in_.offer->from});
  }

  bool anybody_has(Benefit benefit) const {
    return std::ranges::any_of(answer_.before.household.adults,
                               [&](const income::Adult& adult) { return adult.benefit == benefit; });
  }

  void add_steps(const State& now) {
    if (!answer_.after) return;
    if (anybody_has(Benefit::kBijstand)) step("report-work", Part::kBijstand);
    if (anybody_has(Benefit::kWw) || anybody_has(Benefit::kWajong)) step("report-uwv", Part::kOwnBenefit);
    if (anybody_has(Benefit::kAow)) step("report-svb", Part::kOwnBenefit);
    for (const Part part :
         {Part::kZorgtoeslag, Part::kHuurtoeslag, Part::kKindgebondenBudget, Part::kKinderopvangtoeslag})
      if (now.part(part) != answer_.before.part(part)) step("change-advance", part);
    const bool has_both = now.settled.columns.adult[0].on_benefit > 0 || now.settled.columns.adult[1].on_benefit > 0;
    if (has_both) step("choose-credit", Part::kAlgemeneHeffingskorting);
    if (anybody_has(Benefit::kBijstand) && now.part(Part::kBijstand) == 0) step("ask-local", Part::kBijstand);
  }

  const IncomeValuesInput& in_;
  const income::Answer& answer_;
  present::IncomeData out_;
};

}  // namespace

present::IncomeData income_data(const IncomeValuesInput& input) { return Collector(input).run(); }

}  // namespace passend::service
