// SPDX-License-Identifier: EUPL-1.2
#include "exchange/snapshot_builder.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/quantity.hpp"

namespace passend {
namespace {

constexpr std::array<std::string_view, 7> kLanguageLevels{"geen", "A1", "A2", "B1", "B2", "C1", "C2"};
constexpr int kKilometreDigits = 3;

std::optional<int> language_level(std::string_view text) {
  for (std::size_t i = 0; i < kLanguageLevels.size(); ++i)
    if (kLanguageLevels[i] == text) return static_cast<int>(i);
  return std::nullopt;
}

std::optional<int> education_level(std::string_view text) {
  if (text == "geen") return -1;
  const auto level = parse_integer(text);
  if (!level) return std::nullopt;
  return static_cast<int>(*level);
}

RequirementKind requirement_kind(std::string_view text) {
  if (text == "language") return RequirementKind::kLanguage;
  if (text == "licence") return RequirementKind::kLicence;
  return text == "diploma" ? RequirementKind::kDiploma : RequirementKind::kSkill;
}

}  // namespace

SnapshotBuilder::SnapshotBuilder(const Reference& reference, const RuleSet& rules, Snapshot& out)
    : reference_(reference), rules_(rules), out_(out) {
  for (std::size_t i = 0; i < rules.modes.size(); ++i)
    modes_.emplace(rules.modes[i].name, static_cast<std::uint32_t>(i));
}

bool SnapshotBuilder::exists(std::string_view table, std::string_view id) const {
  const std::string key(id);
  if (is_noted(table, id)) return true;
  if (table == "people") return people_.contains(key);
  if (table == "work") return works_.contains(key);
  if (table == "employers") return employers_.contains(key);
  return resources_.contains(key);
}

void SnapshotBuilder::note_id(std::string_view file, const CheckedRow& row) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kIds{
      {{"people", "person"}, {"work", "work"}, {"employers", "employer"}, {"resources", "resource"}}};
  for (const auto& [table, column] : kIds)
    if (file.starts_with(table) && file.substr(table.size()) == ".csv") noted_.emplace(table, row.text(column));
}

void SnapshotBuilder::note_file(std::string_view file) {
  noted_.emplace(std::string(file.substr(0, file.find('.'))), std::string());
}

bool SnapshotBuilder::is_noted(std::string_view table, std::string_view id) const {
  return noted_.contains({std::string(table), std::string(id)}) || noted_.contains({std::string(table), std::string()});
}

bool SnapshotBuilder::is_whole(std::span<const Column> columns, const CheckedRow& row) const {
  return noted_.empty() || std::none_of(columns.begin(), columns.end(), [&](const Column& column) {
           return !column.refers.empty() && is_noted(column.refers, row.text(column.name));
         });
}

std::int32_t SnapshotBuilder::point_of(std::string_view pc4) const {
  const auto found = reference_.point_of_pc4.find(std::string(pc4));
  return found == reference_.point_of_pc4.end() ? kNoPoint : found->second;
}

