// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/running_placements.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "work/gate_parts.hpp"
#include "work/gates.hpp"

namespace passend::fairwork {
namespace {

bool is_sheltered(WorkKind kind) { return kind == WorkKind::kBeschut || kind == WorkKind::kWsw; }

// The longest term that schemes give an unpaid kind on a day, in months; nothing: none states one.
std::optional<int> longest_months(std::span<const scheme::Scheme> library, WorkKind kind, Date on) {
  std::optional<int> longest;
  for (const scheme::Scheme& one : library) {
    const scheme::SchemeVersion* version = one.version_on(on);
    if (version == nullptr) continue;
    for (const scheme::Offer& offer : version->offers) {
      if (offer.work != kind) continue;
      for (const scheme::Figure figure : {scheme::Figure::kMostMonths, scheme::Figure::kExtendedMonths})
        if (const scheme::Stated& months = offer.of(figure); months.has_value())
          longest = std::max(longest.value_or(0), static_cast<int>(months.value));
    }
  }
  return longest;
}

class Looking {
 public:
  Looking(const PlanContext& context, const Snapshot& snapshot, const ParameterStore& law,
          std::span<const scheme::Scheme> library, int days)
      : context_(context),
        snapshot_(snapshot),
        law_(law),
        library_(library),
        from_(context.date),
        until_(context.date + days) {
    for (const PlacementRow& row : snapshot.placements) of_person_.emplace(row.person, &row);
  }

  Result<RunningPlacements> run() {
    for (const PlacementRow& row : snapshot_.placements) {
      const WorkKind kind = work(row).kind;
      if (is_sheltered(kind) && runs(row, until_)) ++out_.sheltered_then;
      if (!runs(row, from_)) continue;
      ++out_.running;
      if (is_sheltered(kind)) ++out_.sheltered_now;
      if (is_sheltered(kind)) sheltered(row);
      if (row_of(kind).wage_rule == WageRule::kAllowance) allowance(row);
      if (!row_of(kind).paid)
        unpaid(row);
      else if (const auto done = pay(row); !done)
        return fail(done.error());
    }
    std::ranges::sort(out_.findings, {},
                      [](const PlacementFinding& one) { return std::tuple(one.on, one.alarm, one.person, one.work); });
    return std::move(out_);
  }

 private:
  const Work& work(const PlacementRow& row) const { return snapshot_.works[row.work]; }

  // The last day: of the placement or of the work, whichever is first.
  std::optional<Date> end_of(const PlacementRow& row) const {
    const auto& last = work(row).until;
    if (row.until && last) return std::min(*row.until, *last);
    return row.until ? row.until : last;
  }

  bool runs(const PlacementRow& row, Date on) const {
    if (!row.agreed && !row.confirmed && !row.from) return false;
    const auto end = end_of(row);
    return (!row.from || *row.from <= on) && !(end && *end < on);
  }

  void add(PlacementAlarm alarm, const PlacementRow& row, Date on) {
    out_.findings.push_back({.alarm = alarm, .on = on, .person = row.person, .work = row.work});
  }

  // Paid work of the same person that runs on the day after the end.
  bool has_successor(const PlacementRow& row, Date end) const {
    const auto [first, last] = of_person_.equal_range(row.person);
    return std::any_of(first, last, [&](const auto& entry) {
      const PlacementRow& other = *entry.second;
      return &other != &row && row_of(work(other).kind).paid && runs(other, end + 1);
    });
  }

  void sheltered(const PlacementRow& row) {
    const auto end = end_of(row);
    if (end && *end <= until_ && !has_successor(row, *end)) add(PlacementAlarm::kShelteredEnds, row, *end);
  }

  void unpaid(const PlacementRow& row) {
    const auto end = end_of(row);
    if (!end) {
      add(PlacementAlarm::kUnpaidOpen, row, from_);
    } else if (*end <= until_) {
      add(PlacementAlarm::kUnpaidEnds, row, *end);
    }
    if (!row.from) return;
    const auto months = longest_months(library_, work(row).kind, *row.from);
    if (!months) return;
    const Date over = plus_months(*row.from, *months);  // the first day too many
    if (over <= until_ && (!end || over <= *end)) add(PlacementAlarm::kOverTerm, row, std::max(over, from_));
  }

