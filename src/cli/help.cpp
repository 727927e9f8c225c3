// SPDX-License-Identifier: EUPL-1.2
#include "cli/help.hpp"

#include <array>
#include <utility>

#include "present/terminal.hpp"

namespace passend::cli {
namespace {

constexpr std::size_t kNames = 26;  // columns for the names of options
constexpr std::size_t kWidth = 90;  // columns of the whole help
constexpr std::string_view kNeeded = " is required";

// What the parser calls it, and what the catalogue calls it.
constexpr std::array<std::pair<const char*, const char*>, 10> kHeadings{{{"Usage", "usage"},
                                                                         {"OPTIONS", "option"},
                                                                         {"Positionals", "positionals"},
                                                                         {"REQUIRED", "required"},
                                                                         {"SUBCOMMAND", "subcommand"},
                                                                         {"SUBCOMMANDS", "subcommand"},
                                                                         {"TEXT", "text"},
                                                                         {"INT", "number"},
                                                                         {"UINT", "number"},
                                                                         {"TEXT ...", "text"}}};

// The parser's names of errors vary; its exit codes do not.
constexpr std::array<std::pair<CLI::ExitCodes, std::string_view>, 5> kReasons{
    {{CLI::ExitCodes::RequiredError, "required"},
     {CLI::ExitCodes::ExtrasError, "extra"},
     {CLI::ExitCodes::ValidationError, "option-value"},
     {CLI::ExitCodes::ConversionError, "option-value"},
     {CLI::ExitCodes::ArgumentMismatch, "option-value"}}};

std::string broken(const std::string& text, std::size_t width) {
  std::string lines = present::wrapped(text, width);
  if (!lines.empty()) lines.pop_back();
  return lines;
}

// The option or the words that the parser's own message is about.
std::string subject_in(const std::string& message) {
  if (message.ends_with(kNeeded)) return message.substr(0, message.size() - kNeeded.size());
  const auto option = message.find("--");
  const auto begin = option != std::string::npos ? option : message.rfind(": ");
  if (begin == std::string::npos) return message;
  const auto from = option != std::string::npos ? begin : begin + 2;
  return message.substr(from, message.find_first_of(" :=", from) - from);
}

std::string reason_of(const CLI::ParseError& error) {
  const std::string message = error.what();
  if (message.starts_with("A subcommand")) return "command-required";
  for (const auto& [code, reason] : kReasons)
    if (error.get_exit_code() == static_cast<int>(code)) return std::string(reason);
  return message;
}

}  // namespace

void lay_out_help(CLI::App& app, const Console& console) {
  const auto formatter = app.get_formatter();
  formatter->column_width(kNames);
  for (const auto& [label, key] : kHeadings) formatter->label(label, console.text(std::string("cli.heading.") + key));
  app.option_defaults()->group(console.text("cli.heading.options"));
}

std::string option_text(const Console& console, std::string_view key) {
  return broken(console.text(key), kWidth - kNames);
}

std::string about_text(const Console& console, std::string_view key) { return broken(console.text(key), kWidth); }

Fault wrong_use(const CLI::ParseError& error, int argc, const char* const* argv) {
  // A command that leaves no trace has overwritten its words: then none is said again.
  if (argc > 1 && argv[1][0] == '\0')
    return {.code = FaultCode::kWrongUse,
            .file = "passend",
            .value = "passend …",
            .args = {{"reason", reason_of(error)}, {"what", "…"}}};
  std::string typed = "passend";
  for (int i = 1; i < argc; ++i) typed += std::string(" ") + argv[i];
  return {.code = FaultCode::kWrongUse,
          .file = "passend",
          .value = typed,
          .args = {{"reason", reason_of(error)}, {"what", subject_in(error.what())}}};
}

}  // namespace passend::cli
