// SPDX-License-Identifier: EUPL-1.2
// passend demo: an invented municipality, its plan, the proof, and the pages on localhost until Ctrl-C.
#include <unistd.h>

#include "base/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/run_program.hpp"
#include "cli/serve.hpp"
#include "cli/today.hpp"
#include "insight/demo_municipality.hpp"
#include "service/workspace.hpp"

namespace passend::cli {

int demo_command(const Console& console, const Common& common, const DemoArguments& arguments) {
  DemoOptions options;
  options.people = arguments.people;
  options.places = arguments.places;
  options.seed = arguments.seed;
  if (!arguments.pc4.empty()) options.pc4 = arguments.pc4;
  console.progress("demo", 0, 0);
  const auto files = make_demo_municipality(options, service::find_data_folder(common.data));
  if (!files) return console.fail(files.error());
  const std::filesystem::path snapshot = arguments.out / "snapshot";
  const std::filesystem::path plan = arguments.out / "plan";
  if (const auto own = check_own_folder(snapshot, "README.txt"); !own) return console.fail(own.error());
  std::error_code ignored;
  std::filesystem::create_directories(arguments.out, ignored);
  if (const auto done = replace_folder(snapshot, *files); !done) return console.fail(done.error());
  console.end_progress();
  console.note(console.text("cli.demo.made", {{"folder", snapshot.string()}}));
  const int planned = plan_command(console, common,
                                   {.snapshot = snapshot,
                                    .out = plan,
                                    .rules = {},
                                    .previous = {},
                                    .date = options.date,
                                    .seed = {},
                                    .threads = arguments.threads});
  if (planned != static_cast<int>(Exit::kDone)) return planned;
  console.note(console.text("cli.demo.verify"));
  const int verified = verify_command(console, common, {.plan = plan, .snapshot = snapshot});
  if (verified != static_cast<int>(Exit::kDone)) return verified;
  if (arguments.serve) return serve_folder(console, plan, arguments.port);
  return static_cast<int>(Exit::kDone);
}

}  // namespace passend::cli
