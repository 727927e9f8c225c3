// SPDX-License-Identifier: EUPL-1.2
// Shows: an employee alone makes no Instemming: it asks for an act of the person.
// Message: too few arguments|no matching function|could not convert|cannot convert
#include "work/placement.hpp"

using namespace passend;

AgreementAnswer record(const Proposal& proposal, const AgreedTerms& terms, RecordedByEmployee employee,
                       PersonConfirmation confirmation) {
  static_cast<void>(confirmation);
#ifdef MUST_FAIL
  return agree(proposal, terms, employee);
#else
  return agree(proposal, terms, employee, confirmation);
#endif
}

int main() {}
