// SPDX-License-Identifier: EUPL-1.2
// One line over an axis, with numbered places on it that a list below names. Drawn as chart.hpp says.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "present/markup.hpp"

namespace passend::present {

struct LineSpot {
  double x = 0, y = 0;
};

struct LineMark {
  LineSpot at{};
  std::string shown{};  // its number
  bool open = false;    // less grave: a ring
};

struct LineFocus {
  LineSpot at{};
  std::string name{};
};

struct AxisStep {
  double at = 0;
  std::string shown{};
};

struct LineChart {
  std::vector<LineSpot> line{};  // by x, rising
  std::vector<LineMark> marks{};
  std::optional<LineFocus> focus{};
  std::vector<AxisStep> across{}, up{};  // the first and last of `up` bound the box
};

Markup line_chart(const LineChart& chart, const std::string& label);

// Multiples of a round number that hold low and high between them, at most `most` + 2 of them.
std::vector<double> round_steps(double low, double high, int most);

// The height of the line at x; its ends beyond them.
double height_at(const std::vector<LineSpot>& line, double x);

}  // namespace passend::present
