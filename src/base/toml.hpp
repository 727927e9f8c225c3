// SPDX-License-Identifier: EUPL-1.2
// TOML files, read by toml++, with every fault placed. Numbers with a point are taken as the decimal text they were
// written as: the shortest text that reads back as the same double is that text for up to 15 digits.
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/fault.hpp"

namespace passend {

Result<toml::table> read_toml(std::string_view bytes, const std::string& file);

// The decimal text of an integer or float node; nothing for another type, infinity or NaN.
std::optional<std::string> decimal_text(const toml::node& node);

// A TOML date, or a string YYYY-MM-DD.
std::optional<Date> date_of(const toml::node& node);

int line_of(const toml::node& node);

}  // namespace passend
