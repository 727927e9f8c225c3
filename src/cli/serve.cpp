// SPDX-License-Identifier: EUPL-1.2
#include "cli/serve.hpp"

#include <fmt/format.h>

#include <cstdlib>

#include "base/sha256.hpp"
#include "base/text_file.hpp"
#include "cli/run_program.hpp"
#include "http/server.hpp"

namespace passend::cli {
namespace {

// The page holds its own style: only that style may hold, and no script at all.
http::Response page_response(const std::string& page) {
  const auto begin = page.find("<style>"), end = page.find("</style>");
  http::Response response = http::html(page);
  if (begin == std::string::npos || end == std::string::npos) return response;
  const std::string style = page.substr(begin + 7, end - begin - 7);
  response.headers.add("Content-Security-Policy",
                       fmt::format("default-src 'none'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; "
                                   "form-action 'none'; frame-ancestors 'none'",
                                   sha256_base64(style)));
  return response;
}

}  // namespace

int serve_folder(const Console& console, const std::filesystem::path& plan, int port) {
  const StopOnSignal stop;
  const auto page = read_file(plan / "report.html");
  if (!page) return console.fail(page.error());
  http::ServerOptions options;
  options.port = static_cast<std::uint16_t>(port);
  auto server = http::Server::open(
      options,
      {{.pattern = "/", .handler = [response = page_response(*page)](const http::Request&) { return response; }}});
  if (!server) return console.fail(server.error());
  const std::string address = fmt::format("http://localhost:{}/", server->port());
  console.note(console.text("cli.demo.serve", {{"address", address}}));
  const bool desktop = std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr;
  if (desktop) run_program({"sh", "-c", "(sleep 1; xdg-open '" + address + "' >/dev/null 2>&1) &"});
  server->run(stop.token());
  return static_cast<int>(Exit::kDone);
}

}  // namespace passend::cli
