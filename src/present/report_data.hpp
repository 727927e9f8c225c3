// SPDX-License-Identifier: EUPL-1.2
// Everything a report of a plan shows (report.hpp, terminal.hpp), as plain values. The planner fills it; codes here,
// words in data/messages. Names that come from the municipality's own data are text as found.
// Numbers of people are PeopleCount, so that 1 to 9 cannot reach a page.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/quantity.hpp"
#include "present/people_count.hpp"

namespace passend::present {

// Causes of docs/plan.md section 9. kOwnChoice has no number anywhere: only whether it occurs is used.
enum class WaitCause {
  kClosed,
  kPermit,
  kLanguage,
  kLicence,
  kDiploma,
  kConditions,
  kSupport,
  kIndication,
  kDisplacement,
  kWage,
  kScheme,
  kPlaces,
  kStatutoryOrder,
  kNoWork,
  kOwnChoice,
  kCount
};

// Round 1. live = voorstel + waiting.
struct PlanPeople {
  PeopleCount live{};  // with a wish that counts on the plan date
  PeopleCount voorstel{};
  PeopleCount conditional{};  // of voorstel
  PeopleCount waiting{};
  PeopleCount without_wish{}, unconfirmed{}, expired{};  // not in the plan
};

struct WaitingReason {
  WaitCause cause{};
  PeopleCount people{};  // people with at least one row of this cause; may count double between causes
};

// What helps most: one step and the people for whom it alone opens work.
struct Measure {
  WaitCause cause{};     // says what the step is and who can take it
  std::string detail{};  // a training, item, kind of support or indication; empty = no further detail
  PeopleCount people{};
};

// A question code of docs/plan.md, such as "person.mode" or "work.demand:II.3", with what an answer may open.
struct OpenQuestion {
  std::string code{};
  std::string subject{};  // the plain name of what stands after the colon, where known (item, language, licence)
  PeopleCount people{};   // people for whom an answer may open work
  std::int64_t works = 0;
};

struct MapPoint {
  std::string pc4{};
  std::string name{};  // a place or area, may be empty
  std::int32_t x_m = 0, y_m = 0;
  PeopleCount waiting{};
};

// A row of fairness.json. Rates per mille; nothing where hidden or not defined.
struct GroupShare {
  std::string name{};
  std::string kind{};  // benefit_duration, waiting, support, education, area, statushouder, arbeidsbeperking, age
  PeopleCount people{}, candidate{}, voorstel{}, reach{};
  std::optional<int> share_per_mille{};                  // voorstel / reach
  std::optional<int> low_per_mille{}, high_per_mille{};  // 95 % interval of voorstel / candidate
  std::optional<std::int64_t> floor{};                   // people asked by a floor that counts
  std::optional<double> price{};  // voorstellen elsewhere that one more member costs, z_g at `placed`
};

enum class ResourceUnit { kEurocent, kCentihours, kCount };

struct ResourceUse {
  std::string name{};
  ResourceUnit unit = ResourceUnit::kCount;
  std::int64_t used = 0, budget = 0;  // in the unit
  PeopleCount people{};               // who use it; hidden: used and left are not shown either
  // "With extra_amount more, about extra_people more get a voorstel", from the price at level `placed`.
  std::int64_t extra_amount = 0;
  PeopleCount extra_people{};
};

struct RoundCount {
  int round = 1;
  PeopleCount voorstellen{}, conditional{};
};

struct LevelValue {
  int round = 1;
  std::string name{};  // floors, placed, leximin:GROUP, score, kept, lottery, lottery2
  std::int64_t value = 0, bound = 0;
};

struct TravelMode {
  std::string name{};
  int detour_per_mille = 0, metres_per_hour = 0, fixed_minutes = 0;
};

struct FloorRule {
  std::string group{};
  std::int64_t people = 0;
  std::string ground{}, organ{}, justification{};
  Date from{}, until{};
};

// rules.toml as read.
struct RulesUsed {
  std::string title{}, organ{}, publication{}, policy_on_refusals{};
  std::optional<Date> date{};
  int rounds = 0, offers_per_place = 0, leximin_steps = 0, start_horizon_days = 0;
  Eurocent wage_floor_hourly{};  // 0 = none of its own
  int wage_floor_from_age = 0;
  Eurocent stage_allowance_month{};  // 0 = none
  int default_max_km = 0, default_max_minutes = 0;
  int weight_wish = 0, weight_skills = 0, weight_travel = 0, weight_hours = 0, weight_known = 0;  // per mille
  std::vector<TravelMode> modes{};
  std::vector<FloorRule> floors{};
};

struct PlanDoubts {
  std::optional<int> assumed_demands_per_mille{};  // share of demands that come from a template
  std::vector<std::string> unknown_law{};          // "title, date" of each value that is not known
  bool own_estimate_templates = false;             // some template rows are an estimate of the project itself
};

struct DataSource {
  std::string name{}, licence{}, version{};
};

struct ReportData {
  std::string municipality{};  // empty = not named
  bool invented = false;       // demo data
  bool stopped = false;        // a stopped run is never accepted by the verifier
  Date date{};
  std::int64_t seed = 0;
  PlanPeople people{};
  std::vector<WaitingReason> reasons{};
  bool own_choice_occurs = false;
  std::vector<Measure> measures{};
  std::vector<OpenQuestion> questions{};
  std::vector<MapPoint> points{};
  std::vector<GroupShare> groups{};                          // without the row for all people
  std::optional<std::int64_t> voorstellen_without_floors{};  // in round 1; nothing = no floor counts
  std::vector<ResourceUse> resources{};
  std::vector<RoundCount> rounds{};
  std::vector<LevelValue> levels{};
  std::string verify_command{};  // "passend verify plan demo"
  RulesUsed rules{};
  PlanDoubts doubts{};
  std::vector<DataSource> sources{};
  std::string program{};  // "passend 0.1.0"
};

}  // namespace passend::present
