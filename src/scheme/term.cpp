// SPDX-License-Identifier: EUPL-1.2
#include "scheme/term.hpp"

#include <algorithm>

namespace passend::scheme {
namespace {

constexpr int kDaysInWeek = 7;

Date plus(Date from, const TermLength& length) {
  switch (length.unit) {
    case TermUnit::kDays:
      return from + length.number;
    case TermUnit::kWeeks:
      return from + length.number * kDaysInWeek;
    case TermUnit::kMonths:
      return plus_months(from, length.number);
  }
  return from;
}

Date date_of(const TermEvent& event) {
  if (const auto* extension = std::get_if<Extension>(&event)) return extension->announced;
  return std::get<Suspension>(event).invited;
}

class Counting {
 public:
  Counting(const Term& term, const TermRules& rules)
      : term_(term), rules_(rules), counted_(plus(term.start, term.length)) {}

  TermEnd run() {
    std::vector<const TermEvent*> events;
    for (const TermEvent& event : term_.events) events.push_back(&event);
    std::ranges::stable_sort(events, {}, [](const TermEvent* event) {
      return std::pair(date_of(*event), std::holds_alternative<Suspension>(*event));
    });
    for (const TermEvent* event : events) std::visit([this](const auto& one) { take(one); }, *event);
    const LastDay last = last_day();
    out_.last = last.day;
    const bool is_shifted = term_.statutory && !is_beyond_the_act();
    for (int year = year_of(last.decided_from); is_shifted && year <= year_of(last.day); ++year)
      out_.designated_unknown = out_.designated_unknown || !rules_.holidays.designated_known(year);
    return std::move(out_);
  }

 private:
  static int year_of(Date day) { return static_cast<int>(calendar_of(day).year()); }

  void take(const Extension& extension) {
    if (++extensions_ > 1) return out_.ignored.push_back(Ignored::kSecondExtension);
    const auto& most = term_.most_extension;
    if (most && most->number == 0) return out_.ignored.push_back(Ignored::kNoExtension);
    if (extension.announced > last_day().day) return out_.ignored.push_back(Ignored::kAfterEnd);
    extended_by_ = most && plus(counted_, *most) < plus(counted_, extension.by) ? *most : extension.by;
    counted_ = plus(counted_, *extended_by_);
  }

  void take(const Suspension& suspension) {
    if (!suspension.until) return out_.ignored.push_back(Ignored::kNoDeadline);
    const Date first = suspension.invited + 1;
    if (first > last_day().day) return out_.ignored.push_back(Ignored::kAfterEnd);
    const Date end = std::min(suspension.completed.value_or(*suspension.until), *suspension.until);
    int days = 0;
    for (Date day = first; day < end; day = day + 1) days += is_suspended(day) ? 0 : 1;
    if (first < end) out_.suspended.emplace_back(first, end + -1);
    counted_ = std::max(counted_ + days, end);
  }

  bool is_suspended(Date day) const {
    return std::ranges::any_of(out_.suspended, [&](const auto& s) { return s.first <= day && day <= s.second; });
  }

  // Algemene termijnenwet art. 4.
  bool is_beyond_the_act() const {
    const TermLength& described = extended_by_ ? *extended_by_ : term_.length;
    switch (described.unit) {
      case TermUnit::kDays:
        return described.number > rules_.limit_days;
      case TermUnit::kWeeks:
        return described.number > rules_.limit_weeks;
      case TermUnit::kMonths:
        return described.number > rules_.limit_months;
    }
    return true;
  }

  struct LastDay {
    Date day;
    Date decided_from;  // the first of the days that decided it
  };

  // Art. 2: enough working days in the term; art. 1: not on a free day.
  LastDay last_day() const {
    if (!term_.statutory || is_beyond_the_act()) return {counted_, counted_};
    const bool is_short = term_.length.unit == TermUnit::kDays && term_.length.number < rules_.least_days;
    if (!extended_by_ && !is_short) {
      const Date enough = day_with_enough_working_days();
      if (enough >= counted_) return {enough, term_.start + 1};
    }
    Date last = counted_;
    while (rules_.holidays.is_free(last)) last = last + 1;
    return {last, counted_};
  }

  Date day_with_enough_working_days() const {
    Date day = term_.start;
    for (int working = 0; working < rules_.least_working_days;) {
      day = day + 1;
      working += rules_.holidays.is_free(day) ? 0 : 1;
    }
    return day;
  }

  const Term& term_;
  const TermRules& rules_;
  Date counted_;
  int extensions_ = 0;  // announced
  std::optional<TermLength> extended_by_;
  TermEnd out_;
};

}  // namespace

Result<TermRules> TermRules::read(const ParameterStore& law, int first, int last) {
  TermRules out;
  const Date on = make_date(first, 1, 1);
  auto holidays = Holidays::read(law, first, last);
  if (!holidays) return fail(holidays.error());
  out.holidays = std::move(*holidays);
  const auto limits = law.table_at("termijnenwet_limits", on);
  if (!limits) return fail(limits.error());
  const CellRow& row = limits->rows.front();
  out.limit_days = static_cast<int>(row[0].number.units);
  out.limit_weeks = static_cast<int>(row[1].number.units);
  out.limit_months = static_cast<int>(row[2].number.units);
  const std::array numbers{std::pair{"termijnenwet_least_days", &out.least_days},
                           std::pair{"termijnenwet_least_working_days", &out.least_working_days},
                           std::pair{"awb_reasonable_term_weeks", &out.reasonable_weeks}};
  for (const auto& [id, into] : numbers) {
    const auto number = law.number_at(id, on);
    if (!number) return fail(number.error());
    *into = static_cast<int>(number->number.units);
  }
  return out;
}

TermEnd end_of(const Term& term, const TermRules& rules) { return Counting(term, rules).run(); }

TermState state_of(const Term& term, const TermEnd& end, std::optional<Date> decided, Date on) {
  if (decided && *decided <= on) return *decided <= end.last ? TermState::kDecided : TermState::kDecidedLate;
  if (std::ranges::any_of(end.suspended, [&](const auto& s) { return s.first <= on && on <= s.second; }))
    return TermState::kSuspended;
  if (on <= end.last) return TermState::kRunning;
  return term.is_set ? TermState::kLate : TermState::kPresumedLate;
}

Result<Term> decision_term(const Scheme& scheme, const SchemeVersion& version, Date received, const TermRules& rules) {
  if (!version.decision || !version.decision->weeks.known())
    return Term{
        .start = received, .length = {rules.reasonable_weeks, TermUnit::kWeeks}, .statutory = true, .is_set = false};
  const DecisionTerm& decision = *version.decision;
  if (!decision.weeks.has_value()) return fail(not_stated(scheme, version, "weeks", version.line));
  return Term{.start = received,
              .length = {static_cast<int>(decision.weeks.value), TermUnit::kWeeks},
              .statutory = decision.statutory,
              .most_extension = TermLength{
                  decision.extension_weeks.has_value() ? static_cast<int>(decision.extension_weeks.value) : 0,
                  TermUnit::kWeeks}};
}

}  // namespace passend::scheme