void SnapshotBuilder::add(std::string_view file, const CheckedRow& row, const std::string& path, Faults& faults) {
  static const std::unordered_map<std::string_view, Adder> kAdders{
      {"people.csv", &SnapshotBuilder::add_person},
      {"employers.csv", &SnapshotBuilder::add_employer},
      {"work.csv", &SnapshotBuilder::add_work},
      {"resources.csv", &SnapshotBuilder::add_resource},
      {"wishes.csv", &SnapshotBuilder::add_wish},
      {"exclusions.csv", &SnapshotBuilder::add_exclusion},
      {"languages.csv", &SnapshotBuilder::add_language},
      {"skills.csv", &SnapshotBuilder::add_skill},
      {"licences.csv", &SnapshotBuilder::add_licence},
      {"education.csv", &SnapshotBuilder::add_education},
      {"conditions.csv", &SnapshotBuilder::add_condition},
      {"support.csv", &SnapshotBuilder::add_support},
      {"indications.csv", &SnapshotBuilder::add_indication},
      {"groups.csv", &SnapshotBuilder::add_group},
      {"resting.csv", &SnapshotBuilder::add_resting},
      {"placements.csv", &SnapshotBuilder::add_placement},
      {"demands.csv", &SnapshotBuilder::add_demand},
      {"requirements.csv", &SnapshotBuilder::add_requirement},
      {"support_offered.csv", &SnapshotBuilder::add_support_offer},
      {"uses.csv", &SnapshotBuilder::add_use},
      {"training.csv", &SnapshotBuilder::add_training},
      {"tasks.csv", &SnapshotBuilder::add_task},
      {"task_demands.csv", &SnapshotBuilder::add_task_demand},
      {"host_history.csv", &SnapshotBuilder::add_host_event},
      {"host_opinions.csv", &SnapshotBuilder::add_host_opinion}};
  check_intervals(row, path, faults);
  check_amount(file, row, path, faults);
  if (file == "wishes.csv") check_wish(row, path, faults);
  if (file == "exclusions.csv") check_exclusion(row, path, faults);
  if (file == "requirements.csv") check_requirement(row, path, faults);
  if (!faults.empty()) return;
  if (const auto adder = kAdders.find(file); adder != kAdders.end()) (this->*adder->second)(row);
}

void SnapshotBuilder::check_intervals(const CheckedRow& row, const std::string& path, Faults& faults) const {
  const auto from = row.date("from");
  const auto until = row.date("until");
  const auto least = row.hours("hours_min");
  const auto most = row.hours("hours_max");
  const auto reversed = [&](std::string_view column) {
    faults.push_back({.code = FaultCode::kIntervalReversed,
                      .file = path,
                      .line = row.line(),
                      .column = std::string(column),
                      .value = std::string(row.text(column))});
  };
  if (from && until && *until < *from) reversed("until");
  if (least && most && *most < *least) reversed("hours_max");
}

void SnapshotBuilder::check_amount(std::string_view file, const CheckedRow& row, const std::string& path,
                                   Faults& faults) const {
  const bool of_resource = file == "resources.csv";
  if (!of_resource && file != "uses.csv") return;
  const std::string_view column = of_resource ? "amount" : "amount_per_person";
  const bool hours = of_resource
                         ? Resource{.id = {}, .kind = std::string(row.text("kind")), .period = {}}.counts_hours()
                         : out_.resources[resources_.at(std::string(row.text("resource")))].counts_hours();
  if (hours || row.integer(column)) return;
  faults.push_back({.code = FaultCode::kNotANumber,
                    .file = path,
                    .line = row.line(),
                    .column = std::string(column),
                    .value = std::string(row.text(column)),
                    .args = {{"expected", "1200"}}});
}

void SnapshotBuilder::check_wish(const CheckedRow& row, const std::string& path, Faults& faults) const {
  if (!row.filled("mode") || modes_.contains(std::string(row.text("mode")))) return;
  std::string allowed;
  for (const TravelMode& mode : rules_.modes) allowed += (allowed.empty() ? "" : ", ") + mode.name;
  faults.push_back({.code = FaultCode::kNotInList,
                    .file = path,
                    .line = row.line(),
                    .column = "mode",
                    .value = std::string(row.text("mode")),
                    .args = {{"expected", allowed}}});
}

void SnapshotBuilder::check_exclusion(const CheckedRow& row, const std::string& path, Faults& faults) const {
  const std::string_view kind = row.text("kind");
  const std::string_view code = row.text("code");
  const bool occupation = kind == "occupation";
  const bool known =
      occupation ? reference_.occupations.find(code) != kOpen : exists(kind == "work" ? "work" : "employers", code);
  if (known) return;
  faults.push_back({.code = occupation ? FaultCode::kCodeUnknown : FaultCode::kReferenceMissing,
                    .file = path,
                    .line = row.line(),
                    .column = "code",
                    .value = std::string(code),
                    .args = {{"expected", occupation       ? ""
                                          : kind == "work" ? "work.csv"
                                                           : "employers.csv"}}});
}

