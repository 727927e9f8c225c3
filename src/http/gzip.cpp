// SPDX-License-Identifier: EUPL-1.2
#include "http/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>

#include "base/sha256.hpp"
#include "http/text_list.hpp"

namespace passend::http {
namespace {

constexpr std::size_t kLeastBytes = 860;  // below this a packet is sent either way
constexpr int kGzipWindow = 15 + 16;      // zlib: the largest window, with the header of gzip
constexpr int kMemory = 8;

constexpr std::array<std::string_view, 6> kTextTypes{"application/json",       "application/problem+json",
                                                     "application/xml",        "image/svg+xml",
                                                     "application/javascript", "application/manifest+json"};

}  // namespace

std::string gzip(std::string_view bytes, Effort effort) {
  z_stream state{};
  const int level = effort == Effort::kOnce ? Z_BEST_COMPRESSION : 5;
  if (deflateInit2(&state, level, Z_DEFLATED, kGzipWindow, kMemory, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("deflateInit2");
  std::string out(deflateBound(&state, static_cast<uLong>(bytes.size())), '\0');
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib only reads it
  state.avail_in = static_cast<uInt>(bytes.size());
  state.next_out = reinterpret_cast<Bytef*>(out.data());
  state.avail_out = static_cast<uInt>(out.size());
  const int done = deflate(&state, Z_FINISH);
  out.resize(state.total_out);
  deflateEnd(&state);
  if (done != Z_STREAM_END) throw std::runtime_error("deflate");
  return out;
}

bool may_compress(std::string_view type, std::size_t bytes) {
  const std::string_view media = trimmed(type.substr(0, type.find(';')));
  if (bytes < kLeastBytes || media == "text/event-stream") return false;
  return media.starts_with("text/") || std::ranges::find(kTextTypes, media) != kTextTypes.end();
}

bool accepts_gzip(std::string_view accept_encoding) {
  bool any = false;
  for (const std::string_view item : listed(accept_encoding)) {
    const std::size_t semicolon = item.find(';');
    const std::string_view coding = trimmed(item.substr(0, semicolon));
    const std::string_view weight = semicolon == item.npos ? "" : trimmed(item.substr(semicolon + 1));
    const bool wanted = !weight.starts_with("q=") || weight.find_first_of("123456789") != weight.npos;
    if (same_text(coding, "gzip")) return wanted;
    if (coding == "*") any = wanted;
  }
  return any;
}

std::string etag_of(std::string_view bytes) { return "W/\"" + sha256_hex(bytes).substr(0, 32) + '"'; }

bool tag_matches(std::string_view if_none_match, std::string_view etag) {
  const auto opaque = [](std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; };
  if (trimmed(if_none_match) == "*") return true;
  return std::ranges::any_of(listed(if_none_match), [&](std::string_view tag) { return opaque(tag) == opaque(etag); });
}

}  // namespace passend::http
