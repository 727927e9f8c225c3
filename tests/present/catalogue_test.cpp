// SPDX-License-Identifier: EUPL-1.2
// Shows: both languages say the same things, every fault has a text and a remedy, and Dutch keeps to short sentences.
#include "present/catalogue.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <regex>

#include "base/text_file.hpp"

namespace passend::present {
namespace {

namespace fs = std::filesystem;
const fs::path kMessages = fs::path(PASSEND_SOURCE_DIR) / "data/messages";

Catalogue loaded(Language language) {
  auto catalogue = load_catalogue(kMessages, language);
  EXPECT_TRUE(catalogue.has_value()) << (catalogue ? ""
                                                   : catalogue.error()[0].file + " " + catalogue.error()[0].column);
  return catalogue ? std::move(*catalogue) : Catalogue(language, {});
}

std::vector<std::string> split(const std::string& text, const std::regex& by) {
  return {std::sregex_token_iterator(text.begin(), text.end(), by, -1), {}};
}

TEST(CatalogueFiles, EveryFaultHasATextAndARemedyThatEndAsSentencesAndNeverVanish) {
  for (const auto language : {Language::kDutch, Language::kEnglish}) {
    const auto catalogue = loaded(language);
    for (int code = 0; code < static_cast<int>(FaultCode::kCount); ++code) {
      for (const auto* part : {".text", ".remedy"}) {
        const auto key = "fault." + std::string(name_of(static_cast<FaultCode>(code))) + part;
        ASSERT_TRUE(catalogue.has(key)) << key;
        const auto bare = catalogue.known_sentences(key, {});
        EXPECT_TRUE(bare.ends_with('.')) << key << ": " << bare;
        EXPECT_EQ(bare.find('{'), std::string::npos) << key;
      }
    }
  }
}

TEST(CatalogueFiles, NoDutchSentenceIsLongerThanFifteenWords) {
  const auto catalogue = loaded(Language::kDutch);
  for (const auto& [key, text] : catalogue.texts()) {
    for (const auto& sentence : split(text, std::regex("[.?!:]( |$)"))) {
      const auto words = split(sentence, std::regex(" +"));
      EXPECT_LE(words.size(), 15U) << key << ": " << sentence;
    }
  }
}

TEST(CatalogueFiles, DutchSaysU) {
  const std::regex informal("(^|[^a-z])(je|jij|jou|jouw|kandidaat|klant)([^a-z]|$)", std::regex::icase);
  const auto catalogue = loaded(Language::kDutch);
  for (const auto& [key, text] : catalogue.texts())
    EXPECT_FALSE(std::regex_search(text, informal)) << key << ": " << text;
}

TEST(CatalogueFiles, EveryKeyInTheCodeIsThere) {
  const auto catalogue = loaded(Language::kDutch);
  const std::regex literal(
      "\"((report|income|summary|cause|side|step|level|unit|group_kind)\\.[a-z_.0-9-]*[a-z0-9])\"");
  for (const auto& entry : fs::directory_iterator(fs::path(PASSEND_SOURCE_DIR) / "src/present")) {
    const auto source = read_file(entry.path());
    ASSERT_TRUE(source.has_value());
    for (std::sregex_iterator match(source->begin(), source->end(), literal), end; match != end; ++match)
      EXPECT_TRUE(catalogue.has((*match)[1].str())) << entry.path() << ": " << (*match)[1].str();
  }
}

class CatalogueLoading : public testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/passend-test-XXXXXX";
    folder_ = ::mkdtemp(name);
  }
  void TearDown() override { fs::remove_all(folder_); }
  void put(const std::string& file, const std::string& text) {
    fs::create_directories((folder_ / file).parent_path());
    EXPECT_TRUE(replace_file(folder_ / file, text));
  }
  Result<Catalogue> load(const std::string& dutch, const std::string& english) {
    put("nl/a.toml", dutch);
    put("en/a.toml", english);
    return load_catalogue(folder_, Language::kDutch);
  }
  fs::path folder_;
};

