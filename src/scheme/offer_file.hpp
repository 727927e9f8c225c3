// SPDX-License-Identifier: EUPL-1.2
// Reads what a scheme offers. Which numbers an offer of a kind may and must state is a table. A number may be
// "unknown" (nothing was found) or "none" (there is no limit), never left out where it must be stated.
#pragma once

#include "base/toml_fields.hpp"
#include "scheme/scheme.hpp"

namespace passend::scheme {

// kRuleRefused: a placement below the wage floor, unpaid work without an end or called a placement, money for an
// employer that does not say whether it is de-minimis aid. kContradiction: caps that contradict each other.
Offer read_offer(TomlFields& fields, const toml::table& table);

// A whole number, "unknown" or "none"; absent when the key is not there. kTomlType, kOutOfRange.
Stated read_stated(TomlFields& fields, const toml::table& table, std::string_view key, int digits, std::int64_t most);

}  // namespace passend::scheme
