// SPDX-License-Identifier: EUPL-1.2
#include "matching/basisbaan_builder.hpp"

#include <algorithm>
#include <map>

#include "assign/bundles.hpp"
#include "matching/scheme_targets.hpp"
#include "scheme/eligibility.hpp"
#include "work/gates.hpp"

namespace passend {
namespace {

constexpr std::int64_t kMonthsInYear = 12;
constexpr std::array kAsked{Gate::kWish,       Gate::kExclusion, Gate::kPermit, Gate::kTravel,
                            Gate::kConditions, Gate::kPay,       Gate::kWage,   Gate::kSupport};

bool is_a_year_old(Date day, Date on) { return scheme::months_between(day, on) >= kMonthsInYear; }

// The same occupation, one inside the other, or one that is not known.
bool may_be_same(const PlanContext& context, Occupation a, Occupation b) {
  if (a == kOpen || b == kOpen) return true;
  const OccupationTree& tree = context.reference->occupations;
  return tree.lies_in(a, b) || tree.lies_in(b, a) || tree.isco08(a) == tree.isco08(b);
}

std::optional<TaskTest> history_of(const PlanContext& context, const Snapshot& snapshot, const CivicTask& task) {
  std::optional<TaskTest> worst;
  for (const HostEvent& event : snapshot.host_events) {
    const bool counts = event.host == task.host && event.date <= context.date &&
                        !is_a_year_old(event.date, context.date) &&
                        may_be_same(context, event.occupation, task.occupation);
    if (!counts) continue;
    const auto test = static_cast<TaskTest>(static_cast<int>(TaskTest::kVacancy) + static_cast<int>(event.kind));
    if (!worst || test < *worst) worst = test;
  }
  return worst;
}

const HostOpinion* opinion_of(const Snapshot& snapshot, Symbol host) {
  const auto found = std::ranges::find(snapshot.host_opinions, host, &HostOpinion::host);
  return found == snapshot.host_opinions.end() ? nullptr : &*found;
}

// The task as work of its own, so that the gates of a plan decide. It pays the wage floor.
Work as_work(const PlanContext& context, const CivicTask& task) {
  Work work;
  work.id = task.id;
  work.employer = task.host;
  work.kind = WorkKind::kBasisbaan;
  work.occupation = task.occupation;
  work.pc4 = task.pc4;
  work.point = task.point;
  work.places = 1;
  work.closed = false;
  work.bbl = false;
  work.non_displacement = task.non_displacement;
  work.demands = task.demands;
  if (const auto& adult = context.minimum_on(context.date).adult)
    work.hourly_eurocent = std::max(*adult, context.rules->wage_floor_hourly_eurocent);
  return work;
}

bool wants_basisbaan(const Person& person, Date on) {
  return std::ranges::any_of(person.wishes,
                             [&](const Wish& wish) { return wish.kind == WorkKind::kBasisbaan && wish.live(on); });
}

struct Suit {
  std::int32_t wish_rank = 0;
  std::optional<std::int64_t> minutes{};
  std::vector<Question> questions{};
};

class Builder {
 public:
  Builder(const PlanContext& context, const Snapshot& snapshot, const BuilderOptions& options)
      : context_(context), snapshot_(snapshot), options_(options) {
    for (const CivicTask& task : snapshot.tasks) {
      out_.tests.push_back(test_task(context, snapshot, task));
      works_.push_back(as_work(context, task));
    }
  }

  Building run() {
    add_tasks();
    for (std::size_t i = 0; i < snapshot_.people.size(); ++i)
      if (takes_part(i)) add_person(static_cast<std::uint32_t>(i));
    problem_.money = options_.money.value;
    const assign::BundleAnswer answer = assign::best_bundles(problem_, options_.nodes);
    out_.people_bound = answer.takers_bound;
    out_.value_bound = answer.value_bound;
    out_.is_proven = answer.is_proven;
    out_.cost = {answer.cost};
    for (std::size_t k = 0; k < takers_.size(); ++k) add_job(k, answer);
    return std::move(out_);
  }

 private:
  void add_tasks() {
    std::map<Symbol, std::int32_t> places;
    for (std::size_t t = 0; t < snapshot_.tasks.size(); ++t) {
      if (out_.tests[t] != TaskTest::kPassed) continue;
      const CivicTask& task = snapshot_.tasks[t];
      const auto place = places.try_emplace(task.host, static_cast<std::int32_t>(places.size())).first->second;
      const std::int64_t cost = divide_up(options_.place_year.value * *task.hours, options_.place_hours);
      problem_.tasks.push_back({place, *task.hours, task.value * *task.hours, cost});
      task_of_.push_back(static_cast<std::uint32_t>(t));
    }
  }

  bool takes_part(std::size_t i) const {
    const Person& person = snapshot_.people[i];
    return wants_basisbaan(person, context_.date) && person.running.empty() &&
           !options_.placed.contains(static_cast<std::uint32_t>(i)) && !is_outside_target(person);
  }

  bool is_outside_target(const Person& person) const {
    if (options_.scheme == nullptr) return false;
    const auto facts = facts_of(snapshot_, person, WorkKind::kBasisbaan, context_.date);
    return scheme::eligibility_of(*options_.scheme, facts, options_.aow) == Outcome::kNo;
  }

