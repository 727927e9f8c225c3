// SPDX-License-Identifier: EUPL-1.2
// The schemes a command works with: data/schemes or the folder of --schemes, and those in DIR/schemes, which replace
// others of the same id.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "scheme/scheme_file.hpp"

namespace passend::cli {

struct SchemeLibrary {
  std::vector<scheme::Scheme> schemes;
};

// All faults of all files.
Result<SchemeLibrary> open_schemes(const Common& common, const SchemeArguments& arguments);

struct FoundVersion {
  std::shared_ptr<const scheme::Scheme> scheme;
  const scheme::SchemeVersion* version = nullptr;
};

// kUnknownScheme: no such scheme, or none of its versions holds on the day. Points into the library.
Result<FoundVersion> version_on(const SchemeLibrary& library, const std::string& id, Date on);

}  // namespace passend::cli
