// SPDX-License-Identifier: EUPL-1.2
// Sending, following, reading and answering a report in a store. Who reads scans every record and opens its own: which
// ones those are shows nowhere. Reports go to the recipients chosen, and additions to the same ones.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "fairwork/report_code.hpp"
#include "fairwork/report_recipients.hpp"
#include "fairwork/report_store.hpp"
#include "fairwork/reporter_keys.hpp"

namespace passend::fairwork {

// What a reporter finds under a code.
struct FollowedReport {
  struct Choice {
    std::string name;
    PublicKey key{};
  };
  struct Answer {
    std::size_t from = 0;  // index in chosen
    Message message;
  };
  ReportKind kind{};
  IsoWeek week;
  std::uint32_t last_number = 0;
  std::vector<Choice> chosen;
  std::vector<Answer> answers{};  // as they were written
  Faults damaged;
};

// What a recipient finds of one report: it, additions, and own answers.
struct ReceivedReport {
  std::string id;  // of this recipient alone: another has another id for the same report
  ReportKind kind{};
  Token token{};
  PublicKey reply_to{};
  std::vector<Message> messages{};
};

struct Inbox {
  std::vector<ReceivedReport> reports;  // by week, then id
  Faults damaged;
};

// kReportText: nothing but spaces, or no UTF-8; kTooLarge above kMostTextBytes.
Result<void> check_report_text(const SecretBytes& text, const std::string& file);

Result<ReceiptCode> send_report(const ReportStore& store, const std::vector<Recipient>& to, ReportKind kind,
                                IsoWeek week, const SecretBytes& text);
// The keys come first: nobody asks about a code without paying for the guess. kReceiptUnknown.
Result<FollowedReport> follow_report(const ReporterKeys& keys, const ReportStore& store);
Result<void> add_to_report(const ReporterKeys& keys, const ReportStore& store, const FollowedReport& report,
                           IsoWeek week, const SecretBytes& text);

Inbox read_reports(const ReportStore& store, const KeyPair& keys);
Result<void> answer_report(const ReportStore& store, const KeyPair& keys, const std::string& id, IsoWeek week,
                           const SecretBytes& text);  // kReportUnknown

// An act of decoys alone: done at chosen times, it makes the number and times of acts tell less.
Result<void> add_decoys(const ReportStore& store, IsoWeek week);

}  // namespace passend::fairwork
