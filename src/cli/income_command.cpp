// SPDX-License-Identifier: EUPL-1.2
// passend income: net household income before and after work, with the reason for every euro.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/household_file.hpp"
#include "cli/swept.hpp"
#include "present/income_page.hpp"
#include "service/income_values.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

using nlohmann::json;

struct Question {
  income::Household household;
  std::optional<income::Offer> offer;
  std::optional<Swept> swept;
};

Result<std::optional<income::Offer>> read_offer_file(const IncomeArguments& arguments) {
  if (arguments.offer.empty()) return std::optional<income::Offer>{};
  const auto bytes = read_file(arguments.offer);
  if (!bytes) return passend::fail(bytes.error());
  const auto offer = income::read_offer(*bytes, arguments.offer.string());
  if (!offer) return passend::fail(offer.error());
  return std::optional(*offer);
}

Result<Question> read_question(const IncomeArguments& arguments, const std::filesystem::path& data) {
  auto household = open_household(arguments.household, data);
  if (!household) return passend::fail(household.error());
  if (arguments.date) household->date = *arguments.date;
  auto offer = read_offer_file(arguments);
  if (!offer) return passend::fail(offer.error());
  const auto swept = swept_of(arguments);
  if (!swept) return passend::fail(swept.error());
  return Question{*std::move(household), *std::move(offer), *swept};
}

json parts_json(const present::IncomeData& data, std::int64_t (*value)(const present::IncomePart&)) {
  json parts = json::object();
  for (const present::IncomePart& part : data.parts) parts[part.rule] = value(part);
  return parts;
}

json state_json(std::int64_t net, json parts) { return {{"net_month_eurocent", net}, {"parts", std::move(parts)}}; }

json number_or_null(const std::optional<std::int64_t>& value) { return value ? json(*value) : json(nullptr); }

json parameters_json(const std::vector<present::TraceParameter>& all) {
  json parameters = json::array();
  for (const present::TraceParameter& p : all)
    parameters.push_back({{"id", p.id},
                          {"value", p.value},
                          {"article", p.article},
                          {"source", p.source},
                          {"confidence", p.confidence},
                          {"state", p.state},
                          {"from", to_string(p.from)}});
  return parameters;
}

json employer_json(const std::optional<present::EmployerCost>& employer) {
  if (!employer) return nullptr;
  json out;
  for (const present::EmployerLine& line : employer->lines) out[line.key] = number_or_null(line.eurocent);
  out["total"] = number_or_null(employer->total);
  out["unknown"] = json::array();
  for (const present::UnknownValue& unknown : employer->unknown) out["unknown"].push_back(unknown.id);
  out["flat_months"] = employer->flat_months ? json(*employer->flat_months) : json(nullptr);
  out["weakest_confidence"] = employer->weakest;
  out["parameters"] = parameters_json(employer->parameters);
  return out;
}

json trace_json(const std::vector<present::TraceNode>& trace) {
  json nodes = json::array();
  for (const present::TraceNode& node : trace) {
    json inputs = json::array();
    for (const present::TraceInput& input : node.inputs)
      inputs.push_back({{"name", input.key}, {"value", input.value}});
    nodes.push_back({{"rule", node.rule},
                     {"value_eurocent", node.eurocent},
                     {"articles", node.articles},
                     {"inputs", std::move(inputs)},
                     {"parameters", parameters_json(node.parameters)}});
  }
  return nodes;
}

// A place on the axis of the sweep, under the axis' own name.
json place_json(const present::IncomeData& data, std::int64_t at) {
  if (data.sweep_axis == present::SweepAxis::kHours) return {{"hours", to_decimal(at, 2)}};
  return {{"hourly_eurocent", at}};
}

json breaks_json(const present::IncomeData& data, present::IncomeBreak::Kind kind) {
  json list = json::array();
  for (const present::IncomeBreak& found : data.breaks)
    if (found.kind == kind) {
      json entry = place_json(data, found.at);
      entry.update({{"rule", found.rule}, {"eurocent", found.eurocent}});
      list.push_back(std::move(entry));
    }
  return list;
}

json json_of(const present::IncomeData& data) {
  json out;
  out["mode"] = data.calendar_year ? "calendar_year" : "annualised";
  out["date"] = to_string(data.date);
  out["rules_as_of"] = to_string(data.rules_as_of);
  out["debt_warning"] = data.debt_warning;
  out["before"] = state_json(data.net_before, parts_json(data, [](const auto& p) { return p.before; }));
  out["after"] = data.has_offer ? state_json(data.net_after, parts_json(data, [](const auto& p) { return p.after; }))
                                : json(nullptr);
  out["difference"] = data.has_offer && !data.debt_warning
                          ? state_json(data.net_after - data.net_before,
                                       parts_json(data, [](const auto& p) { return p.after - p.before; }))
                          : json(nullptr);
  out["participation_tax_per_mille"] = number_or_null(data.participation_tax);
  out["marginal_hour_eurocent"] = number_or_null(data.marginal_hour);
  out["marginal_100_eurocent"] = number_or_null(data.marginal_100);
  out["cliffs"] = breaks_json(data, present::IncomeBreak::Kind::kCliff);
  out["kinks"] = breaks_json(data, present::IncomeBreak::Kind::kKink);
  out["sweep"] = json::array();
  for (const present::IncomePoint& point : data.sweep) {
    out["sweep"].push_back(place_json(data, point.at));
    out["sweep"].back()["net_month_eurocent"] = point.net;
  }
  out["steps"] = json::array();
  for (const present::IncomeStep& step : data.steps)
    out["steps"].push_back(
        {{"step", step.key}, {"rule", step.rule}, {"by", step.by ? json(to_string(*step.by)) : json(nullptr)}});
  out["payments"] = json::array();
  for (const present::IncomePayment& payment : data.payments)
    out["payments"].push_back({{"month", payment.month}, {"rule", payment.rule}, {"eurocent", payment.eurocent}});
  out["not_covered"] = data.not_covered;
  out["employer"] = employer_json(data.employer);
  out["weakest_confidence"] = data.weakest;
  out["trace"] = trace_json(data.trace);
  return out;
}

