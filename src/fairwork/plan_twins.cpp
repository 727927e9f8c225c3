// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/plan_twins.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "matching/person_options.hpp"
#include "matching/scheme_targets.hpp"

namespace passend::fairwork {
namespace {

constexpr std::size_t kChanges = kTwinChanges.size();
constexpr std::size_t kShown = 10;
constexpr int kMostDays = 300;  // by which a birth date moves

bool same(std::span<const Candidate> a, std::span<const Candidate> b) {
  return std::ranges::equal(a, b, [](const Candidate& x, const Candidate& y) {
    return x.work == y.work && x.score == y.score && x.conditional == y.conditional;
  });
}

bool same(const PersonOptions& a, const PersonOptions& b) {
  const auto option = [](const WorkOption& x, const WorkOption& y) {
    return x.work == y.work && x.score == y.score && x.questions.size() == y.questions.size();
  };
  const auto question = [](const QuestionWorth& x, const QuestionWorth& y) { return x.pairs == y.pairs; };
  const auto opening = [](const Opening& x, const Opening& y) { return x.gate == y.gate && x.works == y.works; };
  return std::ranges::equal(a.options, b.options, option) && std::ranges::equal(a.questions, b.questions, question) &&
         std::ranges::equal(a.openings, b.openings, opening);
}

// What may take the place of what, found once for a municipality.
class Changes {
 public:
  Changes(const PlanContext& context, const Snapshot& snapshot) : context_(context) {
    std::set<std::string> benefits;
    for (const Person& person : snapshot.people)
      if (person.benefit != Symbol{}) benefits_.push_back(person.benefit);
    std::ranges::sort(benefits_, {}, &Symbol::index);
    benefits_.erase(std::unique(benefits_.begin(), benefits_.end()), benefits_.end());
    std::map<std::pair<std::int32_t, std::int32_t>, std::vector<std::int32_t>> at;
    const auto& points = context.reference->points;
    for (std::size_t p = 0; p < points.size(); ++p)
      at[{points[p].x_m, points[p].y_m}].push_back(static_cast<std::int32_t>(p));
    for (const auto& [place, here] : at)
      for (std::size_t i = 0; here.size() > 1 && i < here.size(); ++i)
        neighbour_[here[i]] = here[(i + 1) % here.size()];
    for (std::uint32_t g = 0; g < snapshot.groups.size(); ++g) {
      const auto steers = [&](const FloorRule& floor) {
        return floor.group == context.symbols->text(snapshot.groups[g].name);
      };
      if (std::ranges::none_of(context.rules->floors, steers)) free_groups_.push_back(g);
    }
  }

  // False where this person has no such twin; then nothing was changed.
  bool make(TwinChange change, std::size_t turn, Person& person) const {
    switch (change) {
      case TwinChange::kBirthDate:
        return move_birth(turn, person);
      case TwinChange::kBenefit:
        return swap_benefit(turn, person);
      case TwinChange::kLanguages:
        return turn_round(person.languages);
      case TwinChange::kSkills:
        return turn_round(person.skills);
      case TwinChange::kPc4:
        return move_house(person);
      case TwinChange::kGroup:
        return swap_group(turn, person);
    }
    return false;
  }

 private:
  template <class Row>
  static bool turn_round(std::vector<Row>& rows) {
    if (rows.size() < 2) return false;
    std::ranges::reverse(rows);
    return true;
  }

  // Only grown-ups: whoever reached the full minimum on the plan date keeps it on every later day.
  bool move_birth(std::size_t turn, Person& person) const {
    if (!person.birth) return false;
    const StatutoryMinimum& scale = context_.minimum_on(context_.date);
    const int full =
        std::max(scale.lowest_age + static_cast<int>(scale.by_age.size()), context_.rules->wage_floor_from_age);
    const int days = 1 + static_cast<int>(turn % kMostDays);
    const Date moved = *person.birth + (turn % 2 == 0 ? days : -days);
    if (age_on(*person.birth, context_.date) < full || age_on(moved, context_.date) < full) return false;
    person.birth = moved;
    return true;
  }

  bool swap_benefit(std::size_t turn, Person& person) const {
    if (person.benefit == Symbol{} || benefits_.size() < 2) return false;
    const Symbol other = benefits_[turn % benefits_.size()];
    if (other == person.benefit) return false;
    person.benefit = other;  // its duration stays
    return true;
  }

  bool move_house(Person& person) const {
    const auto found = neighbour_.find(person.point);
    if (found == neighbour_.end()) return false;
    person.point = found->second;  // another postcode on the very same point
    return true;
  }

  bool swap_group(std::size_t turn, Person& person) const {
    if (free_groups_.empty()) return false;
    const std::uint32_t group = free_groups_[turn % free_groups_.size()];
    const auto found = std::ranges::find(person.groups, group);
    if (found != person.groups.end())
      person.groups.erase(found);
    else
      person.groups.insert(std::ranges::upper_bound(person.groups, group), group);
    return true;
  }

