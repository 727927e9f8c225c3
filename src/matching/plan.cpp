// SPDX-License-Identifier: EUPL-1.2
#include "matching/plan.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "matching/parallel_blocks.hpp"
#include "matching/prepare.hpp"
#include "work/gates.hpp"

namespace passend {
namespace {

// Everything about candidates that does not change between rounds.
struct EdgeFacts {
  std::vector<std::uint64_t> lottery;
  std::vector<std::uint32_t> uses_begin;  // candidates + 1
  std::vector<assign::Use> uses;
};

class Planner {
 public:
  Planner(const PlanContext& context, const Snapshot& snapshot, const PlanOptions& options)
      : context_(context), snapshot_(snapshot), options_(options) {}

  Plan run() {
    plan_.date = context_.date;
    plan_.seed = options_.seed;
    report("candidates", 0);
    plan_.candidates = find_candidates(context_, snapshot_, options_.threads);
    find_floors();
    collect_edge_facts();
    used_.assign(plan_.candidates.rows.size(), false);
    offered_.assign(snapshot_.works.size(), 0);
    for (int t = 1; t <= context_.rules->rounds && !options_.stop.stop_requested(); ++t) {
      report("round", t);
      make_round(t);
    }
    plan_.stopped = plan_.stopped || static_cast<int>(plan_.rounds.size()) < context_.rules->rounds;
    return std::move(plan_);
  }

 private:
  void report(std::string_view stage, std::int64_t done) const {
    if (options_.progress) options_.progress(stage, done, context_.rules->rounds);
  }

  const std::string& text(Symbol symbol) const { return snapshot_.symbols.text(symbol); }

  void find_floors() {
    for (const FloorRule& floor : context_.rules->floors) {
      if (!floor.counts(context_.date)) continue;
      for (std::size_t g = 0; g < snapshot_.groups.size(); ++g) {
        if (text(snapshot_.groups[g].name) != floor.group) continue;
        plan_.floor_groups.push_back(static_cast<std::uint32_t>(g));
        plan_.floor_rules.push_back(&floor);
        break;
      }
    }
  }

  void draw_lots() {
    person_lottery_.resize(snapshot_.people.size());
    facts_.lottery.resize(plan_.candidates.rows.size());
    for_each_parallel(snapshot_.people.size(), options_.threads, [&](std::size_t i) {
      const std::string& person = text(snapshot_.people[i].id);
      person_lottery_[i] = lottery_of(options_.seed, person);
      for (std::size_t e = plan_.candidates.row_begin[i]; e < plan_.candidates.row_begin[i + 1]; ++e)
        facts_.lottery[e] = lottery_of(options_.seed, person, text(snapshot_.works[plan_.candidates.rows[e].work].id));
    });
  }

  void collect_edge_facts() {
    draw_lots();
    facts_.uses_begin.push_back(0);
    for (std::size_t i = 0; i < snapshot_.people.size(); ++i) {
      const Person& person = snapshot_.people[i];
      for (const Candidate& candidate : plan_.candidates.of(i)) {
        const Work& work = snapshot_.works[candidate.work];
        for (const ResourceUse& use : uses_of(context_, person, work))
          facts_.uses.push_back({use.resource, use.amount});
        facts_.uses_begin.push_back(static_cast<std::uint32_t>(facts_.uses.size()));
      }
    }
  }

  void make_round(int number) {
    PlanRound round;
    for (std::size_t j = 0; j < snapshot_.works.size(); ++j) {
      const std::int32_t free = std::max(snapshot_.works[j].free, 0);
      round.capacity.push_back(std::min(free, context_.rules->offers_per_place * free - offered_[j]));
    }
    round.available.resize(used_.size());
    for (std::size_t e = 0; e < used_.size(); ++e) round.available[e] = !used_[e];
    round.lost_to_order.assign(used_.size(), false);
    for (std::size_t kind = 0; kind < kWorkKinds; ++kind)
      if (kWorkKindTable[kind].statutory_order) keep_statutory_order(static_cast<WorkKind>(kind), round);
    solve(number, round);
    if (number == 1) {
      find_reach(round);
      find_price_of_floors(round);
    }
    for (const std::int64_t e : round.candidate_of_person) {
      if (e < 0) continue;
      used_[static_cast<std::size_t>(e)] = true;
      ++offered_[plan_.candidates.rows[static_cast<std::size_t>(e)].work];
    }
    plan_.rounds.push_back(std::move(round));
  }

