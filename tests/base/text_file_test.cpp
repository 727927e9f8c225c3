// SPDX-License-Identifier: EUPL-1.2
// Shows: a folder is replaced as one, and a failed write leaves the old one as it was.
#include "base/text_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

namespace passend {
namespace {

namespace fs = std::filesystem;

class TextFile : public testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/passend-test-XXXXXX";
    root_ = ::mkdtemp(name);
  }
  void TearDown() override { fs::remove_all(root_); }
  fs::path root_;
};

TEST_F(TextFile, AFolderIsReplacedWholeAndNothingIsLeftBeside) {
  ASSERT_TRUE(replace_folder(root_ / "plan", {{"a", "1"}, {"b", "2"}}));
  ASSERT_TRUE(replace_folder(root_ / "plan", {{"a", "3"}}));
  EXPECT_EQ(*read_file(root_ / "plan" / "a"), "3");
  EXPECT_FALSE(fs::exists(root_ / "plan" / "b"));
  EXPECT_EQ(std::distance(fs::directory_iterator(root_), fs::directory_iterator{}), 1);
}

TEST_F(TextFile, AFailedWriteLeavesTheOldFolder) {
  ASSERT_TRUE(replace_folder(root_ / "plan", {{"a", "1"}}));
  const auto done = replace_folder(root_ / "plan", {{"a", "2"}, {"a/x", "x"}});
  ASSERT_FALSE(done.has_value());
  EXPECT_EQ(done.error()[0].code, FaultCode::kFileUnwritable);
  EXPECT_EQ(*read_file(root_ / "plan" / "a"), "1");
  EXPECT_EQ(std::distance(fs::directory_iterator(root_), fs::directory_iterator{}), 1);
}

TEST_F(TextFile, OnlyAFolderOfOurOwnMayBeReplaced) {
  EXPECT_TRUE(check_own_folder(root_ / "new", "manifest.json"));
  EXPECT_TRUE(check_own_folder(root_, "manifest.json"));  // empty
  ASSERT_TRUE(replace_folder(root_ / "plan", {{"manifest.json", "{}"}, {"a", "1"}}));
  EXPECT_TRUE(check_own_folder(root_ / "plan", "manifest.json"));
  ASSERT_TRUE(replace_folder(root_ / "snapshot", {{"people.csv", "person"}}));
  EXPECT_EQ(check_own_folder(root_ / "snapshot", "manifest.json").error()[0].code, FaultCode::kFileUnwritable);
  EXPECT_EQ(check_own_folder(root_ / "plan" / "a", "manifest.json").error()[0].code, FaultCode::kFileUnwritable);
}

TEST_F(TextFile, AMissingFileAndAFolderAreToldApart) {
  EXPECT_EQ(read_file(root_ / "none").error()[0].code, FaultCode::kFileMissing);
  EXPECT_EQ(read_file(root_).error()[0].code, FaultCode::kFileUnreadable);
}

}  // namespace
}  // namespace passend