TEST_F(CatalogueLoading, NestedTablesBecomeKeysWithPoints) {
  const auto catalogue = load("[a.b]\nc = \"Er zijn {count}.\"", "[a.b]\nc = \"There are {count}.\"");
  ASSERT_TRUE(catalogue.has_value());
  EXPECT_EQ(catalogue->text("a.b.c", {{"count", "7"}}), "Er zijn 7.");
  EXPECT_EQ(catalogue->text("a.b.c"), "Er zijn {count}.");
  EXPECT_EQ(catalogue->text("no.such"), "[no.such]");
}

TEST_F(CatalogueLoading, AKeyOrPlaceThatOneLanguageLacksIsAFault) {
  const auto key = load("a = \"A\"\nb = \"B\"", "a = \"A\"");
  ASSERT_FALSE(key.has_value());
  EXPECT_EQ(key.error()[0].code, FaultCode::kTomlKeyMissing);
  EXPECT_EQ(key.error()[0].column, "b");
  const auto place = load("a = \"{x}\"", "a = \"{y}\"");
  ASSERT_FALSE(place.has_value());
  EXPECT_EQ(place.error()[0].column, "a");
}

TEST_F(CatalogueLoading, AMissingFileAndANumberAreFaults) {
  EXPECT_EQ(load_catalogue(folder_, Language::kDutch).error()[0].code, FaultCode::kFileMissing);
  EXPECT_EQ(load("a = 1", "a = 1").error()[0].code, FaultCode::kTomlType);
}

TEST_F(CatalogueLoading, AFurtherLanguageIsReadWhereItHasTheFileAndElseEnglish) {
  ASSERT_TRUE(load("a = \"A\"", "a = \"A\"").has_value());
  put("nl/b.toml", "b = \"thuis\"");
  put("en/b.toml", "b = \"home\"");
  put("pl/b.toml", "b = \"dom\"");
  const auto polish = load_catalogue(folder_, Language::kPolish);
  ASSERT_TRUE(polish.has_value());
  EXPECT_EQ(polish->language(), Language::kPolish);
  EXPECT_EQ(polish->text("b"), "dom");
  EXPECT_EQ(polish->text("a"), "A");
  EXPECT_EQ(load_catalogue(folder_, Language::kBulgarian)->language(), Language::kEnglish);
  put("pl/b.toml", "c = \"dom\"");
  EXPECT_EQ(load_catalogue(folder_, Language::kPolish).error()[0].code, FaultCode::kTomlKeyMissing);
}

TEST_F(CatalogueLoading, AFileThatDutchLacksAndAKeyInTwoFilesAreFaults) {
  ASSERT_TRUE(load("a = \"A\"", "a = \"A\"").has_value());
  put("en/b.toml", "a = \"A\"");
  const auto lacking = load_catalogue(folder_, Language::kDutch);
  ASSERT_FALSE(lacking.has_value());
  EXPECT_EQ(lacking.error()[0].code, FaultCode::kFileMissing);
  EXPECT_TRUE(lacking.error()[0].file.ends_with("nl/b.toml"));
  put("nl/b.toml", "a = \"A\"");
  EXPECT_EQ(load_catalogue(folder_, Language::kDutch).error()[0].code, FaultCode::kKeyTwice);
}

TEST(CatalogueText, ASentenceWithAnUnknownPlaceIsLeftOut) {
  const Catalogue catalogue(Language::kDutch, {{"k", "Eerst dit. Dan '{value}'? Of {x}. Tot 1.5 slot."}});
  EXPECT_EQ(catalogue.known_sentences("k", {{"value", "v. w"}}), "Eerst dit. Dan 'v. w'? Tot 1.5 slot.");
  EXPECT_EQ(catalogue.known_sentences("k", {{"value", ""}}), "Eerst dit. Tot 1.5 slot.");
}

}  // namespace
}  // namespace passend::present
