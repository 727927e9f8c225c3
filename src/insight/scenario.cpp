// SPDX-License-Identifier: EUPL-1.2
#include "insight/scenario.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "base/quantity.hpp"
#include "base/text_file.hpp"
#include "base/toml_fields.hpp"

namespace passend::insight {
namespace {

constexpr int kMostReplications = 10'000;
constexpr std::int64_t kMostSeed = 1'000'000'000'000'000;
constexpr std::int64_t kMostPlaces = 10'000'000;
constexpr std::int64_t kMostWeek = 6000;  // centihours
constexpr std::int64_t kMille = 1000;
constexpr std::int64_t kMostFloor = 5 * kMille;
constexpr std::int64_t kMostEurocent = 100'000'000;
constexpr std::int64_t kMostFund = 1'000'000'000'000;
constexpr std::int64_t kMonthsInYear = 12;
constexpr std::int64_t kMostOfLaw = 1'000'000;
constexpr int kHourDigits = 2;
constexpr std::size_t kMostBases = 8;

class ScenarioReader {
 public:
  Result<Scenario> read(const std::filesystem::path& file) {
    if (const auto done = add(file); !done) return fail(done.error());
    if (out_.years == 0) return fail(missing(file, "years"));
    if (out_.replications == 0) return fail(missing(file, "replications"));
    if (!has_law_) return fail(missing(file, "law"));
    Faults faults;
    for (const std::string_view id : kScenarioParameters) require(file, std::string(id), faults);
    for (const PlacesRule& rule : out_.places)
      for (const char* stem : {"ends.", "onward."}) require(file, stem + std::string(row_of(rule.kind).name), faults);
    if (out_.fund)
      for (const std::string_view id : kFundParameters) require(file, std::string(id), faults);
    if (out_.internships)
      for (const std::string_view id : kInternshipParameters) require(file, std::string(id), faults);
    if (out_.places.empty()) faults.push_back(missing(file, "places"));
    if (!faults.empty()) return fail(std::move(faults));
    std::ranges::sort(out_.places, {}, &PlacesRule::kind);
    return std::move(out_);
  }

 private:
  static Fault missing(const std::filesystem::path& file, std::string key) {
    return {.code = FaultCode::kTomlKeyMissing, .file = file.string(), .column = std::move(key)};
  }

  void require(const std::filesystem::path& file, const std::string& id, Faults& faults) const {
    if (!out_.parameters.contains(id)) faults.push_back(missing(file, id));
  }

  // First the base, then what this file says.
  Result<void> add(const std::filesystem::path& file) {
    if (seen_.size() >= kMostBases || !seen_.insert(file.lexically_normal().string()).second)
      return fail(
          {.code = FaultCode::kCannotBe, .file = file.string(), .column = "base", .args = {{"reason", "base"}}});
    const auto bytes = read_file(file);
    if (!bytes) return fail(bytes.error());
    const auto root = read_toml(*bytes, file.string());
    if (!root) return fail(root.error());
    TomlFields fields(file.string());
    fields.check_keys(*root, {"title", "base", "years", "replications", "seed", "law", "assignment", "incomes",
                              "law_change", "places", "parameter", "fund", "internships"});
    if (const std::string base = fields.text(*root, "base"); !base.empty())
      if (const auto done = add(file.parent_path() / base); !done) return fail(done.error());
    read_head(*root, fields);
    if (const auto* changes = root->get_as<toml::table>("law_change"))
      for (const auto& [key, node] : *changes) {
        const auto numbers = numbers_of(node);
        if (numbers.empty())
          fields.add(FaultCode::kTomlType, &node, std::string(key.str()),
                     {{"expected", "0 – " + std::to_string(kMostOfLaw)}});
        else
          out_.law_changes[std::string(key.str())] = numbers;
      }
    read_fund(*root, fields);
    std::set<WorkKind> kinds;
    for (const auto* table : fields.tables(*root, "places")) read_places(*table, fields, kinds);
    std::set<std::string> ids;
    for (const auto* table : fields.tables(*root, "parameter")) read_parameter(*table, fields, ids);
    if (!fields.faults().empty()) return fail(std::move(fields.faults()));
    return {};
  }

  // A number, or an array of them; none for anything else, or one that no law could have.
  static std::vector<std::string> numbers_of(const toml::node& node) {
    std::vector<std::string> numbers;
    const auto add = [&](const toml::node& one) {
      const auto text = decimal_text(one);
      const auto rate = text ? parse_rate(*text) : std::nullopt;
      if (!rate || rate->units < 0 || rate->units / power_of_ten(rate->digits) > kMostOfLaw) return false;
      numbers.push_back(*text);
      return true;
    };
    const toml::array* array = node.as_array();
    if (array == nullptr) return add(node) ? numbers : std::vector<std::string>{};
    for (const toml::node& one : *array)
      if (!add(one)) return {};
    return numbers;
  }