struct Sweep {
  std::optional<income::Sweep> sweep;
  std::optional<std::int64_t> own_place;
};

// Over the hours or the wage of the adult of the offer, or of the first.
Result<Sweep> sweep_of(const Question& question, const income::RuledAnswer& found, const ParameterStore& law) {
  if (!question.swept) return Sweep{};
  const auto& [axis, span, fixed] = *question.swept;
  const income::State& state = found.answer.after ? *found.answer.after : found.answer.before;
  const std::size_t index = question.offer ? adult_named(state.household, question.offer->adult).value_or(0) : 0;
  const income::Adult& adult = state.household.adults[index];
  const bool over_hours = axis == income::SweepAxis::kHours;
  const std::int64_t own_fixed = over_hours ? adult.hourly : adult.centihours;
  if (!fixed && own_fixed == 0)  // paid by the month, or not at work: what is swept over needs the other of the two
    return passend::fail({.code = FaultCode::kTomlKeyMissing,
                          .file = over_hours ? "--hours" : "--hourly",
                          .column = over_hours ? "--hourly" : "--hours"});
  const income::SweepRange range{axis, span.first, span.second, fixed.value_or(own_fixed)};
  Sweep out{.sweep = income::sweep(found.rules, law, state.household, index, range), .own_place = {}};
  if (range.fixed == own_fixed && !adult.gross_month) out.own_place = over_hours ? adult.centihours : adult.hourly;
  return out;
}

struct Years {
  std::optional<income::CalendarYear> before, after;
};

// When money comes, where the start of the work is known; asked for, its faults count.
Result<Years> years_of(const Question& question, const ParameterStore& law, const IncomeArguments& arguments) {
  Years years;
  const bool is_start_known = question.offer && question.offer->from;
  if (!arguments.calendar_year && !is_start_known) return years;
  income::Household household = question.household;
  if (is_start_known) household.date = *question.offer->from;
  auto before = income::calendar_year(law, household, std::nullopt, arguments.offer.string());
  if (!before) return arguments.calendar_year ? Result<Years>(passend::fail(before.error())) : years;
  if (question.offer) {
    auto after = income::calendar_year(law, question.household, question.offer, arguments.offer.string());
    if (!after) return arguments.calendar_year ? Result<Years>(passend::fail(after.error())) : years;
    years.after = *std::move(after);
  }
  years.before = *std::move(before);
  return years;
}

Result<std::string> page_of(const Console& console, const present::IncomeData& shown,
                            const std::filesystem::path& data) {
  const auto css = read_file(data / "report" / "report.css");
  if (!css) return passend::fail(css.error());
  return present::income_html(shown, console.catalogue(), *css);
}

Result<void> write_page(const Console& console, const IncomeArguments& arguments, const present::IncomeData& shown,
                        const std::filesystem::path& data) {
  if (arguments.out.empty()) return {};
  const auto page = page_of(console, shown, data);
  if (!page) return passend::fail(page.error());
  return replace_file(arguments.out, *page);
}

// Faults of what a file says together stand in that file.
Faults in_file(Faults faults, const std::filesystem::path& file) {
  for (Fault& fault : faults)
    if (fault.file.empty()) fault.file = file.string();
  return faults;
}

}  // namespace

int income_command(const Console& console, const Common& common, const IncomeArguments& arguments) {
  const auto data = service::find_data_folder(common.data);
  const auto law = load_parameters(data / "law");
  if (!law) return console.fail(law.error());
  const auto question = read_question(arguments, data);
  if (!question) return console.fail(question.error());
  const auto work_out = arguments.known_rules ? income::answer_with_known_rules : income::answer_on_date;
  auto found = work_out(*law, question->household, question->offer, arguments.offer.string());
  if (!found) return console.fail(in_file(found.error(), arguments.household));
  auto years = years_of(*question, *law, arguments);
  if (!years) return console.fail(years.error());
  auto swept = sweep_of(*question, *found, *law);
  if (!swept) return console.fail(swept.error());
  const present::IncomeData shown = service::income_data({.found = *found,
                                                          .law = *law,
                                                          .offer = question->offer,
                                                          .sweep = std::move(swept->sweep),
                                                          .own_place = swept->own_place,
                                                          .year_before = std::move(years->before),
                                                          .year_after = std::move(years->after),
                                                          .is_calendar_year = arguments.calendar_year,
                                                          .trace = arguments.trace || console.json()});
  if (const auto done = write_page(console, arguments, shown, data); !done) return console.fail(done.error());
  if (console.json())
    console.answer(json_of(shown).dump(1) + "\n");
  else if (common.format != "html")
    console.answer(present::income_summary(shown, console.catalogue()));
  else if (arguments.out.empty())
    console.answer(page_of(console, shown, data).value_or(""));
  return static_cast<int>(Exit::kDone);
}

}  // namespace passend::cli
