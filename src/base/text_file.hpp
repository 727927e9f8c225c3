// SPDX-License-Identifier: EUPL-1.2
// Reading and writing whole files and folders. A folder is replaced as one: readers see the old one or the new one.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/fault.hpp"

namespace passend {

Result<std::string> read_file(const std::filesystem::path& path);

// Writes all files (name → content; a name may hold a folder, "schemes/x.toml") into a folder beside `folder`, syncs,
// and exchanges the two in one step. On any error `folder` is as it was.
Result<void> replace_folder(const std::filesystem::path& folder, const std::map<std::string, std::string>& files);

// kFileUnwritable where replacing `folder` would remove what this program did not write: it is a file, or it is not
// empty and holds no file `marker`.
Result<void> check_own_folder(const std::filesystem::path& folder, std::string_view marker);

// replace_folder for one file: written aside, synced, renamed.
Result<void> replace_file(const std::filesystem::path& path, const std::string& content);

}  // namespace passend
