// SPDX-License-Identifier: EUPL-1.2
// Shows: a placement needs the same person, work, birth date, pay and start in voorstel, Instemming and wage check;
// unpaid activity ends on a day and is never a placement.
#include "work/placement.hpp"

#include <gtest/gtest.h>

#include <type_traits>

#include "voorstel.hpp"

namespace passend::testing {
namespace {

static_assert(!std::is_default_constructible_v<Placement>);
static_assert(!std::is_constructible_v<Placement, UnpaidActivity>);
static_assert(!std::is_invocable_v<decltype(place), const Proposal&, Reservation, const PassedWageCheck&>);
static_assert(!std::is_invocable_v<decltype(place), const Proposal&, Instemming, const WageShortfall&>);

// What happens when the voorstel is for this scene, and agreement and check are as given.
std::optional<PlacementRefusal> refused(Scene& scene, const AgreedTerms& agreed, const PassedWageCheck& check) {
  const Proposal proposal = voorstel_of(scene);
  const auto answer = place(proposal, instemming_of(proposal, agreed), check);
  if (const auto* refusal = std::get_if<PlacementRefusal>(&answer)) return *refusal;
  EXPECT_EQ(std::get<Placement>(answer).instemming().terms(), agreed);
  return std::nullopt;
}

TEST(Placement, NeedsEverythingToBeOfTheSamePersonPayAndDay) {
  Scene scene;
  const AgreedTerms agreed = terms(1500);
  EXPECT_EQ(refused(scene, agreed, passed(agreed)), std::nullopt);
  EXPECT_EQ(refused(scene, agreed, passed(agreed, "1990-05-06")), PlacementRefusal::kOtherBirthDate);
  EXPECT_EQ(refused(scene, agreed, passed(terms(1501))), PlacementRefusal::kOtherPay);
  EXPECT_EQ(refused(scene, agreed, passed(terms(1500, kStart + 1))), PlacementRefusal::kOtherStart);
  EXPECT_EQ(refused(scene, agreed, passed(agreed, "1990-05-05", true)), PlacementRefusal::kOtherScale);
  scene.person().birth = std::nullopt;
  EXPECT_EQ(refused(scene, agreed, passed(agreed)), PlacementRefusal::kBirthDateMissing);
}

TEST(Placement, IsOfTheVoorstelThatWasAgreedTo) {
  Scene scene;
  const AgreedTerms agreed = terms(1500);
  const Proposal proposal = voorstel_of(scene);
  scene.work().id = scene.symbol("w2");
  const auto other_work = place(voorstel_of(scene), instemming_of(proposal, agreed), passed(agreed));
  EXPECT_EQ(std::get<PlacementRefusal>(other_work), PlacementRefusal::kOtherWork);
  scene.person().id = scene.symbol("p2");
  const auto other_person = place(voorstel_of(scene), instemming_of(proposal, agreed), passed(agreed));
  EXPECT_EQ(std::get<PlacementRefusal>(other_person), PlacementRefusal::kOtherPerson);
}

TEST(Placement, ACheckThatLeftOutAgreementOrMunicipalityDoesNotHelp) {
  Scene scene;
  scene.work().cao_floor_eurocent = 1550;
  EXPECT_EQ(refused(scene, terms(1549), passed(terms(1549))), PlacementRefusal::kBelowFloor);
  EXPECT_EQ(refused(scene, terms(1550), passed(terms(1550))), std::nullopt);
  scene.rules.wage_floor_hourly_eurocent = 1600;
  EXPECT_EQ(refused(scene, terms(1599), passed(terms(1599))), PlacementRefusal::kBelowFloor);
  EXPECT_EQ(refused(scene, terms(1600), passed(terms(1600))), std::nullopt);
  scene.person().birth = day("2005-12-02");  // 21 the day after the start
  EXPECT_EQ(refused(scene, terms(1599), passed(terms(1599), "2005-12-02")), std::nullopt);
}

TEST(Placement, ARefusalLeavesTheInstemmingToThePerson) {
  Scene scene;
  const Proposal proposal = voorstel_of(scene);
  Instemming instemming = instemming_of(proposal, terms(1500));
  EXPECT_TRUE(std::holds_alternative<PlacementRefusal>(
      place(proposal, static_cast<Instemming&&>(instemming), passed(terms(1501)))));
  EXPECT_EQ(instemming.person(), "p1");
}

TEST(Placement, TheYesCanBeTakenBackUntilTheStart) {
  Scene scene;
  const Proposal proposal = voorstel_of(scene);
  const auto placed = [&] {
    return std::get<Placement>(place(proposal, instemming_of(proposal, terms(1500)), passed(terms(1500))));
  };
  EXPECT_TRUE(std::holds_alternative<Withdrawal>(withdraw(placed(), kStart + -1)));
  EXPECT_TRUE(std::holds_alternative<Placement>(withdraw(placed(), kStart)));
}

TEST(UnpaidActivity, IsForUnpaidKindsAndAPlacementForPaidOnes) {
  for (std::size_t k = 0; k + 1 < kWorkKinds; ++k) {
    Scene scene;
    const WorkKindRow& kind = kWorkKindTable[k];
    scene.work_of(static_cast<WorkKind>(k));
    scene.work().non_displacement = day("2026-01-01");
    scene.person().indications = {{scene.symbol("beschut"), {}, {}}};
    const AgreedTerms agreed = terms(kind.paid ? 1500 : 0);
    const auto refusal = refused(scene, agreed, passed(kind.paid ? agreed : terms(1500)));
    EXPECT_EQ(refusal, kind.paid ? std::nullopt : std::optional(PlacementRefusal::kNotAPlacement)) << kind.name;
    const Proposal proposal = voorstel_of(scene);
    const auto activity = begin_activity(proposal, instemming_of(proposal, agreed), kStart + 30, kStart + 60);
    EXPECT_EQ(std::holds_alternative<UnpaidActivity>(activity), !kind.paid) << kind.name;
  }
}

TEST(UnpaidActivity, EndsBetweenItsStartAndItsLimitAndPaysNothing) {
  Scene scene;
  scene.work_of(WorkKind::kProefplaatsing);
  const Proposal proposal = voorstel_of(scene);
  const auto until = [&](int days, std::int64_t pay = 0) {
    const auto answer = begin_activity(proposal, instemming_of(proposal, terms(pay)), kStart + days, kStart + 60);
    const auto* refusal = std::get_if<PlacementRefusal>(&answer);
    return refusal == nullptr ? std::nullopt : std::optional(*refusal);
  };
  EXPECT_EQ(until(-1), PlacementRefusal::kNoEnd);
  EXPECT_EQ(until(0), std::nullopt);
  EXPECT_EQ(until(60), std::nullopt);
  EXPECT_EQ(until(61), PlacementRefusal::kNoEnd);
  EXPECT_EQ(until(30, 1), PlacementRefusal::kPaid);
}

}  // namespace
}  // namespace passend::testing
