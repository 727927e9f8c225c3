// SPDX-License-Identifier: EUPL-1.2
// Keys of those who receive reports: a public one to seal with, a secret one to open with, and their texts and files.
// Both texts carry a check, so that a mistyped key is refused instead of sealing to nobody.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "fairwork/secret_bytes.hpp"

namespace passend::fairwork {

using PublicKey = std::array<unsigned char, crypto_box_PUBLICKEYBYTES>;

struct KeyPair {
  PublicKey open{};
  SecretBytes secret;
};

KeyPair make_key_pair();
KeyPair key_pair_of_seed(const SecretBytes& seed);
// Some points of the curve give everybody the same secret: nothing can be sealed to those.
bool can_seal_to(const PublicKey& key);

std::string text_of(const PublicKey& key);  // passend-public-1: and 48 characters
std::optional<PublicKey> public_key_of(std::string_view text);
SecretBytes secret_text_of(const KeyPair& keys);
std::optional<KeyPair> key_pair_of(std::string_view secret_text);

inline constexpr const char* kSecretKeyFile = "secret.key";  // for its owner alone
inline constexpr const char* kPublicKeyFile = "public.key";

// Into a new or empty folder, never over another key. kFileUnwritable.
Result<void> write_key_files(const std::filesystem::path& folder, const KeyPair& keys);
// kFileMissing, kFileUnreadable, kKeyForm.
Result<KeyPair> read_secret_key(const std::filesystem::path& path);

}  // namespace passend::fairwork
