// SPDX-License-Identifier: EUPL-1.2
// The receipt code of a report: the only way back to it, known to the reporter alone. XXXX-XXXX-XXXX-XXXX-XXXX holds 85
// random bits and three characters that tell a typing error from a code that opens nothing.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "base/fault.hpp"
#include "fairwork/secret_bytes.hpp"

namespace passend::fairwork {

inline constexpr std::size_t kCodeRandomSymbols = 17;  // of five bits
inline constexpr std::size_t kCodeSymbols = 20;

class ReceiptCode {
 public:
  static ReceiptCode make();
  // Upper or lower case, with or without - and spaces; O is 0, I and L are 1. kReceiptForm, without the code itself.
  static Result<ReceiptCode> parse(std::string_view text);

  SecretBytes text() const;
  const SecretBytes& symbols() const { return symbols_; }  // the random part, one symbol a byte

 private:
  explicit ReceiptCode(SecretBytes symbols) : symbols_(std::move(symbols)) {}

  SecretBytes symbols_;
};

}  // namespace passend::fairwork
