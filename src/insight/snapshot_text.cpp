// SPDX-License-Identifier: EUPL-1.2
#include "insight/snapshot_text.hpp"

#include <cassert>
#include <utility>

#include "base/csv.hpp"

namespace passend {
namespace {

struct Columns {
  const char* file;
  std::vector<std::string> names;
};

const std::vector<Columns>& all_columns() {
  static const std::vector<Columns> kColumns{
      {"people.csv",
       {"person", "birth_date", "pc4", "status", "benefit", "benefit_since", "waiting_since", "hours_min", "hours_max",
        "day_parts", "from", "until", "may_work_until"}},
      {"wishes.csv",
       {"person", "rank", "kind", "occupation", "min_hourly_eurocent", "max_km", "max_minutes", "mode", "confirmed",
        "expires"}},
      {"exclusions.csv", {"person", "kind", "code"}},
      {"languages.csv", {"person", "language", "level"}},
      {"skills.csv", {"person", "taxonomy", "code", "level"}},
      {"licences.csv", {"person", "licence", "has"}},
      {"education.csv", {"person", "level", "diploma_code", "year"}},
      {"conditions.csv", {"person", "item", "level", "source", "expires"}},
      {"support.csv", {"person", "kind", "hours_week"}},
      {"indications.csv", {"person", "kind", "since", "until", "wage_value_per_mille"}},
      {"groups.csv", {"person", "group", "kind"}},
      {"resting.csv", {"person", "work", "until"}},
      {"placements.csv",
       {"person", "work", "from", "until", "hourly_eurocent", "hours_week", "agreed", "confirmed_by"}},
      {"employers.csv", {"employer", "name", "sector_sbi"}},
      {"work.csv",
       {"work", "employer", "kind", "occupation", "pc4", "places", "closed", "bbl", "hours_min", "hours_max",
        "day_parts", "hourly_eurocent", "cao_floor_eurocent", "allowance_month_eurocent", "contract", "from", "until",
        "scheme", "non_displacement"}},
      {"demands.csv", {"work", "item", "level", "adaptable", "assumed"}},
      {"requirements.csv", {"work", "kind", "code", "level", "trainable"}},
      {"support_offered.csv", {"work", "kind", "hours_week"}},
      {"tasks.csv", {"task", "host", "occupation", "pc4", "hours_week", "value", "non_displacement"}},
      {"task_demands.csv", {"task", "item", "level"}},
      {"host_history.csv", {"host", "kind", "occupation", "date"}},
      {"host_opinions.csv", {"host", "works_council", "works_council_date", "decided_by", "decided"}},
      {"training.csv", {"training", "gives_kind", "gives_code", "weeks", "eurocent", "scheme"}},
      {"resources.csv", {"resource", "kind", "period", "amount"}},
      {"uses.csv", {"kind", "id", "resource", "amount_per_person"}},
  };
  return kColumns;
}

}  // namespace

SnapshotText::SnapshotText() {
  for (const auto& [file, names] : all_columns()) files_[file] = {names.size(), csv_line(names)};
}

void SnapshotText::row(std::string_view file, const std::vector<std::string>& cells) {
  const auto found = files_.find(file);
  assert(found != files_.end() && found->second.columns == cells.size());
  found->second.text += csv_line(cells);
}

std::map<std::string, std::string> SnapshotText::take() && {
  std::map<std::string, std::string> texts;
  for (auto& [name, file] : files_) texts[name] = std::move(file.text);
  return texts;
}

}  // namespace passend
