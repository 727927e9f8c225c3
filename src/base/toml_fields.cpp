// SPDX-License-Identifier: EUPL-1.2
#include "base/toml_fields.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/quantity.hpp"

namespace passend {
namespace {

// What stands there, where it is one value.
std::string value_in(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* date = node.as_date())  // also one outside the years that dates may have
    return fmt::format("{:04}-{:02}-{:02}", date->get().year, date->get().month, date->get().day);
  if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
  return decimal_text(node).value_or("");
}

}  // namespace

void TomlFields::add(FaultCode code, const toml::node* place, std::string column,
                     std::map<std::string, std::string> args) {
  faults_.push_back({.code = code,
                     .file = file_,
                     .line = place == nullptr ? 1 : line_of(*place),
                     .column = std::move(column),
                     .value = place == nullptr ? std::string() : value_in(*place),
                     .args = std::move(args)});
}

void TomlFields::check_keys(const toml::table& table, std::initializer_list<std::string_view> known) {
  for (const auto& [key, node] : table)
    if (std::find(known.begin(), known.end(), key.str()) == known.end())
      add(FaultCode::kTomlKeyUnknown, &node, std::string(key.str()));
}

std::optional<std::int64_t> TomlFields::number_if(const toml::table& from, std::string_view key, int digits,
                                                  std::int64_t least, std::int64_t most) {
  const toml::node* node = from.get(key);
  if (node == nullptr) return std::nullopt;
  const auto text = decimal_text(*node);
  const auto value = text ? parse_scaled(*text, digits) : std::nullopt;
  const std::map<std::string, std::string> expected{
      {"expected", to_decimal(least, digits) + " – " + to_decimal(most, digits)}};
  if (!value) {
    add(FaultCode::kTomlType, node, std::string(key), expected);
    return least;
  }
  const std::int64_t found = value.value_or(least);
  if (found < least || found > most) add(FaultCode::kOutOfRange, node, std::string(key), expected);
  return found;
}

std::int64_t TomlFields::number(const toml::table& from, std::string_view key, int digits, std::int64_t least,
                                std::int64_t most) {
  if (const auto value = number_if(from, key, digits, least, most)) return *value;
  if (!from.empty()) add(FaultCode::kTomlKeyMissing, &from, std::string(key));
  return least;
}

std::string TomlFields::text(const toml::table& from, std::string_view key) {
  const toml::node* node = from.get(key);
  if (node == nullptr) return {};
  if (const auto* found = node->as_string()) return found->get();
  add(FaultCode::kTomlType, node, std::string(key), {{"expected", "\"…\""}});
  return {};
}

std::string TomlFields::needed_text(const toml::table& from, std::string_view key) {
  const toml::node* node = from.get(key);
  if (node == nullptr) add(FaultCode::kTomlKeyMissing, &from, std::string(key));
  std::string found = text(from, key);
  const bool is_blank = node != nullptr && node->is_string() && found.find_first_not_of(" \t\r\n") == std::string::npos;
  if (is_blank) add(FaultCode::kTomlType, node, std::string(key), {{"expected", "\"…\""}});
  return is_blank ? std::string() : found;
}

std::vector<std::string> TomlFields::texts(const toml::table& from, std::string_view key) {
  const toml::node* node = from.get(key);
  if (node == nullptr) return {};
  std::vector<std::string> found;
  if (const auto* array = node->as_array()) {
    for (const toml::node& item : *array)
      if (const auto* text = item.as_string()) found.push_back(text->get());
    if (found.size() == array->size()) return found;
  }
  add(FaultCode::kTomlType, node, std::string(key), {{"expected", "[\"…\", …]"}});
  return {};
}

std::vector<const toml::table*> TomlFields::tables(const toml::table& from, std::string_view key) {
  const toml::node* node = from.get(key);
  if (node == nullptr) return {};
  std::vector<const toml::table*> found;
  if (const auto* array = node->as_array()) {
    for (const toml::node& item : *array)
      if (const auto* table = item.as_table()) found.push_back(table);
    if (found.size() == array->size()) return found;
  }
  add(FaultCode::kTomlType, node, std::string(key), {{"expected", "[{…}, …]"}});
  return {};
}

bool TomlFields::is_in_list(const toml::table& from, std::string_view key, std::string_view word,
                            const std::vector<std::string_view>& list) {
  if (std::find(list.begin(), list.end(), word) != list.end()) return true;
  add(FaultCode::kNotInList, from.get(key), std::string(key), {{"expected", fmt::format("{}", fmt::join(list, ", "))}});
  faults_.back().value = word;
  return false;
}

bool TomlFields::flag(const toml::table& from, std::string_view key) {
  const toml::node* node = from.get(key);
  if (node == nullptr) return false;
  if (const auto* found = node->as_boolean()) return found->get();
  add(FaultCode::kTomlType, node, std::string(key), {{"expected", "true, false"}});
  return false;
}

std::optional<Date> TomlFields::date(const toml::table& from, std::string_view key, bool needed) {
  const toml::node* node = from.get(key);
  if (node == nullptr) {
    if (needed) add(FaultCode::kTomlKeyMissing, &from, std::string(key));
    return std::nullopt;
  }
  const auto date = date_of(*node);
  if (!date) add(FaultCode::kNotADate, node, std::string(key));
  return date;
}

}  // namespace passend
