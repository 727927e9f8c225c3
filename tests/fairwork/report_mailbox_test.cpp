// SPDX-License-Identifier: EUPL-1.2
// Shows: a report reaches those chosen and nobody else, answers come back to its code, and neither a stranger nor
// another recipient can speak for somebody.
#include "fairwork/report_mailbox.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <memory>

namespace passend::fairwork {
namespace {

namespace fs = std::filesystem;

const IsoWeek kWeek = iso_week_of(make_date(2026, 7, 29)), kLater = iso_week_of(make_date(2026, 8, 12));

class Mailbox : public testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/passend-test-XXXXXX";
    root_ = ::mkdtemp(name);
    start_sodium();
    store_ = std::make_unique<ReportStore>(*ReportStore::open(root_));
  }
  void TearDown() override { fs::remove_all(root_); }

  ReporterKeys send(const std::vector<Recipient>& to, std::string_view text) {
    const auto code = send_report(*store_, to, ReportKind::kDiscrimination, kWeek, SecretBytes(text));
    return std::move(*ReporterKeys::derive(*code));
  }
  void answer(const KeyPair& keys, std::string_view text) {
    const auto inbox = read_reports(*store_, keys);
    ASSERT_TRUE(answer_report(*store_, keys, inbox.reports.front().id, kLater, SecretBytes(text)));
  }

  fs::path root_;
  std::unique_ptr<ReportStore> store_;
  KeyPair adv_ = make_key_pair(), police_ = make_key_pair();
  Recipient to_adv_{.name = "adv", .title = "ADV", .kind = RecipientKind::kAdv, .key = adv_.open};
  Recipient to_police_{.name = "politie", .title = "P", .kind = RecipientKind::kPolice, .key = police_.open};
};

TEST_F(Mailbox, AReportReachesThoseChosenAndNobodyElse) {
  send({to_adv_}, "onder ons");
  const auto inbox = read_reports(*store_, adv_);
  ASSERT_EQ(inbox.reports.size(), 1U);
  EXPECT_EQ(inbox.reports[0].kind, ReportKind::kDiscrimination);
  EXPECT_EQ(inbox.reports[0].messages[0].text.text(), "onder ons");
  EXPECT_EQ(inbox.reports[0].messages[0].week, kWeek);
  EXPECT_TRUE(read_reports(*store_, police_).reports.empty());
}

TEST_F(Mailbox, AnswersAndAdditionsGoBackAndForthInOrder) {
  const ReporterKeys keys = send({to_adv_}, "een");
  answer(adv_, "twee");
  auto followed = follow_report(keys, *store_);
  ASSERT_TRUE(followed);
  ASSERT_EQ(followed->answers.size(), 1U);
  EXPECT_EQ(followed->answers[0].message.text.text(), "twee");
  ASSERT_TRUE(add_to_report(keys, *store_, *followed, kLater, SecretBytes("drie")));
  answer(adv_, "vier");
  const auto inbox = read_reports(*store_, adv_);
  ASSERT_EQ(inbox.reports.size(), 1U);
  std::vector<std::string_view> texts;
  for (const Message& message : inbox.reports[0].messages) texts.push_back(message.text.text());
  EXPECT_EQ(texts, (std::vector<std::string_view>{"een", "twee", "drie", "vier"}));
  followed = follow_report(keys, *store_);
  ASSERT_EQ(followed->answers.size(), 2U);
  EXPECT_EQ(followed->answers[1].message.text.text(), "vier");
  EXPECT_EQ(followed->week, kWeek);
}

TEST_F(Mailbox, RecipientsOfTheSameReportSeeDifferentNumbersAndTheReporterSeesWhoAnswers) {
  const ReporterKeys keys = send({to_adv_, to_police_}, "aan twee");
  EXPECT_NE(read_reports(*store_, adv_).reports[0].id, read_reports(*store_, police_).reports[0].id);
  answer(police_, "van de politie");
  const auto followed = follow_report(keys, *store_);
  ASSERT_EQ(followed->answers.size(), 1U);
  EXPECT_EQ(followed->chosen[followed->answers[0].from].name, "politie");
  EXPECT_EQ(read_reports(*store_, adv_).reports[0].messages.size(), 1U);
}

TEST_F(Mailbox, AnotherCodeOpensNothing) {
  send({to_adv_}, "een");
  const auto other = ReporterKeys::derive(ReceiptCode::make());
  EXPECT_EQ(follow_report(*other, *store_).error(), Faults{{.code = FaultCode::kReceiptUnknown}});
}

TEST_F(Mailbox, NobodyAnswersForARecipientAndNobodyPretendsToHaveChosenIt) {
  const ReporterKeys keys = send({to_adv_, to_police_}, "een");
  const auto token = read_reports(*store_, adv_).reports[0].token;
  Message forged{.type = MessageType::kAnswer, .week = kWeek, .token = Token{1}, .text = SecretBytes("vals")};
  ASSERT_TRUE(store_->add(kWeek, {seal(forged, keys.box().open)}));
  forged.type = MessageType::kOwn;  // the ADV knows its own token, and not the reporter's
  forged.token = token;
  ASSERT_TRUE(store_->add(kWeek, {seal(forged, keys.box().open)}));
  const auto followed = follow_report(keys, *store_);
  EXPECT_TRUE(followed->answers.empty());
  EXPECT_EQ(followed->chosen.size(), 2U);
}

