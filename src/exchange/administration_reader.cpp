// SPDX-License-Identifier: EUPL-1.2
#include "exchange/administration_reader.hpp"

#include <algorithm>
#include <optional>

#include "exchange/checked_table.hpp"

namespace passend {
namespace {

using enum CellType;

constexpr bool kKey = true;
constexpr bool kMust = true;
constexpr bool kMay = false;
constexpr std::int64_t kMostWeeks = 1000;
constexpr std::int64_t kFirstYear = 1990;
constexpr std::int64_t kLastYear = 2199;

constexpr auto kApplications = std::to_array<Column>({
    {"applications.csv", "application", kText, kMust, kKey, "", ""},
    {"applications.csv", "scheme", kText, kMust, false, "", ""},
    {"applications.csv", "received", kDate, kMust, false, "", ""},
    {"applications.csv", "complete", kDate, kMay, false, "", ""},
    {"applications.csv", "points", kInteger, kMay, false, "", ""},
    {"applications.csv", "eurocent", kInteger, kMay, false, "", ""},
    {"applications.csv", "decided", kDate, kMay, false, "", ""},
    {"applications.csv", "outcome", kWord, kMay, false, "verleend|geweigerd|ingetrokken", ""},
});
constexpr auto kSuspensions = std::to_array<Column>({
    {"suspensions.csv", "application", kText, kMust, kKey, "", ""},
    {"suspensions.csv", "invited", kDate, kMust, kKey, "", ""},
    {"suspensions.csv", "until", kDate, kMay, false, "", ""},
    {"suspensions.csv", "completed", kDate, kMay, false, "", ""},
});
constexpr auto kExtensions = std::to_array<Column>({
    {"extensions.csv", "application", kText, kMust, kKey, "", ""},
    {"extensions.csv", "announced", kDate, kMust, kKey, "", ""},
    {"extensions.csv", "weeks", kInteger, kMust, false, "", ""},
});
constexpr auto kLedger = std::to_array<Column>({
    {"ledger.csv", "entry", kInteger, kMust, kKey, "", ""},
    {"ledger.csv", "command", kWord, kMust, false, "ceiling|reserve|commit|pay|release|close", ""},
    {"ledger.csv", "fund", kText, kMay, false, "", ""},
    {"ledger.csv", "year", kInteger, kMay, kKey, "", ""},
    {"ledger.csv", "obligation", kText, kMay, false, "", ""},
    {"ledger.csv", "eurocent", kInteger, kMay, false, "", ""},
});

class Reader {
 public:
  explicit Reader(const std::filesystem::path& folder) : folder_(folder) {}

  Result<Administration> run() {
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder_, ignored))
      return fail({.code = FaultCode::kFileMissing, .file = folder_.string()});
    read_cases();
    read_events();
    read_ledger();
    if (!faults_.empty()) return fail(std::move(faults_));
    std::ranges::sort(out_.cases, {}, [](const ApplicationCase& one) { return one.application.id; });
    return std::move(out_);
  }

 private:
  CheckedTable table(std::span<const Column> columns) {
    return CheckedTable::read(folder_ / columns.front().file, columns, reference_, false, faults_);
  }

  void refuse(FaultCode code, const char* file, const CheckedRow& row, const std::string& column,
              std::map<std::string, std::string> args = {}) {
    faults_.push_back({.code = code,
                       .file = (folder_ / file).string(),
                       .line = row.line(),
                       .column = column,
                       .value = std::string(row.text(column)),
                       .args = std::move(args)});
  }

  void read_cases() {
    const CheckedTable applications = table(kApplications);
    for (const CheckedRow& row : applications.rows()) {
      ApplicationCase one{.application = {.id = std::string(row.text("application")),
                                          .complete = row.date("complete"),
                                          .points = row.integer("points").value_or(0),
                                          .amount = {row.integer("eurocent").value_or(0)}},
                          .has_amount = row.filled("eurocent"),
                          .scheme = std::string(row.text("scheme")),
                          .received = row.date("received").value(),
                          .decided = row.date("decided"),
                          .outcome = std::string(row.text("outcome")),
                          .line = row.line()};
      for (const char* later : {"complete", "decided"})
        if (row.filled(later) && *row.date(later) < one.received)
          refuse(FaultCode::kIntervalReversed, "applications.csv", row, later);
      if (one.outcome.empty() == one.decided.has_value())
        refuse(FaultCode::kCellEmpty, "applications.csv", row, one.decided ? "outcome" : "decided");
      index_.emplace(one.application.id, out_.cases.size());
      out_.cases.push_back(std::move(one));
    }
  }

  ApplicationCase* case_of(const char* file, const CheckedRow& row) {
    const auto found = index_.find(row.text("application"));
    if (found != index_.end()) return &out_.cases[found->second];
    refuse(FaultCode::kReferenceMissing, file, row, "application", {{"expected", "applications.csv"}});
    return nullptr;
  }

  void read_events() {
    const CheckedTable suspensions = table(kSuspensions);
    for (const CheckedRow& row : suspensions.rows()) {
      ApplicationCase* one = case_of("suspensions.csv", row);
      const Date invited = row.date("invited").value();
      for (const char* later : {"until", "completed"})
        if (row.filled(later) && *row.date(later) < invited)
          refuse(FaultCode::kIntervalReversed, "suspensions.csv", row, later);
      if (one != nullptr)
        one->events.emplace_back(scheme::Suspension{invited, row.date("until"), row.date("completed")});
    }
    const CheckedTable extensions = table(kExtensions);
    for (const CheckedRow& row : extensions.rows()) {
      ApplicationCase* one = case_of("extensions.csv", row);
      if (one == nullptr || !is_within("extensions.csv", row, "weeks", 1, kMostWeeks)) continue;
      const auto weeks = static_cast<int>(row.integer("weeks").value());
      one->events.emplace_back(scheme::Extension{row.date("announced").value(), {weeks, scheme::TermUnit::kWeeks}});
    }
  }

