// SPDX-License-Identifier: EUPL-1.2
// Shows: the smallest server, as docs/http.md points to it.
#include <gtest/gtest.h>

#include "http/csrf.hpp"
#include "http/http_problem.hpp"
#include "http/loopback.hpp"

namespace passend::http {
namespace {

std::vector<Route> example_routes() {
  return {
      {.pattern = "/aan-tafel/{person}",
       .handler =
           [](const Request& request) { return text("voor " + std::string(request.path_values.get("person"))); }},
      {.method = Method::kPost,
       .pattern = "/v1/inkomens",
       .handler =
           [](const Request& request) {
             if (request.body.empty())
               return problem(400, "", "Leeg", "",
                              {{.pointer = "/uren", .code = "kCellEmpty", .detail = "Hoeveel uur?"}});
             return json(R"({"netto":1})");
           },
       .work = Work::kLong},
  };
}

TEST(Example, OpensServesAndStops) {
  auto server = Server::open({.port = 0}, example_routes());
  ASSERT_TRUE(server);
  std::jthread running([&](const std::stop_token& stop) { server->run(stop); });
  Wire wire(server->port());
  wire.send(get_text("/aan-tafel/p0001") + post_text("/v1/inkomens", "{}") + post_text("/v1/inkomens", ""));
  EXPECT_EQ(wire.read().body, "voor p0001");
  EXPECT_EQ(wire.read().body, R"({"netto":1})");
  EXPECT_NE(wire.read().body.find("Hoeveel uur?"), std::string::npos);
}

}  // namespace
}  // namespace passend::http
