// SPDX-License-Identifier: EUPL-1.2
// Shows: problem details hold every fault and are JSON whatever the texts hold; depth is counted outside strings.
#include "http/http_problem.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace passend::http {
namespace {

TEST(Problem, HoldsAllFaultsAtOnce) {
  const Response response = problem(422, "https://example.org/invoer", "Invoer klopt niet", "Twee velden.",
                                    {{.pointer = "/uren", .code = "kOutOfRange", .detail = "0 tot 80"},
                                     {.in = "query", .pointer = "datum", .code = "kNotADate", .detail = "\"x\""}});
  EXPECT_EQ(response.status, 422);
  EXPECT_EQ(response.type, "application/problem+json");
  const auto document = nlohmann::json::parse(response.body);
  EXPECT_EQ(document["status"], 422);
  EXPECT_EQ(document["title"], "Invoer klopt niet");
  EXPECT_EQ(document["errors"][0]["location"]["pointer"], "/uren");
  EXPECT_EQ(document["errors"][1]["location"]["name"], "datum");
  EXPECT_EQ(document["errors"][1]["detail"], "\"x\"");
}

TEST(Problem, IsJsonWhateverTheTextsHold) {
  const auto document = nlohmann::json::parse(problem(400, "", "", "\xFF\n\x01\"\\</script>").body);
  EXPECT_EQ(document["type"], "about:blank");
  EXPECT_EQ(document["title"], "Bad Request");
  EXPECT_FALSE(document.contains("errors"));
}

TEST(JsonDepth, CountsBracketsOutsideStrings) {
  EXPECT_TRUE(json_depth_within("", 0));
  EXPECT_TRUE(json_depth_within("[{}]", 2));
  EXPECT_FALSE(json_depth_within("[{}]", 1));
  EXPECT_TRUE(json_depth_within(R"(["[[[[", "\"[[", "\\"])", 1));
  EXPECT_FALSE(json_depth_within(R"(["\\", [1]])", 1));
  EXPECT_TRUE(json_depth_within("[][][][]", 1));
}

}  // namespace
}  // namespace passend::http