  // Rows with the same number are one entry: the years of one reservation or commitment.
  void read_ledger() {
    const CheckedTable ledger = table(kLedger);
    const std::vector<CheckedRow> rows = ledger.rows();
    std::map<std::int64_t, std::vector<const CheckedRow*>> entries;
    for (const CheckedRow& row : rows)
      if (is_complete(row)) entries[row.integer("entry").value()].push_back(&row);
    if (!faults_.empty()) return;
    for (const auto& [number, parts] : entries) {
      const CheckedRow& first = *parts.front();
      if (!is_one_entry(parts) || !is_of_its_fund(first)) continue;
      const auto done = out_.ledger.apply(command_of(parts));
      if (done) continue;
      std::map<std::string, std::string> args{{"reason", "ledger-" + std::string(record::name_of(done.error().reason))},
                                              {"available", std::to_string(done.error().available.value)}};
      if (done.error().at.year != 0) args["year"] = std::to_string(done.error().at.year);
      refuse(FaultCode::kLedgerRefused, "ledger.csv", first, "entry", std::move(args));
    }
  }

  // Only a reservation or commitment has several years, all of one obligation.
  bool is_one_entry(const std::vector<const CheckedRow*>& parts) {
    const std::string_view word = parts.front()->text("command");
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const bool goes_on = (word == "reserve" || word == "commit") && parts[i]->text("command") == word &&
                           parts[i]->text("obligation") == parts.front()->text("obligation") &&
                           parts[i]->text("fund") == parts.front()->text("fund");
      if (goes_on) continue;
      refuse(FaultCode::kKeyTwice, "ledger.csv", *parts[i], "entry",
             {{"first_line", std::to_string(parts.front()->line())}});
      return false;
    }
    return true;
  }

  struct Needs {
    std::string_view command;
    bool fund, year, obligation, eurocent;
  };
  static constexpr std::array<Needs, 6> kNeeds{{{"ceiling", true, true, false, true},
                                                {"reserve", true, true, true, true},
                                                {"commit", false, true, true, true},
                                                {"pay", false, true, true, true},
                                                {"release", false, false, true, false},
                                                {"close", true, true, false, false}}};

  bool is_complete(const CheckedRow& row) {
    const auto needs = std::ranges::find(kNeeds, row.text("command"), &Needs::command);
    const std::size_t before = faults_.size();
    for (const auto& [needed, column] :
         {std::pair{needs->fund, "fund"}, std::pair{needs->year, "year"}, std::pair{needs->obligation, "obligation"},
          std::pair{needs->eurocent, "eurocent"}})
      if (needed && !row.filled(column)) refuse(FaultCode::kCellEmpty, "ledger.csv", row, column);
    if (row.filled("year")) is_within("ledger.csv", row, "year", kFirstYear, kLastYear);
    return faults_.size() == before;
  }

  bool is_within(const char* file, const CheckedRow& row, const char* column, std::int64_t least, std::int64_t most) {
    const std::int64_t number = row.integer(column).value();
    if (number >= least && number <= most) return true;
    refuse(FaultCode::kOutOfRange, file, row, column,
           {{"expected", std::to_string(least) + " – " + std::to_string(most)}});
    return false;
  }

  // A row on an obligation may name its fund, not another.
  bool is_of_its_fund(const CheckedRow& row) {
    const auto obligation = out_.ledger.obligations().find(row.text("obligation"));
    const bool is_other = row.text("command") != "reserve" && row.filled("fund") &&
                          obligation != out_.ledger.obligations().end() && obligation->second.fund != row.text("fund");
    if (is_other) refuse(FaultCode::kLedgerRefused, "ledger.csv", row, "fund", {{"reason", "ledger-other-fund"}});
    return !is_other;
  }

  static record::Command command_of(const std::vector<const CheckedRow*>& rows) {
    const CheckedRow& first = *rows.front();
    const std::string_view word = first.text("command");
    const std::string fund(first.text("fund"));
    const std::string obligation(first.text("obligation"));
    const auto year = [](const CheckedRow& row) { return static_cast<int>(row.integer("year").value_or(0)); };
    std::vector<record::Part> parts;
    for (const CheckedRow* row : rows) parts.push_back({year(*row), {row->integer("eurocent").value_or(0)}});
    if (word == "ceiling") return record::SetCeiling{{fund, year(first)}, parts.front().amount};
    if (word == "reserve") return record::Reserve{obligation, fund, std::move(parts)};
    if (word == "commit") return record::Commit{obligation, std::move(parts)};
    if (word == "pay") return record::Realise{obligation, parts.front()};
    if (word == "release") return record::Release{obligation};
    return record::CloseYear{{fund, year(first)}};
  }

  std::filesystem::path folder_;
  Reference reference_;  // no cell here needs any
  Faults faults_;
  std::map<std::string, std::size_t, std::less<>> index_;  // application → into out_.cases
  Administration out_;
};

}  // namespace

Result<Administration> read_administration(const std::filesystem::path& folder) { return Reader(folder).run(); }

}  // namespace passend
