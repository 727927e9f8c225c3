// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/reporter_keys.hpp"

#include <algorithm>

namespace passend::fairwork {
namespace {

// A code has 85 random bits: the salt need not be secret or differ per store, and a code needs nothing but itself.
constexpr std::string_view kSalt = "passend report 1";
constexpr char kContext[crypto_kdf_CONTEXTBYTES + 1] = "preport1";
constexpr std::uint64_t kBoxKey = 0;
constexpr std::uint64_t kFirstToken = 1;
static_assert(kSalt.size() == crypto_pwhash_SALTBYTES);

SecretBytes part_of(const SecretBytes& master, std::uint64_t part, std::size_t size) {
  SecretBytes key(size);
  crypto_kdf_derive_from_key(key.data(), key.size(), part, kContext, master.data());
  return key;
}

}  // namespace

Result<ReporterKeys> ReporterKeys::derive(const ReceiptCode& code) {
  start_sodium();
  SecretBytes master(crypto_kdf_KEYBYTES);
  const SecretBytes& symbols = code.symbols();
  if (crypto_pwhash(master.data(), master.size(), symbols.text().data(), symbols.size(),
                    reinterpret_cast<const unsigned char*>(kSalt.data()), kGuessPasses, kGuessBytes,
                    crypto_pwhash_ALG_ARGON2ID13) != 0)
    return fail({.code = FaultCode::kNoMemory, .args = {{"expected", std::to_string(kGuessBytes)}}});
  return ReporterKeys(std::move(master));
}

ReporterKeys::ReporterKeys(SecretBytes master)
    : master_(std::move(master)), box_(key_pair_of_seed(part_of(master_, kBoxKey, crypto_box_SEEDBYTES))) {}

Token ReporterKeys::token(std::size_t number) const {
  const SecretBytes bytes = part_of(master_, kFirstToken + number, crypto_kdf_KEYBYTES);
  Token token{};
  std::copy_n(bytes.data(), token.size(), token.begin());
  return token;
}

}  // namespace passend::fairwork
