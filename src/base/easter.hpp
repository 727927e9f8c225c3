// SPDX-License-Identifier: EUPL-1.2
// Easter Sunday of the Gregorian calendar.
#pragma once

#include "base/date.hpp"

namespace passend {

// The "anonymous Gregorian" method (Meeus, Astronomical Algorithms, chapter 8), for any year from 1583.
Date easter_sunday(int year);

}  // namespace passend