  struct InOrder {
    Date since;
    std::uint64_t lottery = 0;
    std::uint32_t person = 0;
    bool operator<(const InOrder& other) const {
      return std::tie(since, other.lottery, person) < std::tie(other.since, lottery, other.person);
    }
  };

  // The earliest `since` of a valid indication; without one the person comes last.
  Date indication_date(const Person& person, Symbol kind) const {
    Date earliest{std::numeric_limits<std::int32_t>::max()};
    for (const PersonIndication& row : person.indications) {
      const bool valid =
          row.kind == kind && !(row.until && *row.until < context_.date) && !(row.since && *row.since > context_.date);
      if (valid && row.since) earliest = std::min(earliest, *row.since);
    }
    return earliest;
  }

  bool is_pair_of_kind(std::size_t e, WorkKind kind) const {
    return snapshot_.works[plan_.candidates.rows[e].work].kind == kind;
  }

  void keep_statutory_order(WorkKind kind, PlanRound& round) {
    std::vector<InOrder> order;
    const auto& begin = plan_.candidates.row_begin;
    const auto pairs_of = [&](std::size_t person, auto&& use) {
      for (std::size_t e = begin[person]; e < begin[person + 1]; ++e)
        if (round.available[e] && is_pair_of_kind(e, kind)) use(e);
    };
    for (std::size_t i = 0; i < snapshot_.people.size(); ++i) {
      bool any = false;
      pairs_of(i, [&](std::size_t) { any = true; });
      const Symbol indication = context_.indication_of_kind[static_cast<std::size_t>(kind)];
      if (any)
        order.push_back(
            {indication_date(snapshot_.people[i], indication), person_lottery_[i], static_cast<std::uint32_t>(i)});
    }
    std::sort(order.begin(), order.end());
    std::vector<std::vector<std::uint32_t>> works(order.size());
    for (std::size_t k = 0; k < order.size(); ++k)
      pairs_of(order[k].person, [&](std::size_t e) { works[k].push_back(plan_.candidates.rows[e].work); });
    const std::vector<bool> admitted = assign::admit_in_order(works, round.capacity);
    for (std::size_t k = 0; k < order.size(); ++k) {
      if (admitted[k]) continue;
      pairs_of(order[k].person, [&](std::size_t e) {
        round.available[e] = false;
        round.lost_to_order[e] = true;
      });
    }
  }

  std::set<std::pair<std::string_view, std::string_view>> previous_of(int number) const {
    std::set<std::pair<std::string_view, std::string_view>> pairs;
    for (const PreviousProposal& row : options_.previous)
      if (row.round == number) pairs.insert({row.person, row.work});
    return pairs;
  }

  // The round as a problem of indices; `edge_of` gives the candidate of each edge.
  assign::Problem problem_of(int number, const PlanRound& round, std::vector<std::size_t>& edge_of) const {
    assign::Problem problem;
    problem.capacity = round.capacity;
    for (const Resource& resource : snapshot_.resources) problem.budget.push_back(resource.amount);
    for (const FloorRule* floor : plan_.floor_rules) problem.floor.push_back(floor->people);
    problem.lottery = person_lottery_;
    problem.with_lottery = true;
    problem.with_kept = !options_.previous.empty();
    const auto previous = previous_of(number);
    problem.row_begin.push_back(0);
    problem.member_begin.push_back(0);
    for (std::size_t i = 0; i < snapshot_.people.size(); ++i) {
      add_edges(i, round, previous, problem, edge_of);
      add_memberships(i, problem);
    }
    return problem;
  }

  void add_edges(std::size_t i, const PlanRound& round,
                 const std::set<std::pair<std::string_view, std::string_view>>& previous, assign::Problem& problem,
                 std::vector<std::size_t>& edge_of) const {
    const auto& begin = plan_.candidates.row_begin;
    for (std::size_t e = begin[i]; e < begin[i + 1]; ++e) {
      if (!round.available[e]) continue;
      const Candidate& candidate = plan_.candidates.rows[e];
      assign::Edge edge;
      edge.work = candidate.work;
      edge.score = candidate.score;
      edge.lottery = facts_.lottery[e];
      edge.kept = !previous.empty() &&
                  previous.contains({text(snapshot_.people[i].id), text(snapshot_.works[candidate.work].id)});
      edge.uses_begin = static_cast<std::uint32_t>(problem.uses.size());
      problem.uses.insert(problem.uses.end(), facts_.uses.begin() + facts_.uses_begin[e],
                          facts_.uses.begin() + facts_.uses_begin[e + 1]);
      edge.uses_end = static_cast<std::uint32_t>(problem.uses.size());
      problem.edges.push_back(edge);
      edge_of.push_back(e);
    }
    problem.row_begin.push_back(static_cast<std::uint32_t>(problem.edges.size()));
  }