// A language level fits a language, an ISCED level a diploma; without a code only a diploma level says anything.
void SnapshotBuilder::check_requirement(const CheckedRow& row, const std::string& path, Faults& faults) const {
  const std::string_view kind = row.text("kind");
  const std::string_view level = row.text("level");
  const bool is_number = !level.empty() && level[0] >= '0' && level[0] <= '9';
  const auto add = [&](FaultCode code, std::string_view column) {
    faults.push_back(
        {.code = code,
         .file = path,
         .line = row.line(),
         .column = std::string(column),
         .value = std::string(row.text(column)),
         .args = {{"expected", kind == "language" ? "A1, A2, B1, B2, C1, C2" : "0, 1, 2, 3, 4, 5, 6, 7, 8"}}});
  };
  if (!level.empty() && is_number == (kind == "language")) add(FaultCode::kNotInList, "level");
  if (!row.filled("code") && !(kind == "diploma" && is_number)) add(FaultCode::kCellEmpty, "code");
}

void SnapshotBuilder::add_person(const CheckedRow& row) {
  Person person;
  person.id = symbol(row.text("person"));
  person.birth = row.date("birth_date");
  person.pc4 = symbol(row.text("pc4"));
  person.point = point_of(row.text("pc4"));
  person.hours_min = row.hours("hours_min");
  person.hours_max = row.hours("hours_max");
  person.day_parts = row.day_parts("day_parts");
  person.from = row.date("from");
  person.until = row.date("until");
  person.may_work_until = row.date("may_work_until");
  person.status = symbol(row.text("status"));
  person.benefit = symbol(row.text("benefit"));
  person.benefit_since = row.date("benefit_since");
  person.waiting_since = row.date("waiting_since");
  people_.emplace(row.text("person"), static_cast<std::uint32_t>(out_.people.size()));
  out_.people.push_back(std::move(person));
}

void SnapshotBuilder::add_employer(const CheckedRow& row) {
  employers_.emplace(row.text("employer"), static_cast<std::uint32_t>(out_.employers.size()));
  out_.employers.push_back({symbol(row.text("employer")), std::string(row.text("name"))});
}

void SnapshotBuilder::add_work(const CheckedRow& row) {
  Work work;
  work.id = symbol(row.text("work"));
  work.employer = symbol(row.text("employer"));
  work.kind = *work_kind_of(row.text("kind"));
  if (row.filled("occupation")) work.occupation = reference_.occupations.find(row.text("occupation"));
  work.pc4 = symbol(row.text("pc4"));
  work.point = point_of(row.text("pc4"));
  if (const auto places = row.integer("places"))
    work.places = static_cast<std::int32_t>(std::min<std::int64_t>(*places, 1'000'000));
  work.closed = row.yes("closed");
  work.bbl = row.yes("bbl");
  work.hours_min = row.hours("hours_min");
  work.hours_max = row.hours("hours_max");
  work.day_parts = row.day_parts("day_parts");
  work.hourly_eurocent = row.integer("hourly_eurocent");
  work.cao_floor_eurocent = row.integer("cao_floor_eurocent");
  work.allowance_month_eurocent = row.integer("allowance_month_eurocent");
  work.from = row.date("from");
  work.until = row.date("until");
  work.scheme = symbol(row.text("scheme"));
  work.non_displacement = row.date("non_displacement");
  works_.emplace(row.text("work"), static_cast<std::uint32_t>(out_.works.size()));
  out_.works.push_back(std::move(work));
}

void SnapshotBuilder::add_resource(const CheckedRow& row) {
  Resource resource{.id = symbol(row.text("resource")),
                    .kind = std::string(row.text("kind")),
                    .period = std::string(row.text("period"))};
  resource.amount = resource.counts_hours() ? *row.hours("amount") : *row.integer("amount");
  resources_.emplace(row.text("resource"), static_cast<std::uint32_t>(out_.resources.size()));
  out_.resources.push_back(std::move(resource));
}

