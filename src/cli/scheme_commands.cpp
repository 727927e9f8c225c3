// SPDX-License-Identifier: EUPL-1.2
// passend scheme list, show, check, diff and eligible: local schemes as data, to read, compare and ask.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>

#include "base/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/scheme_words.hpp"
#include "cli/schemes.hpp"
#include "cli/today.hpp"
#include "present/numbers.hpp"
#include "present/table.hpp"
#include "present/terminal.hpp"
#include "scheme/eligibility.hpp"
#include "scheme/facts_file.hpp"
#include "scheme/scheme_file.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

using scheme::Scheme;
using scheme::SchemeVersion;

constexpr std::array<std::string_view, 7> kSections{"target", "offer",    "procedure", "money",
                                                    "aims",   "reported", "basis"};
constexpr std::array<std::string_view, 3> kOutcomeNames{"no", "unknown", "yes"};

std::string_view name_of(Outcome outcome) { return kOutcomeNames[static_cast<std::size_t>(outcome)]; }

std::string versions_of(const Scheme& one) {
  std::string words;
  for (const SchemeVersion& version : one.versions) words += (words.empty() ? "" : ", ") + version.name;
  return words;
}

nlohmann::json json_of(const Statement& statement) {
  return {{"section", statement.section},
          {"key", statement.key},
          {"label", statement.label},
          {"text", statement.text},
          {"article", statement.article}};
}

std::string line_of(const std::string& label, const std::string& text, const std::string& article) {
  const std::string line = label.empty() ? text : label + ": " + text;
  return article.empty() ? line : line + " (" + article + ")";
}

void print_list(const Console& console, std::string_view line) { console.answer(bullet(line)); }

void print_version(const Console& console, const Scheme& one, const SchemeVersion& version) {
  console.answer(present::wrapped(fmt::format("{}, {} ({})", one.title, version.name, one.municipality)));
  if (!one.about.empty()) console.answer(present::wrapped(one.about));
  const auto statements = statements_of(console, version);
  for (const auto section : kSections) {
    const auto is_in = [&](const Statement& statement) { return statement.section == section; };
    if (std::ranges::none_of(statements, is_in)) continue;
    console.answer("\n" + console.text(fmt::format("scheme.section.{}", section)) + "\n");
    for (const Statement& statement : statements)
      if (is_in(statement)) print_list(console, line_of(statement.label, statement.text, statement.article));
  }
}

// "id", "id@version" or a file: the last version where none is named.
Result<FoundVersion> version_asked(const SchemeLibrary& library, const std::string& asked) {
  if (asked.ends_with(".toml")) {
    const auto bytes = read_file(asked);
    if (!bytes) return passend::fail(bytes.error());
    auto read = scheme::read_scheme(*bytes, asked);
    if (!read) return passend::fail(read.error());
    auto owned = std::make_shared<Scheme>(std::move(*read));
    return FoundVersion{owned, &owned->versions.back()};
  }
  const auto at = asked.find('@');
  const Scheme* one = scheme::find_scheme(library.schemes, asked.substr(0, at));
  const SchemeVersion* version = nullptr;
  if (one != nullptr)
    version = at == std::string::npos ? &one->versions.back() : one->version_named(asked.substr(at + 1));
  if (version == nullptr) return passend::fail({.code = FaultCode::kUnknownScheme, .file = asked, .value = asked});
  return FoundVersion{std::shared_ptr<const Scheme>(std::shared_ptr<const Scheme>(), one), version};
}

nlohmann::json json_of(const Console& console, const scheme::Eligibility& answer) {
  nlohmann::json each = nlohmann::json::array();
  for (const auto& row : answer.each)
    each.push_back({{"predicate", row.predicate->row->name},
                    {"words", words_of(console, *row.predicate)},
                    {"outcome", name_of(row.outcome)},
                    {"article", row.article}});
  nlohmann::json conditions = nlohmann::json::array();
  for (const Outcome outcome : answer.conditions) conditions.push_back(name_of(outcome));
  return {{"outcome", name_of(answer.outcome)}, {"conditions", conditions}, {"predicates", each}};
}

// Everything an answer needs, read once.
struct Asked {
  scheme::Facts facts;
  std::optional<scheme::AowAge> aow;
};

std::string outcome_words(const Console& console, Outcome outcome) {
  return console.text(fmt::format("scheme.outcome.{}", name_of(outcome)));
}

