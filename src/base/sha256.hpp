// SPDX-License-Identifier: EUPL-1.2
// SHA-256 (FIPS 180-4), by OpenSSL.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace passend {

std::string sha256_hex(std::string_view bytes);              // 64 lower-case digits
std::string sha256_base64(std::string_view bytes);           // as policies of pages name a style (CSP)
std::uint64_t sha256_first_40_bits(std::string_view bytes);  // h of docs/plan.md section 1

}  // namespace passend
