// SPDX-License-Identifier: EUPL-1.2
// report.html: a plan for a policy officer, one page that stands alone. It asks nothing of any host, needs no script,
// works at 320 px, on paper and in forced colours. Every text comes from the catalogue, in its language.
#pragma once

#include <string>
#include <string_view>

#include "present/catalogue.hpp"
#include "present/report_data.hpp"

namespace passend::present {

// `css` is data/report/report.css. Same inputs, same bytes.
std::string report_html(const ReportData& data, const Catalogue& catalogue, std::string_view css);

// The answer of a plan as one line: "7 van de 10 mensen kregen een voorstel". Tenths only where the share, rounded to
// whole per cents, is a whole tenth; else a percentage. A sentence without figures where these would be too small.
std::string headline_of(const ReportData& data, const Catalogue& catalogue);

}  // namespace passend::present