  void read_head(const toml::table& root, TomlFields& fields) {
    if (const std::string title = fields.text(root, "title"); !title.empty()) out_.title = title;
    if (const auto years = fields.number_if(root, "years", 0, 1, kMostYears)) out_.years = static_cast<int>(*years);
    if (const auto count = fields.number_if(root, "replications", 0, 1, kMostReplications))
      out_.replications = static_cast<int>(*count);
    if (const auto seed = fields.number_if(root, "seed", 0, 0, kMostSeed))
      out_.seed = static_cast<std::uint64_t>(*seed);
    if (const auto law = fields.date(root, "law", false)) {
      out_.law = *law;
      has_law_ = true;
    }
    if (const auto word = word_of(root, fields, "assignment", {"plan", "capacity"}))
      out_.assignment = *word == "plan" ? Assignment::kPlan : Assignment::kCapacity;
    if (const auto word = word_of(root, fields, "incomes", {"placed", "all"}))
      out_.incomes = *word == "all" ? Incomes::kAll : Incomes::kPlaced;
  }

  static std::optional<std::string> word_of(const toml::table& root, TomlFields& fields, const char* key,
                                            const std::vector<std::string_view>& words) {
    if (!root.contains(key)) return std::nullopt;
    std::string word = fields.needed_text(root, key);
    if (word.empty() || !fields.is_in_list(root, key, word, words)) return std::nullopt;
    return word;
  }

  void read_fund(const toml::table& root, TomlFields& fields) {
    if (const auto* fund = root.get_as<toml::table>("fund")) {
      fields.check_keys(*fund, {"year_eurocent", "training_eurocent"});
      out_.fund = FundRule{.year_eurocent = fields.number(*fund, "year_eurocent", 0, 0, kMostFund),
                           .training_eurocent = fields.number(*fund, "training_eurocent", 0, 1, kMostEurocent)};
    }
    if (const auto* internships = root.get_as<toml::table>("internships")) {
      fields.check_keys(*internships, {"number", "months", "norm_month_eurocent"});
      out_.internships = InternshipRule{
          .number = fields.number(*internships, "number", 0, 0, kMostPlaces),
          .months = fields.number(*internships, "months", 0, 1, kMonthsInYear),
          .norm_month_eurocent = fields.number(*internships, "norm_month_eurocent", 0, 0, kMostEurocent)};
    }
  }

  // A kind of the base is replaced whole.
  void read_places(const toml::table& table, TomlFields& fields, std::set<WorkKind>& kinds) {
    fields.check_keys(table, {"kind", "places", "scheme", "hours_week", "floor_per_mille", "wage_value_per_mille",
                              "paid_per_mille", "coaching_hours_week", "coaching_hour_eurocent", "permanent"});
    std::vector<std::string_view> known;
    for (const WorkKindRow& row : kWorkKindTable) known.push_back(row.name);
    const std::string name = fields.needed_text(table, "kind");
    if (name.empty() || !fields.is_in_list(table, "kind", name, known)) return;
    PlacesRule rule{
        .kind = *work_kind_of(name),
        .scheme = fields.text(table, "scheme"),
        .hours_week = fields.number_if(table, "hours_week", kHourDigits, 1, kMostWeek),
        .floor_per_mille = fields.number_if(table, "floor_per_mille", 0, kMille, kMostFloor),
        .wage_value = fields.number_if(table, "wage_value_per_mille", 0, 1, kMille).value_or(kMille),
        .paid_per_mille = fields.number_if(table, "paid_per_mille", 0, 0, kMille).value_or(0),
        .coaching_centihours_week =
            fields.number_if(table, "coaching_hours_week", kHourDigits, 0, kMostWeek).value_or(0),
        .coaching_hour_eurocent = fields.number_if(table, "coaching_hour_eurocent", 0, 0, kMostEurocent).value_or(0),
        .permanent = fields.flag(table, "permanent")};
    if (!row_of(rule.kind).paid) fields.add(FaultCode::kNotInList, table.get("kind"), "kind");
    if (!kinds.insert(rule.kind).second) fields.add(FaultCode::kKeyTwice, table.get("kind"), "kind");
    const auto* places = table.get_as<toml::array>("places");
    if (places == nullptr || places->empty()) {
      fields.add(FaultCode::kTomlKeyMissing, &table, "places");
    } else {
      for (const auto& node : *places) {
        const auto count = node.value_exact<std::int64_t>();
        if (!count || *count < 0 || *count > kMostPlaces)
          fields.add(FaultCode::kOutOfRange, &node, "places", {{"expected", "0 – " + std::to_string(kMostPlaces)}});
        else
          rule.places.push_back(*count);
      }
    }
    std::erase_if(out_.places, [&](const PlacesRule& other) { return other.kind == rule.kind; });
    out_.places.push_back(std::move(rule));
  }

