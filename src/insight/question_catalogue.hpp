// SPDX-License-Identifier: EUPL-1.2
// The questions a council asks, as data (data/insight/questions.toml): what may be meant by each, what it is computed
// from, its official names, and what is missing with who has it. Words stand in data/messages/LANGUAGE/questions.toml.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "insight/council_answer.hpp"

namespace passend::insight {

// What a variant is computed from. kSimulation and kOutside are never computed here.
enum class Source { kSnapshot, kPlan, kAdministration, kScheme, kContracts, kTables, kSimulation, kOutside };
inline constexpr std::array<std::string_view, 8> kSources{"snapshot",  "plan",   "administration", "scheme",
                                                          "contracts", "tables", "simulation",     "outside"};
constexpr std::string_view name_of(Source source) { return kSources[static_cast<std::size_t>(source)]; }

struct Variant {
  std::string id{};
  Source needs{};
  std::vector<std::string> words{};  // kinds of benefit or work, or what the question says they are
};

struct OfficialName {
  std::string list{};  // BBV, Divosa, SRG, StatLine
  std::string name{};
};

struct Question {
  int number = 0;
  std::string id{};
  std::vector<Variant> variants{};    // by preference; never empty
  std::vector<std::int64_t> steps{};  // months, days or ages at which the question looks
  std::vector<OfficialName> official{};
  std::vector<Missing> missing{};
  std::vector<std::string> doubts{};  // that always hold

  const Variant* find(std::string_view variant) const;  // null: none
};

struct QuestionCatalogue {
  std::vector<Question> questions{};  // by number

  const Question* find(std::string_view id_or_number) const;  // null: none
};

// Faults of the file; kKeyTwice for a second question or variant of a name, kNotInList for an unknown source.
Result<QuestionCatalogue> read_questions(std::string_view bytes, const std::string& file);

}  // namespace passend::insight
