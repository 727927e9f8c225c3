// SPDX-License-Identifier: EUPL-1.2
// The parts of the page "loont werk?", in reading order; empty where there is nothing to say. Inside src/present only.
#pragma once

#include "present/income_words.hpp"
#include "present/markup.hpp"

namespace passend::present::income_view {

Markup answer_section(const Context& context);
Markup parts_section(const Context& context);
Markup kept_section(const Context& context);
Markup hours_section(const Context& context);
Markup payments_section(const Context& context);
Markup employer_section(const Context& context);
Markup steps_section(const Context& context);
Markup limits_section(const Context& context);  // what is not in it, and how sure it is
Markup trace_section(const Context& context);

}  // namespace passend::present::income_view
