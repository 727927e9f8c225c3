// SPDX-License-Identifier: EUPL-1.2
// Shows: the table of columns is the whole truth about a snapshot. Every file and column in it is read, and a bad,
// empty or double cell of any column is found at its own place. What is said of it: tests/cases/bad_snapshots.
#include "exchange/snapshot_reader.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <set>

#include "base/text_file.hpp"
#include "exchange/reference_reader.hpp"
#include "exchange/rules_reader.hpp"
#include "exchange/snapshot_columns.hpp"

namespace passend {
namespace {

namespace fs = std::filesystem;
const fs::path kData = fs::path(PASSEND_SOURCE_DIR) / "data";

const Reference& reference() {
  static const ReadReference read = read_reference(kData).value();
  return read.reference;
}

const RuleSet& rules() {
  static const RuleSet read = read_rules(read_file(kData / "rules" / "voorbeeld.toml").value(), "rules").value();
  return read;
}

// A cell that its column takes. Everything that has a code is called x.
std::string good_cell(const Column& column) {
  if (column.name == "mode") return "fiets";
  switch (column.type) {
    case CellType::kDate:
      return "2026-01-01";
    case CellType::kPc4:
      return "7411";
    case CellType::kDayParts:
      return "ma-o";
    case CellType::kOccupation:
      return "9412";
    case CellType::kItem:
      return "I.4";
    case CellType::kPersonLevel:
    case CellType::kWorkLevel:
      return "norm";
    case CellType::kWord:
      return std::string(column.words.substr(0, column.words.find('|')));
    case CellType::kText:
      return "x";
    default:
      return "1";
  }
}

using CellOf = std::function<std::string(const Column&)>;

// The header of a file and its one row, or that row as often as asked.
std::string content(std::string_view file, const CellOf& cell_of, int rows = 1) {
  std::string header, row;
  for (const Column& column : snapshot_columns()) {
    if (column.file != file) continue;
    header += (header.empty() ? "" : ",") + std::string(column.name);
    row += (row.empty() ? "" : ",") + ("\"" + cell_of(column) + "\"");
  }
  std::string text = header + "\n";
  for (int i = 0; i < rows; ++i) text += row + "\n";
  return text;
}

// A snapshot with one good row in every file; a test changes one file and puts it back.
class Folder : public testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/passend-test-XXXXXX";
    folder_ = ::mkdtemp(name);
    for (const std::string_view file : snapshot_files()) restore(file);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(std::string_view file, const std::string& text) const { std::ofstream(folder_ / file) << text; }
  void restore(std::string_view file) const { write(file, content(file, good_cell)); }

  Result<ReadSnapshot> read(Reading reading = Reading::kStrict) const {
    return read_snapshot(folder_, reference(), rules(), reading);
  }

  Faults faults() const {
    const auto result = read();
    return result ? Faults{} : result.error();
  }

  void expect_one(const Column& column, FaultCode code) const {
    const Faults found = faults();
    ASSERT_EQ(found.size(), 1U) << column.file << " " << column.name;
    EXPECT_EQ(name_of(found[0].code), name_of(code)) << column.file << " " << column.name;
    EXPECT_EQ(found[0].file, (folder_ / column.file).string());
    EXPECT_EQ(found[0].line, code == FaultCode::kKeyTwice ? 3 : 2);
    EXPECT_EQ(found[0].column, column.name);
  }

