// SPDX-License-Identifier: EUPL-1.2
// passend fair tender: which bids and contracts keep to a clause on paid internships, why not, and what is missing.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/csv.hpp"
#include "base/text_file.hpp"
#include "cli/fair_tender_commands.hpp"
#include "cli/scheme_words.hpp"
#include "cli/schemes.hpp"
#include "cli/today.hpp"
#include "fairwork/tender.hpp"
#include "present/numbers.hpp"
#include "present/table.hpp"
#include "present/terminal.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

using fairwork::TenderAnswer;
using fairwork::TenderFinding;
using fairwork::TenderReason;
using fairwork::TenderVerdict;
using fairwork::Undertaking;
using fairwork::UndertakingKind;

struct Judged {
  std::vector<fairwork::InternshipClause> clauses;  // which the answers point into
  fairwork::TenderWords words;
  std::vector<Undertaking> undertakings;
  std::vector<TenderAnswer> answers;
};

template <class Read>
auto read_from(const std::filesystem::path& file, Read read) -> decltype(read(std::string{})) {
  const auto bytes = read_file(file);
  if (!bytes) return passend::fail(bytes.error());
  return read(*bytes);
}

Result<fairwork::SocialReturn> social_return_of(const SchemeLibrary& library, const fairwork::InternshipClause* clause,
                                                Date announced) {
  if (clause == nullptr || clause->scheme.empty()) return fairwork::SocialReturn{};
  const auto found = version_on(library, clause->scheme, announced);
  if (!found) return passend::fail(found.error());
  return fairwork::SocialReturn{found->scheme.get(), found->version};
}

Result<void> judge_all(const Common& common, const FairTenderArguments& arguments, Date on, Judged& judged) {
  const auto words_file = service::find_data_folder(common.data) / "fairwork/tender.toml";
  auto words = read_from(
      words_file, [&](const std::string& bytes) { return fairwork::read_tender_words(bytes, words_file.string()); });
  if (!words) return passend::fail(words.error());
  judged.words = std::move(*words);
  auto clauses = read_from(arguments.clauses, [&](const std::string& bytes) {
    return fairwork::read_clauses(bytes, arguments.clauses.string(), judged.words);
  });
  if (!clauses) return passend::fail(clauses.error());
  judged.clauses = std::move(*clauses);
  auto undertakings = read_from(arguments.undertakings, [&](const std::string& bytes) {
    return fairwork::read_undertakings(bytes, arguments.undertakings.string(), judged.words);
  });
  if (!undertakings) return passend::fail(undertakings.error());
  judged.undertakings = std::move(*undertakings);
  const auto library = open_schemes(common, {});
  if (!library) return passend::fail(library.error());
  for (const Undertaking& one : judged.undertakings) {
    const auto social = social_return_of(*library, clause_of(judged.clauses, one), one.announced);
    if (!social) return passend::fail(social.error());
    auto answer = judge(judged.clauses, one, on, *social);
    if (!answer) return passend::fail(answer.error());
    judged.answers.push_back(std::move(*answer));
  }
  return {};
}

nlohmann::json json_of(const TenderFinding& finding) {
  nlohmann::json json{{"reason", row_of(finding.reason).name}};
  json["internship"] = finding.internship ? nlohmann::json(*finding.internship + 1) : nlohmann::json();
  if (finding.short_by.value > 0) {
    json["due_month_eurocent"] = finding.due.value;
    json["short_month_eurocent"] = finding.short_by.value;
  }
  if (!finding.missing.empty()) json["missing"] = finding.missing;
  if (finding.since) json["since"] = to_string(*finding.since);
  return json;
}

nlohmann::json json_of(const Undertaking& one, const TenderAnswer& answer) {
  nlohmann::json findings = nlohmann::json::array(), points = nlohmann::json::array();
  for (const TenderFinding& finding : answer.findings) findings.push_back(json_of(finding));
  for (const auto& point : answer.points) points.push_back(point ? nlohmann::json(point->value) : nlohmann::json());
  return {{"id", one.id},
          {"kind", one.kind == UndertakingKind::kBid ? "bid" : "contract"},
          {"lot", one.lot},
          {"announced", to_string(one.announced)},
          {"clause", answer.clause == nullptr ? nlohmann::json() : nlohmann::json(answer.clause->id)},
          {"verdict", name_of(answer.verdict)},
          {"findings", findings},
          {"points_eurocent", points},
          {"total_points_eurocent", answer.total_points().value},
          {"next_check", answer.next_check ? nlohmann::json(to_string(*answer.next_check)) : nlohmann::json()}};
}

std::string words_of(const Console& console, const TenderFinding& finding) {
  const present::Numbers numbers(console.catalogue());
  std::string missing;
  for (const std::string& word : finding.missing)
    missing += (missing.empty() ? "" : ", ") + console.text("tender.evidence." + word);
  std::string line = console.text(fmt::format("tender.reason.{}", row_of(finding.reason).name),
                                  {{"due", numbers.euro(finding.due)},
                                   {"short", numbers.euro(finding.short_by)},
                                   {"missing", missing},
                                   {"date", finding.since ? numbers.date(*finding.since) : ""}});
  if (!finding.internship) return line;
  return console.text("tender.internship", {{"number", std::to_string(*finding.internship + 1)}}) + " " + line;
}

