// SPDX-License-Identifier: EUPL-1.2
// Reads tests/cases/*.toml: published or derived outcomes that a lawyer can check beside the law. Euros become
// eurocent.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "base/quantity.hpp"
#include "base/text_file.hpp"
#include "base/toml.hpp"

namespace passend {

struct LawCase {
  std::string id;
  std::string rule;
  std::string source;
  Date date{};
  std::map<std::string, std::string> inputs;  // decimal text as written
  std::map<std::string, std::string> expected;
  std::string tolerance;

  std::int64_t eurocent(const std::map<std::string, std::string>& table, const std::string& key) const {
    return parse_scaled(table.at(key), 2).value();
  }
};

inline std::map<std::string, std::string> numbers_of(const toml::table& table) {
  std::map<std::string, std::string> numbers;
  for (const auto& [key, node] : table) numbers[std::string(key.str())] = decimal_text(node).value();
  return numbers;
}

// A case without source, date or expectation stops the test program.
inline std::vector<LawCase> read_cases(const std::string& name) {
  const std::string path = std::string(PASSEND_SOURCE_DIR) + "/tests/cases/" + name;
  const toml::table root = read_toml(read_file(path).value(), path).value();
  std::vector<LawCase> cases;
  for (const auto& node : *root["case"].as_array()) {
    const toml::table& table = *node.as_table();
    cases.push_back({.id = table["id"].value<std::string>().value(),
                     .rule = table["rule"].value<std::string>().value(),
                     .source = table["source"].value<std::string>().value(),
                     .date = date_of(*table.get("date")).value(),
                     .inputs = numbers_of(*table["inputs"].as_table()),
                     .expected = numbers_of(*table["expected"].as_table()),
                     .tolerance = decimal_text(*table.get("tolerance")).value()});
  }
  return cases;
}

}  // namespace passend