  fs::path folder_;
};

bool is(const Column& a, const Column& b) { return a.file == b.file && a.name == b.name; }

CellOf with(const Column& changed, const std::string& cell) {
  return [&changed, cell](const Column& column) { return is(column, changed) ? cell : good_cell(column); };
}

const Column* first_column(std::string_view file) {
  for (const Column& column : snapshot_columns())
    if (column.file == file) return &column;
  return nullptr;
}

FaultCode code_of_bad(const Column& column) {
  if (!column.refers.empty()) return FaultCode::kReferenceMissing;
  switch (column.type) {
    case CellType::kDate:
      return FaultCode::kNotADate;
    case CellType::kPc4:
    case CellType::kOccupation:
    case CellType::kItem:
      return FaultCode::kCodeUnknown;
    case CellType::kDayParts:
    case CellType::kWord:
    case CellType::kPersonLevel:
    case CellType::kWorkLevel:
    case CellType::kText:  // only `mode` of wishes: a name of the rules
      return FaultCode::kNotInList;
    default:
      return FaultCode::kNotANumber;
  }
}

TEST(SnapshotColumns, StandOnceAndTogetherByFileInReadingOrder) {
  std::set<std::pair<std::string_view, std::string_view>> seen;
  std::vector<std::string_view> files;
  for (const Column& column : snapshot_columns()) {
    EXPECT_TRUE(seen.emplace(column.file, column.name).second) << column.file << " " << column.name;
    if (files.empty() || files.back() != column.file) files.push_back(column.file);
    EXPECT_EQ(column.type == CellType::kWord, !column.words.empty()) << column.name;
  }
  EXPECT_EQ(files, std::vector(snapshot_files().begin(), snapshot_files().end()));
}

TEST(SnapshotColumns, AreListedAsPeopleWriteLists) {
  EXPECT_EQ(listed("ja|nee"), "ja, nee");
  EXPECT_EQ(listed(""), "");
}

TEST_F(Folder, WithARowInEveryFileIsReadWhole) {
  const auto result = read();
  ASSERT_TRUE(result.has_value()) << result.error()[0].file << " " << result.error()[0].column;
  EXPECT_EQ(result->sha256.size(), snapshot_files().size());
  EXPECT_TRUE(result->remarks.empty());
  EXPECT_EQ(result->snapshot.people.size(), 1U);
  EXPECT_EQ(result->snapshot.works.size(), 1U);
}

TEST_F(Folder, ABadCellOfAnyColumnIsFoundAtItsPlace) {
  for (const Column& column : snapshot_columns()) {
    const bool is_free_text = column.type == CellType::kText && column.refers.empty() && column.name != "mode";
    if (is_free_text) continue;
    write(column.file, content(column.file, with(column, "?")));
    expect_one(column, code_of_bad(column));
    restore(column.file);
  }
}

TEST_F(Folder, AnEmptyCellIsUnknownOrAFault) {
  for (const Column& column : snapshot_columns()) {
    if (column.file == "requirements.csv" && column.name == "code") continue;  // needed beside a language
    write(column.file, content(column.file, with(column, "")));
    if (!column.required)
      EXPECT_TRUE(faults().empty()) << column.file << " " << column.name;
    else
      expect_one(column, FaultCode::kCellEmpty);
    restore(column.file);
  }
}

TEST_F(Folder, ASecondRowWithTheSameKeyIsAFault) {
  std::set<std::string_view> done;
  for (const Column& column : snapshot_columns()) {
    if (!column.key || !done.insert(column.file).second) continue;
    write(column.file, content(column.file, good_cell, 2));
    expect_one(column, FaultCode::kKeyTwice);
    EXPECT_EQ(faults().at(0).args.at("first_line"), "2");
    restore(column.file);
  }
  EXPECT_EQ(done.size(), snapshot_files().size() - 3);  // education, placements and host_history are lists
}

TEST_F(Folder, AFileThatCannotBeReadMakesNoFaultsOfWhatNamesIt) {
  for (const char* file : {"people.csv", "employers.csv", "work.csv", "resources.csv"}) {
    write(file, "a\n\"b\n");
    ASSERT_EQ(faults().size(), 1U) << file;
    EXPECT_EQ(faults()[0].code, FaultCode::kQuote);
    restore(file);
  }
}

TEST_F(Folder, OneNumberWrittenTwoWaysIsOneKey) {
  write("wishes.csv", "person,rank,kind\n" + good_cell(*first_column("wishes.csv")) + ",1,regulier\n" +
                          good_cell(*first_column("wishes.csv")) + ",01,regulier\n");
  ASSERT_EQ(faults().size(), 1U);
  EXPECT_EQ(name_of(faults()[0].code), name_of(FaultCode::kKeyTwice));
}

TEST_F(Folder, LenientSetsAsideARowAndWhatNamesIt) {
  for (const Column& column : snapshot_columns())
    if (column.file == "work.csv" && column.name == "pc4") write("work.csv", content("work.csv", with(column, "?")));
  const auto result = read(Reading::kLenient);
  ASSERT_TRUE(result.has_value());
  EXPECT_TRUE(result->snapshot.works.empty());
  EXPECT_EQ(result->snapshot.people.size(), 1U);
  EXPECT_EQ(result->set_aside.front().file, "work.csv");
  EXPECT_EQ(result->set_aside.front().line, 2);
  for (std::size_t i = 1; i < result->set_aside.size(); ++i)
    EXPECT_EQ(name_of(result->set_aside[i].code), name_of(FaultCode::kReferenceMissing));
}

TEST_F(Folder, ThatDoesNotExistIsAFault) {
  const auto result = read_snapshot(folder_ / "none", reference(), rules(), Reading::kStrict);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error()[0].code, FaultCode::kFileMissing);
}

}  // namespace
}  // namespace passend
