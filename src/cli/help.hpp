// SPDX-License-Identifier: EUPL-1.2
// The words and the layout of the parser: its headings, descriptions that fit a terminal, and what was used wrongly.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "base/fault.hpp"
#include "cli/console.hpp"

namespace passend::cli {

// To be called before options and commands are added: they take their headings from the app.
void lay_out_help(CLI::App& app, const Console& console);

// A text of the catalogue, broken into lines that fit beside or above the options.
std::string option_text(const Console& console, std::string_view key);
std::string about_text(const Console& console, std::string_view key);

// "--port" is wrong, "DIR" is missing: named by option, the words come from the catalogue.
Fault wrong_use(const CLI::ParseError& error, int argc, const char* const* argv);

}  // namespace passend::cli
