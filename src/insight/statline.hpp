// SPDX-License-Identifier: EUPL-1.2
// Published tables of CBS as a municipality saves them: CSV with semicolons, region codes padded with spaces, and a dot
// or nothing where a figure is not published. Numbers at the end of column names (…_87) differ by year; a column is
// found by what stands before them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"

namespace passend::insight {

struct PublishedRow {
  std::string file{}, sha256{};
  std::string region_column{};
  std::vector<std::string> columns{}, cells{};

  std::string column_of(std::string_view stem) const;                 // the whole name; empty where there is none
  std::optional<std::int64_t> value_of(std::string_view stem) const;  // nothing where it is not published
};

// The row of the municipality in the last file by name of FOLDER/*.csv that has both a region column (RegioS,
// WijkenEnBuurten, Codering_N or gwb_code) with that code and a column of the stem. Nothing where no file has it.
// kFileMissing: no such folder. kKeyTwice: the code stands twice in that file. kNotANumber: another word in a number.
Result<std::optional<PublishedRow>> find_published(const std::filesystem::path& folder, std::string_view municipality,
                                                   std::string_view stem);

}  // namespace passend::insight
