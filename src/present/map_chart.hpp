// SPDX-License-Identifier: EUPL-1.2
// A map of postcode points: the area of a dot is the number of people, an open dot is fewer than 10.
// Around the points lie cells (nearest point, cut off at a distance): not the borders of anything, and the page says
// so.
#pragma once

#include <string>
#include <vector>

#include "present/markup.hpp"
#include "present/report_data.hpp"

namespace passend::present {

// Points in metres, north up. Drawn in a box of 4 by 3; dots keep their size when the box shrinks.
Markup map_chart(const std::vector<MapPoint>& points, const std::vector<std::string>& shown, const std::string& label);

struct Spot {
  double x = 0, y = 0;
};

// What lies around sites[index] that is nearer to it than to any other site and within `reach` of it.
std::vector<Spot> cell_of(const std::vector<Spot>& sites, std::size_t index, double reach);

}  // namespace passend::present