// One line, or the outcome of the whole with its predicates under it.
void print_condition(const Console& console, const scheme::Eligibility& answer, std::size_t c) {
  const std::span each(answer.each.begin() + static_cast<std::ptrdiff_t>(answer.begin_of_each[c]),
                       answer.each.begin() + static_cast<std::ptrdiff_t>(answer.begin_of_each[c + 1]));
  const bool is_one = each.size() == 1;
  const std::string article(each.empty() ? std::string_view() : each.front().article);
  if (!is_one)
    print_list(console, line_of(outcome_words(console, answer.conditions[c]), console.text("scheme.joined"), article));
  for (const auto& row : each)
    print_list(console, line_of((is_one ? "" : "  ") + outcome_words(console, row.outcome),
                                words_of(console, *row.predicate), is_one ? article : std::string()));
}

void print_answer(const Console& console, const FoundVersion& found, const scheme::Eligibility& answer,
                  const Asked& asked) {
  const present::Numbers numbers(console.catalogue());
  console.answer(present::wrapped(console.text(
      fmt::format("scheme.eligible.{}", name_of(answer.outcome)),
      {{"scheme", found.scheme->title}, {"version", found.version->name}, {"date", numbers.date(asked.facts.date)}})));
  for (std::size_t c = 0; c < answer.conditions.size(); ++c) print_condition(console, answer, c);
  const auto missing = scheme::unknown_facts(answer, asked.facts);
  if (missing.empty()) return;
  console.answer(console.text("scheme.missing") + "\n");
  for (const scheme::Fact fact : missing)
    print_list(console, fmt::format("{} ({})", words_of(console, fact), scheme::path_of(fact)));
}

// What is granted of the cost of the training, where the facts name one; a cap that is not known refuses to compute.
Result<std::optional<scheme::Grant>> grant_asked(const FoundVersion& found, const Asked& asked, Outcome outcome) {
  const auto& cost = asked.facts.at(scheme::Fact::kTrainingCost);
  if (!cost || outcome == Outcome::kNo) return std::nullopt;
  for (const scheme::Offer& offer : found.version->offers) {
    if (offer.kind != scheme::OfferKind::kTraining) continue;
    auto grant = scheme::grant_of(*found.scheme, *found.version, offer, Eurocent{std::get<std::int64_t>(*cost)});
    if (!grant) return passend::fail(grant.error());
    return *grant;
  }
  return std::nullopt;
}

void print_grant(const Console& console, const scheme::Grant& grant) {
  const present::Numbers numbers(console.catalogue());
  const bool is_limited = grant.limited_by != scheme::Figure::kCount;
  console.answer(
      present::wrapped(console.text(is_limited ? "scheme.grant.limited" : "scheme.grant.all",
                                    {{"amount", numbers.euro(grant.amount)},
                                     {"own", numbers.euro(grant.own_part)},
                                     {"limit", is_limited ? label_of(console, grant.limited_by) : std::string()}})));
}

// Money for an employer beside the aid received in three years, where the facts tell it and the scheme asks the check.
Result<std::optional<scheme::DeMinimis>> aid_asked(const ParameterStore& law, const FoundVersion& found,
                                                   const Asked& asked, Outcome outcome) {
  const auto& received = asked.facts.at(scheme::Fact::kDeMinimisReceived);
  if (!received || outcome == Outcome::kNo) return std::nullopt;
  for (const scheme::Offer& offer : found.version->offers) {
    if (offer.kind != scheme::OfferKind::kEmployerSubsidy || !offer.de_minimis.value_or(false)) continue;
    const scheme::Stated& amount = offer.of(scheme::Figure::kAmount);
    if (!amount.has_value())
      return passend::fail(scheme::not_stated(*found.scheme, *found.version,
                                              std::string(scheme::row_of(scheme::Figure::kAmount).name), offer.line));
    auto check = scheme::de_minimis_check(law, asked.facts.date, Eurocent{std::get<std::int64_t>(*received)},
                                          Eurocent{amount.value});
    if (!check) return passend::fail(check.error());
    return *check;
  }
  return std::nullopt;
}

void print_aid(const Console& console, const scheme::DeMinimis& aid) {
  const present::Numbers numbers(console.catalogue());
  console.answer(present::wrapped(console.text(aid.fits() ? "scheme.aid.fits" : "scheme.aid.too-much",
                                               {{"ceiling", numbers.euro(aid.ceiling)},
                                                {"left", numbers.euro(Eurocent{std::abs(aid.left.value)})},
                                                {"article", std::string(aid.origin.article)}})));
}

