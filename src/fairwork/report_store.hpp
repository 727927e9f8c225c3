// SPDX-License-Identifier: EUPL-1.2
// The folder of sealed records: one file per ISO week, its records sorted by their bytes. Whatever is sent, added or
// answered is one act, and every act adds as many records. Names, sizes, order and times tell weeks and acts, no more.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "base/fault.hpp"
#include "fairwork/sealed_report.hpp"

namespace passend::fairwork {

inline constexpr std::size_t kRecordsPerAct = 5;  // to four recipients and the reporter

class ReportStore {
 public:
  // The folder must be there; an empty one is an empty store. kFileMissing, kFileUnreadable.
  static Result<ReportStore> open(const std::filesystem::path& folder);

  // Adds one act, filled up with decoys. All of it is on disk afterwards, or nothing is: kFileUnwritable where the
  // folder holds what is no store, kReportDamaged where the week's file is not of whole acts.
  Result<void> add(IsoWeek week, std::vector<Record> act) const;

  // Shows every record that is as it was written, week by week. What is damaged comes back, one fault a file.
  Faults each(const std::function<void(const Record&)>& show) const;

 private:
  explicit ReportStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  std::filesystem::path folder_;
};

}  // namespace passend::fairwork
