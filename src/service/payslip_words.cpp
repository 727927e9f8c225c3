// SPDX-License-Identifier: EUPL-1.2
#include "service/payslip_words.hpp"

#include <algorithm>

#include "present/numbers.hpp"

namespace passend::service {
namespace {

using fairwork::PayslipAnswer;
using fairwork::PayslipFinding;

// The words of a finding's kind: a deduction, a statement, or how far a duty is enforced.
std::string kind_words(const present::Catalogue& words, const PayslipFinding& finding) {
  for (const char* list : {"payslip.kind.", "payslip.statement."})
    if (const auto key = list + finding.kind; words.has(key)) return words.text(key);
  return finding.kind;
}

}  // namespace

std::string finding_line(const present::Catalogue& words, const PayslipFinding& finding) {
  std::string line = words.text("payslip.finding." + finding.name, {{"kind", kind_words(words, finding)}});
  if (!finding.note.empty()) line += " " + words.text("payslip.lender." + finding.note);
  if (finding.owed.value > 0) line += " " + present::Numbers(words).euro(finding.owed) + ".";
  return line + " (" + finding.article + ")";
}

std::vector<std::string> next_steps(const PayslipAnswer& answer) {
  const auto found = [&](std::initializer_list<std::string_view> names) {
    return std::ranges::any_of(answer.findings, [&](const PayslipFinding& finding) {
      return std::ranges::find(names, finding.name) != names.end();
    });
  };
  const bool lives = found({"register_brp", "register_rni"});
  const bool lodges = found({"floor_area"});
  const bool works = answer.findings.size() > (lives ? 1U : 0U) + (lodges ? 1U : 0U);
  std::vector<std::string> steps;
  if (works) steps.emplace_back("employer");
  if (answer.owed().value > 0) steps.emplace_back("claim");
  if (works) steps.insert(steps.end(), {"advice", "inspection"});
  if (lodges) steps.emplace_back("housing");
  if (lives) steps.emplace_back("municipality");
  return steps;
}

bool rests_on_doubt(const PayslipAnswer& answer) {
  return std::ranges::any_of(answer.steps, [](const Origin& origin) {
    return origin.confidence != Confidence::kConfirmed || origin.state != LawState::kVastgesteld;
  });
}

}  // namespace passend::service
