// SPDX-License-Identifier: EUPL-1.2
#include "cli/report_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

#include "cli/question_subject.hpp"
#include "cli/today.hpp"
#include "law/law_view.hpp"
#include "matching/questions.hpp"
#include "work/gates.hpp"

namespace passend::cli {
namespace {

using present::PeopleCount;
using present::WaitCause;

constexpr std::size_t kQuestionsShown = 12;

constexpr WaitCause kWaitCauses[kCauses] = {WaitCause::kOwnChoice,    WaitCause::kPlaces,  WaitCause::kStatutoryOrder,
                                            WaitCause::kNoWork,       WaitCause::kClosed,  WaitCause::kPermit,
                                            WaitCause::kLanguage,     WaitCause::kLicence, WaitCause::kDiploma,
                                            WaitCause::kConditions,   WaitCause::kSupport, WaitCause::kIndication,
                                            WaitCause::kDisplacement, WaitCause::kWage,    WaitCause::kScheme};

class Collector {
 public:
  explicit Collector(const ReportInput& in)
      : in_(in), snapshot_(in.workspace.read.snapshot), context_(in.workspace.context) {}

  present::ReportData run() {
    out_.invented = std::filesystem::exists(in_.snapshot_folder / "README.txt") && is_demo();
    out_.stopped = in_.plan.stopped;
    out_.date = in_.plan.date;
    out_.seed = static_cast<std::int64_t>(in_.plan.seed);
    out_.program = kProgram;
    out_.verify_command = fmt::format("passend verify {} {}", in_.plan_folder.string(), in_.snapshot_folder.string());
    add_people();
    add_reasons();
    add_questions();
    add_points();
    add_groups();
    add_resources();
    add_rounds();
    add_rules();
    add_doubts();
    add_sources();
    return std::move(out_);
  }

 private:
  const std::string& text(Symbol symbol) const { return snapshot_.symbols.text(symbol); }

  // A demo says so itself: every employer is called invented.
  bool is_demo() const {
    return !snapshot_.employers.empty() &&
           std::all_of(snapshot_.employers.begin(), snapshot_.employers.end(),
                       [](const Employer& e) { return e.name.find("(verzonnen)") != std::string::npos; });
  }

  void add_people() {
    std::int64_t state[4] = {};
    std::int64_t placed = 0;
    std::int64_t conditional = 0;
    for (std::size_t i = 0; i < snapshot_.people.size(); ++i) {
      ++state[static_cast<std::size_t>(wish_state(snapshot_.people[i], context_.date))];
      const auto candidate = proposal_of(in_.plan, in_.plan.rounds.front(), i);
      placed += candidate.has_value();
      conditional += candidate && candidate->conditional;
    }
    const std::int64_t live = state[static_cast<std::size_t>(WishState::kLive)];
    out_.people = {.live = live,
                   .voorstel = placed,
                   .conditional = conditional,
                   .waiting = live - placed,
                   .without_wish = state[static_cast<std::size_t>(WishState::kWithout)],
                   .unconfirmed = state[static_cast<std::size_t>(WishState::kUnconfirmed)],
                   .expired = state[static_cast<std::size_t>(WishState::kExpired)]};
  }

  void add_reasons() {
    std::map<Cause, std::int64_t> people;
    std::map<std::pair<Cause, std::string>, std::int64_t> helped;
    for (const Waiting& waiting : in_.waiting) {
      for (const WaitingCause& cause : waiting.causes) {
        ++people[cause.cause];
        if (cause.cause == Cause::kOwnLimits || cause.cause == Cause::kNoWork) continue;
        if (cause.trainings.empty()) ++helped[{cause.cause, ""}];
        std::set<std::string> given;
        for (const std::uint32_t t : cause.trainings) given.insert(text(snapshot_.trainings[t].code));
        for (const std::string& code : given) ++helped[{cause.cause, code}];
      }
    }
    for (const auto& [cause, count] : people) {
      const WaitCause shown = kWaitCauses[static_cast<std::size_t>(cause)];
      if (shown == WaitCause::kOwnChoice)
        out_.own_choice_occurs = true;
      else
        out_.reasons.push_back({.cause = shown, .people = count});
    }
    std::stable_sort(out_.reasons.begin(), out_.reasons.end(),
                     [](const auto& a, const auto& b) { return a.people.value() > b.people.value(); });
    for (const auto& [key, count] : helped)
      out_.measures.push_back(
          {.cause = kWaitCauses[static_cast<std::size_t>(key.first)], .detail = key.second, .people = count});
    std::stable_sort(out_.measures.begin(), out_.measures.end(),
                     [](const auto& a, const auto& b) { return a.people.value() > b.people.value(); });
  }

