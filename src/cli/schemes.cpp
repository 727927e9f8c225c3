// SPDX-License-Identifier: EUPL-1.2
#include "cli/schemes.hpp"

#include <algorithm>

#include "service/workspace.hpp"

namespace passend::cli {

Result<SchemeLibrary> open_schemes(const Common& common, const SchemeArguments& arguments) {
  const auto folder =
      arguments.schemes.empty() ? service::find_data_folder(common.data) / "schemes" : arguments.schemes;
  auto schemes = scheme::load_schemes(folder);
  if (!schemes) return passend::fail(schemes.error());
  SchemeLibrary library{std::move(*schemes)};
  const auto own_folder = arguments.folder / "schemes";
  std::error_code ignored;
  if (arguments.folder.empty() || !std::filesystem::is_directory(own_folder, ignored)) return library;
  auto own = scheme::load_schemes(own_folder);
  if (!own) return passend::fail(own.error());
  for (scheme::Scheme& one : *own) {
    std::erase_if(library.schemes, [&](const scheme::Scheme& other) { return other.id == one.id; });
    library.schemes.push_back(std::move(one));
  }
  std::ranges::sort(library.schemes, {}, &scheme::Scheme::id);
  return library;
}

Result<FoundVersion> version_on(const SchemeLibrary& library, const std::string& id, Date on) {
  const scheme::Scheme* one = scheme::find_scheme(library.schemes, id);
  const scheme::SchemeVersion* version = one == nullptr ? nullptr : one->version_on(on);
  if (version == nullptr)
    return passend::fail(
        {.code = FaultCode::kUnknownScheme, .file = id, .value = id, .args = {{"date", to_string(on)}}});
  return FoundVersion{std::shared_ptr<const scheme::Scheme>(std::shared_ptr<const scheme::Scheme>(), one), version};
}

}  // namespace passend::cli
