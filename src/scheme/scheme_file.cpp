// SPDX-License-Identifier: EUPL-1.2
#include "scheme/scheme_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text_file.hpp"
#include "base/toml_fields.hpp"
#include "scheme/condition_file.hpp"
#include "scheme/offer_file.hpp"

namespace passend::scheme {
namespace {

using Names = std::vector<std::string_view>;

constexpr std::int64_t kMostWeeks = 1000;
constexpr std::int64_t kMostYears = 100;
constexpr std::size_t kMostVersions = 1000;
constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2199;

const Names kWho{"aanvrager", "gemeente", "uwv", "werkgever", "opleider", "partner"};
const Names kConsequences{"none", "repay", "stop"};
// What would touch a benefit: refused by the principle.
const Names kCoercion{"maatregel", "lower_benefit", "stop_benefit", "boete"};
const Names kLawfulGroups{"benefit_duration", "waiting",          "support", "education", "area",
                          "statushouder",     "arbeidsbeperking", "age"};
const Names kIndicators{"applications", "granted",      "refused",        "in_time",        "placed",
                        "running_6",    "running_12",   "running_24",     "to_regular",     "average_grant",
                        "completed",    "job_after_12", "net_cost_place", "waiting_people", "unpaid_hours"};

class VersionReader {
 public:
  VersionReader(TomlFields& fields, const toml::table& table) : fields_(fields), table_(table) {}

  SchemeVersion read() {
    fields_.check_keys(table_, {"name",        "from",
                                "from_chosen", "until",
                                "legal_basis", "source",
                                "confidence",  "note",
                                "hardship",    "voluntary",
                                "target",      "offer",
                                "step",        "evidence",
                                "decision",    "ceiling",
                                "division",    "commitment_years",
                                "structural",  "statutory_order",
                                "obligation",  "ends",
                                "indicators",  "pledge",
                                "stage",       "aim",
                                "reported"});
    read_head();
    read_principles();
    for (const toml::table* part : fields_.tables(table_, "target"))
      out_.target.push_back(read_condition(fields_, *part));
    if (out_.target.empty() && (!table_.contains("target") || table_.get_as<toml::array>("target") != nullptr))
      fields_.add(FaultCode::kTomlKeyMissing, &table_, "target");
    check_together(fields_, table_, out_.target);
    for (const toml::table* part : fields_.tables(table_, "offer")) out_.offers.push_back(read_offer(fields_, *part));
    if (out_.offers.empty() && (!table_.contains("offer") || table_.get_as<toml::array>("offer") != nullptr))
      fields_.add(FaultCode::kTomlKeyMissing, &table_, "offer");
    read_procedure();
    read_money();
    read_aims();
    return std::move(out_);
  }

 private:
  Confidence confidence_in(const toml::table& from) {
    const std::string word = fields_.needed_text(from, "confidence");
    const auto confidence = confidence_named(word);
    if (!confidence && from.contains("confidence"))
      fields_.is_in_list(from, "confidence", word, {"confirmed", "single", "memory"});
    return confidence.value_or(Confidence::kMemory);
  }

  void read_head() {
    out_.line = line_of(table_);
    out_.name = fields_.needed_text(table_, "name");
    out_.from = fields_.date(table_, "from", true).value_or(Date{});
    out_.is_from_chosen = fields_.flag(table_, "from_chosen");
    out_.until = fields_.date(table_, "until", false);
    if (table_.contains("until") && !out_.until) out_.until = out_.from;  // told; no overlap besides
    if (out_.until && *out_.until < out_.from) fields_.add(FaultCode::kIntervalReversed, table_.get("until"), "until");
    out_.legal_basis = fields_.needed_text(table_, "legal_basis");
    out_.source = fields_.needed_text(table_, "source");
    out_.confidence = confidence_in(table_);
    out_.note = fields_.text(table_, "note");
  }

  // Coercion does not work; and whoever falls between the rules is heard.
  void read_principles() {
    if (!table_.contains("voluntary"))
      fields_.add(FaultCode::kTomlKeyMissing, &table_, "voluntary");
    else if (!fields_.flag(table_, "voluntary"))
      fields_.add(FaultCode::kRuleRefused, table_.get("voluntary"), "voluntary", {{"reason", "compulsory"}});
    const toml::node* hardship = table_.get("hardship");
    const bool is_text = hardship != nullptr && hardship->is_string();
    const bool is_dropped = (hardship != nullptr && hardship->is_boolean()) ||
                            (is_text && fields_.text(table_, "hardship").find_first_not_of(" \t") == std::string::npos);
    if (is_dropped)
      fields_.add(FaultCode::kRuleRefused, hardship, "hardship", {{"reason", "no-hardship"}});
    else
      out_.hardship = fields_.needed_text(table_, "hardship");
  }

