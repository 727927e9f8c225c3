// SPDX-License-Identifier: EUPL-1.2
// What `passend plan` says when it is done: the same figures as the report, at most 80 columns wide.
// Tables of other commands: text_table (table.hpp).
#pragma once

#include <string>

#include "present/catalogue.hpp"
#include "present/report_data.hpp"

namespace passend::present {

// Bold headings only where the caller knows that a terminal reads them (isatty, and NO_COLOR not set).
enum class TerminalStyle { kPlain, kBold };

// `report` is the path of the page to point to; empty = not written.
std::string plan_summary(const ReportData& data, const Catalogue& catalogue, const std::string& report,
                         TerminalStyle style = TerminalStyle::kPlain);

std::string heading_lines(const std::string& text, TerminalStyle style);

// Words broken at spaces into lines of at most `width`, each with LF.
std::string wrapped(const std::string& text, std::size_t width = 80);

}  // namespace passend::present
