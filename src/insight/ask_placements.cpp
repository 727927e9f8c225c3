// SPDX-License-Identifier: EUPL-1.2
// Questions about work that began: how long it lasts, and what unpaid work led to. docs/questions.md, 3 and 11.
#include <fmt/format.h>

#include <algorithm>

#include "insight/question_methods.hpp"

namespace passend::insight {
namespace {

struct Year {
  std::string first, last;
};

// The calendar year, as far as it lies on or before the day.
Year year_of(int year, Date day) {
  return {to_string(make_date(year, 1, 1)), std::min(to_string(make_date(year, 12, 31)), to_string(day))};
}

bool is_paid(const std::string& kind) {
  const auto found = work_kind_of(kind);
  return found && row_of(*found).paid;
}

// Days of the stretch that lie in the year, both ends included.
std::int64_t days_in(const Year& year, const std::string& from, const std::string& last) {
  const auto begin = parse_date(std::max(year.first, from));
  const auto end = parse_date(std::min(year.last, last));
  return begin && end && *begin <= *end ? end->days - begin->days + 1 : 0;
}

// ja where the person began paid work after this began and at most so many days after its end; `same`: there.
void add_paid_after(RowTable& table, const std::string& column, std::int64_t days, bool same) {
  const std::string limit = fmt::format("last_day+{}d", days);
  table.add(column, [&](const RowTable& all, std::size_t row) -> std::string {
    for (std::size_t other = 0; other < all.rows.size(); ++other) {
      const std::string from = all.cell(other, "from");
      if (all.cell(other, "person") != all.cell(row, "person") || !is_paid(all.cell(other, "work.kind"))) continue;
      if (same && all.cell(other, "work.employer") != all.cell(row, "work.employer")) continue;
      if (from > all.cell(row, "from") && from <= all.cell(row, limit)) return "ja";
    }
    return "nee";
  });
}

constexpr std::int64_t kDaysOfWeek = 7;

}  // namespace

Result<std::set<int>> years_of_placements(const AskInput& input) {
  const auto placements = read_placements(input.snapshot);
  if (!placements) return fail(placements.error());
  std::set<int> out;
  for (const std::string& from : values_of(*placements, "from", {{"from", "<=", {to_string(input.date)}}}))
    if (const auto day = parse_date(from)) out.insert(static_cast<int>(calendar_of(*day).year()));
  return out;
}

Result<Computed> placements_last(const Asked& asked) {
  const auto placements = read_placements(asked.input.snapshot);
  if (!placements) return fail(placements.error());
  const std::string day = to_string(asked.input.date);
  const bool one_year = is_by_year(asked.variant);
  const Year year = year_of(asked.input.counted_year(), asked.input.date);
  Filter began{{"work.kind", "=", asked.variant.words}};
  if (one_year)
    began = with(began, {{"from", ">=", {year.first}}, {"from", "<=", {year.last}}});
  else
    began = with(began, {{"from", "<=", {day}}});
  Computed out{.columns = {"could", "still", "share"}};
  Label label{.key = one_year ? "began_in_year" : "began_ever"};
  if (one_year) label.args["year"] = std::to_string(asked.input.counted_year());
  const std::size_t started = out.add_lead(counted(*placements, "began", label, Unit::kPeople, began));
  std::vector<std::size_t> could{started}, still;
  for (const std::int64_t months : asked.question.steps) {
    const std::map<std::string, std::string> args{{"months", std::to_string(months)}};
    const std::string then = fmt::format("from+{}m", months);
    const Filter reached = with(began, {{then, "<=", {day}}});
    could.push_back(out.add(counted(*placements, fmt::format("could_{}", months), {.key = "could_reach", .args = args},
                                    Unit::kPeople, reached)));
    still.push_back(out.add(counted(*placements, fmt::format("still_{}", months), {.key = "still_there", .args = args},
                                    Unit::kPeople, with(reached, {{"last_day", ">=", {"@" + then}}}))));
    out.nest({could.back(), still.back()});
    const std::size_t part = out.add_lead(
        share(out, fmt::format("share_{}", months), {.key = "share_still", .args = args}, still.back(), could.back()));
    out.rows.push_back({{.key = "after_months", .args = args}, {could.back(), still.back(), part}});
    if (still.size() > 1 && out.figures[could.back()].value == out.figures[could[could.size() - 2]].value)
      out.nest({still[still.size() - 2], still.back()});
  }
  out.nest(could);
  return out;
}

Result<Computed> unpaid_trials(const Asked& asked) {
  auto placements = read_placements(asked.input.snapshot);
  if (!placements) return fail(placements.error());
  const Year year = year_of(asked.input.counted_year(), asked.input.date);
  const std::string day = to_string(asked.input.date);
  const std::int64_t days = asked.question.steps.front();
  placements->add("days_in_year", [&](const RowTable& all, std::size_t row) {
    const std::string from = all.cell(row, "from");
    return std::to_string(from.empty() ? 0 : days_in(year, from, all.cell(row, "last_day")));
  });
  add_paid_after(*placements, "paid_after", days, false);
  add_paid_after(*placements, "paid_after_there", days, true);

  const std::map<std::string, std::string> args{{"year", std::to_string(asked.input.counted_year())},
                                                {"days", std::to_string(days)}};
  const Filter unpaid{{"work.kind", "=", asked.variant.words}};
  const Filter in_year = with(unpaid, {{"days_in_year", "!=", {"0"}}});
  Computed out{.columns = {"people"}};
  const std::size_t trials =
      out.add(counted(*placements, "trials", {.key = "unpaid_in_year", .args = args}, Unit::kPeople, in_year));
  std::int64_t centihour_days = 0;
  for (std::size_t row = 0; row < placements->rows.size(); ++row)
    if (meets(*placements, row, in_year))
      centihour_days += *parse_integer(placements->cell(row, "days_in_year")) *
                        parse_scaled(placements->cell(row, "hours_week"), 2).value_or(0);
  out.add_lead({.id = "hours",
                .label = {.key = "unpaid_hours", .args = args},
                .unit = Unit::kCentihours,
                .value = divide_half_up(centihour_days, kDaysOfWeek),
                .trace = {.how = "rule",
                          .file = placements->file,
                          .sha256 = placements->sha256,
                          .filter = text_of(in_year),
                          .column = "hours_week",
                          .whole = "trials",
                          .joined = placements->joined}});
  out.lead.push_back(trials);
  const std::size_t no_hours = out.add(counted(*placements, "hours_unknown", {.key = "hours_unknown", .args = args},
                                               Unit::kPeople, with(in_year, {{"hours_week", "=", {""}}})));
  const Filter ended = with(unpaid, {{"last_day", ">=", {year.first}},
                                     {"last_day", "<=", {year.last}},
                                     {fmt::format("last_day+{}d", days), "<=", {day}}});
  const std::size_t over =
      out.add(counted(*placements, "ended", {.key = "unpaid_ended", .args = args}, Unit::kPeople, ended));
  std::vector<std::size_t> rows{trials, no_hours, over};
  for (const char* column : {"paid_after", "paid_after_there"})
    rows.push_back(out.add(counted(*placements, column, {.key = column, .args = args}, Unit::kPeople,
                                   with(ended, {{column, "=", {"ja"}}}))));
  out.add_lead(share(out, "share_paid_after", {.key = "share_paid_after", .args = args}, rows[3], over));
  out.nest({trials, no_hours});
  out.nest({over, rows[3], rows[4]});
  for (const std::size_t i : rows) out.rows.push_back({out.figures[i].label, {i}});
  return out;
}

}  // namespace passend::insight
