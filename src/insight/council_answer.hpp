// SPDX-License-Identifier: EUPL-1.2
// An answer to a question of the council: figures, each with the rows it was counted from, what else could have been
// meant, what is missing and who has it. Codes here; words stand in data/messages. docs/questions.md is the definition.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace passend::insight {

// kPeople counts residents: 1 to 9 is never told. kNumber counts things, such as works, contracts or decisions.
enum class Unit { kPeople, kNumber, kPerMille, kPerTenThousand, kEurocent, kDays, kCentihours };
std::string_view name_of(Unit unit);

// kSmall: 1 to 9. kHidden: would give a small number away. kUnknown: not in the data.
enum class Shown { kValue, kSmall, kHidden, kUnknown };
std::string_view name_of(Shown shown);

// How a figure came from its source. `how`: count (rows), distinct (different values of `column`), sum (of `column`),
// share (figure `part` of figure `whole`), cell (one published cell), command (the answer of `filter`, a command of
// this program), rule (as docs/questions.md says, over the rows of the filter).
struct Trace {
  std::string how{};
  std::string file{}, sha256{};
  std::string filter{};
  std::string column{};
  std::string part{}, whole{};                  // ids of figures
  std::map<std::string, std::string> joined{};  // further files that the rows were joined with → SHA-256
};

struct Label {
  std::string key{};  // "waiting"; the text is questions.figure.waiting
  std::map<std::string, std::string> args{};
  std::string name{};  // of a group or fund, as the municipality's files name it; used when `key` is empty
};

struct Figure {
  std::string id{};  // within the answer
  Label label{};
  Unit unit{};
  std::optional<std::int64_t> value{};  // as counted; only read where shown == kValue
  Shown shown = Shown::kValue;
  Trace trace{};

  bool is_shown() const { return shown == Shown::kValue && value.has_value(); }
};

struct AnswerRow {
  Label label{};
  std::vector<std::size_t> figures{};  // one for each column
};

// Parts that do not overlap, within a total. They need not fill it.
struct Sum {
  std::size_t total = 0;
  std::vector<std::size_t> parts{};
};

// What one variant of a definition gives.
struct Computed {
  std::vector<Figure> figures{};
  std::vector<std::size_t> lead{};     // the figures that answer the question, the first of them first
  std::vector<std::string> columns{};  // of the table, as keys of questions.head
  std::vector<AnswerRow> rows{};
  std::vector<Sum> sums{};                     // people
  std::vector<std::size_t> least_of{};         // the smallest of these that is shown joins the lead
  std::vector<std::string> doubts{};           // keys of questions.doubt
  std::map<std::string, std::string> words{};  // that the texts of the question name, such as two scenarios
  std::vector<std::string> also_read{};        // further files, with their SHA-256
  Date date{};                                 // the day the figures are about

  std::size_t add(Figure figure) {
    figures.push_back(std::move(figure));
    return figures.size() - 1;
  }
  std::size_t add_lead(Figure figure) {
    lead.push_back(add(std::move(figure)));
    return lead.back();
  }
  // People: each figure lies in the one before it.
  void nest(const std::vector<std::size_t>& outer_first) {
    for (std::size_t i = 0; i < outer_first.size(); ++i)
      for (std::size_t j = i + 1; j < outer_first.size(); ++j) sums.push_back({outer_first[i], {outer_first[j]}});
  }
};

struct Choice {
  std::string variant{};
  std::optional<Figure> figure{};  // the first of its lead
  std::string needs{};             // the source it lacks, where it has no figure
};

struct Missing {
  std::string part{};    // key of questions.missing
  std::string holder{};  // key of questions.holder: who has it
};

struct Answer {
  std::string question{};
  int number = 0;
  std::string variant{};
  std::string needs{};  // the source that lacks, where nothing could be computed
  Computed computed{};
  std::vector<Choice> choices{};
  std::vector<Missing> missing{};
  std::map<std::string, std::string> sources{};  // file → SHA-256

  bool has_figures() const { return !computed.lead.empty(); }
};

// An answer that a reader can lay beside others. Of two that protect the same number the higher rank is hidden.
struct Beside {
  Computed* computed = nullptr;
  int rank = 0;
};

// Hides numbers of people from 1 to 9 and, in the same way whichever of the answers is asked, what would give one away:
// within an answer, and between figures of one id in answers that `across` (by their places) says lie in one another or
// add up. Of one whole and one part the larger figure is the whole. Then shares of hidden numbers, and joins the lead
// with the least. docs/questions.md, section 2.
void hide_small(std::span<const Beside> answers, const std::vector<Sum>& across);
void hide_small(Computed& computed);

}  // namespace passend::insight
