// SPDX-License-Identifier: EUPL-1.2
// A demo municipality: invented people and employers on real postcodes and in real occupations. No names of people, no
// sex, origin, BSN or diagnosis; every employer is called "Voorbeeldbedrijf … (verzonnen)".
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "base/date.hpp"
#include "base/fault.hpp"

namespace passend {

struct DemoOptions {
  int people = 7000;
  int places = 4000;         // number of works; each may have several places
  std::string pc4 = "7411";  // the centre
  std::uint64_t seed = 1;
  Date date = make_date(2026, 12, 1);  // the plan date that wishes, indications and starts lie around
};

// File name → text of a snapshot folder, rules.toml and README.txt included. The same options and data give the same
// bytes on every machine. Faults: kOutOfRange for fewer than 1 or more than 2,000,000 people or works; kCodeUnknown for
// a centre without a known point; kTomlKeyMissing for a marginal that is not there.
Result<std::map<std::string, std::string>> make_demo_municipality(const DemoOptions& options,
                                                                  const std::filesystem::path& data_folder);

}  // namespace passend
