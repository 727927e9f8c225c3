// SPDX-License-Identifier: EUPL-1.2
#include "cli/simulation_files.hpp"

#include <nlohmann/json.hpp>

#include "base/sha256.hpp"
#include "base/text_file.hpp"
#include "cli/schemes.hpp"
#include "insight/population_files.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

constexpr const char* kSchema = "passend-simulation/1";

}  // namespace

Result<std::unique_ptr<OpenSimulation>> open_simulation(const Common& common, const std::filesystem::path& scenario,
                                                        const std::filesystem::path& population) {
  auto out = std::make_unique<OpenSimulation>();
  auto read = insight::read_scenario(scenario);
  if (!read) return passend::fail(read.error());
  out->scenario = std::move(*read);
  auto people = insight::read_population(population);
  if (!people) return passend::fail(people.error());
  out->population = std::move(*people);
  const auto data = service::find_data_folder(common.data);
  const auto law = load_parameters(data / "law");
  if (!law) return passend::fail(law.error());
  auto changed = insight::changed_law(*law, out->scenario);
  if (!changed) return passend::fail(changed.error());
  out->law = std::make_unique<ParameterStore>(std::move(*changed));
  out->rules = income::read_rule_book(*out->law, out->scenario.law);
  auto reference = read_reference(data);
  if (!reference) return passend::fail(reference.error());
  out->reference = std::move(*reference);
  auto library = open_schemes(common, {});
  if (!library) return passend::fail(library.error());
  out->library = std::move(library->schemes);
  auto files = insight::make_seeker_files(out->scenario, data);
  if (!files) return passend::fail(files.error());
  out->files = std::move(*files);

  // What was played, not how it was written: two scenarios that say the same have one hash.
  std::string all;
  for (const char* name : {"households.csv", "residents.csv", "population.json"}) {
    const auto bytes = read_file(population / name);
    if (!bytes) return passend::fail(bytes.error());
    all += sha256_hex(*bytes);
  }
  out->people = sha256_hex(all);
  out->hash = sha256_hex(out->scenario.played() + out->people);
  return out;
}

Result<void> write_simulation(const std::filesystem::path& out, const WrittenSimulation& simulation) {
  const insight::Results& results = simulation.results;
  const nlohmann::json head{{"schema", kSchema},
                            {"title", simulation.title},
                            {"population", simulation.population},
                            {"scenario", results.scenario},
                            {"years", results.years},
                            {"replications", results.replications.size()},
                            {"invented", true}};
  return replace_folder(out, {{"results.csv", results_file(results)},
                              {"bands.csv", bands_csv(results)},
                              {kSimulationMarker, head.dump(1) + "\n"}});
}

Result<WrittenSimulation> read_simulation(const std::filesystem::path& folder) {
  const auto head_file = folder / kSimulationMarker;
  const auto head_bytes = read_file(head_file);
  if (!head_bytes) return passend::fail(head_bytes.error());
  const auto head = nlohmann::json::parse(*head_bytes, nullptr, false);
  const auto word = [&](const char* key) {
    return head.contains(key) && head[key].is_string() ? head[key].get<std::string>() : std::string();
  };
  if (!head.is_object() || word("schema") != kSchema)
    return passend::fail({.code = FaultCode::kJsonSyntax, .file = head_file.string(), .args = {{"reason", "schema"}}});
  const auto file = folder / "results.csv";
  const auto bytes = read_file(file);
  if (!bytes) return passend::fail(bytes.error());
  auto results = insight::read_results(*bytes, file.string());
  if (!results) return passend::fail(results.error());
  const bool fits = head.value("years", nlohmann::json()) == results->years &&
                    head.value("replications", nlohmann::json()) == results->replications.size() &&
                    word("scenario") == results->scenario && !results->replications.empty();
  if (!fits)
    return passend::fail({.code = FaultCode::kJsonSyntax,
                          .file = head_file.string(),
                          .args = {{"reason", "years, replications, scenario"}}});
  return WrittenSimulation{word("title"), word("population"), std::move(*results)};
}

}  // namespace passend::cli
