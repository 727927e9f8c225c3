// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/practice_analysis.hpp"

#include <algorithm>
#include <map>

namespace passend::fairwork {
namespace {

struct AtEmployer {
  Count pairs = 0, difference = 0;  // only the reference less only the tested
};

double real(Count count) { return static_cast<double>(count); }

// The variance of the gap when pairs at one employer go together, over that of independent pairs (Kish 1965; the
// variance between clusters of a ratio as in Obuchowski 1998). Never below 1.
double design_effect(const std::map<std::size_t, AtEmployer>& employers, const PracticeFigures& figures) {
  if (figures.employers == figures.pairs) return 1;
  const double alike = real(figures.pairs) / real(figures.employers);
  if (figures.employers < 2) return alike;
  double between = 0;
  for (const auto& [id, one] : employers) {
    const double residue = real(one.difference) - real(one.pairs) * figures.gap;
    between += residue * residue;
  }
  between *= real(figures.employers) / real(figures.employers - 1);
  const double within =
      real(figures.only_reference + figures.only_tested) - real(figures.pairs) * figures.gap * figures.gap;
  return within > 0 ? std::max<double>(between / within, 1) : alike;
}

}  // namespace

bool PracticeAnswer::differs() const {
  return std::ranges::any_of(grounds, [](const PracticeRow& row) { return row.state == PracticeState::kDifference; });
}

PracticeFigures practice_figures(const std::vector<PairOutcome>& pairs, double confidence) {
  PracticeFigures out{.pairs = static_cast<Count>(pairs.size())};
  std::map<std::size_t, AtEmployer> employers;
  for (const PairOutcome& pair : pairs) {
    ++(pair.reference ? (pair.tested ? out.both : out.only_reference) : (pair.tested ? out.only_tested : out.neither));
    AtEmployer& at = employers[pair.employer];
    ++at.pairs;
    at.difference += Count{pair.reference} - Count{pair.tested};
  }
  out.employers = static_cast<Count>(employers.size());
  PairCounts counts{real(out.both), real(out.only_reference), real(out.only_tested), real(out.neither)};
  out.gap = paired_difference(counts);
  out.widened = design_effect(employers, out);
  for (double* part : {&counts.both, &counts.only_first, &counts.only_second, &counts.neither}) *part /= out.widened;
  out.interval = paired_interval(counts, confidence);
  std::vector<Count> totals;
  for (const auto& [id, one] : employers) totals.push_back(one.difference);
  out.p = sign_flip_test(totals);
  out.p_exact = mcnemar_exact(out.only_reference, out.only_tested);
  out.corrected = mcnemar(out.only_reference, out.only_tested, true);
  out.uncorrected = mcnemar(out.only_reference, out.only_tested, false);
  return out;
}

PracticeAnswer analyse_practice(const PracticeLog& log, const PracticeRules& rules, double alpha) {
  PracticeAnswer out;
  std::vector<PairOutcome> shown;
  std::vector<double> p_values;
  for (std::size_t k = 0; k < rules.kinds.size(); ++k) {
    const std::string& ground = rules.kinds[k].ground;
    if (std::ranges::find(out.grounds, ground, &PracticeRow::ground) != out.grounds.end()) continue;
    std::vector<PairOutcome> pairs;
    std::ranges::copy_if(log.pairs, std::back_inserter(pairs),
                         [&](const PairOutcome& pair) { return rules.kinds[pair.kind].ground == ground; });
    if (pairs.empty()) continue;
    PracticeRow row{.ground = ground, .state = PracticeState::kHidden};
    const PracticeFigures figures = practice_figures(pairs, rules.confidence);
    if (figures.employers >= rules.small_cell) {
      row.state = figures.pairs < rules.minimum_pairs ? PracticeState::kTooFew : PracticeState::kNoneShown;
      row.figures = figures;
      shown.insert(shown.end(), pairs.begin(), pairs.end());
      if (row.decided()) p_values.push_back(figures.p);
    }
    out.grounds.push_back(std::move(row));
  }
  const std::vector<double> adjusted = holm(p_values);
  auto next = adjusted.begin();
  for (PracticeRow& row : out.grounds) {
    if (!row.decided()) continue;
    row.p_adjusted = *next++;
    if (row.p_adjusted <= alpha) row.state = PracticeState::kDifference;
  }
  if (!shown.empty()) out.total = practice_figures(shown, rules.confidence);
  return out;
}

}  // namespace passend::fairwork
