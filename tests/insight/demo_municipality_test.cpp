// SPDX-License-Identifier: EUPL-1.2
// Shows: the demo municipality is repeatable, has the form of a snapshot folder, points only at what exists, and says
// that it is invented.
#include "insight/demo_municipality.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/toml.hpp"
#include "demo_tables.hpp"

namespace passend {
namespace {

// The header of every file of a snapshot folder.
const std::map<std::string, std::string> kHeaders{
    {"people.csv",
     "person,birth_date,pc4,status,benefit,benefit_since,waiting_since,hours_min,hours_max,day_parts,from,until,may_"
     "work_until"},
    {"wishes.csv", "person,rank,kind,occupation,min_hourly_eurocent,max_km,max_minutes,mode,confirmed,expires"},
    {"exclusions.csv", "person,kind,code"},
    {"languages.csv", "person,language,level"},
    {"skills.csv", "person,taxonomy,code,level"},
    {"licences.csv", "person,licence,has"},
    {"education.csv", "person,level,diploma_code,year"},
    {"conditions.csv", "person,item,level,source,expires"},
    {"support.csv", "person,kind,hours_week"},
    {"indications.csv", "person,kind,since,until,wage_value_per_mille"},
    {"groups.csv", "person,group,kind"},
    {"resting.csv", "person,work,until"},
    {"placements.csv", "person,work,from,until,hourly_eurocent,hours_week,agreed,confirmed_by"},
    {"employers.csv", "employer,name,sector_sbi"},
    {"work.csv",
     "work,employer,kind,occupation,pc4,places,closed,bbl,hours_min,hours_max,day_parts,hourly_eurocent,cao_floor_"
     "eurocent,allowance_month_eurocent,contract,from,until,scheme,non_displacement"},
    {"demands.csv", "work,item,level,adaptable,assumed"},
    {"requirements.csv", "work,kind,code,level,trainable"},
    {"support_offered.csv", "work,kind,hours_week"},
    {"tasks.csv", "task,host,occupation,pc4,hours_week,value,non_displacement"},
    {"task_demands.csv", "task,item,level"},
    {"host_history.csv", "host,kind,occupation,date"},
    {"host_opinions.csv", "host,works_council,works_council_date,decided_by,decided"},
    {"training.csv", "training,gives_kind,gives_code,weeks,eurocent,scheme"},
    {"resources.csv", "resource,kind,period,amount"},
    {"uses.csv", "kind,id,resource,amount_per_person"},
};

bool is_known(const std::set<std::string>& known, const std::string& value) {
  return value.empty() || known.contains(value);
}

// Every non-empty value of a column stands in a set.
void expect_known(const std::string& file, const std::string& name, const std::set<std::string>& known) {
  for (const auto& value : column(demo_rows(file), name))
    EXPECT_TRUE(is_known(known, value)) << file << " " << name << " " << value;
}

TEST(DemoMunicipality, HasTheFilesAndColumnsOfASnapshotAndNoOther) {
  const auto& files = default_demo();
  const auto is_scheme = [](const auto& file) { return file.first.starts_with("schemes/"); };
  EXPECT_EQ(std::ranges::count_if(files, is_scheme), 5);
  EXPECT_EQ(files.size(), kHeaders.size() + 2 + 5);
  EXPECT_TRUE(files.contains("rules.toml") && files.contains("README.txt"));
  for (const auto& [file, header] : kHeaders) EXPECT_EQ(files.at(file).substr(0, files.at(file).find('\n')), header);
  EXPECT_EQ(demo_rows("people").size(), 7000U);
  EXPECT_EQ(demo_rows("work").size(), 4000U);
}

TEST(DemoMunicipality, IsTheSameToTheByteForASeedAndAnotherForAnotherSeed) {
  DemoOptions options{.people = 300, .places = 150};
  const auto first = make_demo_municipality(options, data_folder()).value();
  EXPECT_EQ(first, make_demo_municipality(options, data_folder()).value());
  options.seed = 2;
  EXPECT_NE(first.at("people.csv"), make_demo_municipality(options, data_folder()).value().at("people.csv"));
}

TEST(DemoMunicipality, StandsOnRealPostcodesWithAKnownPointOccupationsAndItems) {
  std::set<std::string> postcodes;
  for (const auto& row : reference_rows("geo/pc4.csv"))
    if (row.at("quality") == "ok") postcodes.insert(row.at("pc4"));
  for (const auto* file : {"people", "work", "tasks"}) expect_known(file, "pc4", postcodes);
  auto occupations = column(reference_rows("occupations/esco.csv"), "occupation_id");
  occupations.merge(column(reference_rows("occupations/isco08.csv"), "isco08"));
  for (const auto* file : {"wishes", "work", "tasks"}) expect_known(file, "occupation", occupations);
  for (const auto& row : demo_rows("exclusions"))
    EXPECT_TRUE(row.at("kind") != "occupation" || occupations.contains(row.at("code")));
  const auto items = column(reference_rows("work/items.csv"), "code");
  for (const auto* file : {"conditions", "demands", "task_demands"}) expect_known(file, "item", items);
  expect_known("skills", "code", column(reference_rows("occupations/skill_groups.csv"), "code"));
}

TEST(DemoMunicipality, StatesLevelsThatTheItemHas) {
  std::map<std::string, Cells> items;
  for (const auto& row : reference_rows("work/items.csv")) items[row.at("code")] = row;
  const auto is_level = [&](const Cells& row) {
    const auto& item = items.at(row.at("item"));
    const auto& level = row.at("level");
    if (level.empty() || level == "geen" || item.at("kind") == "threshold") return true;
    if (item.at("kind") == "condition") return level == "ja" || level == "nee";
    return ("|" + item.at("levels") + "|").find("|" + level + "|") != std::string::npos;
  };
  for (const auto* file : {"conditions", "demands", "task_demands"})
    for (const auto& row : demo_rows(file))
      EXPECT_TRUE(is_level(row)) << file << " " << row.at("item") << " " << row.at("level");
}

TEST(DemoMunicipality, RefersOnlyToPeopleWorkEmployersAndResourcesThatAreThere) {
  const auto people = column(demo_rows("people"), "person");
  const auto works = column(demo_rows("work"), "work");
  const auto employers = column(demo_rows("employers"), "employer");
  for (const auto* file : {"wishes", "exclusions", "languages", "skills", "licences", "education", "conditions",
                           "support", "indications", "groups", "resting", "placements"})
    expect_known(file, "person", people);
  for (const auto* file : {"resting", "placements", "demands", "requirements", "support_offered"})
    expect_known(file, "work", works);
  expect_known("work", "employer", employers);
  expect_known("tasks", "host", employers);
  expect_known("task_demands", "task", column(demo_rows("tasks"), "task"));
  expect_known("uses", "resource", column(demo_rows("resources"), "resource"));
}

TEST(DemoMunicipality, HasNoKeyTwice) {
  const std::map<std::string, std::vector<std::string>> keys{{"people", {"person"}},
                                                             {"wishes", {"person", "rank"}},
                                                             {"work", {"work"}},
                                                             {"employers", {"employer"}},
                                                             {"languages", {"person", "language"}},
                                                             {"licences", {"person", "licence"}},
                                                             {"conditions", {"person", "item"}},
                                                             {"support", {"person", "kind"}},
                                                             {"indications", {"person", "kind", "since"}},
                                                             {"demands", {"work", "item"}},
                                                             {"requirements", {"work", "kind", "code", "level"}},
                                                             {"support_offered", {"work", "kind"}},
                                                             {"resources", {"resource"}},
                                                             {"uses", {"kind", "id", "resource"}},
                                                             {"groups", {"person", "group"}}};
  for (const auto& [file, names] : keys) {
    std::set<std::vector<std::string>> seen;
    for (const auto& row : demo_rows(file)) {
      std::vector<std::string> key;
      for (const auto& name : names) key.push_back(row.at(name));
      EXPECT_TRUE(seen.insert(key).second) << file << " " << key.front();
    }
  }
}

TEST(DemoMunicipality, SaysInBothLanguagesThatItIsInventedAndNamesNoOne) {
  const auto& readme = default_demo().at("README.txt");
  EXPECT_NE(readme.find("Alle mensen en werkgevers in deze map zijn verzonnen"), std::string::npos);
  EXPECT_NE(readme.find("All people and employers in this folder are invented"), std::string::npos);
  for (const auto& row : demo_rows("employers"))
    EXPECT_EQ(row.at("name"), "Voorbeeldbedrijf " + row.at("employer").substr(1) + " (verzonnen)");
}

TEST(DemoMunicipality, HasTwoFloorsForGroupsThatExist) {
  const auto rules = read_toml(default_demo().at("rules.toml"), "rules.toml").value();
  const auto* floors = rules["floor"].as_array();
  ASSERT_TRUE(floors != nullptr);
  ASSERT_EQ(floors->size(), 2U);
  const auto groups = column(demo_rows("groups"), "group");
  for (const auto& node : *floors) {
    const auto& floor = *node.as_table();
    EXPECT_TRUE(groups.contains(floor["group"].value_or(std::string{})));
    EXPECT_GT(floor["people"].value_or(0), 0);
    for (const auto* key : {"ground", "organ", "justification"})
      EXPECT_NE(floor[key].value_or(std::string{}), "") << key;
    EXPECT_TRUE(date_of(*floor.get("from")) < date_of(*floor.get("until")));
  }
}

TEST(DemoMunicipality, RefusesACentreWithoutKnownPointAndNumbersOutOfRange) {
  const auto code = [](const DemoOptions& options) {
    return make_demo_municipality(options, data_folder()).error().at(0).code;
  };
  EXPECT_EQ(code({.pc4 = "0000"}), FaultCode::kCodeUnknown);
  EXPECT_EQ(code({.pc4 = "1940"}), FaultCode::kCodeUnknown);
  EXPECT_EQ(code({.people = 0}), FaultCode::kOutOfRange);
  EXPECT_EQ(code({.places = 3'000'000}), FaultCode::kOutOfRange);
  EXPECT_EQ(make_demo_municipality({}, "/nowhere").error().at(0).code, FaultCode::kFileMissing);
}

TEST(DemoMunicipality, CanBeAsSmallAsOnePersonAndOneWork) {
  const auto files = make_demo_municipality({.people = 1, .places = 1}, data_folder()).value();
  EXPECT_EQ(cells_of(files.at("people.csv")).size(), 1U);
  EXPECT_EQ(cells_of(files.at("work.csv")).size(), 1U);
}

}  // namespace
}  // namespace passend
