// SPDX-License-Identifier: EUPL-1.2
// Shows: decoded paths, queries, forms, cookies and hosts, and what of them is refused. More of it: malformed_test.cpp.
#include "http/request_target.hpp"

#include <gtest/gtest.h>

namespace passend::http {
namespace {

using Segments = std::vector<std::string>;

TEST(RequestTarget, PathsAreSplitThenDecoded) {
  EXPECT_EQ(path_segments("/"), Segments{});
  EXPECT_EQ(path_segments("/a/b%20c"), (Segments{"a", "b c"}));
  EXPECT_EQ(path_segments("/a/"), (Segments{"a", ""}));
  EXPECT_EQ(path_segments("/+%2B%25"), (Segments{"++%"}));
  for (const std::string path : {"", "a", "//", "/a//", "/.", "/a/..", "/%2e%2E", "/%2f", "/%5C", "/%", "/%c3", "/a b"})
    EXPECT_FALSE(path_segments(path)) << path;
}

TEST(RequestTarget, FormsKeepOrderAndRepeats) {
  const auto form = form_fields("a=1&b=x+y%26&a=2&c&=d&&", true, 10);
  ASSERT_TRUE(form);
  EXPECT_EQ(form->size(), 5u);
  EXPECT_EQ(form->all("a"), (std::vector<std::string_view>{"1", "2"}));
  EXPECT_EQ(form->get("b"), "x y&");
  EXPECT_EQ(form->find("c"), "");
  EXPECT_FALSE(form->find("d"));
  EXPECT_TRUE(form_fields("a=1%0D%0A2%09", true, 10));
  EXPECT_FALSE(form_fields("a=1%0D%0A2", false, 10));
  EXPECT_FALSE(form_fields("a=%1B", true, 10));
  EXPECT_FALSE(form_fields("a%0A=1", true, 10));
  EXPECT_TRUE(form_fields("a&b", true, 2));
  EXPECT_FALSE(form_fields("a&b&c", true, 2));
}

TEST(RequestTarget, CookiesAreRead) {
  const Fields cookies = cookies_of("a=b; c=d=e;f; =g ;h=");
  EXPECT_EQ(cookies.size(), 3u);
  EXPECT_EQ(cookies.get("c"), "d=e");
  EXPECT_EQ(cookies.find("h"), "");
}

TEST(RequestTarget, HostsAreNamesOrAddressesWithAPortOrNone) {
  for (const std::string host : {"a", "a.b-c_d", "A:1", "1.2.3.4:65535", "[::1]", "[::1]:80", "[::ffff:1.2.3.4]"})
    EXPECT_TRUE(is_host(host)) << host;
  for (const std::string host : {"", ":80", "a:", "a:b", "a:123456", "[]", "[::1]x", "[::1]80", "x[::1]", "a b", "a@b",
                                 "a/b", "a%20", "::1", "a:1:2"})
    EXPECT_FALSE(is_host(host)) << host;
}

}  // namespace
}  // namespace passend::http
