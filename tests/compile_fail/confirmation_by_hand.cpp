// SPDX-License-Identifier: EUPL-1.2
// Shows: an act of the person is made by login, letter code or signature, not by hand.
// Message: is private within this context|calling a private constructor
#include "work/placement.hpp"

using namespace passend;

PersonConfirmation confirmed(std::string person, Date on) {
#ifdef MUST_FAIL
  return PersonConfirmation(std::move(person), ConfirmedBy::kLogin, {}, on);
#else
  return PersonConfirmation::by_login(std::move(person), on);
#endif
}

int main() {}
