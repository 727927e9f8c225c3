// SPDX-License-Identifier: EUPL-1.2
// Outcomes by group, as counts: rate with exact interval, the four-fifths ratio, Fisher's exact test against the rest
// with Holm's correction, and nothing on small groups, directly or by subtraction. docs/practice-tests.md section 6.
// It knows no person: only counts, and for overlapping groups which numbers are in them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "fairwork/exact_statistics.hpp"

namespace passend::fairwork {

struct MonitorRules {
  double alpha = 0, confidence = 0, four_fifths = 0;
  double best_share = 0;  // part of all people a group must be to give the best rate
  Count small_cell = 0;
  std::vector<int> age_bands{};  // rising: first age of each band after the youngest
};

// data/fairwork/outcome_monitor.toml. kToml…, kOutOfRange.
Result<MonitorRules> read_monitor_rules(std::string_view bytes, const std::string& file);

struct OutcomeCell {
  Count people = 0, placed = 0;
  Count other() const { return people - placed; }
};

struct OutcomeGroup {
  std::string name{};  // empty: the rest
  OutcomeCell cell{};
  std::vector<std::uint32_t> members{};  // rising; empty in counts that came without people
};

// Groups of one kind. In a partition every person counted is in exactly one group.
struct OutcomeFamily {
  std::string kind{};
  bool partition = true;
  bool rest_is_unknown = true;  // else the rest is everyone in none of the groups, who may be the best
  OutcomeCell total{};
  std::vector<OutcomeGroup> groups{};
};

// Counts made elsewhere, the only road for sex and origin: columns group_kind, group, people, placed. Each kind is a
// partition. kColumnMissing, kCellCount, kCellEmpty, kNotANumber, kOutOfRange (placed above people), kKeyTwice.
Result<std::vector<OutcomeFamily>> read_outcome_totals(std::string_view bytes, const std::string& file);

struct OutcomeFigures {
  OutcomeCell cell{};
  double rate = 0;
  Range interval{};               // Clopper and Pearson
  std::optional<double> ratio{};  // to the best rate of the known groups of some size; nothing when that is 0
  double p = 1, p_adjusted = 1;   // against everyone else who was counted; Holm over the whole report
  bool question = false;          // below everyone else, ratio below four fifths, and p_adjusted at most alpha
};

struct OutcomeRow {
  std::string name{};
  std::optional<OutcomeFigures> figures{};  // nothing: hidden
};

struct OutcomeAnswer {
  struct Kind {
    std::string kind{};
    bool rest_is_unknown = true;
    std::optional<OutcomeCell> total{};  // nothing where hidden
    std::vector<OutcomeRow> rows{};      // without groups of nobody
  };
  std::vector<Kind> kinds{};
  bool asks() const;  // whether any row is a question
};

OutcomeAnswer monitor_outcomes(const std::vector<OutcomeFamily>& families, const MonitorRules& rules);

// For each family and group whether it is hidden: it is small (people, placed or other from 1 up to `limit`, excluded);
// or so is everyone else; or what is hidden of a partition together; or what one shown group has more than another that
// lies in it; or it has the very people of a hidden one; or it is the rest of overlapping groups, and all of them less
// one is small.
std::vector<std::vector<bool>> hidden_groups(const std::vector<OutcomeFamily>& families, Count limit);

}  // namespace passend::fairwork
