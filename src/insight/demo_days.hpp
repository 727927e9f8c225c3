// SPDX-License-Identifier: EUPL-1.2
// Short forms of day parts: "ma-vr:om" is morning and afternoon on five days, "wo:m,vr-zo:oma" two such groups.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace passend {

// "ma-vr" → ma di wo do vr; one day stands for itself; anything else gives nothing.
std::vector<std::string> days_of(std::string_view range);

// The cell of a snapshot: "ma-o ma-m …". Days without parts take those of the next group.
std::string day_parts_of(std::string_view pattern);

// The parts ("om") on each of the days.
std::string day_parts_on(const std::vector<std::string>& days, std::string_view parts);

}  // namespace passend
