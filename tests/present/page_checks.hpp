// SPDX-License-Identifier: EUPL-1.2
// What every page must be: as its golden file, well-formed, with words for every key, and alone.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "present/report_sample.hpp"

namespace passend::present {

inline std::string without_css(std::string html) {
  const auto begin = html.find("<style>");
  return html.erase(begin, html.find("</style>") + 8 - begin);
}

// `name` is a file in tests/present/golden.
inline void expect_golden(const std::string& name, const std::string& now) {
  const auto path = kSource / "tests/present/golden" / name;
  if (std::getenv("PASSEND_RESET_GOLDEN") != nullptr) {
    ASSERT_TRUE(replace_file(path, now));
  }
  const auto golden = read_file(path);
  ASSERT_TRUE(golden.has_value()) << "make it with PASSEND_RESET_GOLDEN=1";
  EXPECT_TRUE(now == *golden) << path << " differs; look at it, then reset with PASSEND_RESET_GOLDEN=1";
}

// Every tag that opens is closed in order; void elements and the doctype do not open.
inline std::string unbalanced(const std::string& html) {
  const std::regex tag("<(/?)([a-z][a-z0-9]*)[^>]*>");
  std::vector<std::string> open;
  for (std::sregex_iterator match(html.begin(), html.end(), tag), end; match != end; ++match) {
    const std::string name = (*match)[2];
    if (name == "meta" || name == "br") continue;
    if ((*match)[1].length() == 0) {
      open.push_back(name);
    } else {
      if (open.empty() || open.back() != name) return "</" + name + "> at " + std::to_string(match->position());
      open.pop_back();
    }
  }
  return open.empty() ? "" : open.back();
}

inline void expect_well_formed(const std::string& page) {
  const auto html = without_css(page);
  EXPECT_EQ(unbalanced(html), "");
  EXPECT_FALSE(std::regex_search(html, std::regex("\\[[a-z]+\\.[a-z]"))) << "a key without text";
  EXPECT_FALSE(std::regex_search(html, std::regex("\\{[a-z_]+\\}"))) << "a place without value";
}

inline void expect_ids_once_and_links_that_lead_somewhere(const std::string& html) {
  std::set<std::string> ids;
  const std::regex id(" id=\"([^\"]*)\"");
  for (std::sregex_iterator match(html.begin(), html.end(), id), end; match != end; ++match)
    EXPECT_TRUE(ids.insert((*match)[1]).second) << (*match)[1];
  const std::regex target("href=\"#([^\"]*)\"");
  for (std::sregex_iterator match(html.begin(), html.end(), target), end; match != end; ++match)
    EXPECT_TRUE(ids.contains((*match)[1])) << (*match)[1];
}

inline void expect_alone(const std::string& page) {
  const auto html = without_css(page);
  for (const auto* word : {"http:", "https:", "//", "<script", "<link", "@import", "url(", "src=", " style="})
    EXPECT_EQ(html.find(word), std::string::npos) << word;
}

inline void expect_landmarks(const std::string& html, Language language) {
  EXPECT_NE(html.find("<html lang=\"" + std::string(code_of(language)) + "\">"), std::string::npos);
  for (const auto* part : {"<main ", "<header>", "<footer>", "<nav ", "class=\"skip\"", "<h1>"})
    EXPECT_NE(html.find(part), std::string::npos) << part;
}

}  // namespace passend::present
