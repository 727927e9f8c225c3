// SPDX-License-Identifier: EUPL-1.2
// The demo municipality at any size, read from files as a plan reads it.
#pragma once

#include <filesystem>
#include <memory>

#include "service/workspace.hpp"

namespace passend::bench {

// A folder of its own under the system's temporary folder; gone with this value.
class DemoFolder {
 public:
  DemoFolder(int people, int works);
  ~DemoFolder();
  DemoFolder(const DemoFolder&) = delete;
  DemoFolder& operator=(const DemoFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Ends the program with a message where the data is at fault: a benchmark has nothing to measure then.
std::unique_ptr<service::Workspace> read_demo(const DemoFolder& folder);

}  // namespace passend::bench