  void read_procedure() {
    for (const toml::table* part : fields_.tables(table_, "step")) {
      fields_.check_keys(*part, {"who", "what"});
      Step step{fields_.needed_text(*part, "who"), fields_.needed_text(*part, "what")};
      if (!step.who.empty()) fields_.is_in_list(*part, "who", step.who, kWho);
      out_.steps.push_back(std::move(step));
    }
    out_.evidence = fields_.texts(table_, "evidence");
    if (const auto* part = table_in(table_, "decision")) {
      fields_.check_keys(*part, {"weeks", "extension_weeks", "statutory", "article"});
      if (!part->contains("weeks")) fields_.add(FaultCode::kTomlKeyMissing, part, "weeks");
      out_.decision = DecisionTerm{.weeks = read_stated(fields_, *part, "weeks", 0, kMostWeeks),
                                   .extension_weeks = read_stated(fields_, *part, "extension_weeks", 0, kMostWeeks),
                                   .statutory = fields_.flag(*part, "statutory"),
                                   .article = fields_.text(*part, "article")};
    }
    for (const toml::table* part : fields_.tables(table_, "obligation")) read_obligation(*part);
    out_.ends = fields_.texts(table_, "ends");
    out_.indicators = fields_.texts(table_, "indicators");
    for (const std::string& word : out_.indicators) fields_.is_in_list(table_, "indicators", word, kIndicators);
    out_.statutory_order = fields_.text(table_, "statutory_order");
    if (!out_.statutory_order.empty())
      fields_.is_in_list(table_, "statutory_order", out_.statutory_order, {"indication_date"});
  }

  void read_obligation(const toml::table& part) {
    fields_.check_keys(part, {"who", "what", "consequence"});
    Obligation row{fields_.needed_text(part, "who"), fields_.needed_text(part, "what"),
                   fields_.needed_text(part, "consequence")};
    if (!row.who.empty()) fields_.is_in_list(part, "who", row.who, kWho);
    if (std::ranges::find(kCoercion, row.consequence) != kCoercion.end())
      fields_.add(FaultCode::kRuleRefused, part.get("consequence"), "consequence",
                  {{"reason", "consequence-for-benefit"}});
    else if (!row.consequence.empty())
      fields_.is_in_list(part, "consequence", row.consequence, kConsequences);
    out_.obligations.push_back(std::move(row));
  }

  void read_money() {
    for (const toml::table* part : fields_.tables(table_, "ceiling")) {
      fields_.check_keys(*part, {"year", "eurocent", "places", "source"});
      Ceiling row{.year = static_cast<int>(fields_.number_if(*part, "year", 0, kFirstYear, kLastYear).value_or(0)),
                  .eurocent = read_stated(fields_, *part, "eurocent", 0, kMostEurocentOfAll),
                  .places = read_stated(fields_, *part, "places", 0, kMostNumber),
                  .source = fields_.text(*part, "source"),
                  .line = line_of(*part)};
      if (!part->contains("eurocent") && !part->contains("places"))
        fields_.add(FaultCode::kTomlKeyMissing, part, "eurocent");
      for (const Ceiling& other : out_.ceilings)
        if (other.year == row.year)
          fields_.add(FaultCode::kKeyTwice, part, "year", {{"first_line", std::to_string(other.line)}});
      out_.ceilings.push_back(std::move(row));
    }
    if (const auto* part = table_in(table_, "division")) read_division(*part);
    if (!out_.ceilings.empty() && !table_.contains("division"))
      fields_.add(FaultCode::kRuleRefused, &table_, "division", {{"reason", "ceiling-without-division"}});
    out_.commitment_years = read_stated(fields_, table_, "commitment_years", 0, kMostYears);
    out_.structural = fields_.flag(table_, "structural");
  }

  void read_division(const toml::table& part) {
    fields_.check_keys(part, {"rule", "remainder", "published"});
    const std::string rule = fields_.needed_text(part, "rule");
    const auto found = std::ranges::find(kDivisionNames, std::string_view(rule));
    Division division;
    if (found != kDivisionNames.end())
      division.rule = static_cast<DivisionRule>(found - kDivisionNames.begin());
    else if (!rule.empty())
      fields_.is_in_list(part, "rule", rule, Names(kDivisionNames.begin(), kDivisionNames.end()));
    const std::string remainder = fields_.text(part, "remainder");
    if (!remainder.empty()) fields_.is_in_list(part, "remainder", remainder, {"stop", "next"});
    division.skip_too_large = remainder == "next";
    division.published = fields_.needed_text(part, "published");
    out_.division = std::move(division);
  }

  void read_aims() {
    for (const toml::table* part : fields_.tables(table_, "pledge")) {
      fields_.check_keys(*part, {"partner", "gives", "number"});
      out_.pledges.push_back({fields_.needed_text(*part, "partner"), fields_.needed_text(*part, "gives"),
                              read_stated(fields_, *part, "number", 0, kMostNumber)});
    }
    for (const toml::table* part : fields_.tables(table_, "stage")) {
      fields_.check_keys(*part, {"name", "what"});
      out_.stages.push_back({fields_.needed_text(*part, "name"), fields_.needed_text(*part, "what")});
    }
    for (const toml::table* part : fields_.tables(table_, "aim")) {
      fields_.check_keys(*part, {"what", "group", "number", "ground"});
      Aim aim{fields_.needed_text(*part, "what"), fields_.text(*part, "group"),
              read_stated(fields_, *part, "number", 0, kMostNumber), fields_.text(*part, "ground")};
      if (!aim.group.empty()) fields_.is_in_list(*part, "group", aim.group, kLawfulGroups);
      if (aim.group == "age" && aim.ground.empty())
        fields_.add(FaultCode::kRuleRefused, part, "ground", {{"reason", "age-without-ground"}});
      out_.aims.push_back(std::move(aim));
    }
    for (const toml::table* part : fields_.tables(table_, "reported")) {
      fields_.check_keys(*part, {"what", "value", "source", "confidence"});
      out_.reported.push_back({fields_.needed_text(*part, "what"), fields_.needed_text(*part, "value"),
                               fields_.needed_text(*part, "source"), confidence_in(*part)});
    }
  }