  void allowance(const PlacementRow& row) {
    const std::int64_t norm = allowance_norm_month(context_, work(row));
    const auto& given = work(row).allowance_month_eurocent;
    if (norm == 0 || (given && *given >= norm)) return;
    add(given ? PlacementAlarm::kAllowanceLow : PlacementAlarm::kPayNotKnown, row, from_);
    if (given) out_.findings.back().pay = Eurocent{*given};
    out_.findings.back().floor = Eurocent{norm};
  }

  OtherFloors others(const PlacementRow& row) const {
    OtherFloors floors;
    if (const auto agreement = work(row).cao_floor_eurocent) floors.agreement_hourly = Eurocent{*agreement};
    if (context_.rules->wage_floor_hourly_eurocent > 0)
      floors.municipal =
          MunicipalFloor{{context_.rules->wage_floor_hourly_eurocent}, context_.rules->wage_floor_from_age};
    return floors;
  }

  Result<void> pay(const PlacementRow& row) {
    const auto hourly = row.hourly_eurocent ? row.hourly_eurocent : work(row).hourly_eurocent;
    if (!hourly) {
      add(PlacementAlarm::kPayNotKnown, row, from_);
      return {};
    }
    const auto& birth = snapshot_.people[row.person].birth;
    // Someone without a birth date is looked at as an adult, born in 1970.
    const Worker worker{birth.value_or(Date{}), work(row).bbl == true};
    const auto now = wage_floor_on(law_, worker, from_, others(row));
    FloorState state;
    if (now) {
      const auto* floor = std::get_if<WageFloor>(&*now);
      state = floor != nullptr ? FloorState{FloorState::Kind::kAmount, floor->hourly}
                               : FloorState{FloorState::Kind::kNoMinimum, {}};
    } else if (now.error().front().code != FaultCode::kNoValue) {
      return fail(now.error());
    }
    if (see(row, {*hourly}, from_, state, {})) return {};
    const auto end = end_of(row);
    const auto changes = floor_changes(law_, worker, from_, end ? std::min(*end, until_) : until_, others(row));
    if (!changes) return fail(changes.error());
    for (const FloorChange& change : *changes)
      if (see(row, {*hourly}, change.on, change.after, cause_of(change, worker))) break;
    return {};
  }

  FallCause cause_of(const FloorChange& change, const Worker& worker) const {
    if (!change.birthday) return FallCause::kNewRate;
    const auto before = minimum_wage_on(law_, worker, change.on + -1);
    const auto after = minimum_wage_on(law_, worker, change.on);
    const auto is_bbl = [](const Result<MinimumWageOn>& minimum) {
      const auto* known = minimum ? std::get_if<MinimumWage>(&*minimum) : nullptr;
      return known != nullptr && known->scale == WageScale::kBbl;
    };
    return is_bbl(before) && !is_bbl(after) ? FallCause::kBblEnds : FallCause::kBirthday;
  }

  PlacementAlarm alarm_below(const Person& person, bool later) const {
    if (gates::has_valid_indication(context_, person, context_.loondispensatie)) return PlacementAlarm::kSupplement;
    if (!person.birth) return PlacementAlarm::kAgeNotKnown;
    return later ? PlacementAlarm::kFallsBelow : PlacementAlarm::kBelowFloor;
  }

  // True when there is something to say, so that later days need no look.
  bool see(const PlacementRow& row, Eurocent hourly, Date on, const FloorState& floor, std::optional<FallCause> cause) {
    if (floor.kind == FloorState::Kind::kNoMinimum) return false;
    if (floor.kind == FloorState::Kind::kNotKnown) {
      ++out_.floor_not_known[on];
      return true;
    }
    if (hourly >= floor.hourly) return false;
    PlacementFinding finding{.alarm = alarm_below(snapshot_.people[row.person], cause.has_value()),
                             .on = on,
                             .person = row.person,
                             .work = row.work,
                             .pay = hourly,
                             .floor = floor.hourly};
    if (finding.alarm == PlacementAlarm::kFallsBelow) finding.cause = cause;
    out_.findings.push_back(finding);
    return true;
  }

  const PlanContext& context_;
  const Snapshot& snapshot_;
  const ParameterStore& law_;
  std::span<const scheme::Scheme> library_;
  Date from_, until_;
  std::multimap<std::uint32_t, const PlacementRow*> of_person_;
  RunningPlacements out_;
};

}  // namespace

Result<RunningPlacements> look_at_placements(const PlanContext& context, const Snapshot& snapshot,
                                             const ParameterStore& law, std::span<const scheme::Scheme> library,
                                             int days) {
  return Looking(context, snapshot, law, library, days).run();
}

}  // namespace passend::fairwork
