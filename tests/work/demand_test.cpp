// SPDX-License-Identifier: EUPL-1.2
// Shows when a demand holds for a person, level against level, for every kind of item.
#include "work/demand.hpp"

#include <gtest/gtest.h>

#include "scene.hpp"

namespace passend::testing {
namespace {

struct Case {
  const char* item;
  const char* person;
  const char* work;
  bool holds;
};

TEST(Demand, HoldsLevelAgainstLevel) {
  const Reference reference = small_reference();
  for (const Case& c : {Case{"IV.13", "15", "15", true},
                        {"IV.13", "10", "15", false},
                        {"IV.13", "10", "10", true},
                        {"IV.13", "10", "5", true},
                        {"IV.13", "2", "5", false},
                        {"IV.13", "geen", "15", true},
                        {"IV.13", "2", "geen", true},
                        {"II.1", "beperkt", "norm", false},
                        {"II.1", "norm", "norm", true},
                        {"II.1", "beperkt", "beperkt", true},
                        {"III.8", "norm", "allergie", true},
                        {"III.8", "allergie", "allergie", false},
                        {"III.8", "allergie", "infectie", true},
                        {"III.8", "allergie", "norm", false},
                        {"III.8", "norm", "norm", true},
                        {"I.8a", "ja", "ja", true},
                        {"I.8a", "ja", "nee", false},
                        {"I.8a", "nee", "nee", true},
                        {"I.8a", "geen", "nee", true},
                        {"I.8a", "ja", "geen", true},
                        {"III.1a", "35", "34", true},
                        {"III.1a", "35", "35", true},
                        {"III.1a", "35", "36", false},
                        {"III.1b", "-15", "-14", true},
                        {"III.1b", "-15", "-15", true},
                        {"III.1b", "-15", "-16", false},
                        {"IV.1", "links", "rechts", true}}) {
    const Item& item = reference.items[reference.item_index.at(c.item)];
    const auto person = person_level(item, c.person);
    const auto work = work_level(item, c.work);
    ASSERT_TRUE(person && work) << c.item << ' ' << c.person << ' ' << c.work;
    EXPECT_EQ(holds(item, *person, *work), c.holds) << c.item << ' ' << c.person << ' ' << c.work;
  }
}

TEST(Demand, KnowsNoOtherWords) {
  const Reference reference = small_reference();
  for (const auto& [code, text] : {std::pair{"IV.13", "7"},
                                   {"II.1", ""},
                                   {"III.8", "huid"},
                                   {"I.8a", "soms"},
                                   {"III.1a", "warm"},
                                   {"III.1a", "100001"},
                                   {"IV.13", "GEEN"}}) {
    const Item& item = reference.items[reference.item_index.at(code)];
    EXPECT_FALSE(person_level(item, text)) << code << ' ' << text;
    EXPECT_FALSE(work_level(item, text)) << code << ' ' << text;
  }
}

}  // namespace
}  // namespace passend::testing
