// SPDX-License-Identifier: EUPL-1.2
#include "present/line_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "present/drawing.hpp"

namespace passend::present {
namespace {

constexpr int kPlot = 260;         // px between the lowest and the highest step of the axis
constexpr int kMarkRow = 26;       // px per row of numbers above the plot
constexpr int kFocusRow = 26;      // px for the words of the focus
constexpr int kBelow = 30;         // px for the words of the axis across
constexpr double kMarkRoom = 9.5;  // % of the box that a number needs on a phone

struct Frame {
  double left = 0, right = 0, low = 0, high = 0;
  int top = 0;

  double x(double value) const { return right > left ? 100 * (value - left) / (right - left) : 0; }
  double y(double value) const { return high > low ? top + kPlot * (high - value) / (high - low) : top + kPlot; }
};

// Which row above the plot a number stands in, so that no two touch.
std::vector<int> rows_of(const std::vector<LineMark>& marks, const Frame& frame) {
  std::vector<double> taken;  // per row, the last place
  std::vector<int> rows;
  for (const auto& mark : marks) {
    const double x = frame.x(mark.at.x);
    std::size_t row = 0;
    while (row < taken.size() && x - taken[row] < kMarkRoom) ++row;
    if (row == taken.size()) taken.push_back(x);
    taken[row] = x;
    rows.push_back(static_cast<int>(row));
  }
  return rows;
}

Frame frame_of(const LineChart& chart) {
  Frame frame;
  if (!chart.line.empty()) frame.left = chart.line.front().x, frame.right = chart.line.back().x;
  if (!chart.up.empty()) frame.low = chart.up.front().at, frame.high = chart.up.back().at;
  const auto rows = rows_of(chart.marks, frame);
  const int most = rows.empty() ? 0 : *std::max_element(rows.begin(), rows.end()) + 1;
  frame.top = most * kMarkRow + (chart.focus ? kFocusRow : 0) + 8;
  return frame;
}

Markup upright(const std::string& kind, const std::string& x, double from, double to) {
  return element(
      "line",
      {{"class", kind}, {"x1", x}, {"x2", x}, {"y1", fmt::format("{:.1f}", from)}, {"y2", fmt::format("{:.1f}", to)}});
}

Markup axes(const LineChart& chart, const Frame& frame) {
  Markup drawn;
  for (const auto& step : chart.up) {
    const auto y = fmt::format("{:.1f}", frame.y(step.at));
    drawn += element("line", {{"class", "grid"}, {"x1", "0"}, {"x2", "100%"}, {"y1", y}, {"y2", y}});
    drawn +=
        text_at("-8", static_cast<int>(frame.y(step.at)) + 5, step.shown, {{"class", "note"}, {"text-anchor", "end"}});
  }
  for (const auto& step : chart.across)
    drawn += text_at(box_percent(frame.x(step.at)), frame.top + kPlot + 22, step.shown,
                     {{"class", "note"}, {"text-anchor", "middle"}});
  return drawn;
}

// Stretched to the width of its box; the stroke is not (report.css).
Markup line(const LineChart& chart, const Frame& frame) {
  std::string points;
  for (const auto& spot : chart.line)
    points += fmt::format("{:.2f},{:.1f} ", frame.x(spot.x), frame.y(spot.y) - frame.top);
  return element("svg",
                 {{"class", "plot"},
                  {"y", std::to_string(frame.top)},
                  {"width", "100%"},
                  {"height", std::to_string(kPlot)},
                  {"viewBox", fmt::format("0 0 100 {}", kPlot)},
                  {"preserveAspectRatio", "none"}},
                 {element("polyline", {{"class", "line"}, {"points", points}})});
}

Markup mark(const LineMark& mark, int row, const Frame& frame) {
  const auto x = box_percent(frame.x(mark.at.x));
  const int y = frame.top - 14 - row * kMarkRow;
  const std::string kind = mark.open ? "mark open" : "mark";
  return upright("drop", x, y + 10, frame.y(mark.at.y)) +
         element("circle", {{"class", kind}, {"cx", x}, {"cy", std::to_string(y)}, {"r", "10"}}) +
         text_at(x, y + 5, mark.shown, {{"class", kind + " number"}, {"text-anchor", "middle"}}) +
         element("circle",
                 {{"class", kind}, {"cx", x}, {"cy", fmt::format("{:.1f}", frame.y(mark.at.y))}, {"r", "3.5"}});
}

// Words at the side of the box where there is room for them.
std::string anchor_of(double x) { return x < 27 ? "start" : x > 73 ? "end" : "middle"; }

Markup focus(const LineFocus& focus, const Frame& frame) {
  const double at = frame.x(focus.at.x);
  const auto x = box_percent(at);
  return element("circle",
                 {{"class", "dot focus"}, {"cx", x}, {"cy", fmt::format("{:.1f}", frame.y(focus.at.y))}, {"r", "8"}}) +
         text_at(x, 15, focus.name, {{"class", "name halo strong"}, {"text-anchor", anchor_of(at)}});
}

double round_step(double range, int most) {
  const double rough = range / most, ten = std::pow(10, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (ten * factor >= rough) return ten * factor;
  return ten * 10;
}

}  // namespace

std::vector<double> round_steps(double low, double high, int most) {
  const double step = round_step(std::max(high - low, 1.0), std::max(most, 1));
  std::vector<double> steps;
  for (double at = std::floor(low / step); at * step < high + step && steps.size() < 99; ++at) {
    steps.push_back(at * step);
    if (at * step >= high) break;
  }
  return steps;
}

double height_at(const std::vector<LineSpot>& line, double x) {
  if (line.empty()) return 0;
  const auto after = std::find_if(line.begin(), line.end(), [&](auto& spot) { return spot.x >= x; });
  if (after == line.end()) return line.back().y;
  if (after == line.begin() || after->x == x) return after->y;
  const auto before = after - 1;
  return before->y + (after->y - before->y) * (x - before->x) / (after->x - before->x);
}

Markup line_chart(const LineChart& chart, const std::string& label) {
  const auto frame = frame_of(chart);
  const auto rows = rows_of(chart.marks, frame);
  auto inside = axes(chart, frame);
  if (chart.focus) inside += upright("band", box_percent(frame.x(chart.focus->at.x)), 22, frame.top + kPlot);
  inside += line(chart, frame);
  for (std::size_t i = 0; i < chart.marks.size(); ++i) inside += mark(chart.marks[i], rows[i], frame);
  if (chart.focus) inside += focus(*chart.focus, frame);
  return drawing(frame.top + kPlot + kBelow, "lines", label, inside);
}

}  // namespace passend::present
