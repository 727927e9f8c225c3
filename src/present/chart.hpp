// SPDX-License-Identifier: EUPL-1.2
// Charts as SVG, pure functions of their numbers. Sideways they are drawn in per cents of their box and never scaled,
// so that text keeps its size on a phone and on paper. Colours and text sizes stand in data/report/report.css.
// One point or bar has the focus: what the title is about. `label` is the one sentence a screen reader speaks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "present/markup.hpp"

namespace passend::present {

struct Bar {
  std::string name{};
  std::string note{};   // at the right, in grey
  std::string shown{};  // the number as words
  double length = 0;    // 0 = no bar, only the words
  bool focus = false;
};

// Bars start at zero, from the top in the order given.
Markup bar_chart(const std::vector<Bar>& bars, const std::string& label);

struct ShareRow {
  std::string name{};
  std::string shown{};
  std::optional<int> share_per_mille{}, low_per_mille{}, high_per_mille{};
  bool focus = false;
};

// Where the axis of a share chart begins and ends, in per cent, in tens.
struct ShareAxis {
  int begin = 0, end = 100;
};

ShareAxis axis_of(const std::vector<ShareRow>& rows);
Markup share_chart(const std::vector<ShareRow>& rows, const std::string& label);

// A bar of `used` out of `budget`; full ones are marked. Said in words beside it, so hidden from a screen reader.
Markup meter(double used, double budget);

// Ten pairs of pieces: the first `closed` fit, of the others the work is missing.
Markup ten_pairs(int closed, const std::string& label);

Markup wordmark();  // the two pieces, hidden from a screen reader

}  // namespace passend::present