void print(const Console& console, const Judged& judged) {
  const present::Numbers numbers(console.catalogue());
  std::map<TenderVerdict, int> counts;
  for (const TenderAnswer& answer : judged.answers) ++counts[answer.verdict];
  present::Arguments arguments;
  for (const auto verdict :
       {TenderVerdict::kMeets, TenderVerdict::kIncomplete, TenderVerdict::kFails, TenderVerdict::kNotCovered})
    arguments.emplace(name_of(verdict), numbers.count(counts[verdict]));
  console.answer(present::wrapped(console.text("tender.headline", arguments)) + "\n");
  present::Table table{.columns = {{console.text("tender.column.id")},
                                   {console.text("tender.column.lot")},
                                   {console.text("tender.column.verdict")},
                                   {console.text("tender.column.points"), true}}};
  for (std::size_t i = 0; i < judged.answers.size(); ++i)
    table.rows.push_back({{judged.undertakings[i].id},
                          {judged.undertakings[i].lot},
                          {console.text(fmt::format("tender.verdict.{}", name_of(judged.answers[i].verdict)))},
                          {numbers.euro(judged.answers[i].total_points())}});
  console.answer(present::text_table(table));
  for (std::size_t i = 0; i < judged.answers.size(); ++i) {
    if (judged.answers[i].findings.empty()) continue;
    console.answer(fmt::format("\n{}\n", judged.undertakings[i].id));
    for (const TenderFinding& finding : judged.answers[i].findings) console.answer(bullet(words_of(console, finding)));
  }
  if (counts[TenderVerdict::kFails] + counts[TenderVerdict::kIncomplete] > 0) {
    console.answer("\n" + present::wrapped(console.text("tender.person")));
    for (const fairwork::TenderLimit& limit : judged.words.limits)
      console.answer(bullet(console.text("tender.limit." + limit.name) + " (" + limit.article + ")"));
  }
  console.answer("\n" + present::wrapped(console.text("tender.points_are")));
}

// The register of contracts: one line each, for the file of a contract manager.
std::string register_of(const Judged& judged) {
  std::string csv =
      csv_line({"contract", "lot", "announced", "from", "until", "clause", "verdict", "reasons", "next_check"});
  const auto day = [](const std::optional<Date>& date) { return date ? to_string(*date) : std::string(); };
  for (std::size_t i = 0; i < judged.answers.size(); ++i) {
    const Undertaking& one = judged.undertakings[i];
    const TenderAnswer& answer = judged.answers[i];
    if (one.kind != UndertakingKind::kContract) continue;
    std::string reasons;
    for (const TenderFinding& finding : answer.findings)
      reasons += (reasons.empty() ? "" : " ") + std::string(row_of(finding.reason).name);
    csv += csv_line({one.id, one.lot, to_string(one.announced), day(one.from), day(one.until),
                     answer.clause == nullptr ? "" : answer.clause->id, std::string(name_of(answer.verdict)), reasons,
                     day(answer.next_check)});
  }
  return csv;
}

}  // namespace

int fair_tender_command(const Console& console, const Common& common, const FairTenderArguments& arguments) {
  Judged judged;
  if (const auto done = judge_all(common, arguments, arguments.date.value_or(today()), judged); !done)
    return console.fail(done.error());
  if (!arguments.out.empty())
    if (const auto written = replace_file(arguments.out, register_of(judged)); !written)
      return console.fail(written.error());
  if (console.json()) {
    nlohmann::json rows = nlohmann::json::array();
    for (std::size_t i = 0; i < judged.answers.size(); ++i)
      rows.push_back(json_of(judged.undertakings[i], judged.answers[i]));
    console.answer(nlohmann::json{{"undertakings", rows}}.dump(1) + "\n");
  } else {
    print(console, judged);
  }
  const bool kept = std::ranges::all_of(judged.answers, [](const TenderAnswer& answer) {
    return answer.verdict == TenderVerdict::kMeets || answer.verdict == TenderVerdict::kNotCovered;
  });
  return static_cast<int>(kept ? Exit::kDone : Exit::kNo);
}

void add_fair_tender(CommandTree& tree, CLI::App& fair) {
  auto& arguments = tree.keep<FairTenderArguments>();
  CLI::App* tender = tree.command(fair, "tender", "fair-tender");
  tender->add_option("CLAUSES", arguments.clauses, tree.text("cli.help.clauses"))->required();
  tender->add_option("FILE", arguments.undertakings, tree.text("cli.help.bids"))->required();
  tender->add_option("--register", arguments.out, tree.text("cli.help.register"));
  tree.add_date(tender);
  tree.add_template(tender, "examples/internship_clause.toml");
  tree.on(tender, arguments, fair_tender_command);
}

}  // namespace passend::cli
