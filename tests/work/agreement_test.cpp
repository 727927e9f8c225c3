// SPDX-License-Identifier: EUPL-1.2
// Shows: an Instemming is the person's own act; an employee alone only reserves; the yes can be taken back until the
// start.
#include "work/agreement.hpp"

#include <gtest/gtest.h>

#include <type_traits>

#include "voorstel.hpp"

namespace passend::testing {
namespace {

static_assert(!std::is_copy_constructible_v<Instemming>);
static_assert(!std::is_constructible_v<Instemming, Reservation>);
static_assert(!std::is_convertible_v<Reservation, Instemming>);
static_assert(!std::is_invocable_v<decltype(agree), const Proposal&, const AgreedTerms&, RecordedByEmployee>);

AgreementRefusal refusal(const AgreementAnswer& answer) { return std::get<AgreementRefusal>(answer); }

TEST(Instemming, SaysWhoRecordedItAndHowThePersonConfirmed) {
  Scene scene;
  const Proposal proposal = voorstel_of(scene);
  const auto answer = agree(proposal, terms(1500), RecordedByEmployee{"k7"},
                            PersonConfirmation::by_signature("p1", "overeenkomst-12", day("2026-11-10")).value());
  const auto& instemming = std::get<Instemming>(answer);
  EXPECT_EQ(std::get<RecordedByEmployee>(instemming.recorded_by()).employee, "k7");
  EXPECT_EQ(instemming.confirmation().way(), ConfirmedBy::kSignature);
  EXPECT_EQ(instemming.confirmation().document(), "overeenkomst-12");
  EXPECT_EQ(instemming.person(), "p1");
  EXPECT_EQ(instemming.work(), "w1");
}

TEST(Instemming, TheCodeMustBeTheOneInTheLetterAndASignatureHasADocument) {
  const Date on = day("2026-11-10");
  EXPECT_TRUE(PersonConfirmation::by_letter_code("p1", "4711", "4711", on).has_value());
  EXPECT_FALSE(PersonConfirmation::by_letter_code("p1", "4711", "4712", on).has_value());
  EXPECT_FALSE(PersonConfirmation::by_letter_code("p1", "4711", "", on).has_value());
  EXPECT_FALSE(PersonConfirmation::by_letter_code("p1", "", "", on).has_value());
  EXPECT_FALSE(PersonConfirmation::by_signature("p1", "", on).has_value());
}

TEST(Instemming, NobodyAgreesForSomebodyElse) {
  Scene scene;
  EXPECT_EQ(refusal(agree(voorstel_of(scene), terms(1500), RecordedByPerson{}, logged_in("p2"))),
            AgreementRefusal::kOtherPerson);
}

TEST(Instemming, LiesBetweenTheVoorstelAndTheStart) {
  Scene scene;
  const Proposal proposal = voorstel_of(scene);
  const auto on = [&](std::string_view date) {
    return agree(proposal, terms(1500), RecordedByPerson{}, logged_in("p1", date));
  };
  EXPECT_EQ(refusal(on("2026-11-02")), AgreementRefusal::kBeforeProposal);
  EXPECT_TRUE(std::holds_alternative<Instemming>(on("2026-11-03")));
  EXPECT_TRUE(std::holds_alternative<Instemming>(on("2026-12-01")));
  EXPECT_EQ(refusal(on("2026-12-02")), AgreementRefusal::kAfterStart);
}

TEST(Reservation, BecomesAnInstemmingOnlyByThePersonsOwnAct) {
  Scene scene;
  const Proposal proposal = voorstel_of(scene);
  const Reservation reservation = reserve(proposal, terms(1500), {"k7"}, day("2026-11-04"));
  const auto yes = confirm(proposal, reservation, logged_in());
  EXPECT_EQ(std::get<Instemming>(yes).terms(), terms(1500));
  EXPECT_EQ(std::get<RecordedByEmployee>(std::get<Instemming>(yes).recorded_by()).employee, "k7");
  EXPECT_EQ(refusal(confirm(proposal, reservation, logged_in("k7"))), AgreementRefusal::kOtherPerson);
  Reservation other = reservation;
  other.work = "w2";
  EXPECT_EQ(refusal(confirm(proposal, other, logged_in())), AgreementRefusal::kOtherProposal);
}

TEST(Instemming, IsTakenBackUntilTheDayBeforeTheStart) {
  Scene scene;
  const Proposal proposal = voorstel_of(scene);
  const auto back_on = [&](Date on) { return withdraw(instemming_of(proposal, terms(1500)), on); };
  EXPECT_TRUE(std::holds_alternative<Withdrawal>(back_on(kStart + -1)));
  EXPECT_EQ(std::get<Instemming>(back_on(kStart)).work(), "w1");
  EXPECT_EQ(std::get<Instemming>(back_on(kStart + 1)).work(), "w1");
}

}  // namespace
}  // namespace passend::testing
