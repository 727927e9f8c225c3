// SPDX-License-Identifier: EUPL-1.2
// passend wage: the statutory minimum for a birth date and a day, and what is due for hours worked in a period.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/quantity.hpp"
#include "cli/commands.hpp"
#include "present/numbers.hpp"
#include "service/workspace.hpp"
#include "wage/wage_question.hpp"

namespace passend::cli {
namespace {

// Amounts and hours of a law without collective agreement or municipal floor.
Result<WageQuestion> question_of(const WageArguments& arguments) {
  Faults faults;
  const auto wrong = [&](FaultCode code, std::string option, std::string value) {
    faults.push_back({.code = code, .file = std::move(option), .value = std::move(value)});
  };
  WageQuestion question;
  const auto birth = parse_date(arguments.birth_date);
  const auto on = parse_date(arguments.date);
  if (birth)
    question.worker = {.birth_date = *birth, .bbl = arguments.bbl};
  else
    wrong(FaultCode::kNotADate, "--birth-date", arguments.birth_date);
  if (on)
    question.on = *on;
  else
    wrong(FaultCode::kNotADate, "--date", arguments.date);
  const bool any = !arguments.hours.empty() || !arguments.gross.empty() || !arguments.period.empty();
  if (any) {
    PaidWork paid;
    const auto hours = parse_scaled(arguments.hours, 2);
    const auto period = period_named(arguments.period);
    if (hours)
      paid.hours = {static_cast<std::int32_t>(*hours)};
    else
      wrong(FaultCode::kNotANumber, "--hours", arguments.hours);
    if (period)
      paid.period = *period;
    else
      wrong(FaultCode::kNotInList, "--period", arguments.period);
    if (!arguments.gross.empty()) {
      const auto gross = parse_integer(arguments.gross);
      if (gross)
        paid.gross = Eurocent{*gross};
      else
        wrong(FaultCode::kNotANumber, "--gross", arguments.gross);
    }
    question.paid = paid;
  }
  if (!faults.empty()) return passend::fail(std::move(faults));
  return question;
}

nlohmann::json steps_json(const std::vector<Origin>& origins) {
  nlohmann::json steps = nlohmann::json::array();
  for (const Origin& origin : origins)
    steps.push_back({{"parameter", origin.id},
                     {"article", origin.article},
                     {"from", to_string(origin.from)},
                     {"confidence", name_of(origin.confidence)},
                     {"state", name_of(origin.state)},
                     {"source", origin.source}});
  return steps;
}

nlohmann::json json_of(const WageAnswer& answer) {
  nlohmann::json json;
  if (const auto* none = std::get_if<NoMinimum>(&answer.hourly)) {
    json["minimum"] = nullptr;
    json["age"] = none->age;
    json["lowest_age"] = none->lowest_age;
    return json;
  }
  const auto& hourly = std::get<HourlyAnswer>(answer.hourly);
  json["hourly_eurocent"] = hourly.floor.hourly.value;
  json["age"] = hourly.floor.minimum.age;
  json["holiday_pay_hourly_eurocent"] = hourly.holiday_pay.amount.value;
  json["steps"] = steps_json(origins_of(hourly.floor));
  if (answer.period)
    json["period"] = {{"from", to_string(answer.period->from)}, {"until", to_string(answer.period->until)}};
  if (answer.due)
    if (const auto* due = std::get_if<PayDue>(&*answer.due)) {
      json["due_eurocent"] = due->amount.value;
      json["due_holiday_pay_eurocent"] = due->holiday_pay.amount.value;
      json["steps"] = steps_json(origins_of(*due));
    }
  if (answer.check) {
    json["gross_eurocent"] = answer.check->gross.value;
    json["short_eurocent"] = answer.check->short_by.value;
  }
  return json;
}

void print_steps(const Console& console, const std::vector<Origin>& origins) {
  const present::Numbers numbers(console.catalogue());
  for (const Origin& origin : origins)
    console.answer("  " +
                   console.text("cli.wage.step",
                                {{"title", std::string(origin.title)},
                                 {"article", std::string(origin.article)},
                                 {"from", numbers.date(origin.from)},
                                 {"confidence",
                                  console.text(fmt::format("cli.law.confidences.{}", name_of(origin.confidence)))}}) +
                   "\n");
}

void print_hourly(const Console& console, const WageQuestion& question, const HourlyAnswer& hourly) {
  const present::Numbers numbers(console.catalogue());
  console.answer(console.text("cli.wage.hourly", {{"amount", numbers.euro(hourly.floor.hourly)},
                                                  {"age", std::to_string(hourly.floor.minimum.age)},
                                                  {"date", numbers.date(question.on)}}) +
                 "\n");
  console.answer(console.text("cli.wage.holiday", {{"amount", numbers.euro(hourly.holiday_pay.amount)}}) + "\n");
  print_steps(console, origins_of(hourly.floor));
}

void print_period(const Console& console, const WageAnswer& answer) {
  const present::Numbers numbers(console.catalogue());
  const auto* due = answer.due ? std::get_if<PayDue>(&*answer.due) : nullptr;
  if (due == nullptr) return;
  console.answer(console.text("cli.wage.due", {{"amount", numbers.euro(due->amount)},
                                               {"from", numbers.date(answer.period->from)},
                                               {"until", numbers.date(answer.period->until)},
                                               {"holiday", numbers.euro(due->holiday_pay.amount)}}) +
                 "\n");
  for (const PaySegment& segment : due->segments)
    if (const auto* floor = std::get_if<WageFloor>(&segment.floor))
      console.answer("  " +
                     console.text("cli.wage.segment", {{"from", numbers.date(segment.days.from)},
                                                       {"until", numbers.date(segment.days.until)},
                                                       {"amount", numbers.euro(floor->hourly)}}) +
                     "\n");
  if (!answer.check) return;
  console.answer(
      console.text(answer.check->enough() ? "cli.wage.enough" : "cli.wage.short",
                   {{"gross", numbers.euro(answer.check->gross)}, {"amount", numbers.euro(answer.check->short_by)}}) +
      "\n");
}

}  // namespace

int wage_command(const Console& console, const Common& common, const WageArguments& arguments) {
  const auto question = question_of(arguments);
  if (!question) {
    console.fail(question.error());
    return static_cast<int>(Exit::kWrongUse);
  }
  const auto law = load_parameters(service::find_data_folder(common.data) / "law");
  if (!law) return console.fail(law.error());
  const auto answer = answer_wage_question(*law, *question);
  if (!answer) return console.fail(answer.error());
  const bool is_short = answer->check && !answer->check->enough();
  if (console.json()) {
    console.answer(json_of(*answer).dump(1) + "\n");
  } else if (const auto* none = std::get_if<NoMinimum>(&answer->hourly)) {
    console.answer(console.text("cli.wage.none",
                                {{"age", std::to_string(none->age)}, {"lowest", std::to_string(none->lowest_age)}}) +
                   "\n");
  } else {
    print_hourly(console, *question, std::get<HourlyAnswer>(answer->hourly));
    print_period(console, *answer);
  }
  return static_cast<int>(is_short ? Exit::kNo : Exit::kDone);
}

}  // namespace passend::cli
