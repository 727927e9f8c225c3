// SPDX-License-Identifier: EUPL-1.2
// Fields of a TOML table, read one by one; every fault is kept with its line and key, and a neutral value returned, so
// that all faults of a file are found in one reading.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/fault.hpp"
#include "base/toml.hpp"

namespace passend {

class TomlFields {
 public:
  explicit TomlFields(std::string file) : file_(std::move(file)) {}

  // kTomlKeyUnknown for every other key.
  void check_keys(const toml::table& table, std::initializer_list<std::string_view> known);

  // A number with at most `digits` decimals, times 10^digits. kTomlKeyMissing (where the table has any key), kTomlType,
  // kOutOfRange; then `least`.
  std::int64_t number(const toml::table& from, std::string_view key, int digits, std::int64_t least, std::int64_t most);
  // The same for a key that may be absent.
  std::optional<std::int64_t> number_if(const toml::table& from, std::string_view key, int digits, std::int64_t least,
                                        std::int64_t most);
  int integer(const toml::table& from, std::string_view key, int least, int most) {
    return static_cast<int>(number(from, key, 0, least, most));
  }
  std::string text(const toml::table& from, std::string_view key);  // empty when absent; kTomlType
  // As text(), not blank. kTomlKeyMissing, kTomlType.
  std::string needed_text(const toml::table& from, std::string_view key);
  std::vector<std::string> texts(const toml::table& from, std::string_view key);         // an array; empty when absent
  bool flag(const toml::table& from, std::string_view key);                              // false when absent; kTomlType
  std::optional<Date> date(const toml::table& from, std::string_view key, bool needed);  // kNotADate, kTomlKeyMissing

  // The tables of an array of tables; none when absent; kTomlType.
  std::vector<const toml::table*> tables(const toml::table& from, std::string_view key);
  // kNotInList where `word` is none of the list; `key` is where it stands.
  bool is_in_list(const toml::table& from, std::string_view key, std::string_view word,
                  const std::vector<std::string_view>& list);

  void add(FaultCode code, const toml::node* place, std::string column, std::map<std::string, std::string> args = {});
  Faults& faults() { return faults_; }

 private:
  std::string file_;
  Faults faults_;
};

}  // namespace passend