  const toml::table* table_in(const toml::table& from, std::string_view key) {
    const toml::node* node = from.get(key);
    if (node != nullptr && !node->is_table())
      fields_.add(FaultCode::kTomlType, node, std::string(key), {{"expected", "{…}"}});
    return from.get_as<toml::table>(key);
  }

  TomlFields& fields_;
  const toml::table& table_;
  SchemeVersion out_;
};

void check_versions(TomlFields& fields, const toml::table& root, std::vector<SchemeVersion>& versions) {
  std::ranges::stable_sort(versions, {}, &SchemeVersion::from);
  const auto add = [&](FaultCode code, const SchemeVersion& at, const SchemeVersion& other, std::string key,
                       std::string value) {
    fields.add(code, &root, std::move(key), {{"first_line", std::to_string(other.line)}, {"other", other.name}});
    fields.faults().back().line = at.line;
    fields.faults().back().value = std::move(value);
  };
  for (std::size_t i = 0; i < versions.size(); ++i)
    for (std::size_t j = i + 1; j < versions.size(); ++j)
      if (versions[i].name == versions[j].name && !versions[i].name.empty())
        add(FaultCode::kKeyTwice, versions[j], versions[i], "name", versions[j].name);
  for (std::size_t i = 1; i < versions.size(); ++i) {
    const SchemeVersion& first = versions[i - 1];
    const bool is_dated = first.from != Date{};  // a day that is not one was told already
    if (is_dated && (!first.until || *first.until >= versions[i].from))
      add(FaultCode::kOverlap, versions[i], first, "from", to_string(versions[i].from));
  }
}

}  // namespace

Result<Scheme> read_scheme(std::string_view bytes, const std::string& file) {
  const auto root = read_toml(bytes, file);
  if (!root) return fail(root.error());
  TomlFields fields(file);
  fields.check_keys(*root, {"id", "title", "municipality", "about", "version"});
  Scheme out;
  out.file = file;
  out.id = fields.needed_text(*root, "id");
  out.title = fields.needed_text(*root, "title");
  out.municipality = fields.needed_text(*root, "municipality");
  out.about = fields.text(*root, "about");
  const bool plain =
      std::ranges::all_of(out.id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
  if (!plain) fields.add(FaultCode::kTomlType, root->get("id"), "id", {{"expected", "a-z 0-9 _"}});
  const auto* versions = root->get_as<toml::array>("version");
  if (versions != nullptr && versions->size() > kMostVersions) {
    fields.add(FaultCode::kTooLarge, versions, "version", {{"expected", std::to_string(kMostVersions)}});
    return fail(std::move(fields.faults()));
  }
  if (!root->contains("version") || (versions != nullptr && versions->empty()))
    fields.add(FaultCode::kTomlKeyMissing, nullptr, "version");
  for (const toml::table* version : fields.tables(*root, "version"))
    out.versions.push_back(VersionReader(fields, *version).read());
  check_versions(fields, *root, out.versions);
  if (!fields.faults().empty()) return fail(std::move(fields.faults()));
  return out;
}

Result<std::vector<Scheme>> load_schemes(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".toml") paths.push_back(entry.path());
  if (error || paths.empty()) return fail({.code = FaultCode::kFileMissing, .file = folder.string()});
  std::ranges::sort(paths);
  Faults faults;
  std::vector<Scheme> schemes;
  for (const auto& path : paths) {
    const auto bytes = read_file(path);
    auto scheme = bytes ? read_scheme(*bytes, path.string()) : Result<Scheme>(fail(bytes.error()));
    if (!scheme) {
      faults.insert(faults.end(), scheme.error().begin(), scheme.error().end());
      continue;
    }
    if (find_scheme(schemes, scheme->id) != nullptr)
      faults.push_back({.code = FaultCode::kKeyTwice,
                        .file = path.string(),
                        .line = 1,
                        .column = "id",
                        .value = scheme->id,
                        .args = {{"first_line", "1"}}});
    schemes.push_back(std::move(*scheme));
  }
  if (!faults.empty()) return fail(std::move(faults));
  std::ranges::sort(schemes, {}, &Scheme::id);
  return schemes;
}

const Scheme* find_scheme(const std::vector<Scheme>& schemes, std::string_view id) {
  const auto found = std::ranges::find(schemes, id, &Scheme::id);
  return found == schemes.end() ? nullptr : &*found;
}

}  // namespace passend::scheme
