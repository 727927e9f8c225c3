// SPDX-License-Identifier: EUPL-1.2
// Shows: text on its ground has at least 4.5 to 1, and what must be seen against its ground at least 3 to 1
// (WCAG 2.2, 1.4.3 and 1.4.11), computed from the tokens in report.css.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <regex>

#include "present/report_sample.hpp"

namespace passend::present {
namespace {

std::map<std::string, std::string> tokens() {
  const auto css = report_css();
  const std::regex token("--([a-z0-9-]+): #([0-9a-f]{6});");
  std::map<std::string, std::string> found;
  for (std::sregex_iterator match(css.begin(), css.end(), token), end; match != end; ++match)
    found.emplace((*match)[1], (*match)[2]);
  return found;
}

double luminance(const std::string& hex) {
  const double weights[] = {0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const double part = std::stoi(hex.substr(2 * i, 2), nullptr, 16) / 255.0;
    sum += weights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double contrast(const std::string& a, const std::string& b) {
  const double first = luminance(a), second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

struct Pair {
  const char* front;
  const char* ground;
  double least;
};

TEST(Contrast, OfEveryPairThatThePageUses) {
  const Pair pairs[] = {{"ink", "paper", 4.5},         {"ink", "petrol-50", 4.5}, {"ink", "saffron-50", 4.5},
                        {"ink", "saffron", 4.5},       {"petrol", "paper", 4.5},  {"petrol", "petrol-50", 4.5},
                        {"petrol-dark", "paper", 4.5}, {"grey", "paper", 4.5},    {"grey", "petrol-50", 4.5},
                        {"wrong", "paper", 4.5},       {"paper", "ink", 4.5},     {"paper", "petrol", 4.5},
                        {"petrol", "petrol-100", 3},   {"ink", "saffron", 3}};
  auto colours = tokens();
  for (const auto& pair : pairs) {
    ASSERT_TRUE(colours.contains(pair.front) && colours.contains(pair.ground)) << pair.front << " " << pair.ground;
    EXPECT_GE(contrast(colours[pair.front], colours[pair.ground]), pair.least) << pair.front << " on " << pair.ground;
  }
}

TEST(Contrast, BlackOnWhiteIsTwentyOne) { EXPECT_NEAR(contrast("000000", "ffffff"), 21, 0.001); }

}  // namespace
}  // namespace passend::present
