// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "base/toml_fields.hpp"
#include "fairwork/operator_licence.hpp"

namespace passend::fairwork {
namespace {

constexpr int kMostWeeks = 100;
constexpr const char* kHidden = "…";

class LicenceReader {
 public:
  explicit LicenceReader(const std::string& file) : fields_(file) {}

  Result<LicenceBook> read_book(const toml::table& root) {
    LicenceBook book;
    fields_.check_keys(root, {"term", "step", "check"});
    if (const auto* term = table(root, "term")) {
      fields_.check_keys(*term, {"weeks", "extension_weeks", "source", "date", "confidence"});
      book.model = term_of(*term);
      book.term_basis = basis(*term);
    }
    for (const auto* one : fields_.tables(root, "step")) {
      fields_.check_keys(*one, {"id", "nl", "en", "article", "source", "date", "confidence"});
      book.steps.push_back(
          {fields_.needed_text(*one, "id"), words(*one), fields_.needed_text(*one, "article"), basis(*one)});
    }
    for (const auto* one : fields_.tables(root, "check")) book.checks.push_back(check(*one));
    if (!fields_.faults().empty()) return fail(std::move(fields_.faults()));
    return book;
  }

  Result<LicenceFile> read_file(const LicenceBook& book, const toml::table& root) {
    LicenceFile out;
    out.checks.resize(book.checks.size());
    fields_.check_keys(root, {"received", "decided", "apv", "completion", "extension", "papers", "premises", "plan"});
    out.received = fields_.date(root, "received", true).value_or(Date{});
    out.decided = day_after(root, "decided", out.received);
    if (const auto* apv = table(root, "apv")) {
      fields_.check_keys(*apv, {"decision_weeks", "extension_weeks", "silence"});
      out.apv = {weeks_if(*apv, "decision_weeks"), weeks_if(*apv, "extension_weeks"), flag_if(*apv, "silence")};
    }
    for (const auto* one : fields_.tables(root, "completion")) out.events.emplace_back(suspension(*one, out.received));
    for (const auto* one : fields_.tables(root, "extension")) {
      fields_.check_keys(*one, {"announced", "weeks"});
      if (!one->contains("announced")) fields_.add(FaultCode::kTomlKeyMissing, one, "announced");
      out.events.emplace_back(
          scheme::Extension{day_after(*one, "announced", out.received).value_or(out.received),
                            {fields_.integer(*one, "weeks", 1, kMostWeeks), scheme::TermUnit::kWeeks}});
    }
    for (std::size_t group = 0; group < kLicenceGroups.size(); ++group) read_checks(book, root, group, out);
    if (fields_.faults().empty()) return out;
    hide_texts();
    return fail(std::move(fields_.faults()));
  }

 private:
  const toml::table* table(const toml::table& from, std::string_view key) {
    const toml::node* node = from.get(key);
    if (node == nullptr) return nullptr;
    if (!node->is_table()) fields_.add(FaultCode::kTomlType, node, std::string(key), {{"expected", "[table]"}});
    return node->as_table();
  }

  Words words(const toml::table& from) { return {fields_.needed_text(from, "nl"), fields_.needed_text(from, "en")}; }

  Basis basis(const toml::table& from) {
    Basis basis{fields_.needed_text(from, "source"), fields_.needed_text(from, "date"),
                fields_.needed_text(from, "confidence")};
    if (!basis.confidence.empty())
      fields_.is_in_list(from, "confidence", basis.confidence, {"confirmed", "single", "memory"});
    return basis;
  }

  LicenceTerm term_of(const toml::table& from) {
    return {weeks_if(from, "weeks"), weeks_if(from, "extension_weeks"), std::nullopt};
  }

  LicenceCheck check(const toml::table& from) {
    fields_.check_keys(from, {"id", "group", "nl", "en", "source", "date", "confidence"});
    const std::vector<std::string_view> groups(kLicenceGroups.begin(), kLicenceGroups.end());
    const std::string group = fields_.needed_text(from, "group");
    LicenceCheck check{.id = fields_.needed_text(from, "id"), .words = words(from), .basis = basis(from)};
    if (!group.empty() && fields_.is_in_list(from, "group", group, groups))
      check.group = static_cast<std::size_t>(std::ranges::find(groups, group) - groups.begin());
    return check;
  }

  std::optional<int> weeks_if(const toml::table& from, std::string_view key) {
    const auto found = fields_.number_if(from, key, 0, 0, kMostWeeks);
    return found ? std::optional(static_cast<int>(*found)) : std::nullopt;
  }

  std::optional<bool> flag_if(const toml::table& from, std::string_view key) {
    return from.contains(key) ? std::optional(fields_.flag(from, key)) : std::nullopt;
  }

  std::optional<Date> day_after(const toml::table& from, std::string_view key, Date first) {
    const auto day = fields_.date(from, key, false);
    if (day && *day < first) fields_.add(FaultCode::kIntervalReversed, from.get(key), std::string(key));
    return day;
  }

  scheme::Suspension suspension(const toml::table& from, Date received) {
    fields_.check_keys(from, {"asked", "until", "completed"});
    if (!from.contains("asked")) fields_.add(FaultCode::kTomlKeyMissing, &from, "asked");
    scheme::Suspension out{.invited = day_after(from, "asked", received).value_or(received)};
    out.until = day_after(from, "until", out.invited + 1);
    out.completed = day_after(from, "completed", out.invited);
    return out;
  }

  void read_checks(const LicenceBook& book, const toml::table& root, std::size_t group, LicenceFile& out) {
    const auto* answers = table(root, kLicenceGroups[group]);
    if (answers == nullptr) return;
    for (const auto& [key, node] : *answers) {
      const auto found = std::ranges::find_if(
          book.checks, [&](const LicenceCheck& one) { return one.group == group && one.id == key.str(); });
      if (found == book.checks.end())
        fields_.add(FaultCode::kTomlKeyUnknown, &node, std::string(key.str()));
      else
        out.checks[static_cast<std::size_t>(found - book.checks.begin())] = fields_.flag(*answers, key.str());
    }
  }

  // A text that does not belong here may be about somebody.
  void hide_texts() {
    for (Fault& fault : fields_.faults())
      if (!fault.value.empty() && (fault.code == FaultCode::kTomlKeyUnknown || fault.code == FaultCode::kTomlType ||
                                   fault.code == FaultCode::kNotADate))
        fault.value = kHidden;
  }

  TomlFields fields_;
};

}  // namespace

Result<LicenceBook> read_licence_book(std::string_view bytes, const std::string& file) {
  const auto table = read_toml(bytes, file);
  if (!table) return fail(table.error());
  return LicenceReader(file).read_book(*table);
}

Result<LicenceFile> read_licence_file(const LicenceBook& book, std::string_view bytes, const std::string& file) {
  const auto table = read_toml(bytes, file);
  if (!table) return fail(table.error());
  return LicenceReader(file).read_file(book, *table);
}

}  // namespace passend::fairwork