TEST_F(Mailbox, AReporterCannotPutWordsIntoTheMouthOfARecipient) {
  send({to_adv_}, "een");
  Message forged{.type = MessageType::kAnswerCopy, .week = kWeek, .text = SecretBytes("u hebt gelijk")};
  forged.token = read_reports(*store_, adv_).reports[0].token;
  forged.reply_to.fill(5);
  ASSERT_TRUE(store_->add(kWeek, {seal(forged, adv_.open)}));
  EXPECT_EQ(read_reports(*store_, adv_).reports[0].messages.size(), 1U);
}

TEST_F(Mailbox, AReportWhoseAddressCannotBeSealedToIsReadAndNotAnswered) {
  Message hostile{.type = MessageType::kReport, .week = kWeek, .token = Token{1}, .text = SecretBytes("x")};
  ASSERT_TRUE(store_->add(kWeek, {seal(hostile, adv_.open)}));
  const auto inbox = read_reports(*store_, adv_);
  ASSERT_EQ(inbox.reports.size(), 1U);
  EXPECT_EQ(answer_report(*store_, adv_, inbox.reports[0].id, kWeek, SecretBytes("y")).error()[0].code,
            FaultCode::kReportUnknown);
}

TEST_F(Mailbox, ACopiedRecordCountsOnce) {
  send({to_adv_}, "een");
  std::vector<Record> records;
  store_->each([&](const Record& record) { records.push_back(record); });
  ASSERT_TRUE(store_->add(kLater, records));
  EXPECT_EQ(read_reports(*store_, adv_).reports[0].messages.size(), 1U);
}

TEST_F(Mailbox, AnUnknownNumberOrAnothersIsRefused) {
  send({to_adv_}, "een");
  const auto id = read_reports(*store_, adv_).reports[0].id;
  for (const auto& [keys, asked] : {std::pair(&adv_, std::string("000000000000")), std::pair(&police_, id)})
    EXPECT_EQ(answer_report(*store_, *keys, asked, kWeek, SecretBytes("x")).error()[0].code, FaultCode::kReportUnknown);
}

TEST(ReportText, IsUtf8WithSomethingInItAndWithinTheLimit) {
  const auto code_of = [](std::string_view text) {
    const auto done = check_report_text(SecretBytes(text), "f");
    return done ? FaultCode::kCount : done.error()[0].code;
  };
  EXPECT_EQ(code_of(""), FaultCode::kReportText);
  EXPECT_EQ(code_of(" \n\t"), FaultCode::kReportText);
  EXPECT_EQ(code_of("a\xff"), FaultCode::kReportText);
  EXPECT_EQ(code_of("é"), FaultCode::kCount);
  EXPECT_EQ(code_of(std::string(kMostTextBytes, 'a')), FaultCode::kCount);
  EXPECT_EQ(code_of(std::string(kMostTextBytes + 1, 'a')), FaultCode::kTooLarge);
}

TEST(Recipients, AreChosenByNameAndNeverByDefault) {
  std::vector<Recipient> all;
  for (const char* name : {"a", "b", "c", "d", "e"}) all.push_back({.name = name, .title = name});
  const auto code_of = [&](const std::vector<std::string>& names) {
    const auto chosen = choose_recipients(all, names);
    return chosen ? FaultCode::kCount : chosen.error()[0].code;
  };
  EXPECT_EQ(choose_recipients(all, {"c", "a"})->size(), 2U);
  EXPECT_EQ(code_of({"a", "b", "c", "d"}), FaultCode::kCount);
  EXPECT_EQ(code_of({"a", "b", "c", "d", "e"}), FaultCode::kTooLarge);
  EXPECT_EQ(code_of({"a", "a"}), FaultCode::kKeyTwice);
  EXPECT_EQ(code_of({"x"}), FaultCode::kNotInList);
  EXPECT_EQ(code_of({}), FaultCode::kTooLarge);
}

TEST(Recipients, ASecretKeyInTheFileIsNotRepeatedInTheFault) {
  const SecretBytes secret = secret_text_of(make_key_pair());
  const auto read = read_recipients("[[recipient]]\nname = \"a\"\ntitle = \"A\"\nkind = \"adv\"\npublic_key = \"" +
                                        std::string(secret.text()) + "\"\n",
                                    "f");
  EXPECT_EQ(read.error(), (Faults{{.code = FaultCode::kKeyForm, .file = "f", .line = 5, .column = "public_key"}}));
}

TEST(Recipients, EveryFaultOfAFileIsTold) {
  const std::string key = text_of(make_key_pair().open);
  const auto codes = [&](const std::string& toml) {
    std::vector<FaultCode> found;
    if (const auto read = read_recipients(toml, "f"); !read)
      for (const Fault& fault : read.error()) found.push_back(fault.code);
    return found;
  };
  const std::string good = "[[recipient]]\nname = \"a\"\ntitle = \"A\"\nkind = \"adv\"\npublic_key = \"" + key + "\"\n";
  EXPECT_EQ(codes(good), std::vector<FaultCode>{});
  EXPECT_EQ(codes(good + good), std::vector{FaultCode::kKeyTwice});
  EXPECT_EQ(codes(""), std::vector{FaultCode::kTomlKeyMissing});
  EXPECT_EQ(codes("x = 1\n"), std::vector{FaultCode::kTomlKeyUnknown});
  EXPECT_EQ(codes("[[recipient"), std::vector{FaultCode::kTomlSyntax});
  EXPECT_EQ(codes("[[recipient]]\nname = \"A b\"\ntitle = \"A\"\nkind = \"x\"\npublic_key = \"" + key + "\"\n"),
            (std::vector{FaultCode::kNotInList, FaultCode::kNotInList}));
}

}  // namespace
}  // namespace passend::fairwork
