// SPDX-License-Identifier: EUPL-1.2
#include "demo_workspace.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

#include "base/text_file.hpp"
#include "insight/demo_municipality.hpp"

namespace passend::bench {
namespace {

template <class Value>
Value value_or_exit(Result<Value> result) {
  if (result) return std::move(*result);
  for (const Fault& fault : result.error())
    fmt::print(stderr, "{}: {} {}\n", name_of(fault.code), fault.file, fault.value);
  std::exit(EXIT_FAILURE);
}

}  // namespace

DemoFolder::DemoFolder(int people, int works)
    : path_(std::filesystem::temp_directory_path() / fmt::format("passend-bench-{}-{}", getpid(), people)) {
  const auto files =
      value_or_exit(make_demo_municipality({.people = people, .places = works}, service::find_data_folder("")));
  if (const auto done = replace_folder(path_, files); !done) value_or_exit(Result<int>(fail(done.error())));
}

DemoFolder::~DemoFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::unique_ptr<service::Workspace> read_demo(const DemoFolder& folder) {
  return value_or_exit(service::open_workspace(
      {.snapshot = folder.path(), .data = service::find_data_folder(""), .rules = {}, .date = DemoOptions{}.date}));
}

}  // namespace passend::bench
