// SPDX-License-Identifier: EUPL-1.2
// Shows: terms end on the day that Awb and Algemene termijnenwet say, in the dated cases of tests/cases/terms.csv
// and terms_other_hand.csv, whose outcomes come from independent programs (term_oracle.py is one) and from hand; and
// which term holds for a scheme.
#include "scheme/term.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <sstream>

#include "base/csv.hpp"
#include "base/easter.hpp"
#include "base/quantity.hpp"
#include "shipped_schemes.hpp"

namespace passend::scheme {
namespace {

const TermRules& shipped_rules() {
  static const TermRules rules = TermRules::read(shipped_law(), 1995, 2040).value();
  return rules;
}

std::optional<Date> day_or_none(const std::string& text) {
  return text == "-" || text.empty() ? std::nullopt : std::optional(day(text));
}

TermLength length_of(const std::string& number, const std::string& unit) {
  const auto found = std::ranges::find(kTermUnitNames, std::string_view(unit));
  return {static_cast<int>(parse_integer(number).value()), static_cast<TermUnit>(found - kTermUnitNames.begin())};
}

std::vector<TermEvent> events_of(const std::string& text) {
  std::vector<TermEvent> events;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ';');) {
    std::istringstream words(part);
    std::string kind, a, b, c;
    words >> kind >> a >> b >> c;
    if (kind == "suspend") events.push_back(Suspension{day(a), day_or_none(b), day_or_none(c)});
    if (kind == "extend") events.push_back(Extension{day(a), length_of(b, c)});
  }
  return events;
}

struct TermCase {
  std::map<std::string, std::string> cells;
  const std::string& operator[](const std::string& column) const { return cells.at(column); }

  std::string outcome() const {
    const Term term{.start = day((*this)["start"]),
                    .length = length_of((*this)["length"], (*this)["unit"]),
                    .statutory = (*this)["statutory"] == "ja",
                    .is_set = (*this)["set"] == "ja",
                    .events = events_of((*this)["events"])};
    const TermEnd end = end_of(term, shipped_rules());
    const TermState state = state_of(term, end, day_or_none((*this)["decided"]), day((*this)["on"]));
    std::string ignored;
    for (const Ignored one : end.ignored)
      ignored += (ignored.empty() ? "" : " ") + std::string(kIgnoredNames[static_cast<std::size_t>(one)]);
    return fmt::format("{},{},{},{}", to_string(end.last), kTermStateNames[static_cast<std::size_t>(state)], ignored,
                       end.designated_unknown ? "designated-days-unknown" : "");
  }
  std::string expected() const {
    return fmt::format("{},{},{},{}", (*this)["last"], (*this)["state"], (*this)["ignored"], (*this)["doubt"]);
  }
};

// Both files: two people wrote a program of their own from the definition, each with cases by hand and at random.
// PASSEND_TERM_CASES names another file, such as one of `python3 tests/scheme/term_oracle.py random 1 20000`.
std::vector<TermCase> cases_of(const std::string& name) {
  const char* other = std::getenv("PASSEND_TERM_CASES");
  const auto path = other != nullptr ? std::filesystem::path(other)
                                     : std::filesystem::path(PASSEND_SOURCE_DIR) / "tests/cases" / name;
  const CsvTable table = read_csv(read_file(path).value(), path.string()).value();
  EXPECT_TRUE(table.faults.empty());
  std::vector<TermCase> out;
  for (const CsvRow& row : table.rows) {
    TermCase one;
    for (std::size_t c = 0; c < table.header.size(); ++c) one.cells[table.header[c]] = row.cells[c];
    out.push_back(std::move(one));
  }
  return out;
}

TEST(Terms, EndAndStandAsTheDatedCasesSay) {
  for (const char* name : {"terms.csv", "terms_other_hand.csv"}) {
    const auto all = cases_of(name);
    EXPECT_GE(all.size(), 200u);
    for (const TermCase& one : all) EXPECT_EQ(one.outcome(), one.expected()) << one["case"] << ": " << one["why"];
  }
}

TEST(Terms, EasterOfKnownYears) {
  for (const char* easter : {"1961-04-02", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20",
                             "2026-04-05", "2038-04-25", "2076-04-19"})
    EXPECT_EQ(easter_sunday(static_cast<int>(calendar_of(day(easter)).year())), day(easter));
}

// A later event or a longer term never makes the last day earlier; a statutory last day is a working day.
TEST(Terms, LastDaysAreWorkingDaysAndNeverGoBack) {
  for (int d = 0; d < 1500; ++d) {
    Term term{.start = day("2023-01-01") + d, .length = {8, TermUnit::kWeeks}, .statutory = true};
    const TermEnd plain = end_of(term, shipped_rules());
    EXPECT_FALSE(shipped_rules().holidays.is_free(plain.last));
    term.events = {Suspension{term.start + 10, term.start + 24, term.start + 17}};
    const TermEnd suspended = end_of(term, shipped_rules());
    EXPECT_GE(suspended.last, plain.last);
    term.events.push_back(Extension{plain.last, {2, TermUnit::kWeeks}});
    EXPECT_GE(end_of(term, shipped_rules()).last, suspended.last);
  }
}

TEST(Terms, TheTermOfASchemeOrOfTheAwb) {
  const Date received = day("2021-05-10");
  const Scheme& rotterdam = *find_scheme(shipped_schemes(), "rotterdams_scholingsfonds");
  const Term eight = decision_term(rotterdam, *rotterdam.version_on(received), received, shipped_rules()).value();
  EXPECT_TRUE(eight.is_set);
  EXPECT_FALSE(eight.statutory);
  EXPECT_EQ(to_string(end_of(eight, shipped_rules()).last), "2021-07-05");
  const Date later = day("2022-05-10");
  const Term reasonable = decision_term(rotterdam, *rotterdam.version_on(later), later, shipped_rules()).value();
  EXPECT_FALSE(reasonable.is_set);
  const TermEnd end = end_of(reasonable, shipped_rules());
  EXPECT_EQ(state_of(reasonable, end, std::nullopt, end.last + 1), TermState::kPresumedLate);
}

TEST(Terms, AnExtensionGoesNoFurtherThanTheRuleOfTheTerm) {
  const Scheme limited = scheme_of("", "[version.decision]\nweeks = 6\nextension_weeks = 2\n");
  Term extended = decision_term(limited, limited.versions[0], day("2026-02-02"), shipped_rules()).value();
  extended.events = {Extension{day("2026-02-20"), {4, TermUnit::kWeeks}}};
  EXPECT_EQ(to_string(end_of(extended, shipped_rules()).last), "2026-03-30");
  const Scheme scheme = scheme_of("", "[version.decision]\nweeks = 6\nextension_weeks = \"none\"\n");
  Term term = decision_term(scheme, scheme.versions[0], day("2026-02-02"), shipped_rules()).value();
  term.events = {Extension{day("2026-02-20"), {4, TermUnit::kWeeks}}};
  EXPECT_EQ(end_of(term, shipped_rules()).ignored, std::vector{Ignored::kNoExtension});
}

}  // namespace
}  // namespace passend::scheme
