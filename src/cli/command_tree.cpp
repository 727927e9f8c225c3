// SPDX-License-Identifier: EUPL-1.2
#include "cli/command_tree.hpp"

#include <fmt/format.h>

#include "base/text_file.hpp"
#include "cli/help.hpp"
#include "service/workspace.hpp"

namespace passend::cli {

std::string CommandTree::text(std::string_view key) const { return option_text(console_, key); }

CLI::App* CommandTree::command(CLI::App& parent, const std::string& name, std::string_view key) {
  CLI::App* found = parent.add_subcommand(name, text(fmt::format("cli.command.{}", key)));
  found->set_help_flag("-h,--help", text("cli.help.help"));
  found->group(console_.text("cli.heading.subcommands"));
  return found;
}

void CommandTree::add_template(CLI::App* app, const char* file) {
  app->add_flag_callback(
      "--template",
      [this, file] {
        const auto example = read_file(service::find_data_folder(common_.data) / file);
        if (example) console_.answer(*example);
        throw CLI::RuntimeError(example ? 0 : console_.fail(example.error()));
      },
      text("cli.help.template"));
}

bool CommandTree::read_date(std::optional<Date>& date) const {
  if (date_.empty()) return true;
  date = parse_date(date_);
  if (!date) console_.fail({{.code = FaultCode::kNotADate, .file = "--date", .value = date_}});
  return date.has_value();
}

}  // namespace passend::cli
