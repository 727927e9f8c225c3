// SPDX-License-Identifier: EUPL-1.2
// Any bytes as the file of a scheme: a scheme whose versions can be asked, or faults with a place.
#include <cstdint>
#include <cstdlib>

#include "scheme/eligibility.hpp"
#include "scheme/scheme_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = passend::scheme::read_scheme({reinterpret_cast<const char*>(data), size}, "input.toml");
  if (!read) {
    if (read.error().empty()) std::abort();
    for (const passend::Fault& fault : read.error())
      if (fault.line < 1) std::abort();
    return 0;
  }
  for (const auto& version : read->versions) {
    const passend::scheme::Facts nothing{.date = version.from};
    const auto answer = passend::scheme::eligible(version, nothing, std::nullopt);
    if (answer.conditions.size() != version.target.size()) std::abort();
    if (answer.outcome != passend::scheme::eligibility_of(version, nothing, std::nullopt)) std::abort();
  }
  return 0;
}
