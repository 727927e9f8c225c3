// SPDX-License-Identifier: EUPL-1.2
// Small random municipalities as CSV tables, so that a test can shuffle rows, rename people or blank cells, and the
// plan that comes out of them. Postcodes, occupations, items and law are those shipped.
#pragma once

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "base/csv.hpp"
#include "base/text_file.hpp"
#include "exchange/plan_files.hpp"
#include "exchange/reference_reader.hpp"
#include "exchange/rules_reader.hpp"
#include "exchange/snapshot_reader.hpp"
#include "law_folder.hpp"
#include "matching/prepare.hpp"

namespace passend::testing {

using Row = std::map<std::string, std::string>;
using Tables = std::map<std::string, std::vector<Row>>;  // by file name without .csv

// The same numbers on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  int below(int n) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(n)); }
  bool one_in(int n) { return below(n) == 0; }
  std::string of(const std::vector<std::string>& words) {
    return words[static_cast<std::size_t>(below(static_cast<int>(words.size())))];
  }
  template <class Rows>
  void shuffle(Rows& rows) {
    for (std::size_t i = rows.size(); i > 1; --i)
      std::swap(rows[i - 1], rows[static_cast<std::size_t>(below(static_cast<int>(i)))]);
  }

 private:
  std::mt19937_64 engine_;
};

inline const Reference& shipped_reference() {
  static const ReadReference read = read_reference(std::filesystem::path(PASSEND_SOURCE_DIR) / "data").value();
  return read.reference;
}

inline std::string shipped_rules() {
  return read_file(std::filesystem::path(PASSEND_SOURCE_DIR) / "data/rules/voorbeeld.toml").value();
}

inline std::string numbered(const std::string& letter, int n) {
  std::string digits = std::to_string(n);
  return letter + std::string(4 - digits.size(), '0') + digits;
}

// What binds besides places: each switched on by itself, since some properties hold only without.
struct Shape {
  int people = 12;
  int works = 8;
  bool budgets = false;
  bool floor = false;
  bool statutory = false;
};

inline std::string day_in(Dice& dice, int from, int days) { return to_string(Date{from + dice.below(days)}); }

inline constexpr int kPlanDay = 20'760;  // 2026-11-03

inline void add_person(Tables& out, Dice& dice, const Shape& shape, int i) {
  const std::string id = numbered("p", i);
  const std::vector<std::string> places{"6511", "6512", "6525", "6531", "6541", "6663", "3011", ""};
  out["people"].push_back({{"person", id},
                           {"birth_date", dice.one_in(8) ? "" : day_in(dice, 3'000, 12'000)},
                           {"pc4", dice.of(places)},
                           {"status", dice.of({"zoekend", "werkend", ""})},
                           {"benefit", dice.of({"bijstand", "ww", "geen", ""})},
                           {"hours_min", dice.of({"", "8", "16"})},
                           {"hours_max", dice.of({"", "24", "32", "40"})},
                           {"day_parts", dice.of({"", "ma-o ma-m di-o di-m wo-o", "ma-o ma-m di-o"})},
                           {"from", dice.of({"", "", "", "2026-12-01", "2027-03-04"})},
                           {"until", dice.of({"", "", "", "2027-03-10"})},
                           {"may_work_until", dice.one_in(10) ? day_in(dice, kPlanDay - 30, 60) : ""}});
  const int wishes = dice.one_in(9) ? 0 : 1 + dice.below(3);
  for (int rank = 1; rank <= wishes; ++rank)
    out["wishes"].push_back(
        {{"person", id},
         {"rank", std::to_string(rank)},
         {"kind", shape.statutory ? dice.of({"regulier", "beschut", "beschut"}) : dice.of({"regulier", "basisbaan"})},
         {"occupation", dice.of({"", "", "5", "51", "9112", "9"})},
         {"min_hourly_eurocent", dice.of({"", "", "", "1600"})},
         {"max_km", dice.of({"", "", "8", "3.5"})},
         {"mode", dice.of({"", "fiets", "auto", "ov"})},
         {"confirmed", dice.one_in(8) ? dice.of({"", "2026-11-04"}) : "2026-10-01"},
         {"expires", dice.of({"", "2026-11-02", "2026-11-03", "2027-05-01", "2027-05-01"})}});
  if (shape.statutory && !dice.one_in(6))
    out["indications"].push_back(
        {{"person", id}, {"kind", "beschut"}, {"since", to_string(Date{kPlanDay - 1000 + i})}, {"until", ""}});
  for (const char* item : {"IV.13", "IV.16", "I.8a"})
    if (dice.one_in(2))
      out["conditions"].push_back({{"person", id}, {"item", item}, {"level", dice.one_in(4) ? "" : "geen"}});
  if (dice.one_in(3)) out["groups"].push_back({{"person", id}, {"group", "lang"}, {"kind", "waiting"}});
  if (dice.one_in(3))
    out["languages"].push_back({{"person", id}, {"language", "nl"}, {"level", dice.of({"A2", "B1", ""})}});
  for (const char* skill : {"S1", "S1.2", "S3"})
    if (dice.one_in(2)) out["skills"].push_back({{"person", id}, {"taxonomy", "esco"}, {"code", skill}, {"level", ""}});
  if (shape.budgets && dice.one_in(3))
    out["support"].push_back({{"person", id}, {"kind", "jobcoach"}, {"hours_week", dice.of({"1", "1.5", "2"})}});
}

