// SPDX-License-Identifier: EUPL-1.2
#include "insight/demo_municipality.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/text_file.hpp"
#include "insight/demo_world.hpp"

namespace passend {
namespace {

constexpr int kMost = 2'000'000;

Faults check(const DemoOptions& options) {
  Faults faults;
  for (const auto& [name, count] : {std::pair("people", options.people), std::pair("places", options.places)})
    if (count < 1 || count > kMost)
      faults.push_back(
          {.code = FaultCode::kOutOfRange, .file = "demo", .column = name, .value = fmt::format("{}", count)});
  return faults;
}

std::map<std::string, std::string> write_all(DemoWorld& world, const std::string& example_rules) {
  SnapshotText out;
  write_people(world, out);
  write_abilities(world, out);
  write_wishes(world, out);
  write_placements(world, out);
  write_works(world, out);
  write_demands(world, out);
  write_means(world, out);
  auto files = std::move(out).take();
  files["rules.toml"] = demo_rules(world, example_rules);
  files["README.txt"] = demo_readme(world);
  return files;
}

}  // namespace

Result<std::map<std::string, std::string>> make_demo_municipality(const DemoOptions& options,
                                                                  const std::filesystem::path& data_folder) {
  if (auto faults = check(options); !faults.empty()) return fail(std::move(faults));
  const auto reference = read_demo_reference(data_folder, options.pc4, options.people);
  if (!reference) return std::unexpected(reference.error());
  const auto example_rules = read_file(data_folder / "rules" / "voorbeeld.toml");
  if (!example_rules) return std::unexpected(example_rules.error());
  DemoWorld world{.reference = *reference,
                  .seed = options.seed,
                  .date = options.date,
                  .people = {},
                  .employers = {},
                  .works = {},
                  .works_of_kind = {},
                  .works_of_family = {},
                  .group_sizes = {}};
  make_people(world, static_cast<std::size_t>(options.people));
  make_works(world, static_cast<std::size_t>(options.places));
  auto files = write_all(world, *example_rules);
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(data_folder / "demo" / "schemes", ignored)) {
    const auto text = read_file(entry.path());
    if (!text) return std::unexpected(text.error());
    files["schemes/" + entry.path().filename().string()] = *text;
  }
  if (auto faults = reference->marginals.faults((data_folder / "demo" / "marginals.toml").string()); !faults.empty())
    return fail(std::move(faults));
  return files;
}

}  // namespace passend