  std::optional<Suit> suit_of(const Person& person, const Work& work) const {
    const PairWish wish = choose_wish(context_, person, work);
    PairNotes notes;
    const GateOutcomes outcomes = evaluate_gates(context_, person, work, wish, &notes);
    for (const Gate gate : kAsked)
      if (outcomes[gate] == Outcome::kNo) return std::nullopt;
    Suit suit{.wish_rank = person.wishes[static_cast<std::size_t>(wish.index)].rank, .minutes = wish.minutes};
    for (const Question& question : notes.questions)
      if (question.kind != QuestionKind::kWorkHours && question.kind != QuestionKind::kWorkDayParts)
        suit.questions.push_back(question);
    return suit;
  }

  void add_person(std::uint32_t i) {
    const Person& person = snapshot_.people[i];
    assign::BundleTaker taker;
    taker.least_hours = std::max(person.hours_min.value_or(0), options_.least_hours);
    taker.most_hours = std::min(person.hours_max.value_or(options_.most_hours), options_.most_hours);
    std::map<std::int32_t, std::int64_t> hours_at;
    for (std::size_t k = 0; k < task_of_.size(); ++k) {
      if (!suit_of(person, works_[task_of_[k]])) continue;
      taker.tasks.push_back(static_cast<std::int32_t>(k));
      hours_at[problem_.tasks[k].place] += problem_.tasks[k].hours;
    }
    const bool enough = taker.least_hours <= taker.most_hours &&
                        std::ranges::any_of(hours_at, [&](const auto& at) { return at.second >= taker.least_hours; });
    if (!enough)
      return out_.without.push_back({i, taker.tasks.empty() ? Without::kNoTaskSuits : Without::kTooFewHours});
    takers_.push_back(i);
    problem_.takers.push_back(std::move(taker));
  }

  void add_job(std::size_t k, const assign::BundleAnswer& answer) {
    BuiltJob job{.person = takers_[k]};
    for (std::size_t t = 0; t < task_of_.size(); ++t)
      if (answer.taker_of_task[t] == static_cast<std::int32_t>(k)) add_task(job, t);
    if (job.tasks.empty()) return out_.without.push_back({takers_[k], Without::kOthersChosen});
    std::ranges::sort(job.questions);
    const auto same = std::ranges::unique(job.questions);
    job.questions.erase(same.begin(), same.end());
    out_.jobs.push_back(std::move(job));
  }

  void add_task(BuiltJob& job, std::size_t t) const {
    const CivicTask& task = snapshot_.tasks[task_of_[t]];
    const Suit suit = suit_of(snapshot_.people[job.person], works_[task_of_[t]]).value();
    const HostOpinion& opinion = *opinion_of(snapshot_, task.host);
    const Date oldest =
        std::min({*task.non_displacement, opinion.works_council_date.value_or(*opinion.decided), *opinion.decided});
    const Date recheck = birthday(oldest, 1);
    job.recheck = job.tasks.empty() ? recheck : std::min(job.recheck, recheck);
    job.host = task.host;
    job.tasks.push_back(task_of_[t]);
    job.hours += *task.hours;
    job.value += problem_.tasks[t].value;
    job.cost = job.cost + Eurocent{problem_.tasks[t].cost};
    job.wish_rank = job.wish_rank == 0 ? suit.wish_rank : std::min(job.wish_rank, suit.wish_rank);
    if (suit.minutes) job.minutes = std::max(job.minutes.value_or(0), *suit.minutes);
    job.questions.insert(job.questions.end(), suit.questions.begin(), suit.questions.end());
  }

  const PlanContext& context_;
  const Snapshot& snapshot_;
  const BuilderOptions& options_;
  std::vector<Work> works_;             // per task
  std::vector<std::uint32_t> task_of_;  // of the problem's tasks
  std::vector<std::uint32_t> takers_;   // people, of the problem's takers
  assign::BundleProblem problem_;
  Building out_;
};

}  // namespace

TaskTest test_task(const PlanContext& context, const Snapshot& snapshot, const CivicTask& task) {
  if (!task.host || !task.hours || *task.hours <= 0) return TaskTest::kIncomplete;
  if (const auto history = history_of(context, snapshot, task)) return *history;
  const HostOpinion* opinion = opinion_of(snapshot, task.host);
  const auto counts = [&](const std::optional<Date>& day) { return day && *day <= context.date; };
  if (opinion != nullptr && opinion->works_council == WorksCouncil::kNegative) return TaskTest::kNegativeOpinion;
  if (!counts(task.non_displacement)) return TaskTest::kNoDeclaration;
  if (opinion == nullptr || !opinion->works_council) return TaskTest::kNoOpinion;
  const bool has_council = opinion->works_council != WorksCouncil::kNone;
  if (has_council && !counts(opinion->works_council_date)) return TaskTest::kNoOpinion;
  if (!opinion->decided_by || !counts(opinion->decided)) return TaskTest::kNoDecision;
  const bool is_old = is_a_year_old(*task.non_displacement, context.date) ||
                      is_a_year_old(*opinion->decided, context.date) ||
                      (has_council && is_a_year_old(*opinion->works_council_date, context.date));
  return is_old ? TaskTest::kRecheckDue : TaskTest::kPassed;
}

Building build_basisbanen(const PlanContext& context, const Snapshot& snapshot, const BuilderOptions& options) {
  return Builder(context, snapshot, options).run();
}

}  // namespace passend
