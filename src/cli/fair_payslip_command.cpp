// SPDX-License-Identifier: EUPL-1.2
// passend fair payslip: is this payslip right, what is owed, what to do and where to go. In five languages.
#include <nlohmann/json.hpp>

#include "base/text_file.hpp"
#include "cli/fair_commands.hpp"
#include "cli/scheme_words.hpp"
#include "fairwork/payslip_table.hpp"
#include "present/numbers.hpp"
#include "present/table.hpp"
#include "present/terminal.hpp"
#include "service/payslip_words.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

using fairwork::PayslipAnswer;
using fairwork::PayslipFinding;

nlohmann::json json_of(const PayslipAnswer& answer, const fairwork::Payslip& slip) {
  nlohmann::json findings = nlohmann::json::array();
  for (const PayslipFinding& one : answer.findings)
    findings.push_back({{"finding", one.name},
                        {"kind", one.kind.empty() ? nlohmann::json() : nlohmann::json(one.kind)},
                        {"article", one.article},
                        {"owed_eurocent", one.owed.value}});
  nlohmann::json steps = nlohmann::json::array();
  for (const Origin& origin : answer.steps)
    steps.push_back({{"parameter", origin.id},
                     {"article", origin.article},
                     {"from", to_string(origin.from)},
                     {"confidence", name_of(origin.confidence)},
                     {"state", name_of(origin.state)}});
  return {{"due_eurocent", answer.due.value},
          {"counted_eurocent", answer.counted.value},
          {"agreed_eurocent", answer.agreed ? nlohmann::json(answer.agreed->value) : nlohmann::json()},
          {"owed_eurocent", answer.owed().value},
          {"findings", findings},
          {"questions", answer.questions},
          {"steps", steps},
          {"date", to_string(slip.days.until)}};
}

void print(const Console& console, const PayslipAnswer& answer, const fairwork::Payslip& slip) {
  const present::Catalogue& words = console.catalogue();
  const present::Numbers numbers(words);
  const auto list = [&](const std::string& heading, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    console.answer("\n" + words.text(heading) + "\n");
    for (const std::string& line : lines) console.answer(bullet(line));
  };
  const char* headline = answer.findings.empty()   ? "payslip.fine"
                         : answer.owed().value > 0 ? "payslip.owed"
                                                   : "payslip.faults";
  console.answer(present::wrapped(words.text(headline, {{"amount", numbers.euro(answer.owed())}})));
  console.answer(present::wrapped(words.text(answer.due.value > 0 ? "payslip.due" : "payslip.too_young",
                                             {{"hours", numbers.hours(slip.hours)},
                                              {"due", numbers.euro(answer.due)},
                                              {"counted", numbers.euro(answer.counted)}})));
  std::vector<std::string> found, asked, next;
  for (const PayslipFinding& finding : answer.findings) found.push_back(service::finding_line(words, finding));
  for (const std::string& question : answer.questions) asked.push_back(words.text("payslip.question." + question));
  for (const std::string& step : service::next_steps(answer)) next.push_back(words.text("payslip.step." + step));
  list("payslip.found", found);
  list("payslip.asked", asked);
  list("payslip.next", next);
  console.answer("\n");
  if (service::rests_on_doubt(answer)) console.answer(present::wrapped(words.text("payslip.doubt")));
  console.answer(present::wrapped(words.text("payslip.kept")));
}

void print(const Console& console, const std::vector<fairwork::PayslipRow>& slips,
           const std::vector<PayslipAnswer>& answers) {
  const present::Numbers numbers(console.catalogue());
  present::Table table{.columns = {{console.text("payslip.column.slip")},
                                   {console.text("payslip.column.found"), true},
                                   {console.text("payslip.column.owed"), true}}};
  Eurocent owed;
  std::int64_t faulty = 0;
  for (std::size_t i = 0; i < slips.size(); ++i) {
    if (answers[i].findings.empty()) continue;
    ++faulty;
    owed = owed + answers[i].owed();
    table.rows.push_back({{slips[i].id},
                          {numbers.count(static_cast<std::int64_t>(answers[i].findings.size()))},
                          {numbers.euro(answers[i].owed())}});
  }
  console.answer(
      present::wrapped(console.text("payslip.many", {{"slips", numbers.count(static_cast<std::int64_t>(slips.size()))},
                                                     {"faulty", numbers.count(faulty)},
                                                     {"amount", numbers.euro(owed)}})));
  if (faulty > 0) console.answer("\n" + present::text_table(table));
  console.answer("\n" + present::wrapped(console.text("payslip.kept")));
}

struct Rules {
  ParameterStore law;
  fairwork::PayslipRules payslip;
};

Result<Rules> read_rules(const std::filesystem::path& data) {
  auto law = load_parameters(data / "law");
  if (!law) return passend::fail(law.error());
  const auto file = data / "fairwork/payslip.toml";
  const auto bytes = read_file(file);
  if (!bytes) return passend::fail(bytes.error());
  auto payslip = fairwork::read_payslip_rules(*bytes, file.string());
  if (!payslip) return passend::fail(payslip.error());
  return Rules{std::move(*law), std::move(*payslip)};
}

int one_slip(const Console& console, const Rules& rules, const std::string& bytes, const std::string& file) {
  const auto slip = fairwork::read_payslip(bytes, file, rules.payslip);
  if (!slip) return console.fail(slip.error());
  const auto answer = fairwork::check_payslip(rules.law, rules.payslip, *slip);
  if (!answer) return console.fail(answer.error());
  if (console.json())
    console.answer(json_of(*answer, *slip).dump(1) + "\n");
  else
    print(console, *answer, *slip);
  return static_cast<int>(answer->findings.empty() ? Exit::kDone : Exit::kNo);
}

int many_slips(const Console& console, const Rules& rules, const std::string& bytes, const std::string& file) {
  const auto slips = fairwork::read_payslips(bytes, file, rules.payslip);
  if (!slips) return console.fail(slips.error());
  std::vector<PayslipAnswer> answers;
  bool found = false;
  for (const fairwork::PayslipRow& row : *slips) {
    auto answer = fairwork::check_payslip(rules.law, rules.payslip, row.slip);
    if (!answer) return console.fail(answer.error());
    found = found || !answer->findings.empty();
    answers.push_back(std::move(*answer));
  }
  if (console.json()) {
    nlohmann::json rows = nlohmann::json::array();
    for (std::size_t i = 0; i < answers.size(); ++i) {
      rows.push_back(json_of(answers[i], (*slips)[i].slip));
      rows.back()["slip"] = (*slips)[i].id;
    }
    console.answer(nlohmann::json{{"slips", rows}}.dump(1) + "\n");
  } else {
    print(console, *slips, answers);
  }
  return static_cast<int>(found ? Exit::kNo : Exit::kDone);
}

}  // namespace

int fair_payslip_command(const Console& console, const Common& common, const FairArguments& arguments) {
  const auto rules = read_rules(service::find_data_folder(common.data));
  if (!rules) return console.fail(rules.error());
  const auto bytes = read_file(arguments.file);
  if (!bytes) return console.fail(bytes.error());
  const bool is_table = arguments.file.extension() == ".csv";
  return (is_table ? many_slips : one_slip)(console, *rules, *bytes, arguments.file.string());
}

}  // namespace passend::cli
