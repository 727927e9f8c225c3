// SPDX-License-Identifier: EUPL-1.2
// Shows: a wished group admits its members, by each of two parents; what is told too broadly is not known.
#include "work/occupation_tree.hpp"

#include <gtest/gtest.h>

#include "scene.hpp"

namespace passend::testing {
namespace {

TEST(OccupationTree, EverythingLiesInItselfAndInWhatIsAboveIt) {
  const Reference reference = small_reference();
  const OccupationTree& tree = reference.occupations;
  for (const char* above : {"hoofdkelner", "kelner", "5131", "513", "51", "5"})
    EXPECT_TRUE(tree.lies_in(tree.find("hoofdkelner"), tree.find(above))) << above;
  for (const char* other : {"keukenhulp", "9112", "9"})
    EXPECT_FALSE(tree.lies_in(tree.find("hoofdkelner"), tree.find(other))) << other;
}

TEST(OccupationTree, AnOccupationWithTwoParentsLiesInBoth) {
  const Reference reference = small_reference();
  const OccupationTree& tree = reference.occupations;
  for (const char* above : {"9112", "9", "5131", "5"})
    EXPECT_EQ(tree.admits(tree.find(above), tree.find("keukenhulp")), Outcome::kYes) << above;
}

TEST(OccupationTree, TooBroadOrNotToldIsUnknown) {
  const Reference reference = small_reference();
  const OccupationTree& tree = reference.occupations;
  EXPECT_EQ(tree.admits(tree.find("kelner"), tree.find("51")), Outcome::kUnknown);
  EXPECT_EQ(tree.admits(tree.find("kelner"), kOpen), Outcome::kUnknown);
  EXPECT_EQ(tree.admits(tree.find("kelner"), tree.find("91")), Outcome::kNo);
  EXPECT_EQ(tree.find("0"), kOpen);
}

}  // namespace
}  // namespace passend::testing
