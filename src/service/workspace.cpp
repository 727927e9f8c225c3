// SPDX-License-Identifier: EUPL-1.2
#include "service/workspace.hpp"

#include <cstdlib>

#include "base/sha256.hpp"
#include "base/text_file.hpp"
#include "exchange/rules_reader.hpp"
#include "matching/prepare.hpp"

namespace passend::service {
namespace {

namespace fs = std::filesystem;

void add(Faults& faults, const Faults& more) { faults.insert(faults.end(), more.begin(), more.end()); }

struct RulesFile {
  fs::path path;
  std::string input_name;  // in the manifest
};

RulesFile find_rules(const Source& source) {
  if (source.rules) return {*source.rules, "rules/" + source.rules->filename().string()};
  if (fs::exists(source.snapshot / "rules.toml")) return {source.snapshot / "rules.toml", "snapshot/rules.toml"};
  return {source.data / "rules" / "voorbeeld.toml", "rules/voorbeeld.toml"};
}

void read_law(const Source& source, Workspace& out, Faults& faults) {
  auto law = load_parameters(source.data / "law");
  if (!law) return add(faults, law.error());
  out.law = std::make_unique<ParameterStore>(std::move(*law));
  for (const auto& entry : fs::directory_iterator(source.data / "law"))
    if (entry.path().extension() == ".toml")
      if (const auto bytes = read_file(entry.path()))
        out.inputs["law/" + entry.path().filename().string()] = sha256_hex(*bytes);
}

void read_rules_file(const Source& source, Workspace& out, Faults& faults) {
  const RulesFile file = find_rules(source);
  auto bytes = read_file(file.path);
  if (!bytes) return add(faults, bytes.error());
  auto rules = read_rules(*bytes, file.path.string());
  if (!rules) return add(faults, rules.error());
  out.rules = std::move(*rules);
  out.inputs[file.input_name] = sha256_hex(*bytes);
  out.rules_bytes = std::move(*bytes);
}

}  // namespace

Result<std::unique_ptr<Workspace>> open_workspace(const Source& source) {
  auto out = std::make_unique<Workspace>();
  Faults faults;
  auto reference = read_reference(source.data);
  if (reference)
    out->reference = std::move(*reference);
  else
    add(faults, reference.error());
  read_law(source, *out, faults);
  read_rules_file(source, *out, faults);
  if (!faults.empty()) return fail(std::move(faults));
  for (const auto& [name, hash] : out->reference.sha256) out->inputs[name] = hash;
  auto read = read_snapshot(source.snapshot, out->reference.reference, out->rules, source.reading);
  if (!read) return fail(read.error());
  out->read = std::move(*read);
  for (const auto& [name, hash] : out->read.sha256) out->inputs["snapshot/" + name] = hash;
  Faults refused = check_floors(out->rules, out->read.snapshot, find_rules(source).path.string());
  if (!refused.empty()) return fail(std::move(refused));
  if (auto done = prepare_again(*out, source.date); !done) return fail(done.error());
  return out;
}

Result<void> prepare_again(Workspace& workspace, Date date) {
  auto context = prepare(workspace.read.snapshot, workspace.reference.reference, workspace.rules, *workspace.law, date);
  if (!context) return fail(context.error());
  workspace.context = std::move(*context);
  return {};
}

fs::path find_data_folder(const std::string& option) {
  if (!option.empty()) return option;
  if (const char* variable = std::getenv("PASSEND_DATA"); variable != nullptr && *variable != '\0') return variable;
  std::error_code ignored;
  const fs::path installed =
      fs::read_symlink("/proc/self/exe", ignored).parent_path().parent_path() / "share" / "passend";
  if (fs::is_directory(installed / "law", ignored)) return installed;
  return PASSEND_DATA_FOLDER;
}

}  // namespace passend::service
