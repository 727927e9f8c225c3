// SPDX-License-Identifier: EUPL-1.2
// A version of a scheme as statements in words. Showing a version, and the difference of two, both read these.
#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"
#include "scheme/scheme.hpp"

namespace passend::cli {

// One thing a version says. Statements with the same key say something about the same thing.
struct Statement {
  std::string section;  // target, offer, procedure, money, aims, reported, basis
  std::string key;      // "offer.training.cap_year_eurocent"
  std::string label;    // "training: limit per year"; empty where the text says it all
  std::string text;     // "€ 2.500,00"
  std::string article;
};

std::vector<Statement> statements_of(const Console& console, const scheme::SchemeVersion& version);

// "benefit: bijstand or ww"
std::string words_of(const Console& console, const scheme::Predicate& predicate);
std::string words_of(const Console& console, scheme::Fact fact);
std::string label_of(const Console& console, scheme::Figure figure);

// One line of a list, wrapped under its mark.
std::string bullet(std::string_view line);

// One change from a to b.
struct Change {
  std::string section, key, label;
  std::string before, after;  // empty: was not said, is not said any more
};
std::vector<Change> changes_between(const Console& console, const scheme::SchemeVersion& a,
                                    const scheme::SchemeVersion& b);

}  // namespace passend::cli
