// SPDX-License-Identifier: EUPL-1.2
// Reads the rules of working from home (data/fairwork/home_work.toml, and one file per municipality beside it) and
// somebody's answers. No fault repeats what a person answered.
#pragma once

#include <filesystem>
#include <utility>

#include "fairwork/home_work.hpp"

namespace passend::fairwork {

// All faults of all files: kFile…, kToml…, kNotInList, kKeyTwice. `folder` is data/fairwork.
Result<HomeWorkBook> read_home_work(const std::filesystem::path& folder);

struct HomeWorkAsked {
  const HomeWorkMunicipality* municipality = nullptr;  // points into the book; null: another one
  HomeWorkFacts facts{};
};

inline constexpr std::string_view kMunicipalityKey = "municipality";
inline constexpr std::string_view kOtherMunicipality = "other";

// Answers as TOML: a question, or "municipality", = "an option". kTomlSyntax, kTomlType, kNotInList; each with its line
// and, where it is one of ours, its key, and with "…" for what stood there.
Result<HomeWorkAsked> read_home_work_answers(const HomeWorkBook& book, std::string_view bytes, const std::string& file);

// The same from pairs. kNotInList, kContradiction for a question answered twice.
Result<HomeWorkAsked> take_home_work_answers(const HomeWorkBook& book,
                                             const std::vector<std::pair<std::string, std::string>>& answers);

}  // namespace passend::fairwork
