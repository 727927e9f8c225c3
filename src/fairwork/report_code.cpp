// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/report_code.hpp"

namespace passend::fairwork {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // Crockford's: no I, L, O, U
constexpr std::string_view kCheckDomain = "passend receipt code check 1";
constexpr std::size_t kGroup = 4;

// The symbol of a letter as people type it, or the size of the alphabet.
std::size_t symbol_of(char typed) {
  char letter = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
  if (letter == 'O') letter = '0';
  if (letter == 'I' || letter == 'L') letter = '1';
  const auto at = kAlphabet.find(letter);
  return at == std::string_view::npos ? kAlphabet.size() : at;
}

unsigned char check_symbol(const SecretBytes& random, std::size_t i) {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash(hash.data(), hash.size(), random.data(), random.size(),
                     reinterpret_cast<const unsigned char*>(kCheckDomain.data()), kCheckDomain.size());
  const auto symbol = static_cast<unsigned char>(hash[i] % kAlphabet.size());
  sodium_memzero(hash.data(), hash.size());
  return symbol;
}

}  // namespace

ReceiptCode ReceiptCode::make() {
  start_sodium();
  SecretBytes symbols(kCodeRandomSymbols);
  for (std::size_t i = 0; i < symbols.size(); ++i)
    symbols.data()[i] = static_cast<unsigned char>(randombytes_uniform(static_cast<std::uint32_t>(kAlphabet.size())));
  return ReceiptCode(std::move(symbols));
}

Result<ReceiptCode> ReceiptCode::parse(std::string_view text) {
  start_sodium();
  SecretBytes typed(kCodeSymbols);
  std::size_t count = 0;
  for (const char c : text) {
    if (c == '-' || c == ' ' || c == '\t') continue;
    const std::size_t symbol = symbol_of(c);
    if (symbol == kAlphabet.size() || count == kCodeSymbols) return fail({.code = FaultCode::kReceiptForm});
    typed.data()[count++] = static_cast<unsigned char>(symbol);
  }
  if (count != kCodeSymbols) return fail({.code = FaultCode::kReceiptForm});
  SecretBytes random(typed.text().substr(0, kCodeRandomSymbols));
  for (std::size_t i = kCodeRandomSymbols; i < kCodeSymbols; ++i)
    if (typed.data()[i] != check_symbol(random, i - kCodeRandomSymbols)) return fail({.code = FaultCode::kReceiptForm});
  return ReceiptCode(std::move(random));
}

SecretBytes ReceiptCode::text() const {
  SecretBytes text(kCodeSymbols + kCodeSymbols / kGroup - 1);
  std::size_t at = 0;
  for (std::size_t i = 0; i < kCodeSymbols; ++i) {
    if (i > 0 && i % kGroup == 0) text.data()[at++] = '-';
    const auto symbol = i < kCodeRandomSymbols ? symbols_.data()[i] : check_symbol(symbols_, i - kCodeRandomSymbols);
    text.data()[at++] = static_cast<unsigned char>(kAlphabet[symbol]);
  }
  return text;
}

}  // namespace passend::fairwork