int answer_one(const Console& console, const ParameterStore& law, const FoundVersion& found, const Asked& asked) {
  const auto answer = scheme::eligible(*found.version, asked.facts, asked.aow);
  const auto grant = grant_asked(found, asked, answer.outcome);
  const auto aid = aid_asked(law, found, asked, answer.outcome);
  if (console.json()) {
    nlohmann::json json = json_of(console, answer);
    json["scheme"] = found.scheme->id;
    json["version"] = found.version->name;
    json["date"] = to_string(asked.facts.date);
    json["missing"] = nlohmann::json::array();
    for (const scheme::Fact fact : scheme::unknown_facts(answer, asked.facts))
      json["missing"].push_back(scheme::path_of(fact));
    if (grant && *grant)
      json["grant"] = {{"eurocent", (*grant)->amount.value}, {"own_eurocent", (*grant)->own_part.value}};
    if (aid && *aid)
      json["de_minimis"] = {{"ceiling_eurocent", (*aid)->ceiling.value}, {"left_eurocent", (*aid)->left.value}};
    console.answer(json.dump(1) + "\n");
  } else {
    print_answer(console, found, answer, asked);
    if (grant && *grant) print_grant(console, **grant);
    if (aid && *aid) print_aid(console, **aid);
  }
  if (!grant) return console.fail(grant.error());
  if (!aid) return console.fail(aid.error());
  const bool is_no = answer.outcome == Outcome::kNo || (*aid && !(*aid)->fits());
  return static_cast<int>(is_no ? Exit::kNo : Exit::kDone);
}

int answer_all(const Console& console, const SchemeLibrary& library, const Asked& asked) {
  nlohmann::json json = nlohmann::json::array();
  present::Table table;
  for (const char* column : {"scheme", "municipality", "outcome", "why"})
    table.columns.push_back({.name = console.text(fmt::format("scheme.column.{}", column))});
  for (const Scheme& one : library.schemes) {
    const SchemeVersion* version = one.version_on(asked.facts.date);
    if (version == nullptr) continue;
    const auto answer = scheme::eligible(*version, asked.facts, asked.aow);
    json.push_back({{"scheme", one.id}, {"version", version->name}, {"outcome", name_of(answer.outcome)}});
    std::string why;
    for (const auto& row : answer.each)
      if (row.outcome == answer.outcome && answer.outcome != Outcome::kYes && why.empty())
        why = words_of(console, *row.predicate);
    table.rows.push_back({{.text = one.title},
                          {.text = one.municipality},
                          {.text = outcome_words(console, answer.outcome)},
                          {.text = why}});
  }
  console.answer(console.json() ? json.dump(1) + "\n" : present::text_table(table, 130));
  return static_cast<int>(Exit::kDone);
}

}  // namespace

int scheme_list_command(const Console& console, const Common& common, const SchemeArguments& arguments) {
  const auto library = open_schemes(common, arguments);
  if (!library) return console.fail(library.error());
  nlohmann::json json = nlohmann::json::array();
  present::Table table;
  for (const char* column : {"id", "scheme", "municipality", "versions", "unknown"})
    table.columns.push_back({.name = console.text(fmt::format("scheme.column.{}", column)),
                             .number = std::string_view(column) == "unknown"});
  for (const Scheme& one : library->schemes) {
    int unknown = 0;
    for (const SchemeVersion& version : one.versions) unknown += scheme::unknowns_in(version);
    json.push_back({{"id", one.id}, {"title", one.title}, {"municipality", one.municipality}, {"unknown", unknown}});
    for (const SchemeVersion& version : one.versions) json.back()["versions"].push_back(version.name);
    table.rows.push_back({{.text = one.id},
                          {.text = one.title},
                          {.text = one.municipality},
                          {.text = versions_of(one)},
                          {.text = std::to_string(unknown)}});
  }
  console.answer(console.json() ? json.dump(1) + "\n" : present::text_table(table, 130));
  return static_cast<int>(Exit::kDone);
}

int scheme_show_command(const Console& console, const Common& common, const SchemeArguments& arguments) {
  const auto library = open_schemes(common, arguments);
  if (!library) return console.fail(library.error());
  const bool is_named = arguments.first.find('@') != std::string::npos || arguments.first.ends_with(".toml");
  const auto found = arguments.date && !is_named ? version_on(*library, arguments.first, *arguments.date)
                                                 : version_asked(*library, arguments.first);
  if (!found) return console.fail(found.error());
  if (!console.json()) {
    print_version(console, *found->scheme, *found->version);
    return static_cast<int>(Exit::kDone);
  }
  nlohmann::json json{
      {"id", found->scheme->id}, {"version", found->version->name}, {"statements", nlohmann::json::array()}};
  for (const Statement& statement : statements_of(console, *found->version))
    json["statements"].push_back(json_of(statement));
  console.answer(json.dump(1) + "\n");
  return static_cast<int>(Exit::kDone);
}

