// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/tender.hpp"

#include <algorithm>
#include <map>

#include "scheme/social_return.hpp"

namespace passend::fairwork {
namespace {

// An allowance as it was paid: so much a month for so many hours, no more than a full week.
struct Paid {
  std::int64_t month = 0;
  std::int64_t hours = 0;  // centihours, 1 … the full week
};

// a pays less an hour than b.
bool less(const Paid& a, const Paid& b) { return a.month * b.hours < b.month * a.hours; }

class Judging {
 public:
  Judging(const InternshipClause& clause, const Undertaking& one, Date on) : clause_(clause), one_(one), on_(on) {
    answer_.clause = &clause;
    answer_.points.resize(one.internships.size());
  }

  TenderAnswer run() {
    whole();
    find_lowest();
    for (std::size_t i = 0; i < one_.internships.size(); ++i)
      if (falls_under(one_.internships[i])) internship(i);
    for (const TenderFinding& finding : answer_.findings)
      answer_.verdict = std::max(answer_.verdict, row_of(finding.reason).verdict);
    return std::move(answer_);
  }

 private:
  bool falls_under(const Internship& one) const {
    return std::ranges::find(clause_.kinds, one.kind) != clause_.kinds.end();
  }

  std::optional<Paid> paid(const Internship& one) const {
    if (!one.month || !one.week) return std::nullopt;
    return Paid{one.month->value, std::min(one.week->centi, clause_.full_week.centi)};
  }

  void whole() {
    if (!one_.agrees)
      answer_.findings.push_back({.reason = TenderReason::kAgreementUnknown});
    else if (!*one_.agrees)
      answer_.findings.push_back({.reason = TenderReason::kNotAgreed});
    const bool runs = one_.from && *one_.from <= on_ && !(one_.until && *one_.until < on_);
    if (!runs || !clause_.check_every_months) return;
    const Date due = plus_months(std::max(one_.checked.value_or(*one_.from), *one_.from), *clause_.check_every_months);
    if (!one_.until || due <= *one_.until) answer_.next_check = due;
    if (due < on_) answer_.findings.push_back({.reason = TenderReason::kCheckLate, .since = due});
  }

  // The lowest allowance an hour of each level.
  void find_lowest() {
    for (const Internship& one : one_.internships) {
      const auto now = paid(one);
      if (!now || !falls_under(one)) continue;
      const auto [found, is_new] = lowest_.emplace(one.level, *now);
      if (!is_new && less(*now, found->second)) found->second = *now;
    }
  }

  void internship(std::size_t i) {
    const Internship& one = one_.internships[i];
    const auto add = [&](TenderFinding finding) {
      finding.internship = i;
      answer_.findings.push_back(std::move(finding));
    };
    if (!one.week) add({.reason = TenderReason::kHoursUnknown});
    if (!one.month) add({.reason = TenderReason::kAmountUnknown});
    const auto least = clause_.month.find(one.level);
    if (least == clause_.month.end()) {
      add({.reason = TenderReason::kLevelOpen});
    } else if (const auto now = paid(one)) {
      const Eurocent due{divide_up(least->second.value * now->hours, clause_.full_week.centi)};
      if (now->month < due.value)
        add({.reason = TenderReason::kBelow, .due = due, .short_by = due - *one.month});
      else if (const auto equal = equal_due(one.level, *now); equal && now->month < equal->value)
        add({.reason = TenderReason::kUnequal, .due = *equal, .short_by = *equal - *one.month});
    }
    std::vector<std::string> missing;
    for (const std::string& word : clause_.evidence)
      if (std::ranges::find(one.evidence, word) == one.evidence.end()) missing.push_back(word);
    if (!missing.empty()) add({.reason = TenderReason::kEvidenceMissing, .missing = std::move(missing)});
  }

  // What the best of the other levels gets at least, for the same hours, down to the cent.
  std::optional<Eurocent> equal_due(const std::string& level, const Paid& now) const {
    if (!clause_.equal_levels) return std::nullopt;
    const Paid* best = nullptr;
    for (const auto& [other, lowest] : lowest_)
      if (other != level && (best == nullptr || less(*best, lowest))) best = &lowest;
    if (best == nullptr) return std::nullopt;
    return Eurocent{divide_down(best->month * now.hours, best->hours)};
  }

  const InternshipClause& clause_;
  const Undertaking& one_;
  Date on_;
  std::map<std::string, Paid, std::less<>> lowest_;
  TenderAnswer answer_{};
};

bool has_finding(const TenderAnswer& answer, std::size_t internship) {
  return std::ranges::any_of(answer.findings,
                             [&](const TenderFinding& finding) { return finding.internship == internship; });
}

}  // namespace

Eurocent TenderAnswer::total_points() const {
  Eurocent total;
  for (const auto& one : points) total = total + one.value_or(Eurocent{});
  return total;
}

const InternshipClause* clause_of(const std::vector<InternshipClause>& clauses, const Undertaking& one) {
  const auto found = std::ranges::find_if(
      clauses, [&](const InternshipClause& clause) { return clause.covers(one.announced, one.lot); });
  return found == clauses.end() ? nullptr : &*found;
}

Result<TenderAnswer> judge(const std::vector<InternshipClause>& clauses, const Undertaking& one, Date on,
                           const SocialReturn& social) {
  const InternshipClause* clause = clause_of(clauses, one);
  if (clause == nullptr) {
    TenderAnswer answer;
    answer.verdict = TenderVerdict::kNotCovered;
    answer.points.resize(one.internships.size());
    return answer;
  }
  TenderAnswer answer = Judging(*clause, one, on).run();
  if (social.version == nullptr) return answer;
  std::vector<std::string> social_blocks;
  if (const scheme::Offer* offer = scheme::social_return_offer(*social.version))
    for (const scheme::CreditBlock& one_block : offer->blocks) social_blocks.push_back(one_block.group);
  for (std::size_t i = 0; i < one.internships.size(); ++i) {
    const Internship& internship = one.internships[i];
    const auto block = clause->blocks.find(internship.kind);
    const bool counts = block != clause->blocks.end() && internship.months && internship.week;
    const bool covered = std::ranges::find(clause->kinds, internship.kind) != clause->kinds.end();
    if (!counts || !covered || has_finding(answer, i)) continue;
    if (std::ranges::find(social_blocks, block->second) == social_blocks.end())
      return fail(
          {.code = FaultCode::kNotInList, .file = social.scheme->file, .column = "block", .value = block->second});
    const scheme::Effort effort{.group = block->second,
                                .months = *internship.months,
                                .centihours_week = internship.week->centi,
                                .line = internship.line};
    const auto credit = scheme::social_return(*social.scheme, *social.version, {effort});
    if (!credit) return fail(credit.error());
    answer.points[i] = credit->total;
  }
  return answer;
}

}  // namespace passend::fairwork