inline void add_work(Tables& out, Dice& dice, const Shape& shape, int j) {
  const std::string id = numbered("w", j);
  out["work"].push_back(
      {{"work", id},
       {"employer", dice.of({"e1", "e2"})},
       {"kind", shape.statutory ? dice.of({"regulier", "beschut"}) : dice.of({"regulier", "regulier", "basisbaan"})},
       {"occupation", dice.of({"5131", "9112", "5", "", "9112"})},
       {"pc4", dice.of({"6511", "6512", "6525", "6541", "3011", ""})},
       {"places", dice.of({"1", "1", "2", ""})},
       {"closed", dice.of({"nee", "nee", "nee", "", "ja"})},
       {"hours_min", dice.of({"", "8", "16"})},
       {"hours_max", dice.of({"24", "32", "36", ""})},
       {"day_parts", dice.of({"", "ma-o ma-m", "ma-o di-o"})},
       {"hourly_eurocent", dice.of({"1650", "1550", "1499", "900", ""})},
       {"from", dice.of({"", "", "", "2026-12-05", "2027-03-03"})},
       {"until", dice.of({"", "", "", "2027-03-03"})},
       {"scheme", shape.budgets ? dice.of({"", "s1"}) : ""},
       {"non_displacement", dice.of({"2026-10-01", "2026-10-01", "", "2026-12-01"})}});
  if (dice.one_in(4))
    out["requirements"].push_back({{"work", id},
                                   {"kind", "language"},
                                   {"code", "nl"},
                                   {"level", "B1"},
                                   {"trainable", dice.of({"ja", "nee", ""})}});
  for (const char* skill : {"S1", "S2"})
    if (dice.one_in(3)) out["requirements"].push_back({{"work", id}, {"kind", "skill"}, {"code", skill}});
}

inline Tables random_tables(std::uint64_t seed, const Shape& shape) {
  Dice dice(seed);
  Tables out;
  out["employers"] = {{{"employer", "e1"}, {"name", "Een"}}, {{"employer", "e2"}, {"name", "Twee"}}};
  for (int i = 0; i < shape.people; ++i) add_person(out, dice, shape, i);
  for (int j = 0; j < shape.works; ++j) add_work(out, dice, shape, j);
  out["groups"].push_back({{"person", "p0000"}, {"group", "lang"}, {"kind", "waiting"}});
  std::map<std::pair<std::string, std::string>, Row> once;
  for (const Row& row : out["groups"]) once[{row.at("person"), row.at("group")}] = row;
  out["groups"].clear();
  for (const auto& [key, row] : once) out["groups"].push_back(row);
  if (shape.budgets) {
    out["resources"] = {{{"resource", "coach"}, {"kind", "jobcoach"}, {"period", "2026"}, {"amount", "2.5"}},
                        {{"resource", "geld"}, {"kind", "budget"}, {"period", "2026"}, {"amount", "2000"}}};
    out["uses"] = {{{"kind", "scheme"}, {"id", "s1"}, {"resource", "geld"}, {"amount_per_person", "900"}}};
  }
  return out;
}

