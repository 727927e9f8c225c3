// SPDX-License-Identifier: EUPL-1.2
// The CSV files of a snapshot folder while they are being written; the header names of all files stand in one table.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace passend {

class SnapshotText {
 public:
  SnapshotText();  // every file of the snapshot folder, with its header only

  // Asserts that the file exists and that there are as many cells as columns.
  void row(std::string_view file, const std::vector<std::string>& cells);

  std::map<std::string, std::string> take() &&;

 private:
  struct File {
    std::size_t columns = 0;
    std::string text{};
  };
  std::map<std::string, File, std::less<>> files_;
};

}  // namespace passend
