// SPDX-License-Identifier: EUPL-1.2
#include "cli/schemes.hpp"

#include "cli/workspace.hpp"

namespace passend::cli {

Result<SchemeLibrary> open_schemes(const Common& common, const SchemeArguments& arguments) {
  const auto folder = arguments.schemes.empty() ? find_data_folder(common.data) / "schemes" : arguments.schemes;
  auto schemes = scheme::load_schemes(folder);
  if (!schemes) return passend::fail(schemes.error());
  return SchemeLibrary{std::move(*schemes)};
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
