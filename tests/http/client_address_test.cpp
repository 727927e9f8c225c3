// SPDX-License-Identifier: EUPL-1.2
// Shows: what a proxy forwards counts only from a proxy that is trusted, and then for the limit of rate and the flag of
// TLS.
#include "http/client_address.hpp"

#include <gtest/gtest.h>

#include "http/loopback.hpp"

namespace passend::http {
namespace {

Fields forwarded(std::string chain, std::string scheme = "https") {
  Fields headers;
  headers.add("x-forwarded-for", std::move(chain));
  headers.add("x-forwarded-proto", std::move(scheme));
  return headers;
}

std::string key_of(const std::string& address) { return client_of(*parse_address(address), false, {}, {}).key; }

TEST(ClientAddress, NetworksHoldTheirAddresses) {
  const auto holds = [](const char* network, const char* address) {
    return parse_network(network)->holds(*parse_address(address));
  };
  EXPECT_TRUE(holds("10.0.0.0/8", "10.255.0.1"));
  EXPECT_FALSE(holds("10.0.0.0/8", "11.0.0.1"));
  EXPECT_TRUE(holds("10.0.0.128/25", "10.0.0.200"));
  EXPECT_FALSE(holds("10.0.0.128/25", "10.0.0.127"));
  EXPECT_TRUE(holds("10.0.0.1", "::ffff:10.0.0.1"));
  EXPECT_FALSE(holds("10.0.0.1", "10.0.0.2"));
  EXPECT_TRUE(holds("fd00::/8", "fd12::1"));
  EXPECT_FALSE(holds("fd00::/8", "fe80::1"));
  EXPECT_TRUE(holds("0.0.0.0/0", "1.2.3.4"));
  EXPECT_FALSE(holds("0.0.0.0/0", "::1"));
  for (const char* wrong : {"", "x", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8x", "10.0.0/8"})
    EXPECT_FALSE(parse_network(wrong)) << wrong;
}

TEST(ClientAddress, OnlyATrustedProxySpeaksForOthers) {
  const std::vector<Network> trusted{*parse_network("10.0.0.0/8")};
  const Address proxy = *parse_address("10.0.0.1"), visitor = *parse_address("192.0.2.7");
  EXPECT_EQ(client_of(proxy, false, forwarded("192.0.2.7"), trusted).key, key_of("192.0.2.7"));
  EXPECT_TRUE(client_of(proxy, false, forwarded("192.0.2.7"), trusted).secure);
  EXPECT_FALSE(client_of(proxy, false, forwarded("192.0.2.7", "http"), trusted).secure);
  EXPECT_EQ(client_of(visitor, false, forwarded("192.0.2.99"), trusted).key, key_of("192.0.2.7"));
  EXPECT_FALSE(client_of(visitor, false, forwarded("192.0.2.99"), trusted).secure);
  EXPECT_TRUE(client_of(visitor, true, {}, trusted).secure);
}

TEST(ClientAddress, TheLastThatIsNotTrustedIsTheClient) {
  const std::vector<Network> trusted{*parse_network("10.0.0.0/8")};
  const auto key = [&](std::string chain) {
    return client_of(*parse_address("10.0.0.1"), false, forwarded(std::move(chain)), trusted).key;
  };
  EXPECT_EQ(key("1.1.1.1, 192.0.2.7"), key_of("192.0.2.7"));  // what stands before it the visitor may have invented
  EXPECT_EQ(key("1.1.1.1, 192.0.2.7, 10.0.0.2"), key_of("192.0.2.7"));
  EXPECT_EQ(key("10.0.0.3"), key_of("10.0.0.3"));
  EXPECT_EQ(key("1.1.1.1, unknown"), key_of("10.0.0.1"));
  EXPECT_EQ(key(""), key_of("10.0.0.1"));
}

TEST(ClientAddress, AHouseholdOfIpv6IsOneClient) {
  EXPECT_EQ(key_of("2001:db8::1"), key_of("2001:db8::ffff:2"));
  EXPECT_NE(key_of("2001:db8::1"), key_of("2001:db8:0:1::1"));
  EXPECT_NE(key_of("192.0.2.1"), key_of("192.0.2.2"));
}

TEST(ClientAddress, TheServerLimitsAndSecuresByIt) {
  ServerOptions options = for_tests();
  options.limits.requests_per_second = 0.01;
  options.limits.burst = 2;
  options.trusted_proxies = {"127.0.0.0/8"};
  const RunningServer server(
      options,
      {{.pattern = "/", .handler = [](const Request& request) { return text(request.secure ? "secure" : "plain"); }}});
  for (const std::string visitor : {"192.0.2.1", "192.0.2.2", "2001:db8::1"}) {
    const std::string headers = "X-Forwarded-For: " + visitor + "\r\nX-Forwarded-Proto: https\r\n";
    const Answer first = server.get("/", headers);
    EXPECT_EQ(first.body, "secure");
    EXPECT_EQ(first.headers.get("strict-transport-security"), "max-age=63072000");
    EXPECT_EQ(server.get("/", headers).status, 200);
    EXPECT_EQ(server.get("/", headers).status, 429) << visitor;
  }
}

}  // namespace
}  // namespace passend::http
