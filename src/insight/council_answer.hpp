// SPDX-License-Identifier: EUPL-1.2
// An answer to a question of the council: figures, each with the rows it was counted from, what else could have been
// meant, what is missing and who has it. Codes here; words stand in data/messages. docs/questions.md is the definition.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
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
  std::optional<std::int64_t> whole{};  // people: of how many; the rest may not be small either
  Shown shown = Shown::kValue;
  Trace trace{};

  bool is_shown() const { return shown == Shown::kValue && value.has_value(); }
};

struct AnswerRow {
  Label label{};
  std::vector<std::size_t> figures{};  // one for each column
};

// What one variant of a definition gives.
struct Computed {
  std::vector<Figure> figures{};
  std::vector<std::size_t> lead{};     // the figures that answer the question, the first of them first
  std::vector<std::string> columns{};  // of the table, as keys of questions.head
  std::vector<AnswerRow> rows{};
  std::vector<std::vector<std::size_t>> sums{};    // people: figures that add up to something that is shown
  std::vector<std::vector<std::size_t>> nested{};  // people: each is a part of the one before it
  std::vector<std::string> doubts{};               // keys of questions.doubt
  std::map<std::string, std::string> words{};      // that the texts of the question name, such as two scenarios
  std::vector<std::string> also_read{};            // further files, with their SHA-256
  Date date{};                                     // the day the figures are about

  std::size_t add(Figure figure) {
    figures.push_back(std::move(figure));
    return figures.size() - 1;
  }
  std::size_t add_lead(Figure figure) {
    lead.push_back(add(std::move(figure)));
    return lead.back();
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

// Hides numbers of people from 1 to 9, and what would give one away: the rest of a whole, the only hidden part of a
// sum, the difference of nested counts, and shares of hidden numbers. Until nothing changes.
void hide_small(Computed& computed);

// Of choices beside a figure: a choice that differs by 1 to 9 people is hidden.
void hide_close_choices(const Computed& computed, std::vector<Choice>& choices);

}  // namespace passend::insight
