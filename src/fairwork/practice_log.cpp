// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/practice_log.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "base/csv.hpp"
#include "base/date.hpp"

namespace passend::fairwork {
namespace {

enum Column : std::size_t {
  kPair,
  kKind,
  kVacancy,
  kEmployer,
  kMember,
  kProfile,
  kOrder,
  kDay,
  kSent,
  kCalledBack,
  kRetracted,
  kColumns
};
constexpr std::array<std::string_view, kColumns> kNames{
    "pair", "kind", "vacancy", "employer", "member", "profile", "order", "day", "sent", "called_back", "retracted"};
constexpr std::array kFilled{kPair, kKind, kVacancy, kEmployer, kMember, kOrder};
constexpr std::array kShared{kKind, kVacancy, kEmployer};  // by the two rows of a pair
constexpr std::string_view kReference = "reference", kTested = "tested";

struct HalfPair {
  const CsvRow* row = nullptr;
  std::optional<bool> called_back{};
};
struct WholePair {
  std::map<std::string, HalfPair, std::less<>> members{};
};

class LogReader {
 public:
  LogReader(const std::string& file, const PracticeRules& rules, const std::vector<std::size_t>& kinds)
      : file_(file), rules_(rules), kinds_(kinds) {}

  Result<PracticeLog> read(const CsvTable& table) {
    faults_ = table.faults;
    find_columns(table);
    if (!faults_.empty()) return fail(std::move(faults_));
    for (const CsvRow& row : table.rows) read_row(row);
    for (const std::string& pair : order_) read_pair(pairs_[pair]);
    if (!faults_.empty()) return fail(std::move(faults_));
    return std::move(out_);
  }

 private:
  void find_columns(const CsvTable& table) {
    for (std::size_t c = 0; c < kColumns; ++c) {
      const auto found = std::ranges::find(table.header, kNames[c]);
      if (found == table.header.end())
        faults_.push_back({.code = FaultCode::kColumnMissing,
                           .file = file_,
                           .line = table.header_line,
                           .column = std::string(kNames[c])});
      at_[c] = static_cast<std::size_t>(found - table.header.begin());
    }
  }

  const std::string& cell(const CsvRow& row, Column column) const { return row.cells[at_[column]]; }

  void refuse(const CsvRow& row, Column column, FaultCode code, std::map<std::string, std::string> args = {}) {
    faults_.push_back({.code = code,
                       .file = file_,
                       .line = row.line,
                       .column = std::string(kNames[column]),
                       .value = cell(row, column),
                       .args = std::move(args)});
  }

  bool is_one_of(const CsvRow& row, Column column, std::initializer_list<std::string_view> words) {
    if (std::ranges::find(words, cell(row, column)) != words.end()) return true;
    refuse(row, column, FaultCode::kNotInList, {{"expected", fmt::format("{}", fmt::join(words, ", "))}});
    return false;
  }

  std::optional<Date> date_in(const CsvRow& row, Column column) {
    if (cell(row, column).empty()) return std::nullopt;
    const auto date = parse_date(cell(row, column));
    if (!date) refuse(row, column, FaultCode::kNotADate);
    return date;
  }

  bool may_occur(const std::string& word) const {
    const auto kind = rules_.find(word);
    return kind && (kinds_.empty() || std::ranges::find(kinds_, *kind) != kinds_.end());
  }

  std::string known_kinds() const {
    std::string all;
    for (const std::size_t kind : kinds_) all += (all.empty() ? "" : ", ") + rules_.kinds[kind].id;
    return kinds_.empty() ? rules_.ids() : all;
  }

