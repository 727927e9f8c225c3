// SPDX-License-Identifier: EUPL-1.2
// From what each part of net income was worked out: the figures it rests on, and every parameter with its article,
// source and confidence.
#pragma once

#include <string_view>
#include <vector>

#include "income/answer.hpp"

namespace passend::income {

struct TraceFigure {
  enum class Unit { kEurocent, kEuroYear, kCount };
  std::string_view key{};  // income.input.KEY in the message catalogues
  std::int64_t value = 0;
  Unit unit{};
};

struct TraceParameter {
  std::string value{};  // as text_of writes it
  Origin origin{};
};

struct TraceNode {
  Part part{};
  std::int64_t eurocent = 0;  // a month
  std::vector<TraceFigure> figures{};
  std::vector<TraceParameter> parameters{};
};

// Nodes of the parts that are not zero, in their order. `law` outlives the answer.
std::vector<TraceNode> trace_of(const State& state, const RuleBook& rules, const ParameterStore& law);

// The least certain of all parameters; kConfirmed without any.
Confidence weakest_of(const std::vector<TraceNode>& trace);

}  // namespace passend::income
