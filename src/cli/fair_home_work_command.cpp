// SPDX-License-Identifier: EUPL-1.2
// passend fair home-work: may one work from home here, what must be done, and where to find help. Nothing is kept, and
// no message repeats what was asked.
#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>

#include "cli/basis_words.hpp"
#include "cli/fair_sex_work_commands.hpp"
#include "cli/scheme_words.hpp"
#include "fairwork/home_work_file.hpp"
#include "fairwork/secret_bytes.hpp"
#include "present/terminal.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

using fairwork::HomeWorkAnswer;
using fairwork::HomeWorkAsked;
using fairwork::HomeWorkBook;
using fairwork::HomeWorkMunicipality;

constexpr std::size_t kMostAnswerBytes = 10'000;
constexpr const char* kAnswersName = "--answers";  // in faults; the path may say something

Result<HomeWorkAsked> asked_in(const HomeWorkBook& book, const HomeWorkArguments& arguments) {
  if (!arguments.rest.empty())
    return passend::fail({.code = FaultCode::kWrongUse,
                          .file = "passend",
                          .value = "passend fair home-work …",
                          .args = {{"reason", "extra"}, {"what", "…"}}});
  if (!arguments.answers.empty()) {
    if (!arguments.set.empty() || !arguments.municipality.empty())
      return passend::fail(
          {.code = FaultCode::kContradiction, .file = kAnswersName, .args = {{"reason", "answers-and-flags"}}});
    const auto bytes = fairwork::read_secret(arguments.answers, kMostAnswerBytes);
    if (!bytes) {
      Faults faults = bytes.error();
      faults.front().file = kAnswersName;
      return passend::fail(std::move(faults));
    }
    return fairwork::read_home_work_answers(book, bytes->text(), kAnswersName);
  }
  std::vector<std::pair<std::string, std::string>> pairs;
  if (!arguments.municipality.empty()) pairs.emplace_back(fairwork::kMunicipalityKey, arguments.municipality);
  for (const std::string& one : arguments.set) {
    const auto at = std::min(one.find('='), one.size());
    pairs.emplace_back(one.substr(0, at), one.substr(std::min(at + 1, one.size())));
    if (pairs.back().first == fairwork::kMunicipalityKey) pairs.back().first.clear();  // it has an option of its own
  }
  return fairwork::take_home_work_answers(book, pairs);
}

nlohmann::json questions_json(const Console& console, const HomeWorkBook& book) {
  nlohmann::json rows = nlohmann::json::array();
  for (const auto& question : book.questions) {
    nlohmann::json options = nlohmann::json::object();
    for (std::size_t i = 0; i < question.options.size(); ++i)
      options[question.options[i]] = said(console, question.option_words[i]);
    rows.push_back({{"id", question.id}, {"question", said(console, question.words)}, {"options", options}});
  }
  nlohmann::json places = nlohmann::json::object();
  for (const auto& one : book.municipalities) places[one.id] = one.name;
  places[fairwork::kOtherMunicipality] = console.text("home_work.other");
  return {{"questions", rows}, {"municipalities", places}};
}

void print_questions(const Console& console, const HomeWorkBook& book) {
  console.answer(console.text("home_work.places") + "\n");
  for (const auto& one : book.municipalities) console.answer(fmt::format("  {}  {}\n", one.id, one.name));
  console.answer(fmt::format("  {}  {}\n", fairwork::kOtherMunicipality, console.text("home_work.other")));
  for (const auto& question : book.questions) {
    console.answer(fmt::format("\n{}: {}\n", question.id, said(console, question.words)));
    for (std::size_t i = 0; i < question.options.size(); ++i)
      console.answer(fmt::format("  {}  {}\n", question.options[i], said(console, question.option_words[i])));
  }
}

nlohmann::json json_of(const Console& console, const HomeWorkBook& book, const HomeWorkMunicipality* place,
                       const HomeWorkAnswer& answer) {
  nlohmann::json conditions = nlohmann::json::array(), steps = nlohmann::json::array(),
                 contacts = nlohmann::json::array();
  for (const auto& [one, met] : answer.conditions) {
    conditions.push_back(basis_json(one->basis));
    conditions.back().update({{"id", one->id},
                              {"text", said(console, one->words)},
                              {"outcome", fairwork::kMetNames[static_cast<std::size_t>(met)]},
                              {"ask", said(console, one->ask)}});
  }
  for (const auto* one : answer.steps) {
    steps.push_back(basis_json(one->basis));
    steps.back().update({{"id", one->id},
                         {"text", said(console, one->words)},
                         {"papers", said(console, one->papers)},
                         {"term", said(console, one->term)}});
  }
  for (const auto& one : book.contacts) {
    contacts.push_back(basis_json(one.basis));
    contacts.back().update({{"id", one.id},
                            {"name", one.name},
                            {"site", one.site},
                            {"kind", one.kind},
                            {"text", said(console, one.words)}});
  }
  nlohmann::json rule = place == nullptr ? nlohmann::json(nullptr) : basis_json(place->basis);
  if (place != nullptr) rule["note"] = said(console, place->note);
  return {{"municipality", place == nullptr ? std::string(fairwork::kOtherMunicipality) : place->id},
          {"may", fairwork::kMayWorkNames[static_cast<std::size_t>(answer.may)]},
          {"licence",
           fairwork::kHomeWorkLicences[place == nullptr ? fairwork::kHomeWorkLicences.size() - 1 : place->licence]},
          {"rule", rule},
          {"ask", said(console, book.ask)},
          {"conditions", conditions},
          {"steps", steps},
          {"contacts", contacts},
          {"kept", false}};
}

