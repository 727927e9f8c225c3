// SPDX-License-Identifier: EUPL-1.2
// Shows: a request that changes state passes with the token of our page or from our own origin, and from nowhere else.
#include "http/csrf.hpp"

#include <gtest/gtest.h>

#include <set>

#include "http/loopback.hpp"

namespace passend::http {
namespace {

class Csrf : public testing::Test {
 protected:
  Csrf()
      : server_(for_tests(), {{.pattern = "/page",
                               .handler =
                                   [](const Request& request) {
                                     const PageToken page = page_token(request);
                                     Response response = text(page.token);
                                     if (!page.set_cookie.empty()) response.headers.add("Set-Cookie", page.set_cookie);
                                     return response;
                                   }},
                              {.method = Method::kPost,
                               .pattern = "/form",
                               .handler = [this](const Request&) { return ++changes_, text("changed"); },
                               .guard = Guard::kToken},
                              {.method = Method::kPost, .pattern = "/v1/api", .handler = [this](const Request&) {
                                 return ++changes_, text("changed");
                               }}}) {
    const Answer page = server_.get("/page");
    token_ = page.body;
    const std::string set(page.headers.get("set-cookie"));
    cookie_ = "Cookie: " + set.substr(0, set.find(';')) + "\r\n";
    attributes_ = set.substr(set.find(';'));
  }

  int post(const std::string& path, const std::string& token, const std::string& headers) {
    return server_
        .ask(post_text(path, "csrf=" + token, headers + "Content-Type: application/x-www-form-urlencoded\r\n"))
        .status;
  }

  std::atomic<int> changes_{0};
  RunningServer server_;
  std::string token_, cookie_, attributes_;
};

TEST_F(Csrf, TheTokenOfOurPagePasses) {
  EXPECT_EQ(attributes_, "; Path=/; HttpOnly; SameSite=Lax");
  for (const std::string from : {"", "Sec-Fetch-Site: same-origin\r\n", "Origin: http://localhost\r\n",
                                 "Origin: null\r\nSec-Fetch-Site: same-origin\r\n", "Origin: null\r\n"}) {
    EXPECT_EQ(post("/form", token_, cookie_ + from), 200) << from;
    EXPECT_EQ(post("/v1/api", token_, cookie_ + from), 200) << from;
  }
  EXPECT_EQ(server_.ask(post_text("/form", "", cookie_ + "X-CSRF-Token: " + token_ + "\r\n")).status, 200);
  EXPECT_EQ(changes_, 11);
}

TEST_F(Csrf, WithoutItAFormDoesNot) {
  std::string other = token_;
  other.back() = other.back() == '0' ? '1' : '0';
  const std::string zeros(token_.size(), '0');
  for (const std::string& token :
       {std::string(), other, zeros, token_.substr(1), token_ + "0", token_.substr(64), std::string("x")})
    EXPECT_EQ(post("/form", token, cookie_ + "Sec-Fetch-Site: same-origin\r\n"), 403) << token;
  EXPECT_EQ(post("/form", token_, ""), 403);  // token without cookie
  EXPECT_EQ(post("/form", zeros, "Cookie: csrf=" + std::string(64, '0') + "x\r\n"), 403);
  EXPECT_EQ(post("/form", "", "Cookie: csrf=\r\n"), 403);
  EXPECT_EQ(server_.ask(post_text("/form", "csrf=" + token_, cookie_ + "Content-Type: text/plain\r\n")).status, 403);
  EXPECT_EQ(changes_, 0);
}

TEST_F(Csrf, AnotherOriginNeverPassesNotEvenWithTheToken) {
  for (const std::string from :
       {"Sec-Fetch-Site: cross-site\r\n", "Sec-Fetch-Site: same-site\r\n", "Sec-Fetch-Site: \r\n",
        "Origin: http://other.example\r\n", "Origin: http://localhost.other.example\r\n",
        "Origin: http://localhost:81\r\n", "Origin: ftp://localhost\r\n", "Origin: http://localhost/\r\n",
        "Origin: \r\n", "Origin: http://localhost\r\nSec-Fetch-Site: cross-site\r\n"})
    for (const std::string path : {"/form", "/v1/api"}) EXPECT_EQ(post(path, token_, cookie_ + from), 403) << from;
  EXPECT_EQ(changes_, 0);
}

TEST_F(Csrf, AProgramWithoutCookiesMayCallTheApi) {
  EXPECT_EQ(post("/v1/api", "", ""), 200);
  EXPECT_EQ(post("/v1/api", "", "Cookie: session=1\r\n"), 403);  // a browser that does not say where it comes from
  EXPECT_EQ(post("/v1/api", "", "Cookie: session=1\r\nSec-Fetch-Site: same-origin\r\n"), 200);
}

TEST_F(Csrf, TheTokenDiffersEachTimeAndTheCookieStays) {
  std::set<std::string> tokens{token_};
  for (int i = 0; i < 20; ++i) {
    const Answer page = server_.get("/page", cookie_);
    EXPECT_FALSE(page.headers.find("set-cookie"));
    tokens.insert(page.body);
  }
  EXPECT_EQ(tokens.size(), 21u);
  for (const std::string& token : tokens) EXPECT_EQ(post("/form", token, cookie_), 200);
}

TEST_F(Csrf, OverTlsTheCookieIsBoundToTheHost) {
  const PageToken page = page_token(Request{.secure = true});
  EXPECT_TRUE(page.set_cookie.starts_with("__Host-csrf="));
  EXPECT_TRUE(page.set_cookie.ends_with("; Secure"));
  Request request{.host = "passend.example", .secure = true};
  request.headers.add("origin", "http://passend.example");
  EXPECT_EQ(origin_of(request), Origin::kOther);  // a page without TLS is another origin
}

}  // namespace
}  // namespace passend::http
