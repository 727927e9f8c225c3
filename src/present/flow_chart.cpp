// SPDX-License-Identifier: EUPL-1.2
#include "present/flow_chart.hpp"

#include <algorithm>

#include "present/drawing.hpp"

namespace passend::present {
namespace {

constexpr int kRow = 50;         // px per step: its name and number, then the bar
constexpr int kBarTop = 24;      // px within a row
constexpr int kBarHeight = 16;   // px
constexpr double kWidth = 99.5;  // % of the box, so that the outline stays inside

struct Span {
  double from = 0, to = 0;
};

std::vector<Span> spans_of(const std::vector<FlowStep>& steps) {
  std::vector<Span> spans;
  double at = 0;
  for (const auto& step : steps) {
    const double from = step.kind == FlowStep::Kind::kTotal ? 0 : at;
    at = from + step.amount;
    spans.push_back({from, at});
  }
  return spans;
}

struct Scale {
  double low = 0, high = 0;

  double at(double value) const { return high > low ? kWidth * (value - low) / (high - low) : 0; }
};

Scale scale_of(const std::vector<Span>& spans) {
  Scale scale;
  for (const auto& span : spans) {
    scale.low = std::min({scale.low, span.from, span.to});
    scale.high = std::max({scale.high, span.from, span.to});
  }
  return scale;
}

std::string kind_of(const FlowStep& step) {
  if (step.focus) return "bar focus";
  if (step.kind == FlowStep::Kind::kTotal) return "bar total";
  return step.amount < 0 ? "bar less" : "bar";
}

Markup bar(const FlowStep& step, const Span& span, const Scale& scale, int top) {
  const double left = scale.at(std::min(span.from, span.to)), right = scale.at(std::max(span.from, span.to));
  return element("rect", {{"class", kind_of(step)},
                          {"x", box_percent(left)},
                          {"y", std::to_string(top + kBarTop)},
                          {"width", box_percent(right - left)},
                          {"height", std::to_string(kBarHeight)},
                          {"rx", "2"}});
}

// From the end of a bar down to the next one.
Markup link(double at, int top) {
  return element("line", {{"class", "link"},
                          {"x1", box_percent(at)},
                          {"x2", box_percent(at)},
                          {"y1", std::to_string(top + kBarTop)},
                          {"y2", std::to_string(top + kRow + kBarTop + kBarHeight)}});
}

Markup words(const FlowStep& step, int top) {
  const std::string strong = step.kind == FlowStep::Kind::kTotal ? " strong" : "";
  return text_at("0", top + 16, step.name, {{"class", "name halo" + strong}}) +
         text_at("100%", top + 16, step.shown, {{"class", "figure halo"}, {"text-anchor", "end"}});
}

}  // namespace

Markup flow_chart(const std::vector<FlowStep>& steps, const std::string& label) {
  const auto spans = spans_of(steps);
  const auto scale = scale_of(spans);
  Markup links, bars;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const int top = static_cast<int>(i) * kRow;
    if (i + 1 < steps.size()) links += link(scale.at(spans[i].to), top);
    bars += bar(steps[i], spans[i], scale, top) + words(steps[i], top);
  }
  return drawing(static_cast<int>(steps.size()) * kRow, "flow", label, links + bars);
}

}  // namespace passend::present
