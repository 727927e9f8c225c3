// SPDX-License-Identifier: EUPL-1.2
// Shows: a code survives being typed by people, a typing error is told from a code that opens nothing, and nobody gets
// from a code to its keys but through Argon2id.
#include "fairwork/report_code.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <set>
#include <string>
#include <type_traits>

#include "fairwork/report_mailbox.hpp"
#include "fairwork/reporter_keys.hpp"

namespace passend::fairwork {
namespace {

std::string text_of_code(const ReceiptCode& code) { return std::string(code.text().text()); }

TEST(ReceiptCode, IsFiveGroupsOfFourAndReadsBack) {
  std::set<std::string> seen;
  for (int i = 0; i < 200; ++i) {
    const auto code = ReceiptCode::make();
    const std::string text = text_of_code(code);
    ASSERT_EQ(text.size(), 24U);
    for (std::size_t at = 0; at < text.size(); ++at) ASSERT_EQ(text[at] == '-', at % 5 == 4) << text;
    EXPECT_TRUE(seen.insert(text).second);
    const auto read = ReceiptCode::parse(text);
    ASSERT_TRUE(read);
    EXPECT_EQ(text_of_code(*read), text);
  }
}

TEST(ReceiptCode, HasAtLeastEightyRandomBits) { static_assert(kCodeRandomSymbols * 5 >= 80); }

TEST(ReceiptCode, MayBeTypedInSmallLettersWithoutDashesAndWithLookAlikes) {
  const auto code = ReceiptCode::make();
  std::string typed;
  for (const char c : text_of_code(code)) {
    if (c == '-') continue;
    typed += c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
    if (typed.size() % 3 == 0) typed += ' ';
  }
  const auto read = ReceiptCode::parse(typed);
  ASSERT_TRUE(read);
  EXPECT_EQ(text_of_code(*read), text_of_code(code));
}

TEST(ReceiptCode, ATypingErrorIsFoundWithoutTellingTheCode) {
  const std::string text = text_of_code(ReceiptCode::make());
  int missed = 0, tried = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '-') continue;
    for (const char other : std::string_view("0123456789ABCDEFGHJKMNPQRSTVWXYZ")) {
      if (other == text[at]) continue;
      std::string wrong = text;
      wrong[at] = other;
      const auto read = ReceiptCode::parse(wrong);
      ++tried;
      if (read)
        ++missed;
      else
        EXPECT_EQ(read.error(), Faults{{.code = FaultCode::kReceiptForm}});
    }
  }
  EXPECT_EQ(tried, 20 * 31);
  EXPECT_LE(missed, 3);  // one in 32,768 is missed
  for (const std::string& wrong : {text.substr(1), text + "0", text.substr(0, 20), std::string(), std::string("U"),
                                   std::string("AAAA-AAAA-AAAA-AAAA-AAA\xff")})
    EXPECT_FALSE(ReceiptCode::parse(wrong)) << wrong;
}

TEST(ReporterKeysOfACode, AreTheSameEachTimeAndOthersForAnotherCode) {
  const auto code = ReceiptCode::make();
  const auto one = ReporterKeys::derive(code), two = ReporterKeys::derive(*ReceiptCode::parse(code.text().text()));
  const auto other = ReporterKeys::derive(ReceiptCode::make());
  ASSERT_TRUE(one && two && other);
  EXPECT_EQ(one->box().open, two->box().open);
  EXPECT_EQ(one->token_of(3), two->token_of(3));
  EXPECT_NE(one->box().open, other->box().open);
  const std::set<Token> tokens{one->own_token(), one->token_of(0), one->token_of(1), other->own_token()};
  EXPECT_EQ(tokens.size(), 4U);
}

TEST(ReporterKeysOfACode, CostArgon2idAndComeNoOtherWay) {
  static_assert(kGuessPasses >= crypto_pwhash_OPSLIMIT_MODERATE && kGuessBytes >= crypto_pwhash_MEMLIMIT_INTERACTIVE);
  static_assert(!std::is_default_constructible_v<ReporterKeys> && !std::is_constructible_v<ReporterKeys, SecretBytes>);
  static_assert(!std::is_constructible_v<ReporterKeys, KeyPair> && !std::is_copy_constructible_v<ReporterKeys>);
  // What is known about a code is asked with its keys only, so a wrong code is derived as a right one is.
  static_assert(std::is_invocable_v<decltype(follow_report), const ReporterKeys&, const ReportStore&>);
  static_assert(!std::is_invocable_v<decltype(follow_report), const ReceiptCode&, const ReportStore&>);
}

TEST(SecretsInMemory, AreMovedAndNeverCopied) {
  static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
  static_assert(!std::is_copy_constructible_v<ReceiptCode> && !std::is_copy_constructible_v<KeyPair>);
  SecretBytes bytes("secret");
  SecretBytes taken = std::move(bytes);
  EXPECT_EQ(taken.text(), "secret");
  taken.shorten(3);
  EXPECT_EQ(taken.text(), "sec");
  taken.wipe();
  EXPECT_EQ(taken.text(), std::string_view("\0\0\0", 3));
}

}  // namespace
}  // namespace passend::fairwork
