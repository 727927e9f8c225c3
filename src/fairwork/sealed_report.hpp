// SPDX-License-Identifier: EUPL-1.2
// One message as it lies on disk: sealed to one public key, and of one size whatever it says. A decoy is sealed to a
// key that nobody has; only who holds the key can tell.
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <span>
#include <string_view>

#include "base/iso_week.hpp"
#include "fairwork/report_key.hpp"
#include "fairwork/reporter_keys.hpp"

namespace passend::fairwork {

enum class ReportKind : std::uint8_t { kUnderpayment, kDiscrimination, kUnsafeWork, kCount };
inline constexpr std::array<std::string_view, static_cast<std::size_t>(ReportKind::kCount)> kReportKinds{
    "onderbetaling", "discriminatie", "onveilig"};

enum class MessageType : std::uint8_t {
  kReport,      // reporter to recipient
  kAddition,    // reporter to recipient, later
  kAnswer,      // recipient to reporter
  kAnswerCopy,  // recipient to itself: what it answered
  kOwn,         // reporter to itself: whom it chose
  kCount
};

struct Message {
  MessageType type{};
  ReportKind kind{};
  IsoWeek week;
  std::uint32_t number = 0;  // in its report: higher is later. No time is kept but the week
  Token token{};
  PublicKey reply_to{};  // where an answer is sealed to; of a copy, the recipient's proof
  SecretBytes text{};
};

inline constexpr std::size_t kRecordBytes = 16'384;
inline constexpr std::size_t kMostTextBytes = 16'000;

using Record = std::array<unsigned char, kRecordBytes>;

Record seal(const Message& message, const PublicKey& to);  // precondition: the text has at most kMostTextBytes
Record make_decoy();
bool is_whole(const Record& record);  // as it was written

enum class Unopened { kNotOurs, kMalformed };
// Says not ours for every record of others, decoys and damaged ones.
std::expected<Message, Unopened> open(const Record& record, const KeyPair& keys);

}  // namespace passend::fairwork