  const PlanContext& context_;
  std::vector<Symbol> benefits_;
  std::map<std::int32_t, std::int32_t> neighbour_;  // points with the same coordinates
  std::vector<std::uint32_t> free_groups_;
};

class TwinTest {
 public:
  TwinTest(const PlanContext& context, Snapshot& snapshot, const ParameterStore& law, const Planner& planner,
           const TwinQuestion& question)
      : context_(context),
        snapshot_(snapshot),
        law_(law),
        planner_(planner),
        question_(question),
        changes_(context, snapshot),
        originals_(snapshot.people) {}

  Result<TwinAnswer> run() {
    const Plan original = planner_(context_, snapshot_);
    ++out_.plans;
    out_.stopped = original.stopped;
    for (std::size_t round = 0; out_.twins() < question_.twins && !out_.stopped; ++round) {
      const std::int64_t before = out_.twins();
      if (const auto done = one_plan(round, original); !done) return fail(done.error());
      if (out_.twins() == before && round >= kChanges) break;  // no twin can be made of anyone
    }
    snapshot_.people = originals_;
    if (const auto back = fill_schemes(snapshot_, law_, context_.date); !back) return fail(back.error());
    return std::move(out_);
  }

 private:
  // Every person becomes the twin of themselves in one thing, and the whole plan is made again.
  Result<void> one_plan(std::size_t round, const Plan& original) {
    std::vector<std::optional<TwinChange>> changed(originals_.size());
    for (std::size_t p = 0; p < originals_.size(); ++p) changed[p] = change_one(p, round);
    if (const auto filled = fill_schemes(snapshot_, law_, context_.date); !filled) return fail(filled.error());
    bool lawful = false;
    for (std::size_t p = 0; p < originals_.size(); ++p) {
      // A scheme may ask for this benefit or age: then the two are no twins.
      if (!changed[p] || snapshot_.people[p].targets == originals_[p].targets) continue;
      snapshot_.people[p] = originals_[p];
      changed[p].reset();
      lawful = true;
    }
    if (lawful)
      if (const auto filled = fill_schemes(snapshot_, law_, context_.date); !filled) return fail(filled.error());
    const Plan plan = planner_(context_, snapshot_);
    if (plan.stopped) {  // says nothing about twins
      out_.stopped = true;
      snapshot_.people = originals_;
      return {};
    }
    ++out_.plans;
    for (std::size_t p = 0; p < originals_.size() && !out_.stopped; ++p) {
      if (changed[p]) compare(p, *changed[p], original, plan);
      if (question_.progress && changed[p]) question_.progress(out_.twins(), question_.twins);
      out_.stopped = question_.stop.stop_requested();
    }
    snapshot_.people = originals_;
    return {};
  }

  std::optional<TwinChange> change_one(std::size_t p, std::size_t round) {
    for (std::size_t k = 0; k < kChanges; ++k) {
      const auto change = static_cast<TwinChange>((p + round + k) % kChanges);
      if (changes_.make(change, p + round * kChanges, snapshot_.people[p])) return change;
    }
    return std::nullopt;
  }

  void compare(std::size_t p, TwinChange change, const Plan& original, const Plan& plan) {
    TwinRow& row = out_.rows[static_cast<std::size_t>(change)];
    const std::int64_t before = row.differences();
    ++row.twins;
    row.candidates_differ += !same(original.candidates.of(p), plan.candidates.of(p));
    bool differs = original.rounds.size() != plan.rounds.size();
    for (std::size_t r = 0; !differs && r < plan.rounds.size(); ++r) {
      const auto a = proposal_of(original, original.rounds[r], p);
      const auto b = proposal_of(plan, plan.rounds[r], p);
      differs = a.has_value() != b.has_value() || (a && a->work != b->work);
    }
    row.voorstel_differs += differs;
    if (out_.twins() % question_.options_each == 0) {
      ++row.options_looked_at;
      row.options_differ += !same(options_of(context_, snapshot_, originals_[p], false),
                                  options_of(context_, snapshot_, snapshot_.people[p], false));
    }
    if (row.differences() > before && out_.first.size() < kShown)
      out_.first.push_back({change, std::string(context_.symbols->text(originals_[p].id))});
  }

  const PlanContext& context_;
  Snapshot& snapshot_;
  const ParameterStore& law_;
  const Planner& planner_;
  const TwinQuestion& question_;
  Changes changes_;
  std::vector<Person> originals_;
  TwinAnswer out_;
};

}  // namespace

std::int64_t TwinAnswer::twins() const {
  std::int64_t sum = 0;
  for (const TwinRow& row : rows) sum += row.twins;
  return sum;
}

std::int64_t TwinAnswer::differences() const {
  std::int64_t sum = 0;
  for (const TwinRow& row : rows) sum += row.differences();
  return sum;
}

Result<TwinAnswer> test_twins(const PlanContext& context, Snapshot& snapshot, const ParameterStore& law,
                              const Planner& planner, const TwinQuestion& question) {
  return TwinTest(context, snapshot, law, planner, question).run();
}

}  // namespace passend::fairwork
