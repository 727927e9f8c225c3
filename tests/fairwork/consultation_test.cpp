// SPDX-License-Identifier: EUPL-1.2
// Shows: a round keeps text, article and week of a comment and nothing else: sizes, names, order and times say no more;
// a fault changes nothing; and what looks like a way to a person is warned of.
#include "fairwork/consultation.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <thread>

#include "base/text_file.hpp"
#include "fairwork/comment_warnings.hpp"

namespace passend::fairwork {
namespace {

namespace fs = std::filesystem;

const IsoWeek kWeek = iso_week_of(make_date(2026, 7, 29));
const std::string kDraft = "# Ontwerp\n\n## Artikel 1 Eerste\n\ntekst\n\n### Artikel 3:4. Tweede\n\n## Article 5\n";

class Round : public testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/passend-test-XXXXXX";
    root_ = ::mkdtemp(name);
    start_sodium();
    folder_ = root_ / "round";
    ASSERT_TRUE(Consultation::start(kDraft, "draft", folder_, kWeek));
  }
  void TearDown() override { fs::remove_all(root_); }

  Consultation round() { return *Consultation::open(folder_); }
  static std::int64_t seconds_of(const fs::path& path) {
    struct stat info{};
    ::stat(path.c_str(), &info);
    EXPECT_EQ(info.st_mtim.tv_nsec, 0);
    return info.st_mtim.tv_sec;
  }
  fs::path root_, folder_;
};

TEST_F(Round, HeadingsAreArticles) {
  const auto articles = round().articles();
  ASSERT_EQ(articles.size(), 3U);
  EXPECT_EQ(articles[1].id, "3:4");
  EXPECT_EQ(articles[1].heading, "Artikel 3:4. Tweede");
  EXPECT_EQ(articles[2].id, "5");
  EXPECT_TRUE(round().has_article("0"));
  EXPECT_FALSE(round().has_article("2"));
}

TEST_F(Round, ADraftThatIsNoneIsOneFault) {
  const auto code_of = [](const std::string& text) {
    const auto articles = read_draft(text, "d");
    EXPECT_FALSE(articles.has_value());
    return articles ? FaultCode::kCount : articles.error().front().code;
  };
  EXPECT_EQ(code_of("geen kop"), FaultCode::kTomlType);
  EXPECT_EQ(code_of("# Artikel 1\n# Artikel 1\n"), FaultCode::kKeyTwice);
  EXPECT_EQ(code_of("# Artikel 1234567890123\n"), FaultCode::kOutOfRange);
  EXPECT_EQ(code_of("# Artikel 0\n"), FaultCode::kOutOfRange);
  EXPECT_EQ(code_of(std::string("# Artikel 1\n\0", 13)), FaultCode::kEncoding);
}

TEST_F(Round, EveryCommentHasOneSizeAndTheOrderIsThatOfRandomIds) {
  const auto store = round();
  for (const char* text : {"kort", "een wat langere reactie met regels\nen nog een", "é", "vier"})
    ASSERT_TRUE(store.add(kWeek, "1", SecretBytes(std::string_view(text))));
  ASSERT_TRUE(store.add(kWeek, "3:4", SecretBytes(std::string(kMostCommentBytes, 'x'))));
  const auto path = folder_ / "2026-W31";
  EXPECT_EQ(fs::file_size(path), 5 * kCommentRecordBytes);
  const std::string bytes = *read_file(path);
  std::vector<std::string> records;
  for (std::size_t at = 0; at < bytes.size(); at += kCommentRecordBytes)
    records.push_back(bytes.substr(at, kCommentRecordBytes));
  EXPECT_TRUE(std::ranges::is_sorted(records));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 2);
  const auto comments = store.comments();
  ASSERT_EQ(comments->size(), 5U);
  EXPECT_EQ(comments->back().article, "3:4");
  EXPECT_EQ(comments->back().text, std::string(kMostCommentBytes, 'x'));
  EXPECT_EQ(comments->back().id.size(), 32U);
}

TEST_F(Round, TimesAreTheMondayOfTheWeekAndOnlyTheOwnerReads) {
  ASSERT_TRUE(round().add(iso_week_of(make_date(2026, 8, 9)), "1", SecretBytes(std::string_view("x"))));
  const std::int64_t day = 86'400;
  EXPECT_EQ(seconds_of(folder_ / "2026-W32"), make_date(2026, 8, 3).days * day);
  EXPECT_EQ(seconds_of(folder_), make_date(2026, 8, 3).days * day);
  EXPECT_EQ(seconds_of(folder_ / kDraftName), make_date(2026, 7, 27).days * day);
  EXPECT_EQ(fs::status(folder_ / "2026-W32").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Round, ADamagedWeekOrAFullFolderChangesNothing) {
  ASSERT_TRUE(round().add(kWeek, "1", SecretBytes(std::string_view("x"))));
  fs::resize_file(folder_ / "2026-W31", kCommentRecordBytes - 1);
  const auto done = round().add(kWeek, "1", SecretBytes(std::string_view("y")));
  ASSERT_FALSE(done.has_value());
  EXPECT_EQ(done.error().front().code, FaultCode::kReportDamaged);
  EXPECT_EQ(fs::file_size(folder_ / "2026-W31"), kCommentRecordBytes - 1);
  EXPECT_FALSE(round().comments().has_value());
  const auto again = Consultation::start(kDraft, "draft", folder_, kWeek);
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error().front().code, FaultCode::kFileUnwritable);
}

