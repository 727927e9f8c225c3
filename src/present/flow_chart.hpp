// SPDX-License-Identifier: EUPL-1.2
// From one total to the next: each change is a bar that begins where the last one ended. Drawn as chart.hpp says.
#pragma once

#include <string>
#include <vector>

#include "present/markup.hpp"

namespace passend::present {

struct FlowStep {
  enum class Kind { kChange, kTotal };
  std::string name{};
  std::string shown{};  // the number as words, with its sign
  double amount = 0;
  Kind kind = Kind::kChange;
  bool focus = false;
};

// A total is drawn from zero, and the next change begins there. Zero is always within the box.
Markup flow_chart(const std::vector<FlowStep>& steps, const std::string& label);

}  // namespace passend::present
