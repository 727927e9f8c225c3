// SPDX-License-Identifier: EUPL-1.2
// Shows: the published FIPS 180-4 example, and that the lottery number is its first five bytes.
#include "base/sha256.hpp"

#include <gtest/gtest.h>

namespace passend {
namespace {

TEST(Sha256, OfNothingInBase64) {  // FIPS 180-4, the empty message
  EXPECT_EQ(sha256_base64(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

TEST(Sha256, MatchesThePublishedExample) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_first_40_bits("abc"), 0xba7816bf8fULL);
}

}  // namespace
}  // namespace passend