inline std::string rules_of(const Shape& shape, std::string_view extra = "") {
  std::string rules = shipped_rules();
  if (shape.floor)
    rules +=
        "\n[[floor]]\ngroup = \"lang\"\npeople = 3\nground = \"g\"\norgan = \"o\"\nfrom = 2026-01-01\n"
        "until = 2026-12-31\njustification = \"j\"\n";
  return rules + std::string(extra);
}

// A snapshot read from its files and the plan made of it. Nothing moves once made: the context points inside.
struct Made {
  RuleSet rules;
  Snapshot snapshot;
  PlanContext context;
  Plan plan;
  std::vector<Waiting> waiting;
  Fairness fairness;
  std::vector<LearningRoute> learning;
  std::map<std::string, std::string> files;  // of the plan folder
};

class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("passend-matching-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline void write_tables(const Tables& tables, const std::filesystem::path& folder) {
  for (const auto& [name, rows] : tables) {
    if (rows.empty()) continue;
    std::vector<std::string> header;
    for (const Row& row : rows)
      for (const auto& [column, cell] : row)
        if (std::find(header.begin(), header.end(), column) == header.end()) header.push_back(column);
    std::ofstream out(folder / (name + ".csv"), std::ios::binary);
    out << csv_line(header);
    for (const Row& row : rows) {
      std::vector<std::string> cells;
      for (const std::string& column : header) cells.push_back(row.contains(column) ? row.at(column) : "");
      out << csv_line(cells);
    }
  }
}

using SchemeFiles = std::map<std::string, std::string>;  // id → TOML

inline void write_schemes(const SchemeFiles& schemes, const std::filesystem::path& folder) {
  if (schemes.empty()) return;
  std::filesystem::create_directories(folder / "schemes");
  for (const auto& [id, text] : schemes) std::ofstream(folder / "schemes" / (id + ".toml"), std::ios::binary) << text;
}

inline std::unique_ptr<Made> prepared(const Tables& tables, const std::string& rules, const SchemeFiles& schemes = {}) {
  const Folder folder;
  write_tables(tables, folder.path());
  write_schemes(schemes, folder.path());
  auto made = std::make_unique<Made>();
  made->rules = read_rules(rules, "rules.toml").value();
  auto read = read_snapshot(folder.path(), shipped_reference(), made->rules, Reading::kStrict);
  if (!read) {
    for (const Fault& fault : read.error())
      std::fprintf(stderr, "%s:%d:%s %s '%s'\n", fault.file.c_str(), fault.line, fault.column.c_str(),
                   std::string(name_of(fault.code)).c_str(), fault.value.c_str());
    std::abort();
  }
  made->snapshot = std::move(read->snapshot);
  made->context = prepare(made->snapshot, shipped_reference(), made->rules, shipped_law(), Date{kPlanDay}).value();
  return made;
}

inline void plan_it(Made& made, int threads = 1, std::vector<PreviousProposal> previous = {}) {
  PlanOptions options;
  options.seed = made.rules.seed;
  options.threads = threads;
  options.previous = std::move(previous);
  made.plan = make_plan(made.context, made.snapshot, options);
  made.waiting = find_waiting(made.context, made.snapshot, made.plan, threads);
  made.fairness = count_fairness(made.context, made.snapshot, made.plan);
  made.learning = learning_routes(made.context, made.snapshot, made.waiting, threads);
  made.files = plan_files({.context = made.context,
                           .snapshot = made.snapshot,
                           .plan = made.plan,
                           .waiting = made.waiting,
                           .fairness = made.fairness,
                           .learning = made.learning,
                           .rules_bytes = {},
                           .previous = options.previous,
                           .inputs = {},
                           .program = "test"});
}

inline std::unique_ptr<Made> planned(const Tables& tables, const std::string& rules, int threads = 1,
                                     const SchemeFiles& schemes = {}) {
  auto made = prepared(tables, rules, schemes);
  plan_it(*made, threads);
  return made;
}

inline std::string id_of(const Made& made, Symbol symbol) { return made.snapshot.symbols.text(symbol); }

// Person and work of each candidate.
inline std::vector<std::pair<std::string, std::string>> pairs_of(const Made& made) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (std::size_t i = 0; i < made.snapshot.people.size(); ++i)
    for (const Candidate& candidate : made.plan.candidates.of(i))
      pairs.emplace_back(id_of(made, made.snapshot.people[i].id), id_of(made, made.snapshot.works[candidate.work].id));
  return pairs;
}

}  // namespace passend::testing
