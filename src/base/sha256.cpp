// SPDX-License-Identifier: EUPL-1.2
#include "base/sha256.hpp"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <array>

namespace passend {
namespace {

using Digest = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

Digest digest(std::string_view bytes) {
  Digest out{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), out.data());
  return out;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : digest(bytes)) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

std::string sha256_base64(std::string_view bytes) {
  const Digest all = digest(bytes);
  std::array<unsigned char, 4 * ((SHA256_DIGEST_LENGTH + 2) / 3) + 1> text{};
  const int length = EVP_EncodeBlock(text.data(), all.data(), static_cast<int>(all.size()));
  return {text.begin(), text.begin() + length};
}

std::uint64_t sha256_first_40_bits(std::string_view bytes) {
  const Digest all = digest(bytes);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 5; ++i) value = value << 8 | all[i];
  return value;
}

}  // namespace passend
