// SPDX-License-Identifier: EUPL-1.2
#include "work/agreement.hpp"

#include <utility>

namespace passend {

PersonConfirmation::PersonConfirmation(std::string person, ConfirmedBy way, std::string document, Date on)
    : person_(std::move(person)), way_(way), document_(std::move(document)), on_(on) {}

PersonConfirmation PersonConfirmation::by_login(std::string person, Date on) {
  return {std::move(person), ConfirmedBy::kLogin, {}, on};
}

std::optional<PersonConfirmation> PersonConfirmation::by_letter_code(std::string person, std::string_view sent,
                                                                     std::string_view entered, Date on) {
  if (sent.empty() || sent != entered) return std::nullopt;
  return PersonConfirmation(std::move(person), ConfirmedBy::kLetterCode, {}, on);
}

std::optional<PersonConfirmation> PersonConfirmation::by_signature(std::string person, std::string document, Date on) {
  if (document.empty()) return std::nullopt;
  return PersonConfirmation(std::move(person), ConfirmedBy::kSignature, std::move(document), on);
}

Reservation reserve(const Proposal& proposal, const AgreedTerms& terms, RecordedByEmployee employee, Date on) {
  return {proposal.person(), proposal.work(), terms, std::move(employee), on};
}

Instemming::Instemming(std::string work, const AgreedTerms& terms, RecordedBy recorded_by,
                       PersonConfirmation confirmation)
    : work_(std::move(work)),
      terms_(terms),
      recorded_by_(std::move(recorded_by)),
      confirmation_(std::move(confirmation)) {}

AgreementAnswer agree(const Proposal& proposal, const AgreedTerms& terms, RecordedBy recorded_by,
                      PersonConfirmation confirmation) {
  if (confirmation.person() != proposal.person()) return AgreementRefusal::kOtherPerson;
  if (confirmation.on() < proposal.date()) return AgreementRefusal::kBeforeProposal;
  if (confirmation.on() > terms.start) return AgreementRefusal::kAfterStart;
  return Instemming(proposal.work(), terms, std::move(recorded_by), std::move(confirmation));
}

AgreementAnswer confirm(const Proposal& proposal, const Reservation& reservation, PersonConfirmation confirmation) {
  if (reservation.person != proposal.person() || reservation.work != proposal.work())
    return AgreementRefusal::kOtherProposal;
  return agree(proposal, reservation.terms, reservation.recorded_by, std::move(confirmation));
}

std::variant<Withdrawal, Instemming> withdraw(Instemming instemming, Date on) {
  if (!instemming.withdrawable(on)) return {std::move(instemming)};
  return Withdrawal{instemming.person(), instemming.work(), on};
}

}  // namespace passend