void SnapshotBuilder::add_wish(const CheckedRow& row) {
  Wish wish;
  wish.rank = static_cast<int>(std::min<std::int64_t>(*row.integer("rank"), 1'000'000));
  wish.kind = *work_kind_of(row.text("kind"));
  if (row.filled("occupation")) wish.occupation = reference_.occupations.find(row.text("occupation"));
  wish.min_hourly_eurocent = row.integer("min_hourly_eurocent");
  wish.max_metres = row.scaled("max_km", kKilometreDigits);
  wish.max_minutes = row.integer("max_minutes");
  if (row.filled("mode")) wish.mode = static_cast<std::uint8_t>(modes_.at(std::string(row.text("mode"))));
  wish.confirmed = row.date("confirmed");
  wish.expires = row.date("expires");
  person_of(row).wishes.push_back(wish);
}

void SnapshotBuilder::add_exclusion(const CheckedRow& row) {
  const std::string_view kind = row.text("kind");
  Exclusion exclusion;
  exclusion.kind = kind == "employer" ? ExclusionKind::kEmployer
                   : kind == "work"   ? ExclusionKind::kWork
                                      : ExclusionKind::kOccupation;
  if (exclusion.kind == ExclusionKind::kOccupation)
    exclusion.occupation = reference_.occupations.find(row.text("code"));
  else
    exclusion.code = symbol(row.text("code"));
  person_of(row).exclusions.push_back(exclusion);
}

void SnapshotBuilder::add_language(const CheckedRow& row) {
  person_of(row).languages.push_back({symbol(row.text("language")), language_level(row.text("level"))});
}

void SnapshotBuilder::add_skill(const CheckedRow& row) {
  person_of(row).skills.push_back({symbol(row.text("code")), row.text("level") == "geen"});
}

void SnapshotBuilder::add_licence(const CheckedRow& row) {
  person_of(row).licences.push_back({symbol(row.text("licence")), row.yes("has")});
}

void SnapshotBuilder::add_education(const CheckedRow& row) {
  person_of(row).education.push_back({education_level(row.text("level")), symbol(row.text("diploma_code"))});
}

void SnapshotBuilder::add_condition(const CheckedRow& row) {
  PersonCondition condition;
  condition.item = reference_.item_index.at(std::string(row.text("item")));
  if (row.filled("level")) condition.level = person_level(reference_.items[condition.item], row.text("level"));
  condition.expires = row.date("expires");
  person_of(row).conditions.push_back(condition);
}

void SnapshotBuilder::add_support(const CheckedRow& row) {
  person_of(row).supports.push_back({symbol(row.text("kind")), row.hours("hours_week")});
}

void SnapshotBuilder::add_indication(const CheckedRow& row) {
  person_of(row).indications.push_back({symbol(row.text("kind")), row.date("since"), row.date("until")});
}

void SnapshotBuilder::add_group(const CheckedRow& row) {
  const std::string key = std::string(row.text("group")) + '\x1f' + std::string(row.text("kind"));
  const auto [found, fresh] = groups_.emplace(key, static_cast<std::uint32_t>(out_.groups.size()));
  if (fresh) out_.groups.push_back({symbol(row.text("group")), symbol(row.text("kind"))});
  person_of(row).groups.push_back(found->second);
}

void SnapshotBuilder::add_resting(const CheckedRow& row) {
  out_.resting.push_back(
      {people_.at(std::string(row.text("person"))), works_.at(std::string(row.text("work"))), row.date("until")});
}

void SnapshotBuilder::add_placement(const CheckedRow& row) {
  PlacementRow placement;
  placement.person = people_.at(std::string(row.text("person")));
  placement.work = works_.at(std::string(row.text("work")));
  placement.from = row.date("from");
  placement.until = row.date("until");
  placement.agreed = row.date("agreed");
  placement.hourly_eurocent = row.integer("hourly_eurocent");
  placement.confirmed = row.filled("confirmed_by");
  out_.placements.push_back(placement);
}