int scheme_check_command(const Console& console, const Common&, const SchemeArguments& arguments) {
  Faults faults;
  for (const auto& path : arguments.files) {
    const auto bytes = read_file(path);
    const auto read = bytes ? scheme::read_scheme(*bytes, path.string()) : Result<Scheme>(passend::fail(bytes.error()));
    if (!read) {
      faults.insert(faults.end(), read.error().begin(), read.error().end());
      continue;
    }
    int unknown = 0;
    for (const SchemeVersion& version : read->versions) unknown += scheme::unknowns_in(version);
    if (!console.json())
      console.answer(console.text("scheme.checked", {{"file", path.string()},
                                                     {"versions", std::to_string(read->versions.size())},
                                                     {"unknown", std::to_string(unknown)}}) +
                     "\n");
  }
  return faults.empty() ? static_cast<int>(Exit::kDone) : console.fail(faults);
}

int scheme_diff_command(const Console& console, const Common& common, const SchemeArguments& arguments) {
  const auto library = open_schemes(common, arguments);
  if (!library) return console.fail(library.error());
  const auto a = version_asked(*library, arguments.first);
  if (!a) return console.fail(a.error());
  const auto b = version_asked(*library, arguments.second);
  if (!b) return console.fail(b.error());
  const auto changes = changes_between(console, *a->version, *b->version);
  nlohmann::json json = nlohmann::json::array();
  for (const Change& change : changes)
    json.push_back({{"section", change.section},
                    {"key", change.key},
                    {"label", change.label},
                    {"before", change.before},
                    {"after", change.after}});
  if (console.json()) {
    console.answer(json.dump(1) + "\n");
    return static_cast<int>(Exit::kDone);
  }
  console.answer(present::wrapped(
      console.text("scheme.diff.title", {{"a", fmt::format("{} {}", a->scheme->title, a->version->name)},
                                         {"b", fmt::format("{} {}", b->scheme->title, b->version->name)}})));
  for (const auto section : kSections) {
    const auto is_in = [&](const Change& change) { return change.section == section; };
    if (std::ranges::none_of(changes, is_in)) continue;
    console.answer("\n" + console.text(fmt::format("scheme.section.{}", section)) + "\n");
    for (const Change& change : changes) {
      if (!is_in(change)) continue;
      const char* key = change.before.empty()  ? "scheme.diff.added"
                        : change.after.empty() ? "scheme.diff.removed"
                                               : "scheme.diff.changed";
      const std::string label = change.label.empty() ? "" : change.label + ": ";
      print_list(console, console.text(key, {{"label", label}, {"before", change.before}, {"after", change.after}}));
    }
  }
  if (changes.empty()) console.answer(console.text("scheme.diff.none") + "\n");
  return static_cast<int>(Exit::kDone);
}

int scheme_eligible_command(const Console& console, const Common& common, const SchemeArguments& arguments) {
  const auto library = open_schemes(common, arguments);
  if (!library) return console.fail(library.error());
  const auto law = load_parameters(service::find_data_folder(common.data) / "law");
  if (!law) return console.fail(law.error());
  const auto bytes = read_file(arguments.facts);
  if (!bytes) return console.fail(bytes.error());
  auto facts = scheme::read_facts(*bytes, arguments.facts.string());
  if (!facts) return console.fail(facts.error());
  if (arguments.date) facts->date = *arguments.date;
  if (Faults later = scheme::facts_after_their_date(*facts, arguments.facts.string()); !later.empty())
    return console.fail(later);
  const Asked asked{*facts, scheme::aow_age_on(*law, facts->date)};
  if (arguments.first.empty()) return answer_all(console, *library, asked);
  const auto found = arguments.first.find('@') == std::string::npos && !arguments.first.ends_with(".toml")
                         ? version_on(*library, arguments.first, facts->date)
                         : version_asked(*library, arguments.first);
  if (!found) return console.fail(found.error());
  if (!found->version->holds_on(facts->date))
    return console.fail({{.code = FaultCode::kUnknownScheme,
                          .file = arguments.first,
                          .value = arguments.first,
                          .args = {{"date", to_string(facts->date)}}}});
  return answer_one(console, *law, *found, asked);
}

}  // namespace passend::cli
