// SPDX-License-Identifier: EUPL-1.2
// What commands share while they are laid out: texts, examples, dates, and the one function that runs afterwards.
#pragma once

#include <CLI/CLI.hpp>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"

namespace passend::cli {

inline constexpr double kMostSeed = 1e15;  // whole numbers that every reader of a published seed or sum holds exactly

class CommandTree {
 public:
  CommandTree(Console& console, Common& common) : console_(console), common_(common) {}

  std::string text(std::string_view key) const;

  CLI::App* command(CLI::App& parent, const std::string& name, std::string_view key);

  // The example, a file of data/, is printed before anything else is asked.
  void add_template(CLI::App* app, const char* file);
  void add_date(CLI::App* app) { app->add_option("--date", date_, text("cli.help.date")); }

  // What the options of one family of commands fill; lives as long as the tree.
  template <class Arguments>
  Arguments& keep() {
    const auto kept = std::make_shared<Arguments>();
    kept_.push_back(kept);
    return *kept;
  }

  // Runs `function` with the date read from its text, or the default when there is none. `arguments` outlives the tree,
  // as what keep() gave does.
  template <class Arguments, class Function>
  void on(CLI::App* app, Arguments& arguments, Function function) {
    app->callback([this, app, &arguments, function] {
      if (!app->get_subcommands().empty()) return;  // the command below it runs
      run_ = [this, &arguments, function] {
        if constexpr (requires { arguments.date.has_value(); })
          if (!read_date(arguments.date)) return static_cast<int>(Exit::kWrongUse);
        return function(console_, common_, arguments);
      };
    });
  }

  int run() const { return run_ ? run_() : static_cast<int>(Exit::kWrongUse); }

 private:
  bool read_date(std::optional<Date>& date) const;  // false, and said so, when it is none

  Console& console_;
  Common& common_;
  std::string date_;
  std::function<int()> run_;
  std::deque<std::shared_ptr<void>> kept_;
};

}  // namespace passend::cli
