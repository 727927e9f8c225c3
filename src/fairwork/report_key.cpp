// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/report_key.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "fairwork/file_descriptor.hpp"

namespace passend::fairwork {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPublicPrefix = "passend-public-1:";
constexpr std::string_view kSecretPrefix = "passend-secret-1:";
constexpr std::size_t kCheckBytes = 4;
constexpr std::size_t kBodyBytes = crypto_box_PUBLICKEYBYTES + kCheckBytes;
constexpr int kBase64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::size_t kBodyText = sodium_base64_ENCODED_LEN(kBodyBytes, kBase64) - 1;
constexpr mode_t kOwnerOnlyFolder = S_IRWXU;
constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;
constexpr mode_t kForAll = kOwnerOnly | S_IRGRP | S_IROTH;
constexpr std::size_t kMostKeyFile = 1000;
static_assert(crypto_box_PUBLICKEYBYTES == crypto_box_SECRETKEYBYTES);

void put_check(SecretBytes& body, std::string_view prefix) {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash(hash.data(), hash.size(), body.data(), crypto_box_PUBLICKEYBYTES,
                     reinterpret_cast<const unsigned char*>(prefix.data()), prefix.size());
  std::copy_n(hash.begin(), kCheckBytes, body.data() + crypto_box_PUBLICKEYBYTES);
}

SecretBytes encoded(const unsigned char* key, std::string_view prefix) {
  SecretBytes body(kBodyBytes);
  std::copy_n(key, crypto_box_PUBLICKEYBYTES, body.data());
  put_check(body, prefix);
  SecretBytes text(prefix.size() + kBodyText + 1);
  std::ranges::copy(prefix, text.data());
  sodium_bin2base64(reinterpret_cast<char*>(text.data()) + prefix.size(), kBodyText + 1, body.data(), body.size(),
                    kBase64);
  text.shorten(prefix.size() + kBodyText);
  return text;
}

// The key alone; nothing where prefix, length or check is another.
std::optional<SecretBytes> decoded(std::string_view text, std::string_view prefix) {
  while (!text.empty() && std::string_view(" \t\r\n").contains(text.back())) text.remove_suffix(1);
  if (!text.starts_with(prefix) || text.size() != prefix.size() + kBodyText) return std::nullopt;
  text.remove_prefix(prefix.size());
  SecretBytes body(kBodyBytes);
  std::size_t length = 0;
  if (sodium_base642bin(body.data(), body.size(), text.data(), text.size(), nullptr, &length, nullptr, kBase64) != 0 ||
      length != kBodyBytes)
    return std::nullopt;
  SecretBytes again(body.text());
  put_check(again, prefix);
  if (sodium_memcmp(again.data(), body.data(), body.size()) != 0) return std::nullopt;
  body.shorten(crypto_box_PUBLICKEYBYTES);
  return body;
}

Fault unwritable(const fs::path& path, int error) {
  return {.code = FaultCode::kFileUnwritable, .file = path.string(), .args = {{"reason", std::strerror(error)}}};
}

Result<void> write_new(const fs::path& path, std::string_view content, mode_t mode) {
  const FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
  if (!file) return fail(unwritable(path, errno));
  const auto written = ::write(file.get(), content.data(), content.size());
  if (written != static_cast<ssize_t>(content.size()) || ::fsync(file.get()) != 0) {
    const int error = written < 0 ? errno : ENOSPC;
    ::unlink(path.c_str());
    return fail(unwritable(path, error));
  }
  return {};
}

}  // namespace

KeyPair make_key_pair() {
  start_sodium();
  KeyPair keys{.secret = SecretBytes(crypto_box_SECRETKEYBYTES)};
  crypto_box_keypair(keys.open.data(), keys.secret.data());
  return keys;
}

KeyPair key_pair_of_seed(const SecretBytes& seed) {
  KeyPair keys{.secret = SecretBytes(crypto_box_SECRETKEYBYTES)};
  crypto_box_seed_keypair(keys.open.data(), keys.secret.data(), seed.data());
  return keys;
}

bool can_seal_to(const PublicKey& key) {
  const KeyPair other = make_key_pair();
  SecretBytes agreed(crypto_scalarmult_BYTES);
  return crypto_scalarmult(agreed.data(), other.secret.data(), key.data()) == 0;
}

std::string text_of(const PublicKey& key) { return std::string(encoded(key.data(), kPublicPrefix).text()); }

std::optional<PublicKey> public_key_of(std::string_view text) {
  const auto body = decoded(text, kPublicPrefix);
  if (!body) return std::nullopt;
  PublicKey key{};
  std::copy_n(body->data(), key.size(), key.begin());
  return can_seal_to(key) ? std::optional(key) : std::nullopt;
}

SecretBytes secret_text_of(const KeyPair& keys) { return encoded(keys.secret.data(), kSecretPrefix); }

std::optional<KeyPair> key_pair_of(std::string_view secret_text) {
  start_sodium();
  auto body = decoded(secret_text, kSecretPrefix);
  if (!body) return std::nullopt;
  KeyPair keys{.secret = std::move(*body)};
  crypto_scalarmult_base(keys.open.data(), keys.secret.data());
  return keys;
}

Result<void> write_key_files(const fs::path& folder, const KeyPair& keys) {
  std::error_code error;
  const bool is_new = ::mkdir(folder.c_str(), kOwnerOnlyFolder) == 0;
  if (!is_new && errno != EEXIST) return fail(unwritable(folder, errno));
  if (!fs::is_directory(folder, error)) return fail(unwritable(folder, ENOTDIR));
  if (!fs::is_empty(folder, error)) return fail(unwritable(folder, ENOTEMPTY));
  SecretBytes secret = secret_text_of(keys);
  auto done = write_new(folder / kSecretKeyFile, secret.text(), kOwnerOnly);
  if (done) done = write_new(folder / kPublicKeyFile, text_of(keys.open) + "\n", kForAll);
  if (!done) ::unlink((folder / kSecretKeyFile).c_str());
  if (!done && is_new) ::rmdir(folder.c_str());
  return done;
}

Result<KeyPair> read_secret_key(const fs::path& path) {
  auto text = read_secret(path, kMostKeyFile);
  if (!text && text.error().front().code != FaultCode::kTooLarge) return fail(std::move(text.error()));
  auto keys = text ? key_pair_of(text->text()) : std::nullopt;
  if (!keys) return fail({.code = FaultCode::kKeyForm, .file = path.string()});
  return std::move(*keys);
}

}  // namespace passend::fairwork
