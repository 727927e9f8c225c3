// SPDX-License-Identifier: EUPL-1.2
// Shows: every record has one size and only its key opens it; a damaged one is seen; and whatever a stranger seals to a
// key is read or refused, never believed.
#include "fairwork/sealed_report.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace passend::fairwork {
namespace {

const IsoWeek kWeek = iso_week_of(make_date(2026, 7, 29));

Message message_of(std::string_view text) {
  Message message{.type = MessageType::kAddition, .kind = ReportKind::kUnsafeWork, .week = kWeek, .number = 70'000};
  message.token.fill(7);
  message.reply_to.fill(9);
  message.text = SecretBytes(text);
  return message;
}

TEST(SealedReport, ComesBackWholeAtEachLengthOfText) {
  const KeyPair keys = make_key_pair();
  for (const std::size_t length : {std::size_t{0}, std::size_t{1}, kMostTextBytes - 1, kMostTextBytes}) {
    const std::string text(length, 'x');
    const Record record = seal(message_of(text), keys.open);
    EXPECT_TRUE(is_whole(record));
    const auto read = open(record, keys);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->text.text(), text);
    EXPECT_EQ(read->type, MessageType::kAddition);
    EXPECT_EQ(read->kind, ReportKind::kUnsafeWork);
    EXPECT_EQ(read->week, kWeek);
    EXPECT_EQ(read->number, 70'000U);
    EXPECT_EQ(read->token, message_of("").token);
    EXPECT_EQ(read->reply_to, message_of("").reply_to);
  }
}

TEST(SealedReport, OpensWithNoOtherKeyAndADecoyWithNone) {
  const KeyPair keys = make_key_pair(), other = make_key_pair();
  EXPECT_EQ(open(seal(message_of("a"), keys.open), other).error(), Unopened::kNotOurs);
  EXPECT_EQ(open(make_decoy(), keys).error(), Unopened::kNotOurs);
  EXPECT_TRUE(is_whole(make_decoy()));
}

TEST(SealedReport, TheSameMessageNeverLooksTheSame) {
  const KeyPair keys = make_key_pair();
  const Record one = seal(message_of("a"), keys.open), two = seal(message_of("a"), keys.open);
  std::size_t equal = 0;
  for (std::size_t i = 0; i < kRecordBytes; ++i) equal += one[i] == two[i];
  EXPECT_LT(equal, 2 * kRecordBytes / 256);
}

TEST(SealedReport, OneBitOfDamageIsSeenAnywhere) {
  const KeyPair keys = make_key_pair();
  const Record whole = seal(message_of("a"), keys.open);
  for (std::size_t at = 0; at < kRecordBytes; at += 61) {
    Record damaged = whole;
    damaged[at] ^= 1;
    EXPECT_FALSE(is_whole(damaged)) << at;
  }
}

// A stranger who knows a public key and the form of a message seals anything to it.
Record sealed_by_stranger(std::string plain, const PublicKey& to) {
  Record record{};
  plain.resize(kRecordBytes - 16 - crypto_box_SEALBYTES, '\0');
  crypto_box_seal(record.data(), reinterpret_cast<const unsigned char*>(plain.data()), plain.size(), to.data());
  crypto_generichash(record.data() + kRecordBytes - 16, 16, record.data(), kRecordBytes - 16, nullptr, 0);
  return record;
}

std::string plain_of(std::string text, unsigned length) {
  std::string plain(
      "\1\0\0"
      "2026-W31",
      11);
  plain += std::string(4 + 32 + 32, '\2');
  plain += static_cast<char>(length % 256);
  plain += static_cast<char>(length / 256);
  return plain + text;
}

TEST(SealedReport, WhatAStrangerSealsIsRefusedWhereItIsNotOfTheForm) {
  const KeyPair keys = make_key_pair();
  EXPECT_TRUE(open(sealed_by_stranger(plain_of("abc", 3), keys.open), keys));
  const auto with = [](std::size_t at, char byte) {
    std::string plain = plain_of("abc", 3);
    plain[at] = byte;
    return plain;
  };
  for (const std::string& plain :
       {std::string(), with(0, 2), with(1, 5), with(1, '\xff'), with(2, 3), with(3, 'x'), with(9, '9'),
        plain_of("abc", 2), plain_of("abc", 16'001), plain_of("abc", 65'535), plain_of("a\xffz", 3)})
    EXPECT_EQ(open(sealed_by_stranger(plain, keys.open), keys).error(), Unopened::kMalformed);
}

}  // namespace
}  // namespace passend::fairwork
