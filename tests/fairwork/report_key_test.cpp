// SPDX-License-Identifier: EUPL-1.2
// Shows: a key that is mistyped, of the wrong kind or useless is refused, and key files never replace another.
#include "fairwork/report_key.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

namespace passend::fairwork {
namespace {

namespace fs = std::filesystem;

TEST(KeyText, ReadsBackAndFindsEveryWrongCharacter) {
  const KeyPair keys = make_key_pair();
  const std::string text = text_of(keys.open);
  EXPECT_EQ(public_key_of(text + "\r\n"), keys.open);
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string wrong = text;
    wrong[at] = wrong[at] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(public_key_of(wrong)) << at;
  }
}

TEST(KeyText, ASecretKeyIsNoPublicKeyAndTheOtherWayRound) {
  const KeyPair keys = make_key_pair();
  const SecretBytes secret = secret_text_of(keys);
  EXPECT_FALSE(public_key_of(secret.text()));
  EXPECT_FALSE(key_pair_of(text_of(keys.open)));
  ASSERT_TRUE(key_pair_of(secret.text()));
  EXPECT_EQ(key_pair_of(secret.text())->open, keys.open);
}

TEST(KeyText, AKeyToWhichNothingCanBeSealedIsRefused) {
  for (const auto first : {static_cast<unsigned char>(0), static_cast<unsigned char>(1)}) {
    const PublicKey useless{first};
    EXPECT_FALSE(can_seal_to(useless));
    EXPECT_FALSE(public_key_of(text_of(useless)));
  }
}

class KeyFiles : public testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/passend-test-XXXXXX";
    root_ = ::mkdtemp(name);
  }
  void TearDown() override { fs::remove_all(root_); }
  fs::path root_;
};

TEST_F(KeyFiles, TheSecretOneIsForItsOwnerAlone) {
  const KeyPair keys = make_key_pair();
  ASSERT_TRUE(write_key_files(root_ / "keys", keys));
  struct stat info{};
  ASSERT_EQ(::stat((root_ / "keys" / kSecretKeyFile).c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0600U);
  const auto read = read_secret_key(root_ / "keys" / kSecretKeyFile);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->open, keys.open);
}

TEST_F(KeyFiles, NothingIsEverReplaced) {
  ASSERT_TRUE(write_key_files(root_ / "keys", make_key_pair()));
  const auto before = read_secret_key(root_ / "keys" / kSecretKeyFile)->open;
  EXPECT_EQ(write_key_files(root_ / "keys", make_key_pair()).error()[0].code, FaultCode::kFileUnwritable);
  EXPECT_EQ(read_secret_key(root_ / "keys" / kSecretKeyFile)->open, before);
  EXPECT_EQ(write_key_files(root_ / "keys" / kPublicKeyFile, make_key_pair()).error()[0].code,
            FaultCode::kFileUnwritable);
  EXPECT_EQ(write_key_files(root_ / "no" / "keys", make_key_pair()).error()[0].code, FaultCode::kFileUnwritable);
}

TEST_F(KeyFiles, WhatIsNoKeyIsToldWithoutItsContent) {
  for (const std::string& content : {std::string(), std::string("hello\n"), std::string(5000, 'A')}) {
    std::ofstream(root_ / "bad") << content;
    EXPECT_EQ(read_secret_key(root_ / "bad").error(),
              (Faults{{.code = FaultCode::kKeyForm, .file = (root_ / "bad").string()}}));
  }
  EXPECT_EQ(read_secret_key(root_ / "none").error()[0].code, FaultCode::kFileMissing);
  EXPECT_EQ(read_secret_key(root_).error()[0].code, FaultCode::kFileUnreadable);
}

}  // namespace
}  // namespace passend::fairwork
