// SPDX-License-Identifier: EUPL-1.2
#include "http/client_address.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <ranges>

#include "http/text_list.hpp"

namespace passend::http {
namespace {

constexpr Address kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0};
constexpr int kMappedBits = 96;
constexpr std::size_t kSubnetBytes = 8;

bool is_mapped(const Address& address) { return std::equal(kMapped.begin(), kMapped.begin() + 12, address.begin()); }

bool trusted_by(std::span<const Network> trusted, const Address& address) {
  return std::ranges::any_of(trusted, [&](const Network& network) { return network.holds(address); });
}

}  // namespace

std::optional<Address> parse_address(std::string_view text) {
  const std::string name(text);
  Address address = kMapped;
  if (inet_pton(AF_INET, name.c_str(), address.data() + 12) == 1) return address;
  if (inet_pton(AF_INET6, name.c_str(), address.data()) == 1) return address;
  return std::nullopt;
}

bool Network::holds(const Address& address) const {
  for (int bit = 0; bit < bits; bit += 8) {
    const auto i = static_cast<std::size_t>(bit / 8);
    const int mask = bits - bit >= 8 ? 0xFF : (0xFF << (8 - (bits - bit))) & 0xFF;
    if (((begin[i] ^ address[i]) & mask) != 0) return false;
  }
  return true;
}

std::optional<Network> parse_network(std::string_view text) {
  const std::size_t slash = std::min(text.find('/'), text.size());
  const auto address = parse_address(text.substr(0, slash));
  if (!address) return std::nullopt;
  Network network{*address, 128};
  if (slash == text.size()) return network;
  const std::string_view count = text.substr(slash + 1);
  int bits = -1;
  const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), bits);
  if (error != std::errc{} || end != count.data() + count.size() || bits < 0) return std::nullopt;
  network.bits = is_mapped(*address) ? bits + kMappedBits : bits;
  if (network.bits > 128) return std::nullopt;
  return network;
}

Client client_of(const Address& peer, bool tls, const Fields& headers, std::span<const Network> trusted) {
  Client client{{}, tls};
  Address address = peer;
  if (trusted_by(trusted, peer)) {
    client.secure = client.secure || same_text(headers.get("x-forwarded-proto"), "https");
    std::vector<std::string_view> hops;
    for (const std::string_view value : headers.all("x-forwarded-for"))
      for (const std::string_view hop : listed(value)) hops.push_back(hop);
    for (const std::string_view hop : std::views::reverse(hops)) {
      const auto found = parse_address(hop);
      if (!found) break;
      address = *found;
      if (!trusted_by(trusted, address)) break;
    }
  }
  const std::size_t bytes = is_mapped(address) ? address.size() : kSubnetBytes;
  client.key.assign(reinterpret_cast<const char*>(address.data()), bytes);
  return client;
}

}  // namespace passend::http
