// SPDX-License-Identifier: EUPL-1.2
// Who asks, as far as limits need it: an address is never logged and never given to a handler.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace passend::http {

using Address = std::array<std::uint8_t, 16>;  // IPv6; IPv4 as ::ffff:a.b.c.d

std::optional<Address> parse_address(std::string_view text);  // "1.2.3.4", "::1"

struct Network {
  Address begin{};
  int bits = 128;
  bool holds(const Address& address) const;
};
std::optional<Network> parse_network(std::string_view text);  // an address, or "10.0.0.0/8", "fd00::/8"

struct Client {
  std::string key{};    // for limits: the address, of IPv6 its first 64 bits
  bool secure = false;  // TLS here, or at a trusted proxy
};

// X-Forwarded-For and X-Forwarded-Proto count only when `peer` is trusted: then the client is the last forwarded
// address that is not trusted itself. A forwarded text that is no address ends the search at the proxy.
Client client_of(const Address& peer, bool tls, const Fields& headers, std::span<const Network> trusted);

}  // namespace passend::http
