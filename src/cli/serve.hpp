// SPDX-License-Identifier: EUPL-1.2
// Shows the report of a plan on this machine only, until Ctrl-C. Row-level files are not served.
#pragma once

#include <filesystem>

#include "cli/console.hpp"

namespace passend::cli {

int serve_folder(const Console& console, const std::filesystem::path& plan, int port);

}  // namespace passend::cli
