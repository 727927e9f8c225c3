// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/report_routes.hpp"

#include <algorithm>

#include "base/toml_fields.hpp"

namespace passend::fairwork {
namespace {

ReportRoute route_of(TomlFields& fields, const toml::table& table) {
  fields.check_keys(table, {"id", "name", "site", "for", "nl", "en", "source", "confidence"});
  ReportRoute route{.id = fields.needed_text(table, "id"),
                    .name = fields.needed_text(table, "name"),
                    .site = fields.needed_text(table, "site"),
                    .nl = fields.needed_text(table, "nl"),
                    .en = fields.needed_text(table, "en"),
                    .source = fields.needed_text(table, "source"),
                    .confidence = fields.needed_text(table, "confidence")};
  if (!route.confidence.empty())
    fields.is_in_list(table, "confidence", route.confidence, {"confirmed", "single", "memory"});
  for (const std::string& kind : fields.texts(table, "for")) {
    const auto found = std::ranges::find(kReportKinds, kind);
    if (fields.is_in_list(table, "for", kind, std::vector<std::string_view>(kReportKinds.begin(), kReportKinds.end())))
      route.kinds.push_back(static_cast<ReportKind>(found - kReportKinds.begin()));
  }
  return route;
}

}  // namespace

Result<std::vector<ReportRoute>> read_routes(std::string_view bytes, const std::string& file) {
  const auto table = read_toml(bytes, file);
  if (!table) return fail(table.error());
  TomlFields fields(file);
  fields.check_keys(*table, {"route"});
  std::vector<ReportRoute> routes;
  for (const toml::table* one : fields.tables(*table, "route")) routes.push_back(route_of(fields, *one));
  if (!fields.faults().empty()) return fail(std::move(fields.faults()));
  return routes;
}

}  // namespace passend::fairwork
