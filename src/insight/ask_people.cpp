// SPDX-License-Identifier: EUPL-1.2
// Questions about people: who has bijstand and for how long. docs/questions.md, questions 2 and 16.
#include <fmt/format.h>

#include "insight/question_methods.hpp"
#include "insight/statline.hpp"

namespace passend::insight {
namespace {

std::string months_later(std::int64_t months) { return fmt::format("benefit_since+{}m", months); }

Label months_label(const char* key, std::int64_t months) {
  return {.key = key, .args = {{"months", std::to_string(months)}}};
}

// The figure as a row of the table, with its number.
std::size_t add_row(Computed& out, Figure figure) {
  const Label label = figure.label;
  const std::size_t at = out.add(std::move(figure));
  out.rows.push_back({label, {at}});
  return at;
}

Result<Computed> published(const Asked& asked) {
  const auto& words = asked.variant.words;
  const auto found = find_published(asked.input.tables, asked.input.municipality, words.front());
  if (!found) return fail(found.error());
  Computed out{.columns = {"people"}};
  if (!*found) return out;
  const PublishedRow& row = **found;
  const auto cell = [&](std::string id, const std::string& stem) {
    return Figure{.id = id,
                  .label = {.key = id},
                  .unit = Unit::kNumber,  // published by CBS, rounded there
                  .value = row.value_of(stem),
                  .trace = {.how = "cell",
                            .file = row.file,
                            .sha256 = row.sha256,
                            .filter = row.region_column + " = " + asked.input.municipality,
                            .column = row.column_of(stem)}};
  };
  const std::size_t people = out.add_lead(cell("published_people", words[0]));
  const std::size_t residents = out.add(cell("published_residents", words[1]));
  Figure rate = share(out, "published_rate", {.key = "published_rate"}, people, residents);
  rate.unit = Unit::kPerTenThousand;
  if (rate.value) rate.value = divide_half_up(10 * 1000 * *out.figures[people].value, *out.figures[residents].value);
  out.add_lead(std::move(rate));
  for (std::size_t i = 0; i < out.figures.size(); ++i) out.rows.push_back({out.figures[i].label, {i}});
  out.doubts = {"published_rounded"};
  return out;
}

}  // namespace

Result<Computed> long_in_bijstand(const Asked& asked) {
  const auto people = read_rows(asked.input.snapshot, "people.csv", true, {"person", "benefit", "benefit_since"});
  if (!people) return fail(people.error());
  const std::string day = to_string(asked.input.date);
  const Filter all{{"benefit", "=", asked.variant.words}};
  const auto& steps = asked.question.steps;
  Computed out{.columns = {"people"}};
  const auto longer = [&](std::int64_t months) {
    return counted(*people, fmt::format("longer_{}", months), months_label("longer_than_months", months), Unit::kPeople,
                   with(all, {{months_later(months), "<", {day}}}));
  };
  const std::size_t first = out.add_lead(longer(steps[steps.size() - 2]));
  const std::size_t second = out.add_lead(longer(steps.back()));
  const std::size_t total = out.add_lead(counted(*people, "total", {.key = "with_benefit"}, Unit::kPeople, all));
  out.lead.push_back(
      out.add(share(out, "share_longer", months_label("share_longer", steps[steps.size() - 2]), first, total)));
  out.nest({total, first, second});

  std::vector<std::size_t> rows;
  std::optional<std::int64_t> from;
  for (const std::int64_t until : steps) {
    Filter filter = with(all, {{months_later(until), ">=", {day}}});
    if (from) filter = with(filter, {{months_later(*from), "<", {day}}});
    Label label = months_label(from ? "months_between" : "months_below", until);
    if (from) label.args["from"] = std::to_string(*from);
    rows.push_back(add_row(out, counted(*people, fmt::format("below_{}", until), label, Unit::kPeople, filter)));
    from = until;
  }
  Figure longest = longer(steps.back());
  longest.id += "_row";
  rows.push_back(add_row(out, std::move(longest)));
  rows.push_back(add_row(out, counted(*people, "since_unknown", {.key = "since_unknown"}, Unit::kPeople,
                                      with(all, {{"benefit_since", "=", {""}}}))));
  out.sums.push_back({total, rows});
  const auto above = rows.end() - 3;  // the two classes that are longer than the first of the lead, and no day
  out.sums.push_back({first, {above, above + 2}});
  rows.erase(above, above + 2);
  rows.push_back(first);
  out.sums.push_back({total, std::move(rows)});
  return out;
}

Result<Computed> in_bijstand(const Asked& asked) {
  if (asked.variant.needs == Source::kTables) return published(asked);
  const auto people = read_rows(asked.input.snapshot, "people.csv", true, {"person", "benefit"});
  if (!people) return fail(people.error());
  Computed out{.columns = {"people"}, .doubts = {"only_who_want_work"}};
  const Filter all{{"benefit", "=", asked.variant.words}};
  const std::size_t total = out.add_lead(counted(*people, "total", {.key = "with_benefit"}, Unit::kPeople, all));
  std::vector<std::size_t> rows;
  for (const std::string& word : asked.variant.words)
    rows.push_back(
        add_row(out, counted(*people, "benefit_" + word, {.name = word}, Unit::kPeople, {{"benefit", "=", {word}}})));
  out.sums = {{total, std::move(rows)}};
  return out;
}

}  // namespace passend::insight