  void add_questions() {
    for (const QuestionWorth& row : questions_worth_asking(context_, snapshot_, in_.plan.candidates, in_.threads)) {
      if (out_.questions.size() == kQuestionsShown) break;
      out_.questions.push_back({.code = code_of(row.question, context_),
                                .subject = subject_of(row.question, context_, in_.language),
                                .people = row.people,
                                .works = row.pairs});
    }
  }

  void add_points() {
    std::map<std::int32_t, std::int64_t> waiting;
    for (const Waiting& row : in_.waiting)
      if (const std::int32_t point = snapshot_.people[row.person].point; point != kNoPoint) ++waiting[point];
    const Reference& reference = *context_.reference;
    for (const auto& [point, count] : waiting) {
      const auto p = static_cast<std::size_t>(point);
      out_.points.push_back({.pc4 = reference.point_pc4[p],
                             .name = reference.point_place[p],
                             .x_m = reference.points[p].x_m,
                             .y_m = reference.points[p].y_m,
                             .waiting = count});
    }
  }

  static PeopleCount counted(const std::optional<std::int64_t>& value) {
    return value ? PeopleCount(*value) : PeopleCount::hidden();
  }

  static std::optional<int> narrow(const std::optional<std::int64_t>& value) {
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
  }

  void add_groups() {
    for (const FairnessRow& row : in_.fairness.groups) {
      present::GroupShare group{.name = row.group,
                                .kind = row.kind,
                                .people = counted(row.people),
                                .candidate = counted(row.candidate),
                                .voorstel = counted(row.voorstel),
                                .reach = counted(row.reach)};
      group.share_per_mille = narrow(row.share);
      group.low_per_mille = narrow(row.low);
      group.high_per_mille = narrow(row.high);
      group.floor = row.floor;
      if (row.price) group.price = decimal(*row.price);
      out_.groups.push_back(std::move(group));
    }
  }

  static double decimal(const std::string& text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  }

  void add_resources() {
    std::vector<std::int64_t> used(snapshot_.resources.size(), 0);
    std::vector<std::int64_t> people(snapshot_.resources.size(), 0);
    for (std::size_t i = 0; i < snapshot_.people.size(); ++i) {
      const auto candidate = proposal_of(in_.plan, in_.plan.rounds.front(), i);
      if (!candidate) continue;
      for (const passend::ResourceUse& use : uses_of(context_, snapshot_.people[i], snapshot_.works[candidate->work])) {
        used[use.resource] += use.amount;
        ++people[use.resource];
      }
    }
    for (std::size_t r = 0; r < snapshot_.resources.size(); ++r) {
      const Resource& resource = snapshot_.resources[r];
      present::ResourceUse row{.name = text(resource.id),
                               .unit = unit_of(resource),
                               .used = used[r],
                               .budget = resource.amount,
                               .people = people[r]};
      add_extra(r, people[r], used[r], row);
      out_.resources.push_back(std::move(row));
    }
  }

  static present::ResourceUnit unit_of(const Resource& resource) {
    if (resource.counts_hours()) return present::ResourceUnit::kCentihours;
    return resource.kind == "plekken" || resource.kind == "places" ? present::ResourceUnit::kCount
                                                                   : present::ResourceUnit::kEurocent;
  }

  // What a tenth more would open by the price at level `placed`; only where at least ten people are behind it.
  void add_extra(std::size_t r, std::int64_t people, std::int64_t used, present::ResourceUse& row) const {
    if (people < kSmallCount || used == 0) return;
    for (const assign::Level& level : in_.plan.rounds.front().levels) {
      if (level.name != assign::LevelName::kPlaced) continue;
      for (const assign::Price& price : level.resource) {
        if (price.index != r) continue;
        row.extra_amount = snapshot_.resources[r].amount / 10;
        row.extra_people =
            static_cast<std::int64_t>(std::ceil(decimal(price.decimal) * static_cast<double>(row.extra_amount)));
      }
    }
  }

