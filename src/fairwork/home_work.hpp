// SPDX-License-Identifier: EUPL-1.2
// Working from home, as sex workers and others at home do: may it be, under which conditions, and in which steps.
// Answers are choices from lists; there is no place for a name, an address or a text. Nothing here writes, and nothing
// is kept. docs/sex-work.md section 1 is the definition; all rules are data (data/fairwork/home_work).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"

namespace passend::fairwork {

struct Words {
  std::string nl{}, en{};
};

struct Basis {
  std::string source{}, date{}, confidence{};  // date as the source has it: 2024, 2024-04 or 2024-04-12
};

struct HomeWorkQuestion {
  std::string id{};
  Words words{};
  std::vector<std::string> options{};
  std::vector<Words> option_words{};  // as long as options
};

// Holds where the question was answered with one of these.
struct FactTest {
  std::size_t question = 0;
  std::vector<std::size_t> options{};
};

struct HomeWorkCondition {
  std::string id{};
  Words words{};
  std::vector<FactTest> when{};  // it is asked only where none of these is known to fail
  std::optional<FactTest> met{}, not_met{};
  Words ask{};  // where to find out, when it is not known
  Basis basis{};
};

struct HomeWorkStep {
  std::string id{};
  std::vector<FactTest> when{};
  Words words{}, papers{}, term{};  // term: empty = none that the source knows
  Basis basis{};
};

struct HomeWorkContact {
  std::string id{}, name{}, site{}, kind{};  // kind: health, safety, advice
  Words words{};
  Basis basis{};
};

inline constexpr std::array<std::string_view, 3> kHomeWorkStances{"allowed", "not_allowed", "unknown"};
inline constexpr std::array<std::string_view, 3> kHomeWorkLicences{"none", "needed", "unknown"};

struct HomeWorkMunicipality {
  std::string id{}, name{};
  std::size_t stance = 2, licence = 2;  // places in the lists above
  Words note{};
  Basis basis{};
  std::vector<HomeWorkCondition> conditions{};
};

struct HomeWorkBook {
  std::vector<HomeWorkQuestion> questions{};
  std::vector<HomeWorkCondition> everywhere{};
  std::vector<HomeWorkStep> steps{};
  std::vector<HomeWorkContact> contacts{};
  std::vector<HomeWorkMunicipality> municipalities{};  // sorted by id
  Words ask{};                                         // whom to ask where no rule is known
};

inline constexpr std::size_t kNotSaid = static_cast<std::size_t>(-1);
using HomeWorkFacts = std::vector<std::size_t>;  // for each question the option chosen, or kNotSaid

enum class Met { kMet, kNotMet, kNotKnown };
inline constexpr std::array<std::string_view, 3> kMetNames{"met", "not-met", "not-known"};

enum class MayWork { kYes, kIf, kNo, kUnknown };
inline constexpr std::array<std::string_view, 4> kMayWorkNames{"yes", "if", "no", "unknown"};

struct HomeWorkAnswer {
  MayWork may{};
  std::vector<std::pair<const HomeWorkCondition*, Met>> conditions{};  // those everywhere first; point into the book
  std::vector<const HomeWorkStep*> steps{};
};

// `municipality` null: another one, of which no rule is known.
HomeWorkAnswer answer_home_work(const HomeWorkBook& book, const HomeWorkMunicipality* municipality,
                                const HomeWorkFacts& facts);

}  // namespace passend::fairwork
