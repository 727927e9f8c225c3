// SPDX-License-Identifier: EUPL-1.2
// Scenario files, tests/income/scenarios/<statute>.toml: what an article says, a household, and what follows for it.
//
//   [[scenario]]
//   id, article, says            the article in one sentence
//   [scenario.household]         as a household file
//   [scenario.expect]            outcomes: eurocent a month by name of part, net_month_eurocent, norm, top_up, earned,
//                                disregarded; or refused = name of a fault code
//   [[scenario.edge]]            the same household a step further
//   at = "below|at|above"        which side of the limit
//   set = {"adult.0.birth_date" = 2005-09-16}, expect = {…}
#pragma once

#include <charconv>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/text_file.hpp"
#include "base/toml.hpp"
#include "income/answer.hpp"
#include "law_folder.hpp"

namespace passend::income {

// What a file of scenarios showed: every mismatch in words, and how many edges stand on each side of a limit.
struct ScenarioReport {
  std::vector<std::string> wrong{};
  std::map<std::string, int> edges{};  // below, at, above
  int scenarios = 0;
};

inline Result<State> evaluated_on_its_date(const Household& household) {
  static std::map<Date, RuleBook> books;
  auto [book, is_new] = books.try_emplace(household.date);
  if (is_new) book->second = read_rule_book(shipped_law(), household.date);
  return evaluate(book->second, shipped_law(), household);
}

class ScenarioChecker {
 public:
  ScenarioReport run(std::string_view bytes, const std::string& file) {
    place_ = file;
    const auto root = read_toml(bytes, file);
    if (!root) {
      wrong("not TOML");
      return std::move(report_);
    }
    check_keys(*root, {"scenario"});
    if (const auto* list = root->get_as<toml::array>("scenario")) {
      for (const toml::node& entry : *list) check_scenario(*entry.as_table(), file);
    }
    return std::move(report_);
  }

 private:
  void wrong(const std::string& what) { report_.wrong.push_back(place_ + ": " + what); }

  void check_keys(const toml::table& table, const std::set<std::string_view>& known) {
    for (const auto& [key, node] : table)
      if (!known.contains(key.str())) wrong("unknown key " + std::string(key.str()));
  }

  void check_scenario(const toml::table& scenario, const std::string& file) {
    const std::string id = scenario["id"].value_or(std::string());
    place_ = file + " " + id;
    ++report_.scenarios;
    if (!ids_.insert(id).second) wrong("id twice");
    check_keys(scenario, {"id", "article", "says", "household", "expect", "edge"});
    for (const char* key : {"id", "article", "says"})
      if (scenario[key].value_or(std::string()).empty()) wrong(std::string("no ") + key);
    const auto* household = scenario["household"].as_table();
    if (household == nullptr) return wrong("no household");
    const auto* expect = scenario["expect"].as_table();
    const auto* edges = scenario["edge"].as_array();
    if (expect == nullptr && edges == nullptr) wrong("expects nothing");
    if (expect != nullptr) check_outcome(*household, *expect);
    for (std::size_t e = 0; edges != nullptr && e < edges->size(); ++e) {
      place_ = file + " " + id + " edge " + std::to_string(e);
      check_edge(*household, *edges->get(e)->as_table());
    }
  }

  void check_edge(const toml::table& household, const toml::table& edge) {
    check_keys(edge, {"at", "set", "expect"});
    const std::string at = edge["at"].value_or(std::string());
    if (at == "below" || at == "at" || at == "above")
      ++report_.edges[at];
    else
      wrong("at = " + at);
    toml::table changed = household;
    const auto* changes = edge["set"].as_table();
    if (changes == nullptr || changes->empty()) return wrong("sets nothing");
    for (const auto& [path, value] : *changes) put(changed, std::string(path.str()), value);
    const auto* expect = edge["expect"].as_table();
    if (expect == nullptr || expect->empty()) return wrong("expects nothing");
    check_outcome(changed, *expect);
  }

  // The value at a path such as adult.0.birth_date; tables on the way are made, list entries must be there.
  void put(toml::table& table, const std::string& path, const toml::node& value) {
    toml::node* here = &table;
    std::size_t begin = 0;
    for (auto dot = path.find('.'); dot != std::string::npos; begin = dot + 1, dot = path.find('.', begin)) {
      here = step(*here, path.substr(begin, dot - begin));
      if (here == nullptr) return wrong("no such path " + path);
    }
    if (toml::table* last = here->as_table())
      last->insert_or_assign(path.substr(begin), value);
    else
      wrong("no such path " + path);
  }

  static toml::node* step(toml::node& from, const std::string& word) {
    if (toml::table* table = from.as_table()) return &table->insert(word, toml::table{}).first->second;
    std::size_t index = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), index);
    toml::array* list = from.as_array();
    return list == nullptr || read.ec != std::errc() ? nullptr : list->get(index);
  }

  void check_outcome(const toml::table& household, const toml::table& expect) {
    const auto read = household_of(household, place_);
    const auto state = read ? evaluated_on_its_date(*read) : Result<State>(std::unexpected(read.error()));
    const std::string refused = state ? "" : std::string(name_of(state.error().front().code));
    if (const std::string wanted = expect["refused"].value_or(std::string()); refused != wanted)
      wrong("refused: '" + refused + "', expected '" + wanted + "'");
    for (const auto& [key, node] : expect) {
      if (key.str() == "refused") continue;
      const auto wanted = node.value_exact<std::int64_t>();
      if (!wanted) wrong(std::string(key.str()) + " is no whole number");
      if (wanted && state) compare(*state, std::string(key.str()), *wanted);
    }
  }

  void compare(const State& state, const std::string& key, std::int64_t wanted) {
    const auto found = figure_of(state, key);
    if (!found) return wrong("unknown outcome " + key);
    if (*found != wanted) wrong(key + " is " + std::to_string(*found) + ", expected " + std::to_string(wanted));
  }

  static std::optional<std::int64_t> figure_of(const State& state, std::string_view key) {
    const auto whole = [](double value) { return static_cast<std::int64_t>(value); };
    const auto& adults = state.income.adult;
    if (key == "net_month_eurocent") return state.net();
    if (key == "norm") return whole(state.settled.columns.norm);
    if (key == "top_up") return whole(state.income.top_up);
    if (key == "earned") return whole(adults[0].earned + adults[1].earned);
    if (key == "disregarded") return whole(adults[0].disregarded + adults[1].disregarded);
    for (std::size_t p = 0; p < kParts; ++p)
      if (kPartNames[p] == key) return state.part(static_cast<Part>(p));
    return std::nullopt;
  }

  std::string place_;
  std::set<std::string> ids_;
  ScenarioReport report_;
};

inline ScenarioReport check_scenarios(std::string_view bytes, const std::string& file) {
  return ScenarioChecker().run(bytes, file);
}

}  // namespace passend::income