void print_conditions(const Console& console, const HomeWorkAnswer& answer) {
  console.answer("\n" + console.text("home_work.conditions") + "\n");
  for (const auto& [one, met] : answer.conditions) {
    const auto outcome = fairwork::kMetNames[static_cast<std::size_t>(met)];
    std::string line =
        fmt::format("{}: {}", console.text(fmt::format("home_work.met.{}", outcome)), said(console, one->words));
    if (met != fairwork::Met::kMet && !one->ask.nl.empty()) line += " " + said(console, one->ask);
    console.answer(bullet(line + " " + basis_of(console, one->basis)));
  }
}

void print_steps(const Console& console, const HomeWorkAnswer& answer) {
  console.answer("\n" + console.text("home_work.steps") + "\n");
  int number = 0;
  for (const auto* one : answer.steps) {
    const auto part = [&](const char* key, const fairwork::Words& words) {
      return words.nl.empty() ? std::string() : " " + console.text(key, {{"text", said(console, words)}});
    };
    console.answer(present::wrapped(fmt::format("{}. {}{}{} {}", ++number, said(console, one->words),
                                                part("home_work.papers", one->papers),
                                                part("home_work.term", one->term), basis_of(console, one->basis))));
  }
}

void print(const Console& console, const HomeWorkBook& book, const HomeWorkMunicipality* place,
           const HomeWorkAnswer& answer) {
  const auto say = [&](const std::string& text) { console.answer(present::wrapped(text)); };
  say(console.text("home_work.head", {{"place", place == nullptr ? console.text("home_work.other") : place->name}}));
  say(console.text(fmt::format("home_work.may.{}", fairwork::kMayWorkNames[static_cast<std::size_t>(answer.may)])));
  const std::size_t unknown = fairwork::kHomeWorkLicences.size() - 1;
  const std::size_t licence = place == nullptr ? unknown : place->licence;
  say(console.text(fmt::format("home_work.licence.{}", fairwork::kHomeWorkLicences[licence])));
  if (place != nullptr)
    say(fmt::format("{}{}{}", said(console, place->note), place->note.nl.empty() ? "" : " ",
                    basis_of(console, place->basis)));
  if (place == nullptr || answer.may != fairwork::MayWork::kYes || licence == unknown) say(said(console, book.ask));
  print_conditions(console, answer);
  print_steps(console, answer);
  for (const char* kind : {"health", "safety", "advice"}) {
    console.answer("\n" + console.text(fmt::format("home_work.kind.{}", kind)) + "\n");
    for (const auto& one : book.contacts)
      if (one.kind == kind)
        console.answer(bullet(fmt::format("{}{}: {} {}", one.name, one.site.empty() ? "" : " (" + one.site + ")",
                                          said(console, one.words), basis_of(console, one.basis))));
  }
  console.answer("\n" + present::wrapped(console.text("home_work.dated")));
  say(console.text("home_work.kept"));
}

}  // namespace

int fair_home_work_command(const Console& console, const Common& common, const HomeWorkArguments& arguments) {
  const auto book = fairwork::read_home_work(service::find_data_folder(common.data) / "fairwork");
  if (!book) return console.fail(book.error());
  const auto asked = asked_in(*book, arguments);
  if (!asked) return console.fail(asked.error());
  if (arguments.questions) {
    if (console.json())
      console.answer(questions_json(console, *book).dump(1) + "\n");
    else
      print_questions(console, *book);
  } else {
    const auto answer = fairwork::answer_home_work(*book, asked->municipality, asked->facts);
    if (console.json())
      console.answer(json_of(console, *book, asked->municipality, answer).dump(1) + "\n");
    else
      print(console, *book, asked->municipality, answer);
  }
  if (std::fflush(stdout) == 0) return static_cast<int>(Exit::kDone);
  return console.fail(
      {{.code = FaultCode::kFileUnwritable, .file = "stdout", .args = {{"reason", std::strerror(errno)}}}});
}

}  // namespace passend::cli
