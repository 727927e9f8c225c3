// SPDX-License-Identifier: EUPL-1.2
// Shows: what a visitor sends reaches neither log nor metrics, whatever part of the request holds it and however the
// request ends; and that the test would see it if it did.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "http/loopback.hpp"

namespace passend::http {
namespace {

const std::string kMark = "merkteken7391";

// Plain, in base64, in hexadecimal and in UTF-16: enough of each to be unmistakable.
std::vector<std::string> forms_of_mark() {
  std::string wide;
  for (const char c : kMark) wide.append(1, c).append(1, '\0');
  return {kMark, "bWVya3Rla2VuNzM5M", "6d65726b74656b656e37333931", wide};
}

bool holds_mark(const std::string& text) {
  for (const std::string& form : forms_of_mark())
    if (text.find(form) != std::string::npos) return true;
  return false;
}

std::vector<Route> routes(bool leaky) {
  return {{.pattern = "/person/{person}", .handler = [](const Request& request) { return text(request.path); }},
          {.pattern = "/throws/{person}",
           .handler = [](const Request& request) -> Response { throw std::runtime_error(request.path); }},
          {.pattern = leaky ? "/" + kMark : "/other", .handler = [](const Request&) { return text("x"); }},
          {.method = Method::kPost,
           .pattern = "/form",
           .handler = [](const Request& request) { return text(request.body); },
           .guard = Guard::kToken}};
}

std::vector<std::string> marked_requests() {
  const std::string form = "Content-Type: application/x-www-form-urlencoded\r\n";
  std::vector<std::string> all{
      get_text("/person/" + kMark),
      get_text("/throws/" + kMark),
      get_text("/" + kMark),
      get_text("/person/x?" + kMark + "=" + kMark),
      post_text("/form", "a=" + kMark, form),
      post_text("/person/" + kMark, kMark),
      post_text("/form", "a=%zz" + kMark, form),
      "GET /person/%zz" + kMark + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: " + kMark + "\r\n\r\n",
      kMark + "\r\n\r\n",
      "GET / HTTP/" + kMark + "\r\nHost: localhost\r\n\r\n",
      "MERKTEKEN / HTTP/1.1\r\nHost: localhost\r\n\r\n",
      "POST /form HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" + kMark + "\r\n"};
  for (const std::string name : {"User-Agent", "Referer", "Cookie", "Authorization", "X-Forwarded-For", "Accept",
                                 "Accept-Language", "If-None-Match", "X-Other", "Origin", "Expect", "Connection"})
    all.push_back(get_text("/person/x", name + ": " + kMark + "\r\n"));
  all.push_back(get_text("/person/x", kMark + ": 1\r\n"));
  return all;
}

std::string log_and_metrics(bool leaky, const std::vector<std::string>& requests) {
  RunningServer server(for_tests(), routes(leaky));
  for (const std::string& request : requests) EXPECT_GT(server.ask(request).status, 0) << request;
  const std::string metrics = server.get("/metrics").body;
  server.stop();
  const std::string log = server.log();
  EXPECT_GE(std::ranges::count(log, '\n'), static_cast<std::ptrdiff_t>(requests.size()));
  return log + metrics + server.server().metrics();
}

TEST(Privacy, NoPartOfARequestIsLoggedOrCounted) {
  const std::string kept = log_and_metrics(false, marked_requests());
  EXPECT_FALSE(holds_mark(kept)) << kept;
  EXPECT_EQ(kept.find("127.0.0.1"), std::string::npos) << kept;
  EXPECT_EQ(kept.find("MERKTEKEN"), std::string::npos);
}

TEST(Privacy, ThisWouldBeSeen) { EXPECT_TRUE(holds_mark(log_and_metrics(true, {get_text("/" + kMark)}))); }

TEST(Privacy, ALineOfTheLogHasTheseMembersOnly) {
  RunningServer server(for_tests(), routes(false));
  server.get("/person/x");
  ASSERT_TRUE(eventually([&] { return !server.log().empty(); }));
  server.ask("nonsense\r\n\r\n");
  server.stop();
  std::istringstream lines(server.log());
  std::string line;
  std::getline(lines, line);
  const auto answered = nlohmann::json::parse(line);
  EXPECT_EQ(answered.size(), 6u);
  EXPECT_EQ(answered["route"], "/person/{person}");
  EXPECT_EQ(answered["method"], "GET");
  EXPECT_EQ(answered["status"], 200);
  EXPECT_GT(answered["bytes"], 500);
  EXPECT_GE(answered["ms"], 0.0);
  EXPECT_EQ(answered["time"].get<std::string>().size(), std::string("2026-01-01T00:00:00.000Z").size());
  std::getline(lines, line);
  const auto refused = nlohmann::json::parse(line);
  EXPECT_EQ(refused["route"], "-");
  EXPECT_EQ(refused["status"], 400);
  EXPECT_EQ(refused["reason"], "head");
}

}  // namespace
}  // namespace passend::http
