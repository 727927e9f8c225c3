// SPDX-License-Identifier: EUPL-1.2
// What the demo municipality stands on: real postcodes around a centre, real occupations in families of work, and the
// items that such work asks about. Read from the data folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/fault.hpp"
#include "insight/marginals.hpp"

namespace passend {

struct DemoPlaces {
  std::vector<std::string> pc4;      // nearest to the centre first
  std::vector<std::int64_t> totals;  // running totals of weights, for Draws::weighted
};

struct DemoOccupation {
  std::string esco, isco;  // ESCO id; ISCO code of four digits
};

// A family of work (data/demo/families.toml).
struct DemoFamily {
  std::string id, sbi, days, shift, nl;
  std::vector<DemoOccupation> occupations;
  std::vector<std::string> licences, diplomas, skills;
  std::int64_t education = 0;  // ISCED level that its work usually asks; 0 = none
  MarginalRow premium;         // wage above the anchor, per mille
};

struct DemoFamilies {
  std::vector<DemoFamily> list;
  std::vector<std::int64_t> people, works, social;  // running totals of weights
};

struct DemoItem {
  std::string kind;
  std::vector<std::string> levels;  // norm first
};

struct DemoDemand {
  std::string item, level;
};

struct DemoReference {
  Marginals marginals;
  DemoPlaces places;
  DemoFamilies families;
  std::map<std::string, DemoItem> items;
  std::map<std::string, std::vector<DemoDemand>> templates;  // by ISCO group

  // The template of the longest group that the code lies in; empty when there is none.
  const std::vector<DemoDemand>& template_of(const std::string& isco) const;
};

// Faults: those of reading; kCodeUnknown for a centre that has no known point, and for an occupation or skill that the
// reference data lack.
Result<DemoReference> read_demo_reference(const std::filesystem::path& data_folder, const std::string& centre,
                                          std::int64_t people);

}  // namespace passend
