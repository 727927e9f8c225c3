// SPDX-License-Identifier: EUPL-1.2
#include "base/encoding.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace passend {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

int continuation_bytes(unsigned char lead) {
  if (lead < 0x80) return 0;
  if (lead >= 0xC2 && lead <= 0xDF) return 1;
  if (lead >= 0xE0 && lead <= 0xEF) return 2;
  if (lead >= 0xF0 && lead <= 0xF4) return 3;
  return -1;
}

// The second byte rules out overlong forms, surrogates and code points above U+10FFFF.
bool second_byte_fits(unsigned char lead, unsigned char second) {
  switch (lead) {
    case 0xE0:
      return second >= 0xA0;
    case 0xED:
      return second < 0xA0;
    case 0xF0:
      return second >= 0x90;
    case 0xF4:
      return second < 0x90;
    default:
      return true;
  }
}

}  // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const int more = continuation_bytes(lead);
    if (more < 0 || i + static_cast<std::size_t>(more) >= text.size() + (more == 0 ? 1 : 0)) return false;
    for (int k = 1; k <= more; ++k) {
      const auto byte = static_cast<unsigned char>(text[i + static_cast<std::size_t>(k)]);
      if ((byte & 0xC0) != 0x80 || (k == 1 && !second_byte_fits(lead, byte))) return false;
    }
    i += static_cast<std::size_t>(more);
  }
  return true;
}

namespace {

// Windows-1252 for 0x80..0x9F; 0 = not assigned.
constexpr std::array<std::uint16_t, 32> kCp1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_utf8(std::string& out, std::uint32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

std::optional<std::string> from_cp1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const std::uint32_t code = byte >= 0x80 && byte <= 0x9F ? kCp1252[byte - 0x80U] : byte;
    if (code == 0 && byte != 0) return std::nullopt;
    append_utf8(out, code);
  }
  return out;
}

int line_at(std::string_view text, std::size_t position) {
  int line = 1;
  for (std::size_t i = 0; i < position && i < text.size(); ++i) line += text[i] == '\n';
  return line;
}

}  // namespace

Result<std::string> text_in_utf8(std::string_view bytes, const std::string& file) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  if (const auto zero = bytes.find('\0'); zero != std::string_view::npos)
    return fail({.code = FaultCode::kEncoding, .file = file, .line = line_at(bytes, zero)});
  if (is_utf8(bytes)) return std::string(bytes);
  auto converted = from_cp1252(bytes);
  if (!converted) return fail({.code = FaultCode::kEncoding, .file = file, .line = 1});
  return *std::move(converted);
}

}  // namespace passend
