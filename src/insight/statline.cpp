// SPDX-License-Identifier: EUPL-1.2
#include "insight/statline.hpp"

#include <algorithm>
#include <array>

#include "base/csv.hpp"
#include "base/quantity.hpp"
#include "base/sha256.hpp"
#include "base/text_file.hpp"

namespace passend::insight {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> kRegionColumns{"RegioS", "WijkenEnBuurten", "Codering", "gwb_code"};
constexpr std::array<std::string_view, 3> kNotPublished{"", ".", "x"};

bool is_published(std::string_view cell) { return std::ranges::find(kNotPublished, cell) == kNotPublished.end(); }

// "Codering_3" has the stem "Codering"; "AantalInwoners_5" has "AantalInwoners".
bool has_stem(std::string_view column, std::string_view stem) {
  if (!column.starts_with(stem)) return false;
  const std::string_view rest = column.substr(stem.size());
  return rest.empty() ||
         (rest[0] == '_' && rest.size() > 1 && rest.find_first_not_of("0123456789", 1) == std::string_view::npos);
}

std::optional<std::size_t> find(const std::vector<std::string>& columns, std::string_view stem) {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (has_stem(columns[i], stem)) return i;
  return std::nullopt;
}

std::optional<std::size_t> region_in(const std::vector<std::string>& columns) {
  for (const std::string_view stem : kRegionColumns)
    if (const auto at = find(columns, stem)) return at;
  return std::nullopt;
}

Result<std::optional<PublishedRow>> row_in(const fs::path& path, std::string_view municipality, std::string_view stem) {
  const auto bytes = read_file(path);
  if (!bytes) return fail(bytes.error());
  const auto table = read_csv(*bytes, path.string());
  if (!table) return fail(table.error());
  if (!table->faults.empty()) return fail(table->faults);
  const auto region = region_in(table->header);
  if (!region || !find(table->header, stem)) return std::nullopt;
  std::optional<PublishedRow> out;
  Faults faults;
  for (const CsvRow& row : table->rows) {
    if (row.cells[*region] != municipality) continue;
    if (out)
      return fail({.code = FaultCode::kKeyTwice,
                   .file = path.string(),
                   .line = row.line,
                   .column = table->header[*region],
                   .value = std::string(municipality)});
    out = PublishedRow{.file = path.filename().string(),
                       .sha256 = sha256_hex(*bytes),
                       .region_column = table->header[*region],
                       .columns = table->header,
                       .cells = row.cells};
    const auto at = *find(table->header, stem);
    if (is_published(row.cells[at]) && !parse_integer(row.cells[at]))
      return fail({.code = FaultCode::kNotANumber,
                   .file = path.string(),
                   .line = row.line,
                   .column = table->header[at],
                   .value = row.cells[at]});
  }
  return out;
}

}  // namespace

std::string PublishedRow::column_of(std::string_view stem) const {
  const auto at = find(columns, stem);
  return at ? columns[*at] : std::string();
}

std::optional<std::int64_t> PublishedRow::value_of(std::string_view stem) const {
  const auto at = find(columns, stem);
  return at ? parse_integer(cells[*at]) : std::nullopt;
}

Result<std::optional<PublishedRow>> find_published(const fs::path& folder, std::string_view municipality,
                                                   std::string_view stem) {
  std::error_code wrong;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder, wrong))
    if (entry.path().extension() == ".csv") files.push_back(entry.path());
  if (wrong) return fail({.code = FaultCode::kFileMissing, .file = folder.string()});
  std::ranges::sort(files, std::greater<>());
  for (const fs::path& file : files) {
    auto found = row_in(file, municipality, stem);
    if (!found || *found) return found;
  }
  return std::nullopt;
}

}  // namespace passend::insight