  void read_parameter(const toml::table& table, TomlFields& fields, std::set<std::string>& ids) {
    fields.check_keys(table, {"id", "value", "low", "high", "source", "year", "assumed", "note"});
    const std::string id = fields.needed_text(table, "id");
    if (!ids.insert(id).second) fields.add(FaultCode::kKeyTwice, table.get("id"), "id");
    ScenarioParameter parameter{.value = fields.number(table, "value", 0, 0, kMostEurocent),
                                .source = fields.text(table, "source")};
    parameter.low = fields.number_if(table, "low", 0, 0, parameter.value).value_or(parameter.value);
    parameter.high = fields.number_if(table, "high", 0, parameter.value, kMostEurocent).value_or(parameter.value);
    const auto year = fields.number_if(table, "year", 0, 1900, 2199);
    if (!parameter.source.empty() && year) parameter.source += ", " + std::to_string(*year);
    if (fields.flag(table, "assumed") == (!parameter.source.empty() && year.has_value()))
      fields.add(FaultCode::kTomlKeyMissing, &table, "source");
    if (!is_amount(id) && parameter.high > kMille)
      fields.add(FaultCode::kOutOfRange, table.get("value"), "value", {{"expected", "0 – 1000"}});
    if (!is_known(id)) fields.is_in_list(table, "id", id, {kScenarioParameters.begin(), kScenarioParameters.end()});
    out_.parameters[id] = std::move(parameter);
  }

  static bool is_amount(std::string_view id) { return id.ends_with("_eurocent"); }

  static bool is_known(std::string_view id) {
    if (std::ranges::find(kScenarioParameters, id) != kScenarioParameters.end()) return true;
    for (const auto& list : {kFundParameters, kInternshipParameters})
      if (std::ranges::find(list, id) != list.end()) return true;
    for (const std::string_view stem : {"ends.", "onward."})
      if (id.starts_with(stem) && work_kind_of(id.substr(stem.size()))) return true;
    return false;
  }

  Scenario out_;
  bool has_law_ = false;
  std::set<std::string> seen_;
};

}  // namespace

std::int64_t PlacesRule::in_year(int year) const {
  return places[std::min(static_cast<std::size_t>(year), places.size() - 1)];
}

std::int64_t Scenario::of(std::string_view parameter) const { return parameters.find(parameter)->second.value; }

std::int64_t Scenario::of(std::string_view stem, WorkKind kind) const {
  return of(std::string(stem) + "." + std::string(row_of(kind).name));
}

std::string Scenario::played() const {
  std::string text =
      fmt::format("{} {} {} {} {}\n", years, replications, seed, to_string(law), static_cast<int>(assignment));
  if (incomes == Incomes::kAll) text += "incomes all\n";
  for (const auto& [id, numbers] : law_changes) text += fmt::format("{} {}\n", id, fmt::join(numbers, " "));
  for (const PlacesRule& rule : places)
    text +=
        fmt::format("{} {} {} {} {} {} {} {} {} {}\n", row_of(rule.kind).name, fmt::join(rule.places, " "), rule.scheme,
                    rule.hours_week.value_or(0), rule.floor_per_mille.value_or(0), rule.wage_value, rule.paid_per_mille,
                    rule.coaching_centihours_week, rule.coaching_hour_eurocent, rule.permanent);
  if (fund) text += fmt::format("fund {} {}\n", fund->year_eurocent, fund->training_eurocent);
  if (internships)
    text += fmt::format("internships {} {} {}\n", internships->number, internships->months,
                        internships->norm_month_eurocent);
  for (const auto& [id, parameter] : parameters)
    text += fmt::format("{} {} {} {}\n", id, parameter.value, parameter.low, parameter.high);
  return text;
}

Result<Scenario> read_scenario(const std::filesystem::path& file) { return ScenarioReader().read(file); }

Result<ParameterStore> changed_law(const ParameterStore& law, const Scenario& scenario) {
  std::vector<Parameter> changed;
  for (const auto& [id, numbers] : scenario.law_changes) {
    const auto now = law.value_at(id, scenario.law);
    if (!now) return fail(now.error());
    if ((*now)->rows.size() != 1 || (*now)->rows.front().size() != numbers.size())
      return fail({.code = FaultCode::kTomlType,
                   .file = "law_change",
                   .column = id,
                   .args = {{"expected", text_of(**now, law.find(id)->unit)}}});
    const Date from = (*now)->from;
    Parameter parameter = *law.find(id);
    for (DatedValue& value : parameter.values) {
      if (value.from != from) continue;
      for (std::size_t c = 0; c < numbers.size(); ++c)
        value.rows.front()[c] = {.kind = Cell::Kind::kNumber, .number = *parse_rate(numbers[c])};
      value.state = LawState::kAangekondigd;
      value.confidence = Confidence::kMemory;
    }
    changed.push_back(std::move(parameter));
  }
  return law.with(std::move(changed));
}

}  // namespace passend::insight
