// SPDX-License-Identifier: EUPL-1.2
// passend fair licence: the steps to an operator's licence, and for a file of one application: when a decision is due,
// and what of premises, papers and plan is not yet in order.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text_file.hpp"
#include "cli/basis_words.hpp"
#include "cli/fair_sex_work_commands.hpp"
#include "cli/scheme_words.hpp"
#include "cli/today.hpp"
#include "fairwork/operator_licence.hpp"
#include "law/parameter_file.hpp"
#include "present/terminal.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

using fairwork::LicenceAnswer;
using fairwork::LicenceBook;
using fairwork::Met;

constexpr int kYearsAfter = 20;  // all weeks of a term and its extension, and the days of completing, end before

int year_of(Date day) { return static_cast<int>(calendar_of(day).year()); }

std::string_view silence_of(const LicenceAnswer& answer) {
  if (!answer.silence) return "unknown";
  return *answer.silence ? "licence" : "none";
}

void print_steps(const Console& console, const LicenceBook& book) {
  console.answer(console.text("licence.steps") + "\n");
  int number = 0;
  for (const auto& one : book.steps)
    console.answer(present::wrapped(
        fmt::format("{}. {} ({}) {}", ++number, said(console, one.words), one.article, basis_of(console, one.basis))));
}

void print_checks(const Console& console, const LicenceBook& book, const LicenceAnswer* answer) {
  for (std::size_t group = 0; group < fairwork::kLicenceGroups.size(); ++group) {
    console.answer("\n" + console.text(fmt::format("licence.group.{}", fairwork::kLicenceGroups[group])) + "\n");
    for (std::size_t i = 0; i < book.checks.size(); ++i) {
      const auto& one = book.checks[i];
      if (one.group != group) continue;
      const std::string outcome =
          answer == nullptr ? std::string()
                            : console.text(fmt::format(
                                  "licence.met.{}", fairwork::kMetNames[static_cast<std::size_t>(answer->checks[i])])) +
                                  ": ";
      console.answer(bullet(outcome + said(console, one.words) + " " + basis_of(console, one.basis)));
    }
  }
}

std::vector<std::string> remarks_of(const Console& console, const LicenceBook& book, const LicenceAnswer& answer) {
  std::vector<std::string> remarks;
  if (answer.from_model)
    remarks.push_back(console.text("licence.from-model") + " " + basis_of(console, book.term_basis));
  for (const auto ignored : answer.end.ignored)
    remarks.push_back(
        console.text(fmt::format("licence.ignored.{}", scheme::kIgnoredNames[static_cast<std::size_t>(ignored)])));
  if (answer.end.designated_unknown) remarks.push_back(console.text("licence.designated-days-unknown"));
  if (answer.may_be_left_aside) remarks.push_back(console.text("licence.left-aside"));
  if (answer.objection_until)
    remarks.push_back(console.text("licence.objection", {{"date", to_string(*answer.objection_until)}}));
  remarks.push_back(console.text(fmt::format("licence.silence.{}", silence_of(answer))));
  return remarks;
}

nlohmann::json json_of(const Console& console, const LicenceBook& book, const LicenceAnswer* answer) {
  nlohmann::json steps = nlohmann::json::array(), checks = nlohmann::json::array();
  for (const auto& one : book.steps) {
    steps.push_back(basis_json(one.basis));
    steps.back().update({{"id", one.id}, {"text", said(console, one.words)}, {"article", one.article}});
  }
  for (std::size_t i = 0; i < book.checks.size(); ++i) {
    const auto& one = book.checks[i];
    checks.push_back(basis_json(one.basis));
    checks.back().update(
        {{"id", one.id}, {"group", fairwork::kLicenceGroups[one.group]}, {"text", said(console, one.words)}});
    if (answer != nullptr) checks.back()["outcome"] = fairwork::kMetNames[static_cast<std::size_t>(answer->checks[i])];
  }
  nlohmann::json json{{"steps", steps}, {"checks", checks}};
  if (answer == nullptr) return json;
  nlohmann::json ignored = nlohmann::json::array();
  for (const auto one : answer->end.ignored) ignored.push_back(scheme::kIgnoredNames[static_cast<std::size_t>(one)]);
  json["term"] = {{"last", to_string(answer->end.last)},
                  {"state", scheme::kTermStateNames[static_cast<std::size_t>(answer->state)]},
                  {"from_model", answer->from_model},
                  {"ignored", ignored},
                  {"may_be_left_aside", answer->may_be_left_aside},
                  {"designated_days_unknown", answer->end.designated_unknown},
                  {"silence", silence_of(*answer)},
                  {"objection_until", answer->objection_until ? nlohmann::json(to_string(*answer->objection_until))
                                                              : nlohmann::json(nullptr)}};
  return json;
}

Result<LicenceAnswer> answer_to(const LicenceBook& book, const LicenceArguments& arguments,
                                const std::filesystem::path& data) {
  const auto bytes = read_file(arguments.file);
  if (!bytes) return passend::fail(bytes.error());
  const auto licence = fairwork::read_licence_file(book, *bytes, arguments.file.string());
  if (!licence) return passend::fail(licence.error());
  const auto law = load_parameters(data / "law");
  if (!law) return passend::fail(law.error());
  const Date on = arguments.date.value_or(today());
  const auto rules = scheme::TermRules::read(*law, year_of(licence->received),
                                             std::max(year_of(licence->received), year_of(on)) + kYearsAfter);
  if (!rules) return passend::fail(rules.error());
  const auto objection = law->number_at("awb_objection_term_weeks", licence->decided.value_or(on));
  if (!objection) return passend::fail(objection.error());
  return fairwork::answer_licence(book, *licence, *rules, static_cast<int>(objection->number.units), on);
}

}  // namespace

int fair_licence_command(const Console& console, const Common& common, const LicenceArguments& arguments) {
  const auto data = service::find_data_folder(common.data);
  const auto path = data / "fairwork/operator_licence.toml";
  const auto bytes = read_file(path);
  if (!bytes) return console.fail(bytes.error());
  const auto book = fairwork::read_licence_book(*bytes, path.string());
  if (!book) return console.fail(book.error());
  std::optional<LicenceAnswer> answer;
  if (!arguments.file.empty()) {
    auto found = answer_to(*book, arguments, data);
    if (!found) return console.fail(found.error());
    answer = std::move(*found);
  }
  const LicenceAnswer* shown = answer ? &*answer : nullptr;
  if (console.json()) {
    console.answer(json_of(console, *book, shown).dump(1) + "\n");
  } else {
    if (answer) {
      console.answer(present::wrapped(console.text(
          fmt::format("licence.state.{}", scheme::kTermStateNames[static_cast<std::size_t>(answer->state)]),
          {{"date", to_string(answer->end.last)}})));
      for (const std::string& remark : remarks_of(console, *book, *answer)) console.answer(bullet(remark));
      console.answer("\n");
    }
    print_steps(console, *book);
    print_checks(console, *book, shown);
    console.answer("\n" + present::wrapped(console.text("licence.no-workers")));
  }
  const bool is_short = answer && std::ranges::find(answer->checks, Met::kNotMet) != answer->checks.end();
  return static_cast<int>(is_short ? Exit::kNo : Exit::kDone);
}

}  // namespace passend::cli
