// SPDX-License-Identifier: EUPL-1.2
#include "cli/serve.hpp"

#include <csignal>
#include <cstdlib>

#include <fmt/format.h>

#include "base/text_file.hpp"
#include "cli/run_program.hpp"

namespace passend::cli {

int serve_folder(const Console& console, const std::filesystem::path& plan, int port) {
  const std::filesystem::path site = plan.parent_path() / "site";
  auto page = read_file(plan / "report.html");
  if (!page) return console.fail(page.error());
  if (const auto done = replace_folder(site, {{"index.html", std::move(*page)}}); !done) return console.fail(done.error());
  const std::string address = fmt::format("http://localhost:{}/", port);
  console.note(console.text("cli.demo.serve", {{"address", address}}));
  const bool desktop = std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr;
  if (desktop) run_program({"sh", "-c", "(sleep 1; xdg-open '" + address + "' >/dev/null 2>&1) &"});
  std::signal(SIGINT, SIG_IGN);  // Ctrl-C ends the server; we then end in order
  const int code = run_program({"python3", "-m", "http.server", std::to_string(port), "--bind", "127.0.0.1", "--directory", site.string()});
  const bool asked = code == 0 || code == 128 + SIGINT || code == 128 + SIGTERM || code == 1;
  return asked ? static_cast<int>(Exit::kDone) : static_cast<int>(Exit::kInternal);
}

}  // namespace passend::cli