TEST_F(Round, WritersAtTheSameTimeLoseNothing) {
  std::vector<std::thread> writers;
  for (int i = 0; i < 8; ++i)
    writers.emplace_back([&, i] { ASSERT_TRUE(round().add(kWeek, "1", SecretBytes(std::to_string(i)))); });
  for (auto& writer : writers) writer.join();
  std::vector<std::string> texts;
  const auto comments = round().comments();
  for (const auto& comment : *comments) texts.push_back(comment.text);
  std::ranges::sort(texts);
  EXPECT_EQ(texts, (std::vector<std::string>{"0", "1", "2", "3", "4", "5", "6", "7"}));
}

TEST(Comment, AnEmptyTooLongOrUnreadableTextIsNone) {
  const auto code_of = [](const std::string& text) {
    const auto done = check_comment(SecretBytes(std::string_view(text)), "-");
    return done ? FaultCode::kCount : done.error().front().code;
  };
  EXPECT_EQ(code_of(" \n"), FaultCode::kCellEmpty);
  EXPECT_EQ(code_of("\xff\xfe"), FaultCode::kEncoding);
  EXPECT_EQ(code_of(std::string("a\0b", 3)), FaultCode::kEncoding);
  EXPECT_EQ(code_of(std::string(kMostCommentBytes + 1, 'x')), FaultCode::kTooLarge);
  EXPECT_EQ(code_of(std::string(kMostCommentBytes, 'x')), FaultCode::kCount);
}

TEST(Marked, OnlyKnownIdsOnceAndOneWord) {
  const std::vector<Comment> comments{{.id = "aa"}, {.id = "bb"}};
  const auto marked = read_marked(comments, "aa\n# niets\nbb checked # nagekeken\n", "f");
  ASSERT_TRUE(marked.has_value());
  EXPECT_EQ(*marked, (std::map<std::string, bool>{{"aa", false}, {"bb", true}}));
  const auto code_of = [&](const std::string& text) { return read_marked(comments, text, "f").error().front().code; };
  EXPECT_EQ(code_of("cc\n"), FaultCode::kReferenceMissing);
  EXPECT_EQ(code_of("aa\naa\n"), FaultCode::kKeyTwice);
  EXPECT_EQ(code_of("aa maybe\n"), FaultCode::kNotInList);
}

TEST(Warnings, WaysToAPersonAreFoundAndPlainTextIsNot) {
  const auto warnings =
      *CommentWarnings::read(*read_file(std::string(PASSEND_SOURCE_DIR) + "/data/fairwork/comment_warnings.toml"), "w");
  const auto first = [&](const std::string& text) {
    const auto kinds = warnings.kinds_in(text);
    return kinds.empty() ? std::string() : kinds.front();
  };
  EXPECT_EQ(first("Mail naar een.naam@voorbeeld.nl"), "email");
  EXPECT_EQ(first("naam at voorbeeld punt nl"), "email");
  for (const char* text : {"bel 06 12345678", "06-12 34 56 78", "+31 6 1234 5678", "0031612345678", "(024) 123 45 67"})
    EXPECT_EQ(first(text), "phone") << text;
  for (const char* text : {"6511 AA", "op 6511aa", "2011 AB", "2011ab", "1234 ab"})
    EXPECT_EQ(first(text), "postcode") << text;
  EXPECT_EQ(first("Ik woon in de Dorpsstraat 12"), "address");
  EXPECT_EQ(first("zie www.voorbeeld.org"), "url");
  EXPECT_EQ(first("volg mij: @iemand_hier"), "handle");
  EXPECT_EQ(first("NL12 BANK 0123 4567 89"), "bank");
  EXPECT_EQ(first("mijn nummer 123456782"), "bsn");
  for (const char* text : {"Artikel 3 lid 2 is in 2026 en in 2027 niet nodig.", "Van 10 tot 18 uur, 4 dagen.",
                           "Een boete van 20.500 euro helpt niemand.", "Dit kost 1200 euro per jaar."})
    EXPECT_EQ(first(text), "") << text;
}

}  // namespace
}  // namespace passend::fairwork
