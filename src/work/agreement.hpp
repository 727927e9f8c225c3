// SPDX-License-Identifier: EUPL-1.2
// Instemming: the person's own yes to start this work on these terms. Only an act of the person makes one: a login, the
// code from the letter, or a signature. What an employee records alone is a Reservation, which keeps a place and
// nothing more. An Instemming cannot be copied, so that one that was withdrawn cannot be used.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "wage/wage_check.hpp"
#include "work/proposal.hpp"

namespace passend {

struct AgreedTerms {
  Date start{};
  HourlyPay pay{};  // nothing is paid in an unpaid activity
  friend bool operator==(const AgreedTerms&, const AgreedTerms&) = default;
};

enum class ConfirmedBy { kLogin, kLetterCode, kSignature };  // login, brief, handtekening in placements.csv

// An act of the person. Each way asks for what shows it.
class PersonConfirmation {
 public:
  // The person who is logged in.
  static PersonConfirmation by_login(std::string person, Date on);
  // Nothing when the code is not the one in the letter, or there was no letter (an empty code).
  static std::optional<PersonConfirmation> by_letter_code(std::string person, std::string_view sent,
                                                          std::string_view entered, Date on);
  // Nothing without the signed document.
  static std::optional<PersonConfirmation> by_signature(std::string person, std::string document, Date on);

  const std::string& person() const { return person_; }
  ConfirmedBy way() const { return way_; }
  const std::string& document() const { return document_; }  // of a signature
  Date on() const { return on_; }

 private:
  PersonConfirmation(std::string person, ConfirmedBy way, std::string document, Date on);

  std::string person_;
  ConfirmedBy way_;
  std::string document_;
  Date on_;
};

struct RecordedByPerson {};
struct RecordedByEmployee {
  std::string employee;
};
using RecordedBy = std::variant<RecordedByPerson, RecordedByEmployee>;

// An employee expects a yes. It keeps the place until the person answers and can never start anything.
struct Reservation {
  std::string person;
  std::string work;
  AgreedTerms terms;
  RecordedByEmployee recorded_by;
  Date on{};
};

Reservation reserve(const Proposal& proposal, const AgreedTerms& terms, RecordedByEmployee employee, Date on);

class Instemming;
enum class AgreementRefusal { kOtherPerson, kOtherProposal, kBeforeProposal, kAfterStart };
using AgreementAnswer = std::variant<Instemming, AgreementRefusal>;

// kOtherPerson: somebody else confirmed. kBeforeProposal: the act lies before the voorstel. kAfterStart: it lies after
// the start agreed to.
AgreementAnswer agree(const Proposal& proposal, const AgreedTerms& terms, RecordedBy recorded_by,
                      PersonConfirmation confirmation);

// The person's yes to what an employee reserved, on its terms. kOtherProposal: it was reserved for another voorstel.
AgreementAnswer confirm(const Proposal& proposal, const Reservation& reservation, PersonConfirmation confirmation);

class Instemming {
 public:
  Instemming(const Instemming&) = delete;
  Instemming& operator=(const Instemming&) = delete;
  Instemming(Instemming&&) = default;
  Instemming& operator=(Instemming&&) = default;

  const std::string& person() const { return confirmation_.person(); }
  const std::string& work() const { return work_; }
  const AgreedTerms& terms() const { return terms_; }
  const RecordedBy& recorded_by() const { return recorded_by_; }
  const PersonConfirmation& confirmation() const { return confirmation_; }
  // Until the start: on the first day of work it is too late.
  bool withdrawable(Date on) const { return on < terms_.start; }

 private:
  Instemming(std::string work, const AgreedTerms& terms, RecordedBy recorded_by, PersonConfirmation confirmation);
  friend AgreementAnswer agree(const Proposal&, const AgreedTerms&, RecordedBy, PersonConfirmation);

  std::string work_;
  AgreedTerms terms_;
  RecordedBy recorded_by_;
  PersonConfirmation confirmation_;
};

// The yes is gone; no reason is asked or kept.
struct Withdrawal {
  std::string person;
  std::string work;
  Date on{};
};

// After the start the Instemming comes back as it was.
std::variant<Withdrawal, Instemming> withdraw(Instemming instemming, Date on);

}  // namespace passend