void SnapshotBuilder::add_demand(const CheckedRow& row) {
  WorkDemand demand;
  demand.item = reference_.item_index.at(std::string(row.text("item")));
  if (row.filled("level")) demand.level = work_level(reference_.items[demand.item], row.text("level"));
  demand.adaptable = row.yes("adaptable");
  demand.assumed = row.yes("assumed").value_or(false);
  work_of(row).demands.push_back(demand);
}

void SnapshotBuilder::add_requirement(const CheckedRow& row) {
  Requirement requirement;
  requirement.kind = requirement_kind(row.text("kind"));
  requirement.code = symbol(row.text("code"));
  if (requirement.kind == RequirementKind::kLanguage)
    requirement.level = language_level(row.text("level")).value_or(0);
  else
    requirement.level = education_level(row.text("level")).value_or(0);
  requirement.trainable = row.yes("trainable");
  work_of(row).requirements.push_back(requirement);
}

void SnapshotBuilder::add_support_offer(const CheckedRow& row) {
  work_of(row).support.push_back({symbol(row.text("kind")), row.hours("hours_week")});
}

void SnapshotBuilder::add_use(const CheckedRow& row) {
  const std::uint32_t resource = resources_.at(std::string(row.text("resource")));
  const std::int64_t amount =
      out_.resources[resource].counts_hours() ? *row.hours("amount_per_person") : *row.integer("amount_per_person");
  out_.uses.push_back({row.text("kind") == "scheme", symbol(row.text("id")), resource, amount});
}

void SnapshotBuilder::add_training(const CheckedRow& row) {
  out_.trainings.push_back({symbol(row.text("training")), requirement_kind(row.text("gives_kind")),
                            symbol(row.text("gives_code")), row.integer("weeks"), row.integer("eurocent"),
                            symbol(row.text("scheme"))});
}

void SnapshotBuilder::add_task(const CheckedRow& row) {
  CivicTask task;
  task.id = symbol(row.text("task"));
  task.host = symbol(row.text("host"));
  if (row.filled("occupation")) task.occupation = reference_.occupations.find(row.text("occupation"));
  task.pc4 = symbol(row.text("pc4"));
  task.point = point_of(row.text("pc4"));
  task.hours = row.hours("hours_week");
  task.value = parse_integer(row.text("value")).value_or(1);
  task.non_displacement = row.date("non_displacement");
  tasks_.emplace(row.text("task"), static_cast<std::uint32_t>(out_.tasks.size()));
  out_.tasks.push_back(std::move(task));
}

// A demand of a task that is not there asks nothing of anybody.
void SnapshotBuilder::add_task_demand(const CheckedRow& row) {
  const auto task = tasks_.find(std::string(row.text("task")));
  if (task == tasks_.end()) return;
  WorkDemand demand;
  demand.item = reference_.item_index.at(std::string(row.text("item")));
  if (row.filled("level")) demand.level = work_level(reference_.items[demand.item], row.text("level"));
  out_.tasks[task->second].demands.push_back(demand);
}

void SnapshotBuilder::add_host_event(const CheckedRow& row) {
  HostEvent event{.host = symbol(row.text("host")), .date = row.date("date").value()};
  event.kind = row.text("kind") == "vacature"  ? HostEventKind::kVacancy
               : row.text("kind") == "ontslag" ? HostEventKind::kDismissal
                                               : HostEventKind::kFewerVolunteers;
  if (row.filled("occupation")) event.occupation = reference_.occupations.find(row.text("occupation"));
  out_.host_events.push_back(event);
}

void SnapshotBuilder::add_host_opinion(const CheckedRow& row) {
  HostOpinion opinion{.host = symbol(row.text("host")),
                      .works_council_date = row.date("works_council_date"),
                      .decided_by = symbol(row.text("decided_by")),
                      .decided = row.date("decided")};
  const std::string_view word = row.text("works_council");
  if (!word.empty())
    opinion.works_council = word == "positief"   ? WorksCouncil::kPositive
                            : word == "negatief" ? WorksCouncil::kNegative
                                                 : WorksCouncil::kNone;
  out_.host_opinions.push_back(opinion);
}

}  // namespace passend
