// SPDX-License-Identifier: EUPL-1.2
// "Loont werk?": what a household keeps of work, as one page that stands alone and as lines in a terminal. It asks
// nothing of any host, needs no script, works at 320 px, on paper and in forced colours.
#pragma once

#include <string>
#include <string_view>

#include "present/catalogue.hpp"
#include "present/income_data.hpp"
#include "present/terminal.hpp"

namespace passend::present {

// `css` is data/report/report.css. Same inputs, same bytes.
std::string income_html(const IncomeData& data, const Catalogue& catalogue, std::string_view css);

// The same figures within 80 columns; with how each part was worked out where the trace was asked for.
std::string income_summary(const IncomeData& data, const Catalogue& catalogue,
                           TerminalStyle style = TerminalStyle::kPlain);

}  // namespace passend::present
