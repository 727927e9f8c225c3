// SPDX-License-Identifier: EUPL-1.2
#include "present/map_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace passend::present {
namespace {

constexpr double kWidth = 400, kHeight = 300, kMargin = 40;                // of the box, in its own units
constexpr std::size_t kMostCells = 400;                                    // beyond that only dots
constexpr double kLargestDot = 22, kSmallestDot = 5, kDotWithNumber = 10;  // px

double distance(Spot a, Spot b) { return std::hypot(a.x - b.x, a.y - b.y); }

std::vector<Spot> placed(const std::vector<MapPoint>& points) {
  if (points.empty()) return {};
  const auto [west, east] =
      std::minmax_element(points.begin(), points.end(), [](auto& a, auto& b) { return a.x_m < b.x_m; });
  const auto [south, north] =
      std::minmax_element(points.begin(), points.end(), [](auto& a, auto& b) { return a.y_m < b.y_m; });
  const double wide = std::max(east->x_m - west->x_m, 1), high = std::max(north->y_m - south->y_m, 1);
  const double scale = std::min((kWidth - 2 * kMargin) / wide, (kHeight - 2 * kMargin) / high);
  std::vector<Spot> spots;
  for (const auto& point : points)
    spots.push_back({kWidth / 2 + (point.x_m - west->x_m - wide / 2) * scale,
                     kHeight / 2 - (point.y_m - south->y_m - high / 2) * scale});
  return spots;
}

std::vector<Spot> around(Spot centre, double reach) {
  constexpr int kCorners = 28;
  std::vector<Spot> ring;
  for (int i = 0; i < kCorners; ++i) {
    const double angle = 2 * std::numbers::pi * i / kCorners;
    ring.push_back({centre.x + reach * std::cos(angle), centre.y + reach * std::sin(angle)});
  }
  return ring;
}

// What of the polygon is at least as near to `own` as to `other`.
std::vector<Spot> nearer(const std::vector<Spot>& polygon, Spot own, Spot other) {
  const auto side = [&](Spot p) {
    return (p.x - (own.x + other.x) / 2) * (other.x - own.x) + (p.y - (own.y + other.y) / 2) * (other.y - own.y);
  };
  std::vector<Spot> kept;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Spot a = polygon[i], b = polygon[(i + 1) % polygon.size()];
    const double at_a = side(a), at_b = side(b);
    if (at_a <= 0) kept.push_back(a);
    if ((at_a < 0) != (at_b < 0) && at_a != at_b) {
      const double part = at_a / (at_a - at_b);
      kept.push_back({a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)});
    }
  }
  return kept;
}

// One and a half times the middle distance to the nearest other point: neighbours touch, far points stand alone.
double reach_of(const std::vector<Spot>& sites) {
  std::vector<double> nearest;
  for (const auto& site : sites) {
    double least = kWidth;
    for (const auto& other : sites)
      if (const double d = distance(site, other); d > 0) least = std::min(least, d);
    nearest.push_back(least);
  }
  std::nth_element(nearest.begin(), nearest.begin() + static_cast<std::ptrdiff_t>(nearest.size() / 2), nearest.end());
  return std::min(1.15 * nearest[nearest.size() / 2], kMargin);
}

Markup cells(const std::vector<Spot>& sites) {
  if (sites.empty() || sites.size() > kMostCells) return {};
  const double reach = reach_of(sites);
  Markup drawn;
  for (std::size_t i = 0; i < sites.size(); ++i) {
    std::string corners;
    for (const auto& corner : cell_of(sites, i, reach)) corners += fmt::format("{:.1f},{:.1f} ", corner.x, corner.y);
    drawn += element("polygon", {{"class", "cell"}, {"points", corners}});
  }
  return element("svg",
                 {{"viewBox", fmt::format("0 0 {} {}", kWidth, kHeight)},
                  {"preserveAspectRatio", "none"},
                  {"width", "100%"},
                  {"height", "100%"}},
                 {drawn});
}

struct Dot {
  Spot at{};
  double radius = 0;
  bool focus = false;
  bool hidden = false;
};

Markup text_at(const Dot& dot, double down, const std::string& words, const std::string& kind) {
  return element("text",
                 {{"class", kind},
                  {"x", fmt::format("{:.2f}%", dot.at.x / kWidth * 100)},
                  {"y", fmt::format("{:.2f}%", dot.at.y / kHeight * 100)},
                  {"dy", fmt::format("{:.0f}", down)},
                  {"text-anchor", "middle"}},
                 {words});
}

Markup drawn_dot(const Dot& dot, const MapPoint& point, const std::string& shown) {
  if (!dot.hidden && point.waiting.value() == 0) return {};
  const std::string kind = dot.hidden ? "dot open" : dot.focus ? "dot focus" : "dot";
  auto drawn = element("circle", {{"class", kind},
                                  {"cx", fmt::format("{:.2f}%", dot.at.x / kWidth * 100)},
                                  {"cy", fmt::format("{:.2f}%", dot.at.y / kHeight * 100)},
                                  {"r", fmt::format("{:.1f}", dot.radius)}});
  if (!dot.hidden && dot.radius >= kDotWithNumber)
    drawn += text_at(dot, 5, shown, dot.focus ? "inside dark" : "inside");
  if (dot.focus)
    drawn += text_at(dot, -dot.radius - 7, point.name.empty() ? point.pc4 : point.name, "name halo strong");
  return drawn;
}

std::vector<Dot> dots_of(const std::vector<MapPoint>& points, const std::vector<Spot>& spots) {
  std::int64_t most = 1;
  for (const auto& point : points) most = std::max(most, point.waiting.value());
  std::vector<Dot> dots;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto people = points[i].waiting.value();
    const double radius = kLargestDot * std::sqrt(static_cast<double>(people) / static_cast<double>(most));
    dots.push_back(
        {spots[i], std::max(radius, kSmallestDot), people == most && most > 1, points[i].waiting.is_hidden()});
  }
  return dots;
}

}  // namespace

std::vector<Spot> cell_of(const std::vector<Spot>& sites, std::size_t index, double reach) {
  auto polygon = around(sites[index], reach);
  for (const auto& other : sites) {
    const double apart = distance(sites[index], other);
    if (apart > 0 && apart < 2 * reach) polygon = nearer(polygon, sites[index], other);
  }
  return polygon;
}

Markup map_chart(const std::vector<MapPoint>& points, const std::vector<std::string>& shown, const std::string& label) {
  const auto spots = placed(points);
  const auto dots = dots_of(points, spots);
  std::vector<std::size_t> order;  // large dots first, so that small ones stay visible; the focus last
  for (std::size_t i = 0; i < dots.size(); ++i) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return dots[a].focus != dots[b].focus ? dots[b].focus : dots[a].radius > dots[b].radius;
  });
  auto drawn = cells(spots);
  for (const auto i : order) drawn += drawn_dot(dots[i], points[i], shown[i]);
  return element("svg", {{"class", "chart map"}, {"role", "img"}, {"aria-label", label}, {"width", "100%"}}, {drawn}) +
         Markup::raw("\n");
}

}  // namespace passend::present
