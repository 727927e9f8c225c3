// SPDX-License-Identifier: EUPL-1.2
// Shows what work may ask of a person: language, licence, diploma, conditions and support, each met, lacking or not
// known, and what may be learned, adapted or met by the municipality instead.
#include <gtest/gtest.h>

#include "scene.hpp"

namespace passend::testing {
namespace {

// Not met: what happens by `trainable`.
void expect_by_trainable(Scene& scene, Gate gate, Having having, const std::string& question,
                         const std::string& trainable) {
  struct Case {
    std::optional<bool> may_learn;
    std::string lacking, not_known;
  };
  for (const Case& c : {Case{true, "yes", "yes"}, Case{false, "no", question}, Case{{}, trainable, question}}) {
    scene.work().requirements[0].trainable = c.may_learn;
    EXPECT_EQ(scene.asks(gate), having == Having::kLacking ? c.lacking : c.not_known);
  }
}

TEST(GateLanguage, EachLevelAgainstEachLevel) {
  Scene scene;
  const Symbol nl = scene.symbol("nl");
  for (int asked = 0; asked <= 6; ++asked) {
    for (int own = 0; own <= 6; ++own) {
      scene.work().requirements = {{RequirementKind::kLanguage, nl, asked, false}};
      scene.person().languages = {{nl, own}};
      const bool met = own >= std::max(asked, 1);  // not stated = A1; geen never does
      EXPECT_EQ(scene[Gate::kLanguage], met ? Outcome::kYes : Outcome::kNo) << asked << ' ' << own;
      if (!met)
        expect_by_trainable(scene, Gate::kLanguage, Having::kLacking, "person.language:nl",
                            "work.trainable:language:nl");
    }
  }
}

TEST(GateLanguage, ALevelThatIsNotKnownIsAskedOfThePerson) {
  Scene scene;
  scene.work().requirements = {{RequirementKind::kLanguage, scene.symbol("nl"), 3, {}}};
  scene.person().languages = {{scene.symbol("ar"), 6}};
  expect_by_trainable(scene, Gate::kLanguage, Having::kNotKnown, "person.language:nl", "");
  scene.person().languages = {{scene.symbol("nl"), {}}};
  expect_by_trainable(scene, Gate::kLanguage, Having::kNotKnown, "person.language:nl", "");
}

TEST(GateLicence, HasHasNotOrNotKnown) {
  Scene scene;
  const Symbol b = scene.symbol("B");
  scene.work().requirements = {{RequirementKind::kLicence, b, 0, {}}};
  expect_by_trainable(scene, Gate::kLicence, Having::kNotKnown, "person.licence:B", "");
  scene.person().licences = {{b, {}}};
  expect_by_trainable(scene, Gate::kLicence, Having::kNotKnown, "person.licence:B", "");
  scene.person().licences = {{b, false}};
  expect_by_trainable(scene, Gate::kLicence, Having::kLacking, "person.licence:B", "work.trainable:licence:B");
  scene.person().licences = {{b, true}};
  EXPECT_EQ(scene.asks(Gate::kLicence), "yes");
}

TEST(GateDiploma, WithACodeThatVeryDiploma) {
  Scene scene;
  const Symbol vig = scene.symbol("VIG");
  scene.work().requirements = {{RequirementKind::kDiploma, vig, 0, {}}};
  scene.person().education = {{8, scene.symbol("MSc")}};
  expect_by_trainable(scene, Gate::kDiploma, Having::kNotKnown, "person.diploma:VIG", "");
  scene.person().education = {{-1, vig}};
  expect_by_trainable(scene, Gate::kDiploma, Having::kLacking, "person.diploma:VIG", "work.trainable:diploma:VIG");
  scene.person().education = {{-1, vig}, {{}, vig}};
  EXPECT_EQ(scene.asks(Gate::kDiploma), "yes");
}

TEST(GateDiploma, WithoutACodeTheLevel) {
  Scene scene;
  scene.work().requirements = {{RequirementKind::kDiploma, {}, 3, {}}};
  expect_by_trainable(scene, Gate::kDiploma, Having::kNotKnown, "person.diploma:3", "");
  scene.person().education = {{{}, scene.symbol("VIG")}};
  expect_by_trainable(scene, Gate::kDiploma, Having::kNotKnown, "person.diploma:3", "");
  for (const int level : {-1, 0, 2}) {
    scene.person().education = {{level, {}}};
    expect_by_trainable(scene, Gate::kDiploma, Having::kLacking, "person.diploma:3", "work.trainable:diploma:3");
  }
  for (const int level : {3, 4, 8}) {
    scene.person().education = {{0, {}}, {level, {}}};
    EXPECT_EQ(scene.asks(Gate::kDiploma), "yes");
  }
  scene.work().requirements[0].level = 0;
  scene.person().education = {{-1, {}}};
  scene.work().requirements[0].trainable = false;
  EXPECT_EQ(scene.asks(Gate::kDiploma), "no");
}

TEST(Requirements, ASkillIsNoGateAndALearnedOneIsNoted) {
  Scene scene;
  scene.work().requirements = {{RequirementKind::kSkill, scene.symbol("S1"), 0, false},
                               {RequirementKind::kLicence, scene.symbol("B"), 0, true}};
  PairNotes notes;
  EXPECT_EQ(scene.all(&notes).all(), Outcome::kYes);
  ASSERT_EQ(notes.learning.size(), 1U);
  EXPECT_EQ(notes.learning[0].kind, RequirementKind::kLicence);
}

TEST(GateConditions, ADemandThatDoesNotHoldIsAdaptedAskedOrRefused) {
  Scene scene;
  const std::uint16_t lifting = scene.item("IV.13");
  struct Case {
    ItemLevel person, work;
    std::optional<bool> adaptable;
    bool assumed;
    const char* answer;
  };
  for (const Case& c : {Case{1, 1, {}, false, "yes"},
                        {2, 1, false, false, "no"},
                        {2, 1, true, false, "yes"},
                        {2, 1, {}, false, "work.adaptable:IV.13"},
                        {2, 1, false, true, "work.demand:IV.13"},
                        {kNoLevel, 0, false, false, "yes"},
                        {3, kNoLevel, false, false, "yes"}}) {
    scene.person().conditions = {scene.condition("IV.13", c.person), scene.condition("II.1", 0)};
    scene.work().demands = {{lifting, c.work, c.adaptable, c.assumed}};
    EXPECT_EQ(scene.asks(Gate::kConditions), c.answer);
  }
}

TEST(GateConditions, ALimitationCountsUntilItsLastDay) {
  for (const auto& [expires, answer] :
       {std::pair{"", "no"}, {"2026-11-03", "no"}, {"2026-11-04", "no"}, {"2026-11-02", "person.condition:IV.13"}}) {
    Scene scene;
    scene.person().conditions = {scene.condition("IV.13", 3, parse_date(expires)), scene.condition("II.1", 0)};
    scene.work().demands = {{scene.item("IV.13"), 0, false, false}};
    EXPECT_EQ(scene.asks(Gate::kConditions), answer) << expires;
  }
}

TEST(GateConditions, WhatWorkLeftOpenComesFromTheTemplateOfItsOccupation) {
  Scene scene;
  scene.work().occupation = scene.occupation("keukenhulp");  // 9112: IV.13
  EXPECT_EQ(scene.asks(Gate::kConditions), "person.condition:IV.13");
  scene.person().conditions = {scene.condition("IV.13", 3)};
  EXPECT_EQ(scene.asks(Gate::kConditions), "work.demand:IV.13");  // assumed: never a no
}

TEST(GateConditions, AnOwnRowGoesBeforeTheTemplateUnlessItsLevelIsEmpty) {
  Scene scene;  // a waiter: the template of 51 demands II.1
  scene.work().demands = {{scene.item("II.1"), {}, false, false}, {scene.item("IV.1"), {}, {}, false}};
  EXPECT_EQ(scene.asks(Gate::kConditions), "yes");
  scene.work().demands = {{scene.item("III.8"), {}, {}, false}};
  EXPECT_EQ(scene.asks(Gate::kConditions), "work.demand:III.8");  // no template knows it
  scene.work().occupation = kOpen;
  scene.work().demands = {{scene.item("II.1"), {}, false, false}};
  EXPECT_EQ(scene.asks(Gate::kConditions), "work.demand:II.1");  // no occupation, no template
}

TEST(GateSupport, ByTheWorkByTheMunicipalityOrNotAtAll) {
  struct Case {
    std::optional<Centihours> need;
    bool offered;
    std::optional<Centihours> offer;
    bool resource;
    const char* answer;
  };
  for (const Case& c : {Case{150, true, 149, false, "no"},
                        {150, true, 150, false, "yes"},
                        {150, true, 151, false, "yes"},
                        {150, true, 149, true, "yes"},
                        {150, false, {}, true, "yes"},
                        {150, false, {}, false, "work.support:jobcoach"},
                        {150, true, {}, false, "work.support:jobcoach"},
                        {{}, true, 500, true, "person.support:jobcoach"},
                        {0, false, {}, false, "yes"}}) {
    Scene scene;
    const Symbol coach = scene.symbol("jobcoach");
    scene.person().supports = {{coach, c.need}};
    if (c.offered) scene.work().support = {{coach, c.offer}};
    if (c.resource)
      scene.snapshot.resources = {{scene.symbol("a"), "jobcoach", "", 0}, {scene.symbol("b"), "jobcoach", "", 900}};
    EXPECT_EQ(scene.asks(Gate::kSupport), c.answer);
    const auto uses = uses_of(scene.context(), scene.person(), scene.work());
    const bool by_resource = c.resource && c.need == 150;
    ASSERT_EQ(uses.size(), by_resource ? 1U : 0U);
    for (const ResourceUse& use : uses) EXPECT_EQ(use.resource, 0U);  // the first by id, whatever is left of it
  }
}

}  // namespace
}  // namespace passend::testing
