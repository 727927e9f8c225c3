// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/report_recipients.hpp"

#include <algorithm>

#include "base/toml_fields.hpp"
#include "fairwork/report_store.hpp"

namespace passend::fairwork {
namespace {

constexpr std::size_t kMostRecipients = kRecordsPerAct - 1;
constexpr std::size_t kMostNameBytes = 40;

std::string names_of(const std::vector<Recipient>& all) {
  std::string names;
  for (const Recipient& recipient : all) names += (names.empty() ? "" : ", ") + recipient.name;
  return names;
}

// Never the text itself: somebody may have put a secret key here.
Fault bad_key(const toml::table& table, const std::string& file) {
  const toml::node* node = table.get("public_key");
  return {.code = FaultCode::kKeyForm,
          .file = file,
          .line = line_of(node == nullptr ? static_cast<const toml::node&>(table) : *node),
          .column = "public_key"};
}

Recipient recipient_of(TomlFields& fields, const toml::table& table, const std::string& file) {
  fields.check_keys(table, {"name", "title", "kind", "public_key"});
  Recipient recipient{.name = fields.needed_text(table, "name"), .title = fields.needed_text(table, "title")};
  const std::string kind = fields.needed_text(table, "kind");
  const auto listed = std::ranges::find(kRecipientKinds, kind);
  if (!kind.empty())
    fields.is_in_list(table, "kind", kind,
                      std::vector<std::string_view>(kRecipientKinds.begin(), kRecipientKinds.end()));
  if (listed != kRecipientKinds.end()) recipient.kind = static_cast<RecipientKind>(listed - kRecipientKinds.begin());
  if (!recipient.name.empty() && !is_recipient_name(recipient.name))
    fields.add(FaultCode::kNotInList, table.get("name"), "name", {{"expected", "a-z 0-9 - _"}});
  const std::string key = fields.needed_text(table, "public_key");
  const auto read = public_key_of(key);
  if (read) recipient.key = *read;
  if (!key.empty() && !read) fields.faults().push_back(bad_key(table, file));
  return recipient;
}

void check_names(TomlFields& fields, const std::vector<const toml::table*>& tables,
                 const std::vector<Recipient>& recipients) {
  for (std::size_t i = 0; i < recipients.size(); ++i)
    for (std::size_t before = 0; before < i; ++before)
      if (!recipients[i].name.empty() && recipients[before].name == recipients[i].name)
        fields.add(FaultCode::kKeyTwice, tables[i]->get("name"), "name",
                   {{"first_line", std::to_string(line_of(*tables[before]->get("name")))}});
}

}  // namespace

bool is_recipient_name(std::string_view name) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
  return !name.empty() && name.size() <= kMostNameBytes && std::ranges::all_of(name, fits);
}

Result<std::vector<Recipient>> read_recipients(std::string_view bytes, const std::string& file) {
  start_sodium();
  const auto table = read_toml(bytes, file);
  if (!table) return fail(table.error());
  TomlFields fields(file);
  fields.check_keys(*table, {"recipient"});
  const auto tables = fields.tables(*table, "recipient");
  if (tables.empty() && fields.faults().empty()) fields.add(FaultCode::kTomlKeyMissing, nullptr, "recipient");
  std::vector<Recipient> recipients;
  for (const toml::table* one : tables) recipients.push_back(recipient_of(fields, *one, file));
  check_names(fields, tables, recipients);
  if (!fields.faults().empty()) return fail(std::move(fields.faults()));
  return recipients;
}

Result<std::vector<Recipient>> choose_recipients(const std::vector<Recipient>& all,
                                                 const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (std::ranges::find(all, names[i], &Recipient::name) == all.end())
      return fail(
          {.code = FaultCode::kNotInList, .file = "--to", .value = names[i], .args = {{"expected", names_of(all)}}});
    if (std::ranges::count(names, names[i]) > 1)
      return fail({.code = FaultCode::kKeyTwice, .file = "--to", .value = names[i]});
  }
  if (names.empty() || names.size() > kMostRecipients)
    return fail({.code = FaultCode::kTooLarge,
                 .file = "--to",
                 .value = std::to_string(names.size()),
                 .args = {{"expected", std::to_string(kMostRecipients)}}});
  std::vector<Recipient> chosen;
  for (const Recipient& recipient : all)
    if (std::ranges::find(names, recipient.name) != names.end()) chosen.push_back(recipient);
  return chosen;
}

}  // namespace passend::fairwork
