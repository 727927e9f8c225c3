// SPDX-License-Identifier: EUPL-1.2
#include "cli/basis_words.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace passend::cli {

std::string said(const Console& console, const fairwork::Words& words) {
  return console.catalogue().language() == present::Language::kDutch ? words.nl : words.en;
}

std::string basis_of(const Console& console, const fairwork::Basis& basis) {
  return fmt::format("[{}, {}; {}]", basis.source, basis.date,
                     console.text(fmt::format("cli.law.confidences.{}", basis.confidence)));
}

nlohmann::json basis_json(const fairwork::Basis& basis) {
  return {{"source", basis.source}, {"date", basis.date}, {"confidence", basis.confidence}};
}

}  // namespace passend::cli
