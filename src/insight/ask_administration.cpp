// SPDX-License-Identifier: EUPL-1.2
// Questions about schemes that run: money of a fund, and decisions in time. docs/questions.md, 12 and 13.
#include <fmt/format.h>

#include <algorithm>

#include "exchange/administration_reader.hpp"
#include "insight/question_methods.hpp"
#include "scheme/scheme_file.hpp"

namespace passend::insight {
namespace {

using scheme::TermState;

constexpr int kYearsAround = 60;  // a term and what lengthens it end within so many years

int year_in(Date day) { return static_cast<int>(calendar_of(day).year()); }

const scheme::SchemeVersion* version_on(std::span<const scheme::Scheme> schemes, const std::string& id, Date on) {
  const auto one = std::ranges::find(schemes, id, &scheme::Scheme::id);
  return one == schemes.end() ? nullptr : one->version_on(on);
}

std::int64_t part_of(const record::Position& position, std::string_view word) {
  if (word == "reserved") return position.reserved.value;
  return word == "committed" ? position.committed.value : position.realised.value;
}

Figure of_ledger(const RowTable& ledger, const record::FundYear& at, const char* name, std::int64_t value) {
  return {
      .id = fmt::format("{}:{}:{}", at.fund, at.year, name),
      .label = {.key = fmt::format("fund_{}", name), .args = {{"fund", at.fund}, {"year", std::to_string(at.year)}}},
      .unit = Unit::kEurocent,
      .value = value,
      .trace = {.how = "command",
                .file = ledger.file,
                .sha256 = ledger.sha256,
                .filter = "passend scheme budget DIR",
                .column = name}};
}

std::int64_t median_of(std::vector<std::int64_t> days) {  // the upper one of an even number
  std::ranges::sort(days);
  return days[days.size() / 2];
}

// The highest amount a version gives one person, by what it states first.
std::optional<std::int64_t> cap_of(const scheme::SchemeVersion* version) {
  if (version == nullptr) return std::nullopt;
  for (const scheme::Offer& offer : version->offers)
    for (const scheme::Figure figure :
         {scheme::Figure::kCapPerson, scheme::Figure::kCapTrajectory, scheme::Figure::kAmount})
      if (offer.of(figure).has_value() && offer.of(figure).value > 0) return offer.of(figure).value;
  return std::nullopt;
}

void add_grants(Computed& out, const Asked& asked, const Administration& administration, const RowTable& applications,
                const std::string& fund) {
  const AskInput& input = asked.input;
  const Filter granted{
      {"scheme", "=", {fund}}, {"outcome", "=", {"verleend"}}, {"decided", "<=", {to_string(input.date)}}};
  const std::map<std::string, std::string> args{{"fund", fund}};
  const std::size_t people =
      out.add(counted(applications, fund + ":granted", {.key = "fund_granted", .args = args}, Unit::kPeople, granted));
  std::int64_t sum = 0;
  std::vector<std::int64_t> days;
  for (const ApplicationCase& one : administration.cases) {
    if (one.scheme != fund || one.outcome != "verleend" || !one.decided || *one.decided > input.date) continue;
    sum += one.application.amount.value;
    days.push_back(one.decided->days - one.received.days);
  }
  const Trace trace{.how = "rule",
                    .file = applications.file,
                    .sha256 = applications.sha256,
                    .filter = text_of(granted),
                    .whole = fund + ":granted"};
  Figure average{
      .id = fund + ":average", .label = {.key = "fund_average", .args = args}, .unit = Unit::kEurocent, .trace = trace};
  Figure time{.id = fund + ":days", .label = {.key = "fund_days", .args = args}, .unit = Unit::kDays, .trace = trace};
  average.trace.column = "eurocent";
  time.trace.column = "received, decided";
  if (!days.empty()) average.value = divide_half_up(sum, static_cast<std::int64_t>(days.size()));
  if (!days.empty()) time.value = median_of(days);
  Figure cap{.id = fund + ":cap",
             .label = {.key = "fund_cap", .args = args},
             .unit = Unit::kEurocent,
             .value = cap_of(version_on(input.schemes, fund, input.date)),
             .trace = {.how = "command", .filter = "passend scheme show " + fund}};
  std::vector<std::size_t> rows{people};
  for (Figure* figure : {&average, &time, &cap}) rows.push_back(out.add(std::move(*figure)));
  for (const std::size_t i : rows) out.rows.push_back({out.figures[i].label, {i}});
}

struct Terms {
  std::int64_t in_time = 0, late = 0, open_late = 0, presumed = 0, running = 0;
};

// Terms of the cases: decided in the year, and those open on the day.
Result<Terms> terms_of(const Asked& asked, const Administration& administration, const std::string& file) {
  Terms out;
  if (administration.cases.empty()) return out;
  const Date day = asked.input.date;
  const auto by_received = [](const ApplicationCase& a, const ApplicationCase& b) { return a.received < b.received; };
  const auto [first, last] = std::ranges::minmax_element(administration.cases, by_received);
  const auto rules = scheme::TermRules::read(*asked.input.law, year_in(first->received),
                                             std::max(year_in(last->received), year_in(day)) + kYearsAround);
  if (!rules) return fail(rules.error());
  for (const ApplicationCase& one : administration.cases) {
    const bool decided = one.decided && *one.decided <= day;
    if (one.received > day || (decided && year_in(*one.decided) != asked.input.counted_year())) continue;
    const auto of = std::ranges::find(asked.input.schemes, one.scheme, &scheme::Scheme::id);
    const auto* version = version_on(asked.input.schemes, one.scheme, one.received);
    if (version == nullptr)
      return fail({.code = FaultCode::kUnknownScheme,
                   .file = file,
                   .line = one.line,
                   .column = "scheme",
                   .value = one.scheme,
                   .args = {{"date", to_string(one.received)}}});
    auto term = scheme::decision_term(*of, *version, one.received, *rules);
    if (!term) return fail(term.error());
    term->events = one.events;
    const auto end = scheme::end_of(*term, *rules);
    switch (scheme::state_of(*term, end, decided ? one.decided : std::nullopt, day)) {
      case TermState::kDecided:
        ++out.in_time;
        break;
      case TermState::kDecidedLate:
        ++out.late;
        break;
      case TermState::kLate:
        ++out.open_late;
        break;
      case TermState::kPresumedLate:
        ++out.presumed;
        break;
      case TermState::kSuspended:
      case TermState::kRunning:
        ++out.running;
        break;
    }
  }
  return out;
}

}  // namespace

Result<Computed> fund_used(const Asked& asked) {
  const auto& folder = asked.input.administration;
  const auto administration = read_administration(folder);
  if (!administration) return fail(administration.error());
  const auto ledger = read_rows(folder, "ledger.csv", false, {"entry"});
  if (!ledger) return fail(ledger.error());
  const auto applications =
      read_rows(folder, "applications.csv", false, {"application", "scheme", "decided", "outcome"});
  if (!applications) return fail(applications.error());
  const int year = asked.input.year != 0 ? asked.input.year : year_in(asked.input.date);
  Computed out{.columns = {"eurocent"}};
  for (const auto& [at, position] : administration->ledger.positions()) {
    if (at.year != year || (!asked.input.scheme.empty() && at.fund != asked.input.scheme)) continue;
    std::int64_t used = 0;
    for (const std::string& word : asked.variant.words) used += part_of(position, word);
    const std::size_t spent = out.add(of_ledger(*ledger, at, "used", used));
    const std::size_t ceiling = out.add(of_ledger(*ledger, at, "ceiling", position.ceiling.value));
    out.add_lead(share(out, fmt::format("{}:share", at.fund),
                       {.key = "fund_share", .args = out.figures[spent].label.args}, spent, ceiling));
    out.lead.push_back(spent);
    std::vector<std::size_t> rows{ceiling, spent};
    for (const auto& [name, value] :
         {std::pair{"reserved", position.reserved.value}, std::pair{"committed", position.committed.value},
          std::pair{"realised", position.realised.value}, std::pair{"left", position.left().value}})
      rows.push_back(out.add(of_ledger(*ledger, at, name, value)));
    for (const std::size_t i : rows) out.rows.push_back({out.figures[i].label, {i}});
    add_grants(out, asked, *administration, *applications, at.fund);
  }
  if (out.lead.empty() && !asked.input.scheme.empty())
    return fail({.code = FaultCode::kUnknownScheme,
                 .file = asked.input.scheme,
                 .value = asked.input.scheme,
                 .args = {{"date", std::to_string(year)}}});
  return out;
}

Result<Computed> in_time(const Asked& asked) {
  const auto& folder = asked.input.administration;
  const auto administration = read_administration(folder);
  if (!administration) return fail(administration.error());
  const auto applications = read_rows(folder, "applications.csv", false, {"application"});
  if (!applications) return fail(applications.error());
  const auto found = terms_of(asked, *administration, (folder / "applications.csv").string());
  if (!found) return fail(found.error());
  const Terms& terms = *found;
  const bool with_open = asked.variant.words.size() > 1;
  const std::map<std::string, std::string> args{{"year", std::to_string(asked.input.counted_year())}};
  Computed out{.columns = {"decisions"}};
  const auto add = [&](const char* id, std::int64_t value) {
    const std::size_t at = out.add({.id = id,
                                    .label = {.key = fmt::format("term_{}", id), .args = args},
                                    .unit = Unit::kPeople,
                                    .value = value,
                                    .trace = {.how = "rule",
                                              .file = applications->file,
                                              .sha256 = applications->sha256,
                                              .filter = fmt::format("term: {}", id),
                                              .column = "received, decided"}});
    out.rows.push_back({out.figures[at].label, {at}});
    return at;
  };
  const std::size_t good = add("in_time", terms.in_time);
  const std::size_t late = add("late", terms.late);
  const std::size_t open = add("open_late", terms.open_late);
  const std::size_t presumed = add("presumed", terms.presumed);
  add("running", terms.running);
  const std::size_t whole = add("due", terms.in_time + terms.late + (with_open ? terms.open_late + terms.presumed : 0));
  out.add_lead(share(out, "share_in_time", {.key = "share_in_time", .args = args}, good, whole));
  out.lead.insert(out.lead.end(), {good, whole, open});
  out.sums = {{whole, with_open ? std::vector{good, late, open, presumed} : std::vector{good, late}}};
  return out;
}

}  // namespace passend::insight
