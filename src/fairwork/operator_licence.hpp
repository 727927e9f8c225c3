// SPDX-License-Identifier: EUPL-1.2
// The licence of an operator (exploitatievergunning for a seksinrichting, model-APV chapter 3): steps, what is checked,
// and when a decision is due. It knows dates and yes or no about premises and papers; there is no place for anything
// about somebody who works there. docs/sex-work.md section 4.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "fairwork/home_work.hpp"
#include "scheme/term.hpp"

namespace passend::fairwork {

inline constexpr std::array<std::string_view, 3> kLicenceGroups{"papers", "premises", "plan"};

struct LicenceCheck {
  std::string id{};
  std::size_t group = 0;  // place in kLicenceGroups
  Words words{};
  Basis basis{};
};

struct LicenceStep {
  std::string id{};
  Words words{};
  std::string article{};
  Basis basis{};
};

// What the municipality's own APV says of the term; a value that is not there is not known.
struct LicenceTerm {
  std::optional<int> weeks{};            // 0: it sets none
  std::optional<int> extension_weeks{};  // 0: it may not be extended
  std::optional<bool> silence{};         // no decision in time is a licence (Awb 4:20b)
};

struct LicenceBook {
  LicenceTerm model{};
  Basis term_basis{};
  std::vector<LicenceStep> steps{};
  std::vector<LicenceCheck> checks{};
};

struct LicenceFile {
  Date received{};
  std::optional<Date> decided{};
  LicenceTerm apv{};
  std::vector<scheme::TermEvent> events{};
  std::vector<std::optional<bool>> checks{};  // for each check of the book
};

// kFile…, kToml…, kNotInList.
Result<LicenceBook> read_licence_book(std::string_view bytes, const std::string& file);
// kToml… for every key that is not asked, by its name, and every value that is no date, number or yes or no; kNotADate,
// kOutOfRange, kIntervalReversed. A fault shows "…" for a text that stood there.
Result<LicenceFile> read_licence_file(const LicenceBook& book, std::string_view bytes, const std::string& file);

struct LicenceAnswer {
  scheme::TermEnd end{};
  scheme::TermState state{};
  bool from_model = false;                // the term is the model's, not the municipality's own
  bool may_be_left_aside = false;         // not completed in time (Awb 4:5)
  std::optional<bool> silence{};          // nothing: not known
  std::optional<Date> objection_until{};  // last day for an objection, where decided
  std::vector<Met> checks{};              // for each check of the book
};

// `objection_weeks`: Awb 6:7.
LicenceAnswer answer_licence(const LicenceBook& book, const LicenceFile& licence, const scheme::TermRules& rules,
                             int objection_weeks, Date on);

}  // namespace passend::fairwork