  // One fault a row: the first that is found.
  void read_row(const CsvRow& row) {
    for (const Column column : kFilled)
      if (cell(row, column).empty()) return refuse(row, column, FaultCode::kCellEmpty);
    if (!may_occur(cell(row, kKind))) return refuse(row, kKind, FaultCode::kNotInList, {{"expected", known_kinds()}});
    if (!is_one_of(row, kMember, {kReference, kTested}) || !is_one_of(row, kOrder, {"1", "2"})) return;
    const std::size_t before = faults_.size();
    const auto sent = date_in(row, kSent), retracted = date_in(row, kRetracted);
    if (faults_.size() > before) return;
    const std::string& answer = cell(row, kCalledBack);
    if (!answer.empty() && !is_one_of(row, kCalledBack, {"ja", "nee"})) return;
    if (!answer.empty() && !sent) return refuse(row, kSent, FaultCode::kCellEmpty);
    if (sent && retracted && *retracted < *sent) return refuse(row, kRetracted, FaultCode::kIntervalReversed);
    if (answer == "ja" && !retracted) ++out_.not_retracted;
    if (!pairs_.contains(cell(row, kPair))) order_.push_back(cell(row, kPair));
    const HalfPair half{&row, answer.empty() ? std::nullopt : std::optional(answer == "ja")};
    const auto [place, is_new] = pairs_[cell(row, kPair)].members.emplace(cell(row, kMember), half);
    if (!is_new) refuse(row, kPair, FaultCode::kKeyTwice, {{"first_line", std::to_string(place->second.row->line)}});
  }

  void read_pair(const WholePair& pair) {
    const auto contradiction = [&](const CsvRow& row, Column column, const char* reason) {
      refuse(row, column, FaultCode::kContradiction, {{"reason", reason}});
    };
    const HalfPair& first = pair.members.begin()->second;
    if (pair.members.size() < 2) {
      // The other row may have had a fault of its own, which is told already.
      if (faults_.empty()) contradiction(*first.row, kPair, "practice-one-member");
      return;
    }
    const HalfPair& second = pair.members.rbegin()->second;
    for (const Column column : kShared)
      if (cell(*first.row, column) != cell(*second.row, column))
        return contradiction(*second.row, column, "practice-pair-differs");
    if (cell(*first.row, kOrder) == cell(*second.row, kOrder))
      return contradiction(*second.row, kOrder, "practice-same-order");
    if (!first.called_back || !second.called_back) {
      ++out_.incomplete;
      return;
    }
    const auto employer = employers_.emplace(cell(*first.row, kEmployer), employers_.size()).first->second;
    out_.pairs.push_back({.kind = *rules_.find(cell(*first.row, kKind)),
                          .employer = employer,
                          .reference = *pair.members.find(kReference)->second.called_back,
                          .tested = *pair.members.find(kTested)->second.called_back});
  }

  std::string file_;
  const PracticeRules& rules_;
  const std::vector<std::size_t>& kinds_;
  Faults faults_;
  std::array<std::size_t, kColumns> at_{};
  std::map<std::string, WholePair> pairs_;
  std::vector<std::string> order_;  // of pairs, by first row
  std::map<std::string, std::size_t> employers_;
  PracticeLog out_;
};

}  // namespace

std::string log_form(const std::vector<PracticeApplication>& applications, const PracticeRules& rules) {
  std::string form = csv_line({kNames.begin(), kNames.end()});
  for (const PracticeApplication& one : applications)
    form += csv_line({fmt::format("P{:05}", one.pair), rules.kinds[one.kind].id, fmt::format("V{:05}", one.vacancy),
                      fmt::format("W{:05}", one.employer), std::string(one.tested ? kTested : kReference),
                      one.profile_b ? "b" : "a", std::to_string(one.order), std::to_string(one.day), "", "", ""});
  return form;
}

Result<PracticeLog> read_practice_log(std::string_view bytes, const std::string& file, const PracticeRules& rules,
                                      const std::vector<std::size_t>& kinds) {
  const auto table = read_csv(bytes, file);
  if (!table) return fail(table.error());
  return LogReader(file, rules, kinds).read(*table);
}

}  // namespace passend::fairwork
