// SPDX-License-Identifier: EUPL-1.2
// All that a reporter holds, worked out from the receipt code and nothing else: so that a restored store opens to the
// same code. The one way to make them is Argon2id, and every question about a code asks for them: a guess costs time.
#pragma once

#include <array>
#include <cstddef>

#include "fairwork/report_code.hpp"
#include "fairwork/report_key.hpp"

namespace passend::fairwork {

// What every guess costs: three passes over 64 MiB.
inline constexpr unsigned long long kGuessPasses = crypto_pwhash_OPSLIMIT_MODERATE;
inline constexpr std::size_t kGuessBytes = crypto_pwhash_MEMLIMIT_INTERACTIVE;

// Shown by a message to prove who wrote it: known to the reporter, and to one recipient.
using Token = std::array<unsigned char, crypto_kdf_KEYBYTES>;

class ReporterKeys {
 public:
  static Result<ReporterKeys> derive(const ReceiptCode& code);  // kNoMemory

  const KeyPair& box() const { return box_; }
  Token own_token() const { return token(0); }  // known to nobody else
  Token token_of(std::size_t recipient) const { return token(recipient + 1); }

 private:
  explicit ReporterKeys(SecretBytes master);
  Token token(std::size_t number) const;

  SecretBytes master_;
  KeyPair box_;
};

}  // namespace passend::fairwork
