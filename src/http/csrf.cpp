// SPDX-License-Identifier: EUPL-1.2
#include "http/csrf.hpp"

#include <openssl/crypto.h>

#include "http/rate_limit.hpp"
#include "http/text_list.hpp"

namespace passend::http {
namespace {

constexpr std::size_t kSecretBytes = 32;
constexpr std::string_view kHex = "0123456789abcdef";

// __Host-: no other host, and no page without TLS, can have set it.
std::string_view cookie_name(const Request& request) { return request.secure ? "__Host-csrf" : "csrf"; }

std::string hex_of(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  }
  return out;
}

// Empty unless `text` is exactly `count` bytes.
std::string bytes_of(std::string_view text, std::size_t count) {
  std::string out;
  if (text.size() != 2 * count) return out;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const std::size_t high = kHex.find(text[i]), low = kHex.find(text[i + 1]);
    if (high == kHex.npos || low == kHex.npos) return {};
    out += static_cast<char>(high * 16 + low);
  }
  return out;
}

std::string masked(std::string bytes, std::string_view mask) {
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(bytes[i] ^ mask[i]);
  return bytes;
}

std::string secret_of(const Request& request) {
  return bytes_of(request.cookies.get(cookie_name(request)), kSecretBytes);
}

}  // namespace

Origin origin_of(const Request& request) {
  if (const auto site = request.headers.find("sec-fetch-site"))
    return *site == "same-origin" || *site == "none" ? Origin::kSame : Origin::kOther;
  const auto origin = request.headers.find("origin");
  if (!origin || *origin == "null") return Origin::kUnsaid;
  const bool plain = !request.secure && same_text(*origin, "http://" + request.host);
  return plain || same_text(*origin, "https://" + request.host) ? Origin::kSame : Origin::kOther;
}

PageToken page_token(const Request& request) {
  PageToken page;
  std::string secret = secret_of(request);
  if (secret.empty()) {
    secret = random_bytes(kSecretBytes);
    page.set_cookie = std::string(cookie_name(request)) + '=' + hex_of(secret) + "; Path=/; HttpOnly; SameSite=Lax" +
                      (request.secure ? "; Secure" : "");
  }
  const std::string mask = random_bytes(kSecretBytes);
  page.token = hex_of(mask) + hex_of(masked(secret, mask));
  return page;
}

bool token_fits(const Request& request) {
  const auto field = request.form.find(kTokenField);
  const std::string token = bytes_of(field ? *field : request.headers.get(kTokenHeader), 2 * kSecretBytes);
  const std::string secret = secret_of(request);
  if (token.empty() || secret.empty()) return false;
  const std::string shown = masked(token.substr(kSecretBytes), std::string_view(token).substr(0, kSecretBytes));
  return CRYPTO_memcmp(shown.data(), secret.data(), kSecretBytes) == 0;
}

bool may_change_state(const Request& request, Guard guard) {
  const Origin origin = origin_of(request);
  if (origin == Origin::kOther) return false;
  if (guard == Guard::kToken) return token_fits(request);
  return origin == Origin::kSame || request.cookies.empty() || token_fits(request);
}

}  // namespace passend::http
