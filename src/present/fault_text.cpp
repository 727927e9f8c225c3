// SPDX-License-Identifier: EUPL-1.2
#include "present/fault_text.hpp"

#include <nlohmann/json.hpp>

#include "present/plain_text.hpp"

namespace passend::present {
namespace {

constexpr std::size_t kValueCharacters = 80;  // of a cell repeated in a message

std::string key_of(const Fault& fault, std::string_view part) {
  return "fault." + std::string(name_of(fault.code)) + "." + std::string(part);
}

// A reason is a code with words of its own in the catalogue, or the words of a reader or the system.
void put_reason_in_words(const Catalogue& catalogue, Arguments& arguments) {
  const auto reason = arguments.find("reason");
  if (reason == arguments.end()) return;
  const std::string key = "reason." + reason->second;
  if (catalogue.has(key)) reason->second = catalogue.text(key, arguments);
}

Arguments arguments_of(const Fault& fault, const Catalogue& catalogue) {
  Arguments arguments;
  for (const auto& [name, value] : fault.args) arguments[name] = one_line(value);
  arguments["value"] = shortened(one_line(fault.value), kValueCharacters);
  arguments["column"] = one_line(fault.column);
  arguments["file"] = one_line(fault.file);
  put_reason_in_words(catalogue, arguments);
  return arguments;
}

std::string place_of(const Fault& fault) {
  std::string place = one_line(fault.file);
  if (fault.line > 0) place += ":" + std::to_string(fault.line);
  if (!fault.column.empty()) place += ":" + one_line(fault.column);
  if (place.starts_with(':')) place.erase(0, 1);
  return place.empty() ? place : place + ": ";
}

nlohmann::json object_of(const Fault& fault, const Catalogue& catalogue) {
  nlohmann::json object{{"file", fault.file},
                        {"line", nullptr},
                        {"column", nullptr},
                        {"code", name_of(fault.code)},
                        {"value", fault.value},
                        {"message", message_of(fault, catalogue)},
                        {"remedy", remedy_of(fault, catalogue)}};
  if (fault.line > 0) object["line"] = fault.line;
  if (!fault.column.empty()) object["column"] = fault.column;
  return object;
}

}  // namespace

std::string message_of(const Fault& fault, const Catalogue& catalogue) {
  return catalogue.known_sentences(key_of(fault, "text"), arguments_of(fault, catalogue));
}

std::string remedy_of(const Fault& fault, const Catalogue& catalogue) {
  return catalogue.known_sentences(key_of(fault, "remedy"), arguments_of(fault, catalogue));
}

std::string fault_line(const Fault& fault, const Catalogue& catalogue) {
  return place_of(fault) + std::string(name_of(fault.code)) + ": " + message_of(fault, catalogue) + " " +
         remedy_of(fault, catalogue);
}

std::string fault_lines(const Faults& faults, const Catalogue& catalogue) {
  std::string lines;
  for (const auto& fault : faults) lines += fault_line(fault, catalogue) + "\n";
  return lines;
}

std::string faults_json(const Faults& faults, const Catalogue& catalogue) {
  auto array = nlohmann::json::array();
  for (const auto& fault : faults) array.push_back(object_of(fault, catalogue));
  return array.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace passend::present