  void add_memberships(std::size_t i, assign::Problem& problem) const {
    for (std::size_t f = 0; f < plan_.floor_groups.size(); ++f)
      if (is_member(snapshot_.people[i], plan_.floor_groups[f]))
        problem.member_group.push_back(static_cast<std::uint32_t>(f));
    problem.member_begin.push_back(static_cast<std::uint32_t>(problem.member_group.size()));
  }

  static bool is_member(const Person& person, std::uint32_t group) {
    return std::binary_search(person.groups.begin(), person.groups.end(), group);
  }

  void solve(int number, PlanRound& round) {
    std::vector<std::size_t> edge_of;
    const assign::Problem problem = problem_of(number, round, edge_of);
    assign::Options options;
    options.threads = options_.threads;
    options.stop = options_.stop;
    if (options_.progress)
      options.progress = [this](const assign::Progress& p) { options_.progress(p.stage, p.done, p.total); };
    assign::Answer answer = assign::solve(problem, options);
    for (const std::int64_t e : answer.edge_of_person)
      round.candidate_of_person.push_back(e < 0 ? -1 : static_cast<std::int64_t>(edge_of[static_cast<std::size_t>(e)]));
    round.levels = std::move(answer.levels);
    round.sides_bind = answer.sides_bind;
    plan_.stopped = plan_.stopped || answer.stopped;
  }

  // The same round without floors, for the number alone: no score, no lottery, nothing kept.
  void find_price_of_floors(const PlanRound& round) {
    if (plan_.floor_groups.empty()) return;
    std::vector<std::size_t> edge_of;
    assign::Problem problem = problem_of(1, round, edge_of);
    problem.floor.clear();
    problem.member_begin.clear();
    problem.member_group.clear();
    problem.with_lottery = problem.with_kept = false;
    for (assign::Edge& edge : problem.edges) edge.score = 0;
    report("price", 1);
    const assign::Answer answer = assign::solve(problem, {.threads = options_.threads, .stop = options_.stop});
    if (answer.stopped) return;
    const auto placed = std::ranges::count_if(answer.edge_of_person, [](std::int64_t e) { return e >= 0; });
    plan_.placed_without_floors = std::max<std::int64_t>(placed, placed_in(round));
  }

  static std::int64_t placed_in(const PlanRound& round) {
    return std::ranges::count_if(round.candidate_of_person, [](std::int64_t e) { return e >= 0; });
  }

  void find_reach(const PlanRound& round) {
    std::vector<std::size_t> edge_of;
    const assign::Problem problem = problem_of(1, round, edge_of);
    for (std::size_t g = 0; g <= snapshot_.groups.size(); ++g) {
      std::vector<std::uint32_t> members;
      for (std::size_t i = 0; i < snapshot_.people.size(); ++i)
        if (g == snapshot_.groups.size() || is_member(snapshot_.people[i], static_cast<std::uint32_t>(g)))
          members.push_back(static_cast<std::uint32_t>(i));
      assign::Reach reach = assign::reach(problem, members);
      plan_.reach.push_back({reach.value, std::move(reach.people), std::move(reach.works)});
    }
  }

  const PlanContext& context_;
  const Snapshot& snapshot_;
  const PlanOptions& options_;
  Plan plan_;
  EdgeFacts facts_;
  std::vector<std::uint64_t> person_lottery_;
  std::vector<bool> used_;             // per candidate: offered in an earlier round
  std::vector<std::int32_t> offered_;  // per work, over all rounds
};

}  // namespace

Plan make_plan(const PlanContext& context, const Snapshot& snapshot, const PlanOptions& options) {
  return Planner(context, snapshot, options).run();
}

std::optional<Candidate> proposal_of(const Plan& plan, const PlanRound& round, std::size_t person) {
  const std::int64_t e = round.candidate_of_person[person];
  if (e < 0) return std::nullopt;
  return plan.candidates.rows[static_cast<std::size_t>(e)];
}

bool has_live_wish(const Person& person, Date on) {
  return std::any_of(person.wishes.begin(), person.wishes.end(), [&](const Wish& wish) { return wish.live(on); });
}

}  // namespace passend
