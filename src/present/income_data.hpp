// SPDX-License-Identifier: EUPL-1.2
// Everything an answer to "loont werk?" shows (income_page.hpp), as plain values; src/cli fills it from src/income.
// Codes here, words in data/messages. Amounts in eurocent, a month unless said otherwise.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace passend::present {

// A part of net income: income.part.RULE in the catalogue ("wage", "zorgtoeslag", …; docs/income.md section 11).
struct IncomePart {
  std::string rule{};
  std::int64_t before = 0;
  std::int64_t after = 0;  // equal to before without an offer
};

enum class SweepAxis : std::uint8_t { kHours, kHourly };  // hours a week, in hundredths; eurocent an hour

struct IncomePoint {
  std::int64_t at = 0;  // on the axis of the sweep
  std::int64_t net = 0;
};

// Where one step more of work costs money (cliff) or keeps another share of it (kink), and the part that does it.
struct IncomeBreak {
  enum class Kind { kCliff, kKink };
  Kind kind{};
  std::int64_t at = 0;
  std::string rule{};
  std::int64_t eurocent = 0;  // cliff: net lost, below 0; kink: change of net per hour (or euro an hour) more
};

// Something to do: income.step.KEY; `rule` names the benefit or allowance where the step is about one.
struct IncomeStep {
  std::string key{};
  std::string rule{};
  std::optional<Date> by{};
};

// Calendar-year mode: what comes in which month; month 13 = settled the year after.
struct IncomePayment {
  int month = 0;
  std::string rule{};
  std::int64_t eurocent = 0;
};

struct TraceParameter {
  std::string id{}, title{}, value{}, article{}, source{};
  std::string confidence{}, state{};  // names of src/law: confirmed, single, memory; vastgesteld, aangekondigd
  Date from{};
};

struct TraceInput {
  std::string key{};  // income.input.KEY
  std::int64_t value = 0;
  enum class Unit { kEurocent, kEuroYear, kCount, kYes } unit{};
};

// One part with what it was worked out from. `articles` as the law names them.
struct TraceNode {
  std::string rule{};
  std::int64_t eurocent = 0;
  std::vector<std::string> articles{};
  std::vector<TraceInput> inputs{};
  std::vector<TraceParameter> parameters{};
};

// A line of what the work costs the employer: income.employer.line.LABEL, a label being the key or a kind of it.
// Nothing where a value of law is not known.
struct EmployerLine {
  std::string key{}, label{};
  std::optional<std::int64_t> eurocent{};  // below 0 what the employer gets
};

struct UnknownValue {
  std::string id{}, title{};
};

struct EmployerCost {
  std::vector<EmployerLine> lines{};
  std::optional<std::int64_t> total{};
  std::vector<UnknownValue> unknown{};
  std::optional<int> flat_months{};          // a flat subsidy, which ends after so many
  std::string weakest{};                     // confidence of the weakest value used
  std::vector<TraceParameter> parameters{};  // values used
};

struct IncomeData {
  Date date{}, rules_as_of{};  // equal, unless the last known rules were asked for
  bool calendar_year = false;  // false: each state as if for twelve months
  bool has_offer = false;
  bool debt_warning = false;  // then no gain, no rates
  std::int64_t net_before = 0, net_after = 0;
  std::int64_t gross_before = 0, gross_after = 0;   // pay and holiday allowance
  std::vector<IncomePart> parts{};                  // in the order of docs/income.md; zero parts too
  std::optional<std::int64_t> participation_tax{};  // per mille of extra gross that is not kept
  std::optional<std::int64_t> marginal_hour{}, marginal_100{};
  SweepAxis sweep_axis{};
  std::vector<IncomePoint> sweep{};         // along the axis, empty when not asked
  std::optional<std::int64_t> own_place{};  // where the state after (or before) stands in the sweep, if known
  std::vector<IncomeBreak> breaks{};
  std::vector<IncomeStep> steps{};
  std::vector<IncomePayment> payments{};
  std::optional<int> payments_year{};      // the year of the payments, where it is not that of date
  std::vector<std::string> not_covered{};  // income.note.KEY
  std::optional<EmployerCost> employer{};  // with an offer
  std::string weakest{};                   // confidence of the weakest value used, the employer's cost apart
  std::vector<TraceNode> trace{};          // of the state after (or before); empty when not asked
};

}  // namespace passend::present
