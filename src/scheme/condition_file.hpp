// SPDX-License-Identifier: EUPL-1.2
// Reads one condition of a target group. Every fault goes to the fields, with its line.
#pragma once

#include "base/toml_fields.hpp"
#include "scheme/condition.hpp"

namespace passend::scheme {

// kNotInList: no such predicate or word. kRuleRefused: an age without statutory ground. kIntervalReversed,
// kContradiction, kTomlKeyMissing (no bound given), kTooLarge (nested too deep), and what TomlFields finds.
Condition read_condition(TomlFields& fields, const toml::table& table, int depth = 0);

// kContradiction where two conditions that must both hold exclude each other.
void check_together(TomlFields& fields, const toml::table& version, const std::vector<Condition>& all);

}  // namespace passend::scheme
