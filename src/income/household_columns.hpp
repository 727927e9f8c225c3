// SPDX-License-Identifier: EUPL-1.2
// The scalar pass: settles dates, ages, shape and partners of a household, so that only arithmetic is left for the
// lanes. docs/income.md 2 to 10.
#pragma once

#include "income/columns.hpp"
#include "income/household.hpp"
#include "income/part.hpp"
#include "income/rule_book.hpp"

namespace passend::income {

// What stands beside the figures; named as in the message catalogues (income.note.KEY).
enum class Note : std::uint8_t {
  kCoResidentIncome,  // income of co-residents is not asked; huurtoeslag may be lower
  kPartnerUninsured,  // a partner younger than the age for zorgtoeslag
  kMunicipalTopUps,   // youth uplift, individuele inkomenstoeslag, bijzondere bijstand: by municipality
  kPossibleBijstand,  // no benefit, and little income: bijstand is not asked for
  kAioCounted,        // AIO is counted where AOW is not full
  kIoawOwnGross,      // IOAW: gross amounts are worked out here
  kWwBelowMaximum,    // WW: wage taken to be below the maximum daily wage
  kSpecialRate,       // one-off pay is settled over the year
  kRemission,         // kwijtschelding: the municipality's file does not say, or AOW age
  kCount
};
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Note::kCount)> kNoteNames{
    "co-resident-income", "partner-uninsured", "municipal-top-ups", "possible-bijstand", "aio-counted",
    "ioaw-own-gross",     "ww-below-maximum",  "special-rate",      "remission"};

struct Settled {
  HouseholdColumns<double> columns{};
  double local_norm = 0;       // of the household's shape without sharers, for local schemes; 0 = none
  double bijstand_assets = 0;  // cents, the limit of bijstand for it
  bool has_remission = false;  // the municipality's rule counts, and everything it needs is known
  std::vector<Note> notes{};
  std::vector<std::pair<Part, std::string_view>> used{};  // parameters chosen by who the people are
};

// The day on which someone reaches AOW age by the law of a day: AOW art. 7a. kNoValue.
Result<Date> aow_day(const ParameterStore& law, Date birth, Date on);

// Of faults, those of the gravest kind: what cannot be, before what is not covered, before what is not known.
Faults gravest_of(Faults faults);

// Ages and shape are those of household.date, values those of rules.date (the same, unless the last known rules are
// asked for). kNotCovered: outside the rules, by name (column = what). kNoValue: a value this household needs is not
// known on the date. kCannotBe: cannot be (an adult younger than 18, a benefit that does not go with the age).
Result<Settled> settle(const RuleBook& rules, const ParameterStore& law, const Household& household);

}  // namespace passend::income
