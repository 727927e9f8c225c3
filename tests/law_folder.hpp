// SPDX-License-Identifier: EUPL-1.2
// The law as shipped, loaded once per test program.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "law/parameter_store.hpp"

namespace passend {

inline std::filesystem::path law_folder() { return std::filesystem::path(PASSEND_SOURCE_DIR) / "data/law"; }

inline const ParameterStore& shipped_law() {
  static const ParameterStore law = [] {
    auto loaded = load_parameters(law_folder());
    if (loaded) return *loaded;
    for (const Fault& fault : loaded.error())
      std::fprintf(stderr, "%s:%d:%s: %s %s\n", fault.file.c_str(), fault.line, fault.column.c_str(),
                   std::string(name_of(fault.code)).c_str(), fault.value.c_str());
    std::abort();
  }();
  return law;
}

inline Date day(std::string_view text) { return parse_date(text).value(); }

}  // namespace passend
