// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/internship_clause.hpp"

#include <algorithm>
#include <set>

#include "base/toml_fields.hpp"

namespace passend::fairwork {
namespace {

constexpr std::int64_t kMostMonthEurocent = 1'000'000;
constexpr std::int64_t kMostWeekCentihours = 6000;
constexpr int kHourDigits = 2;
constexpr int kMostMonths = 120;

std::vector<std::string_view> views_of(const std::vector<std::string>& words) { return {words.begin(), words.end()}; }

class ClauseReader {
 public:
  ClauseReader(TomlFields& fields, const TenderWords& words) : fields_(fields), words_(words) {}

  InternshipClause read(const toml::table& table) {
    fields_.check_keys(table, {"id", "from", "until", "lots", "kinds", "full_week_hours", "equal_levels", "evidence",
                               "check_every_months", "level", "social_return"});
    InternshipClause clause{.id = fields_.needed_text(table, "id"),
                            .from = fields_.date(table, "from", true).value_or(Date{}),
                            .until = fields_.date(table, "until", false),
                            .lots = fields_.texts(table, "lots"),
                            .kinds = words_in(table, "kinds", words_.kinds),
                            .equal_levels = fields_.flag(table, "equal_levels"),
                            .evidence = words_in(table, "evidence", words_.evidence),
                            .line = line_of(table)};
    if (clause.until && *clause.until < clause.from)
      fields_.add(FaultCode::kIntervalReversed, table.get("until"), "until");
    if (clause.kinds.empty()) fields_.add(FaultCode::kTomlKeyMissing, &table, "kinds");
    clause.full_week.centi =
        static_cast<std::int32_t>(fields_.number(table, "full_week_hours", kHourDigits, 1, kMostWeekCentihours));
    if (const auto months = fields_.number_if(table, "check_every_months", 0, 1, kMostMonths))
      clause.check_every_months = static_cast<int>(*months);
    for (const toml::table* level : fields_.tables(table, "level")) read_level(*level, clause);
    if (clause.month.empty()) fields_.add(FaultCode::kTomlKeyMissing, &table, "level");
    require_equal(table, clause);
    if (const auto* social = table.get_as<toml::table>("social_return")) read_social_return(*social, clause);
    return clause;
  }

 private:
  std::vector<std::string> words_in(const toml::table& table, std::string_view key,
                                    const std::vector<std::string>& known) {
    auto words = fields_.texts(table, key);
    for (const std::string& word : words) fields_.is_in_list(table, key, word, views_of(known));
    return words;
  }

  void read_level(const toml::table& table, InternshipClause& clause) {
    fields_.check_keys(table, {"name", "month_eurocent"});
    const std::string name = fields_.needed_text(table, "name");
    const Eurocent month{fields_.number(table, "month_eurocent", 0, 1, kMostMonthEurocent)};
    if (name.empty() || !fields_.is_in_list(table, "name", name, views_of(words_.levels))) return;
    if (!clause.month.emplace(name, month).second) fields_.add(FaultCode::kKeyTwice, table.get("name"), "name");
  }

  void require_equal(const toml::table& table, const InternshipClause& clause) {
    const auto differs = [&](const auto& level) { return level.second != clause.month.begin()->second; };
    if (clause.equal_levels && std::ranges::any_of(clause.month, differs))
      fields_.add(FaultCode::kRuleRefused, table.get("level"), "level", {{"reason", "levels-unequal"}});
  }

  void read_social_return(const toml::table& table, InternshipClause& clause) {
    clause.scheme = fields_.needed_text(table, "scheme");
    for (const auto& [key, node] : table) {
      const std::string kind(key.str());
      if (kind == "scheme") continue;
      if (std::ranges::find(words_.kinds, kind) == words_.kinds.end())
        fields_.add(FaultCode::kTomlKeyUnknown, &node, kind);
      else
        clause.blocks.emplace(kind, fields_.needed_text(table, kind));
    }
  }

  TomlFields& fields_;
  const TenderWords& words_;
};

bool share_a_lot(const InternshipClause& a, const InternshipClause& b) {
  if (a.lots.empty() || b.lots.empty()) return true;
  return std::ranges::any_of(a.lots,
                             [&](const std::string& lot) { return std::ranges::find(b.lots, lot) != b.lots.end(); });
}

bool overlap(const InternshipClause& a, const InternshipClause& b) {
  return !(a.until && *a.until < b.from) && !(b.until && *b.until < a.from) && share_a_lot(a, b);
}

}  // namespace

bool InternshipClause::covers(Date announced, std::string_view lot) const {
  if (announced < from || (until && *until < announced)) return false;
  return lots.empty() || std::ranges::find(lots, lot) != lots.end();
}

Result<TenderWords> read_tender_words(std::string_view bytes, const std::string& file) {
  const auto root = read_toml(bytes, file);
  if (!root) return fail(root.error());
  TomlFields fields(file);
  fields.check_keys(*root, {"levels", "kinds", "evidence", "limit"});
  TenderWords words{.levels = fields.texts(*root, "levels"),
                    .kinds = fields.texts(*root, "kinds"),
                    .evidence = fields.texts(*root, "evidence")};
  for (const toml::table* table : fields.tables(*root, "limit")) {
    fields.check_keys(*table, {"name", "article"});
    words.limits.push_back({fields.needed_text(*table, "name"), fields.needed_text(*table, "article")});
  }
  if (!fields.faults().empty()) return fail(std::move(fields.faults()));
  return words;
}

Result<std::vector<InternshipClause>> read_clauses(std::string_view bytes, const std::string& file,
                                                   const TenderWords& words) {
  const auto root = read_toml(bytes, file);
  if (!root) return fail(root.error());
  TomlFields fields(file);
  fields.check_keys(*root, {"clause"});
  std::vector<InternshipClause> clauses;
  std::set<std::string> ids;
  const auto tables = fields.tables(*root, "clause");
  if (tables.empty()) fields.add(FaultCode::kTomlKeyMissing, &*root, "clause");
  for (const toml::table* table : tables) {
    InternshipClause clause = ClauseReader(fields, words).read(*table);
    if (!clause.id.empty() && !ids.insert(clause.id).second) fields.add(FaultCode::kKeyTwice, table->get("id"), "id");
    for (const InternshipClause& other : clauses)
      if (overlap(clause, other))
        fields.add(FaultCode::kOverlap, table->get("from"), "from",
                   {{"other", other.id}, {"first_line", std::to_string(other.line)}});
    clauses.push_back(std::move(clause));
  }
  if (!fields.faults().empty()) return fail(std::move(fields.faults()));
  std::ranges::stable_sort(clauses, {}, &InternshipClause::from);
  return clauses;
}

}  // namespace passend::fairwork