  void add_rounds() {
    out_.voorstellen_without_floors = in_.plan.placed_without_floors;
    for (std::size_t t = 0; t < in_.plan.rounds.size(); ++t) {
      const PlanRound& round = in_.plan.rounds[t];
      std::int64_t all = 0;
      std::int64_t conditional = 0;
      for (std::size_t i = 0; i < snapshot_.people.size(); ++i) {
        const auto candidate = proposal_of(in_.plan, round, i);
        all += candidate.has_value();
        conditional += candidate && candidate->conditional;
      }
      out_.rounds.push_back({.round = static_cast<int>(t) + 1, .voorstellen = all, .conditional = conditional});
      for (const assign::Level& level : round.levels)
        out_.levels.push_back({.round = static_cast<int>(t) + 1,
                               .name = std::string(assign::name_of(level.name)),
                               .value = level.value,
                               .bound = level.bound});
    }
  }

  void add_rules() {
    const RuleSet& rules = in_.workspace.rules;
    present::RulesUsed& used = out_.rules;
    used.title = rules.title;
    used.organ = rules.organ;
    used.publication = rules.publication;
    used.policy_on_refusals = rules.policy_on_refusals;
    used.date = rules.date;
    used.rounds = rules.rounds;
    used.offers_per_place = rules.offers_per_place;
    used.leximin_steps = rules.leximin_steps;
    used.start_horizon_days = rules.start_horizon_days;
    used.wage_floor_hourly = {rules.wage_floor_hourly_eurocent};
    used.wage_floor_from_age = rules.wage_floor_from_age;
    used.stage_allowance_month = {rules.stage_allowance_month_eurocent};
    used.default_max_km = static_cast<int>(rules.default_max_metres / 1000);
    used.default_max_minutes = static_cast<int>(rules.default_max_minutes);
    used.weight_wish = rules.score.wish;
    used.weight_skills = rules.score.skills;
    used.weight_travel = rules.score.travel;
    used.weight_hours = rules.score.hours;
    used.weight_known = rules.score.known;
    for (const passend::TravelMode& mode : rules.modes)
      used.modes.push_back({.name = mode.name,
                            .detour_per_mille = static_cast<int>(mode.detour_per_mille),
                            .metres_per_hour = static_cast<int>(mode.metres_per_hour),
                            .fixed_minutes = static_cast<int>(mode.fixed_minutes)});
    for (const passend::FloorRule& floor : rules.floors)
      used.floors.push_back({.group = floor.group,
                             .people = floor.people,
                             .ground = floor.ground,
                             .organ = floor.organ,
                             .justification = floor.justification,
                             .from = floor.from,
                             .until = floor.until});
  }

  void add_doubts() {
    std::int64_t demands = 0;
    std::int64_t assumed = 0;
    for (const Work& work : snapshot_.works) {
      demands += static_cast<std::int64_t>(work.demands.size());
      assumed += std::count_if(work.demands.begin(), work.demands.end(), [](const WorkDemand& d) { return d.assumed; });
    }
    if (demands > 0) out_.doubts.assumed_demands_per_mille = static_cast<int>(1000 * assumed / demands);
    out_.doubts.own_estimate_templates = !context_.reference->templates.empty();
    for (const LawEntry& entry : passend::doubts(*in_.workspace.law)) {
      const bool of_wage =
          entry.origin.id.starts_with("minimum_wage_hourly_adult") || entry.origin.id.starts_with("minimum_wage_youth");
      if (of_wage && entry.origin.state != LawState::kVastgesteld)
        out_.doubts.unknown_law.push_back(fmt::format("{}, {}", entry.origin.title, to_string(entry.origin.from)));
    }
  }

  void add_sources() {
    out_.sources = {
        {.name = "ESCO occupations and ISCO-08 groups (European Commission)",
         .licence = "Decision 2011/833/EU",
         .version = "1.2.0"},
        {.name = "PC4 points (drikusroor/dutch-postal-code-city-coordinates)", .licence = "MIT", .version = "2023"},
        {.name = "Wet minimumloon en minimumvakantiebijslag (BWBR0002638)",
         .licence = "Auteurswet art. 11",
         .version = to_string(in_.plan.date)}};
  }

  const ReportInput& in_;
  const Snapshot& snapshot_;
  const PlanContext& context_;
  present::ReportData out_;
};

}  // namespace

present::ReportData report_data(const ReportInput& input) { return Collector(input).run(); }

}  // namespace passend::cli
