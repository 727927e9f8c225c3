// SPDX-License-Identifier: EUPL-1.2
// A table on a page: caption, scope, and on a narrow screen one card per row (data-k repeats the column's name).
#pragma once

#include "present/catalogue.hpp"
#include "present/markup.hpp"
#include "present/table.hpp"

namespace passend::present {

// drawings: per row, shown under its name; may be empty.
Markup html_table(const Table& table, const std::vector<Markup>& drawings = {});

enum class Behind { kClosed, kOpen };

// "Tabel en CSV": the table and the same as a file within the page; closed until asked for, or open where it is all
// there is to see.
Markup table_behind(const Table& table, const Catalogue& catalogue, const std::string& file,
                    Behind behind = Behind::kClosed);

}  // namespace passend::present
