// SPDX-License-Identifier: EUPL-1.2
// Shows: literal segments win from named ones whatever the order of the table, and a wrong table does not start.
#include "http/router.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace passend::http {
namespace {

Response nothing(const Request&) { return {}; }

Router of(const std::vector<std::string>& patterns) {
  std::vector<Route> routes;
  for (const std::string& pattern : patterns) routes.push_back({.pattern = pattern, .handler = nothing});
  return Router(std::move(routes));
}

std::string found(const Router& router, const std::vector<std::string>& segments) {
  const auto match = router.match(Method::kGet, segments);
  return match.route ? router.routes()[*match.route].pattern : "";
}

TEST(Router, TakesTheMostLiteral) {
  const Router router = of({"/{rest...}", "/a/{x}", "/a/b", "/{x}/b", "/", "/a/{x}/c"});
  EXPECT_EQ(found(router, {}), "/");
  EXPECT_EQ(found(router, {"a", "b"}), "/a/b");
  EXPECT_EQ(found(router, {"a", "z"}), "/a/{x}");
  EXPECT_EQ(found(router, {"z", "b"}), "/{x}/b");
  EXPECT_EQ(found(router, {"z"}), "/{rest...}");
  EXPECT_EQ(found(router, {"a", "z", "d"}), "/{rest...}");
  EXPECT_EQ(found(router, {"a", ""}), "");
}

TEST(Router, GivesValuesByName) {
  const Router router = of({"/{a}/x/{b}", "/f/{rest...}"});
  const auto match = router.match(Method::kHead, {"1", "x", "2"});
  EXPECT_EQ(match.values.get("a"), "1");
  EXPECT_EQ(match.values.get("b"), "2");
  EXPECT_EQ(router.match(Method::kGet, {"f", "1", "2"}).values.get("rest"), "1/2");
  EXPECT_FALSE(router.match(Method::kGet, {"f", "1", ""}).route);
}

TEST(Router, RefusesAWrongTable) {
  for (const std::string pattern :
       {"", "a", "/a/", "//", "/{}", "/{a", "/a}", "/x{a}", "/{a...}/b", "/{...}", "/a b", "/..", "/%zz", "/{a}{b}"})
    EXPECT_THROW(of({pattern}), std::logic_error) << pattern;
  EXPECT_THROW(of({"/{a}", "/{b}"}), std::logic_error);
  EXPECT_THROW(Router({{.pattern = "/"}}), std::logic_error);
  EXPECT_NO_THROW(
      Router({{.pattern = "/", .handler = nothing}, {.method = Method::kPost, .pattern = "/", .handler = nothing}}));
}

}  // namespace
}  // namespace passend::http
