// SPDX-License-Identifier: EUPL-1.2
#include "present/chart.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "present/drawing.hpp"

namespace passend::present {
namespace {

constexpr int kBarRow = 56;         // px per bar: its name, then the bar
constexpr int kShareRow = 54;       // px per group
constexpr int kShareTop = 28;       // px for the words of the axis
constexpr double kBarWidth = 80;    // % of the box for the longest bar; the rest is for its number
constexpr double kShareWidth = 84;  // % of the box for the axis; the rest is for the last number
constexpr std::size_t kPairs = 10;

Markup bar_row(const Bar& bar, int top, double longest) {
  auto row = text_at("0", top + 16, bar.name, {{"class", bar.focus ? "name strong" : "name"}}) +
             text_at("100%", top + 16, bar.note, {{"class", "note"}, {"text-anchor", "end"}});
  const double width = longest > 0 ? kBarWidth * bar.length / longest : 0;
  if (width > 0)
    row += element("rect", {{"class", bar.focus ? "bar focus" : "bar"},
                            {"x", "1"},
                            {"y", std::to_string(top + 24)},
                            {"width", box_percent(width)},
                            {"height", "18"},
                            {"rx", "3"}});
  return row + text_at(box_percent(width), top + 38, bar.shown, {{"class", "figure"}, {"dx", width > 0 ? "8" : "1"}});
}

int tens(int per_mille, bool up) { return ((per_mille + (up ? 99 : 0)) / 100) * 10; }

double position(const ShareAxis& axis, int per_mille) {
  return kShareWidth * (per_mille / 10.0 - axis.begin) / (axis.end - axis.begin);
}

Markup share_grid(const ShareAxis& axis, int height) {
  Markup grid;
  const int step = axis.end - axis.begin > 40 ? 20 : 10;
  for (int at = axis.begin; at <= axis.end; at += step) {
    const auto x = box_percent(position(axis, at * 10));
    grid += element("line", {{"class", "grid"}, {"x1", x}, {"x2", x}, {"y1", "22"}, {"y2", std::to_string(height)}});
    grid += text_at(x, 14, fmt::format("{}%", at),
                    {{"class", "note"}, {"text-anchor", at == axis.begin ? "start" : "middle"}});
  }
  return grid;
}

Markup share_row(const ShareRow& row, const ShareAxis& axis, int top) {
  auto drawn = text_at("0", top + 16, row.name, {{"class", row.focus ? "name halo strong" : "name halo"}});
  if (!row.share_per_mille) return drawn + text_at("0", top + 40, row.shown, {{"class", "note halo"}});
  const int share = *row.share_per_mille;
  const int low = row.low_per_mille.value_or(share), high = row.high_per_mille.value_or(share);
  const auto y = std::to_string(top + 35);
  drawn += element("line", {{"class", "interval"},
                            {"x1", box_percent(position(axis, low))},
                            {"x2", box_percent(position(axis, high))},
                            {"y1", y},
                            {"y2", y}});
  drawn += element(
      "circle",
      {{"class", row.focus ? "dot focus" : "dot"}, {"cx", box_percent(position(axis, share))}, {"cy", y}, {"r", "8"}});
  return drawn + text_at(box_percent(position(axis, std::max(share, high))), top + 40, row.shown,
                         {{"class", "figure halo"}, {"dx", "14"}});
}

// A piece of 24 × 32 with a half-round tab of radius 6 at its right side.
constexpr const char* kPerson = "M4 1H24V10A6 6 0 0 1 24 22V31H4A3 3 0 0 1 1 28V4A3 3 0 0 1 4 1Z";
// The other piece, with room for the tab and a white line of 2 between them.
constexpr const char* kWork = "M27 1H48A3 3 0 0 1 51 4V28A3 3 0 0 1 48 31H27V23.4A8 8 0 0 0 27 8.6Z";

Markup pair(bool closed, const std::string& kind) {
  const auto work = closed ? Attributes{{"class", "work"}, {"d", kWork}}
                           : Attributes{{"class", "gap"}, {"d", kWork}, {"transform", "translate(6 0)"}};
  return element("svg", {{"class", kind}, {"viewBox", closed ? "0 0 52 32" : "0 0 58 32"}, {"aria-hidden", "true"}},
                 {element("path", {{"class", "person"}, {"d", kPerson}}), element("path", work)});
}

}  // namespace

Markup bar_chart(const std::vector<Bar>& bars, const std::string& label) {
  double longest = 0;
  for (const auto& bar : bars) longest = std::max(longest, bar.length);
  Markup rows;
  for (std::size_t i = 0; i < bars.size(); ++i) rows += bar_row(bars[i], static_cast<int>(i) * kBarRow, longest);
  return drawing(static_cast<int>(bars.size()) * kBarRow, "bars", label, rows);
}

ShareAxis axis_of(const std::vector<ShareRow>& rows) {
  int low = 1000, high = 0;
  for (const auto& row : rows) {
    if (!row.share_per_mille) continue;
    low = std::min({low, *row.share_per_mille, row.low_per_mille.value_or(1000)});
    high = std::max({high, *row.share_per_mille, row.high_per_mille.value_or(0)});
  }
  return low >= 200 && low <= high ? ShareAxis{std::min(tens(low, false), 90), std::min(tens(high, true), 100)}
                                   : ShareAxis{};
}

Markup share_chart(const std::vector<ShareRow>& rows, const std::string& label) {
  auto axis = axis_of(rows);
  if (axis.end <= axis.begin) axis = {};
  const int height = kShareTop + static_cast<int>(rows.size()) * kShareRow;
  auto inside = share_grid(axis, height);
  for (std::size_t i = 0; i < rows.size(); ++i)
    inside += share_row(rows[i], axis, kShareTop + static_cast<int>(i) * kShareRow);
  return drawing(height, "shares", label, inside);
}

Markup meter(double used, double budget) {
  const double part = budget > 0 ? std::clamp(used / budget, 0.0, 1.0) : 0;
  return element(
      "svg",
      {{"class", part >= 1 ? "meter full" : "meter"}, {"aria-hidden", "true"}, {"width", "100%"}, {"height", "12"}},
      {element("rect", {{"class", "of"}, {"x", "1"}, {"y", "1"}, {"width", "98%"}, {"height", "10"}, {"rx", "5"}}),
       element("rect", {{"class", "used"},
                        {"x", "1"},
                        {"y", "1"},
                        {"width", box_percent(98 * part)},
                        {"height", "10"},
                        {"rx", "5"}})});
}

Markup ten_pairs(int closed, const std::string& label) {
  Markup pairs;
  for (std::size_t i = 0; i < kPairs; ++i) pairs += pair(static_cast<int>(i) < closed, "pair");
  return element("div", {{"class", "pairs"}, {"role", "img"}, {"aria-label", label}}, {pairs}) + Markup::raw("\n");
}

Markup wordmark() { return pair(true, "mark"); }

}  // namespace passend::present
