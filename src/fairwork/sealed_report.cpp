// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/sealed_report.hpp"

#include <algorithm>
#include <cassert>
#include <string>

#include "base/encoding.hpp"

namespace passend::fairwork {
namespace {

constexpr unsigned char kFormat = 1;
constexpr std::size_t kWeekBytes = std::string_view("2026-W31").size();
constexpr std::size_t kDamageCheckBytes = crypto_generichash_BYTES_MIN;
constexpr std::size_t kSealedBytes = kRecordBytes - kDamageCheckBytes;
constexpr std::size_t kPlainBytes = kSealedBytes - crypto_box_SEALBYTES;
constexpr std::size_t kByteBits = 8;

// Bytes of one message, one field after the other; what is not filled stays zero.
class Writer {
 public:
  explicit Writer(SecretBytes& into) : into_(into) {}
  void put(const void* bytes, std::size_t size) {
    assert(at_ + size <= into_.size());
    std::copy_n(static_cast<const unsigned char*>(bytes), size, into_.data() + at_);
    at_ += size;
  }
  template <class Integer>
  void number(Integer value) {
    for (std::size_t i = 0; i < sizeof(Integer); ++i) {
      const auto byte = static_cast<unsigned char>(static_cast<std::uint64_t>(value) >> (i * kByteBits));
      put(&byte, 1);
    }
  }

 private:
  SecretBytes& into_;
  std::size_t at_ = 0;
};

class Reader {
 public:
  explicit Reader(std::span<const unsigned char> from) : from_(from) {}
  std::string_view take(std::size_t size) {
    const auto taken = from_.first(std::min(size, from_.size()));
    from_ = from_.subspan(taken.size());
    return {reinterpret_cast<const char*>(taken.data()), taken.size()};
  }
  template <class Integer>
  Integer number() {
    std::uint64_t value = 0;
    const auto bytes = take(sizeof(Integer));
    for (std::size_t i = bytes.size(); i-- > 0;) value = value << kByteBits | static_cast<unsigned char>(bytes[i]);
    return static_cast<Integer>(value);
  }
  template <std::size_t kSize>
  void take(std::array<unsigned char, kSize>& into) {
    std::ranges::copy(take(kSize), into.begin());
  }
  bool is_all_zero() const {
    return std::ranges::all_of(from_, [](unsigned char byte) { return byte == 0; });
  }

 private:
  std::span<const unsigned char> from_;
};

void check_of(const Record& record, unsigned char* check) {
  crypto_generichash(check, kDamageCheckBytes, record.data(), kSealedBytes, nullptr, 0);
}

Record sealed(const SecretBytes& plain, const PublicKey& to) {
  Record record{};
  const int done = crypto_box_seal(record.data(), plain.data(), plain.size(), to.data());
  assert(done == 0);  // public_key_of refuses keys that cannot seal
  static_cast<void>(done);
  check_of(record, record.data() + kSealedBytes);
  return record;
}

// Whoever has our public key may have sealed anything at all.
std::expected<Message, Unopened> read_message(const SecretBytes& plain) {
  Reader reader({plain.data(), plain.size()});
  const auto format = reader.number<unsigned char>();
  const auto type = reader.number<unsigned char>();
  const auto kind = reader.number<unsigned char>();
  const auto week = parse_iso_week(reader.take(kWeekBytes));
  if (format != kFormat || type >= static_cast<unsigned char>(MessageType::kCount) ||
      kind >= static_cast<unsigned char>(ReportKind::kCount) || !week)
    return std::unexpected(Unopened::kMalformed);
  Message message{.type = MessageType{type}, .kind = ReportKind{kind}, .week = *week};
  message.number = reader.number<std::uint32_t>();
  reader.take(message.token);
  reader.take(message.reply_to);
  const auto length = reader.number<std::uint16_t>();
  if (length > kMostTextBytes) return std::unexpected(Unopened::kMalformed);
  message.text = SecretBytes(reader.take(length));
  if (!is_utf8(message.text.text()) || !reader.is_all_zero()) return std::unexpected(Unopened::kMalformed);
  return message;
}

}  // namespace

Record seal(const Message& message, const PublicKey& to) {
  SecretBytes plain(kPlainBytes);
  Writer writer(plain);
  writer.number(kFormat);
  writer.number(static_cast<unsigned char>(message.type));
  writer.number(static_cast<unsigned char>(message.kind));
  const std::string week = to_string(message.week);
  writer.put(week.data(), kWeekBytes);
  writer.number(message.number);
  writer.put(message.token.data(), message.token.size());
  writer.put(message.reply_to.data(), message.reply_to.size());
  writer.number(static_cast<std::uint16_t>(message.text.size()));
  writer.put(message.text.data(), message.text.size());
  return sealed(plain, to);
}

Record make_decoy() { return sealed(SecretBytes(kPlainBytes), make_key_pair().open); }

bool is_whole(const Record& record) {
  std::array<unsigned char, kDamageCheckBytes> check{};
  check_of(record, check.data());
  return std::equal(check.begin(), check.end(), record.begin() + kSealedBytes);
}

std::expected<Message, Unopened> open(const Record& record, const KeyPair& keys) {
  SecretBytes plain(kPlainBytes);
  if (crypto_box_seal_open(plain.data(), record.data(), kSealedBytes, keys.open.data(), keys.secret.data()) != 0)
    return std::unexpected(Unopened::kNotOurs);
  return read_message(plain);
}

}  // namespace passend::fairwork
