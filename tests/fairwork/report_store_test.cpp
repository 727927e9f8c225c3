// SPDX-License-Identifier: EUPL-1.2
// Shows: a store holds whole acts or none, in an order that tells nothing, with no time but the week; and leaves what
// is no store alone.
#include "fairwork/report_store.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <thread>

#include "base/text_file.hpp"

namespace passend::fairwork {
namespace {

namespace fs = std::filesystem;

const IsoWeek kWeek = iso_week_of(make_date(2026, 7, 29));
constexpr std::size_t kActBytes = kRecordsPerAct * kRecordBytes;

class Store : public testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/passend-test-XXXXXX";
    root_ = ::mkdtemp(name);
    start_sodium();
  }
  void TearDown() override { fs::remove_all(root_); }

  FaultCode fault_of_add() {
    const auto done = ReportStore::open(root_)->add(kWeek, {make_decoy()});
    return done ? FaultCode::kCount : done.error().front().code;
  }
  std::vector<Record> all(Faults* faults = nullptr) {
    std::vector<Record> records;
    const Faults found = ReportStore::open(root_)->each([&](const Record& record) { records.push_back(record); });
    if (faults != nullptr) *faults = found;
    return records;
  }
  fs::path week() const { return root_ / "2026-W31"; }
  fs::path root_;
};

TEST_F(Store, EveryActAddsTheSameNumberOfRecordsSortedByTheirBytes) {
  const auto store = ReportStore::open(root_);
  for (std::size_t acts = 1; acts <= 4; ++acts) {
    std::vector<Record> act;
    for (std::size_t i = 0; i < acts; ++i) act.push_back(make_decoy());
    ASSERT_TRUE(store->add(kWeek, act));
    EXPECT_EQ(fs::file_size(week()), acts * kActBytes);
    const auto records = all();
    EXPECT_TRUE(std::ranges::is_sorted(records));
    EXPECT_TRUE(std::ranges::includes(records, (std::ranges::sort(act), act)));
  }
  EXPECT_EQ(std::distance(fs::directory_iterator(root_), fs::directory_iterator()), 1);
}

TEST_F(Store, TheTimesOfFileAndFolderAreTheMondayOfTheWeek) {
  ASSERT_EQ(fault_of_add(), FaultCode::kCount);
  for (const fs::path& path : {week(), root_}) {
    struct stat info{};
    ASSERT_EQ(::stat(path.c_str(), &info), 0);
    EXPECT_EQ(info.st_mtim.tv_sec, kWeek.monday.days * 86'400LL);
    EXPECT_EQ(info.st_mtim.tv_nsec, 0);
  }
  all();
  struct stat info{};
  ::stat(week().c_str(), &info);
  EXPECT_EQ(info.st_atim.tv_sec, kWeek.monday.days * 86'400LL);
}

TEST_F(Store, WritersAtTheSameTimeLoseNothing) {
  std::vector<std::jthread> writers;
  for (int i = 0; i < 8; ++i)
    writers.emplace_back([this] {
      for (int k = 0; k < 5; ++k) EXPECT_EQ(fault_of_add(), FaultCode::kCount);
    });
  writers.clear();
  EXPECT_EQ(all().size(), 40 * kRecordsPerAct);
}

TEST_F(Store, WhatAStoppedWriterLeftIsRemovedAndNeverRead) {
  std::ofstream(root_ / ".new") << "half";
  EXPECT_TRUE(all().empty());
  EXPECT_EQ(fault_of_add(), FaultCode::kCount);
  EXPECT_FALSE(fs::exists(root_ / ".new"));
}

TEST_F(Store, AFolderOfOtherFilesIsLeftAlone) {
  std::ofstream(root_ / "letter.txt") << "mine";
  EXPECT_EQ(fault_of_add(), FaultCode::kFileUnwritable);
  EXPECT_FALSE(fs::exists(week()));
}

TEST_F(Store, AWeekThatIsNoFileOfActsIsToldAndLeftAsItIs) {
  fs::create_directory(week());
  EXPECT_EQ(fault_of_add(), FaultCode::kReportDamaged);
  fs::remove(week());
  ASSERT_EQ(::mkfifo(week().c_str(), 0600), 0);
  EXPECT_EQ(fault_of_add(), FaultCode::kReportDamaged);
  fs::remove(week());
  std::ofstream(root_.string() + ".target") << "";
  fs::create_symlink(root_.string() + ".target", week());
  EXPECT_EQ(fault_of_add(), FaultCode::kFileUnreadable);
  EXPECT_EQ(fs::file_size(root_.string() + ".target"), 0U);
  fs::remove(root_.string() + ".target");
  fs::remove(week());
  std::ofstream(week()) << std::string(kActBytes - 1, 'x');
  EXPECT_EQ(fault_of_add(), FaultCode::kReportDamaged);
  EXPECT_EQ(fs::file_size(week()), kActBytes - 1);
}

TEST_F(Store, ADamagedRecordIsToldOnceAndTheOthersAreStillShownAndKept) {
  ASSERT_EQ(fault_of_add(), FaultCode::kCount);
  std::fstream(week(), std::ios::in | std::ios::out | std::ios::binary).seekp(kRecordBytes + 5).put('!').put('?');
  Faults faults;
  EXPECT_EQ(all(&faults).size(), kRecordsPerAct - 1);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].code, FaultCode::kReportDamaged);
  EXPECT_EQ(faults[0].args.at("count"), "1");
  EXPECT_EQ(fault_of_add(), FaultCode::kCount);
  EXPECT_EQ(all(&faults).size(), 2 * kRecordsPerAct - 1);
  EXPECT_EQ(faults.size(), 1U);
}

TEST_F(Store, IsNotMadeWhereThereIsNone) {
  EXPECT_EQ(ReportStore::open(root_ / "none").error()[0].code, FaultCode::kFileMissing);
  std::ofstream(root_ / "file") << "";
  EXPECT_EQ(ReportStore::open(root_ / "file").error()[0].code, FaultCode::kFileUnreadable);
}

}  // namespace
}  // namespace passend::fairwork
