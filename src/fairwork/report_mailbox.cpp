// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/report_mailbox.hpp"

#include <algorithm>
#include <tuple>

#include "base/encoding.hpp"

namespace passend::fairwork {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kBlank = " \t\r\n\v\f\0"sv;

// Later is higher, for each who writes in turn. The same message twice (a record copied by somebody) counts once.
void put_in_order(std::vector<Message>& messages) {
  const auto key = [](const Message& message) {
    return std::tuple(message.number, message.week, message.type, message.text.text());
  };
  std::ranges::sort(messages, {}, key);
  const auto twice = std::ranges::unique(messages, {}, key);
  messages.erase(twice.begin(), twice.end());
}

// The names and keys chosen, as the reporter keeps them for itself.
SecretBytes choices_text(const std::vector<FollowedReport::Choice>& chosen) {
  std::string lines;
  for (const auto& choice : chosen) lines += choice.name + " " + text_of(choice.key) + "\n";
  return SecretBytes(lines);
}

std::vector<FollowedReport::Choice> choices_of(std::string_view lines) {
  std::vector<FollowedReport::Choice> chosen;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    const auto space = std::min(line.find(' '), line.size() - 1);
    const auto key = public_key_of(line.substr(space + 1));
    if (key) chosen.push_back({std::string(line.substr(0, space)), *key});
  }
  return chosen;
}

// One act of a reporter: a message to each recipient, and one to itself that proves the code and names them.
std::vector<Record> act_of(const ReporterKeys& keys, const std::vector<FollowedReport::Choice>& chosen,
                           Message&& message) {
  std::vector<Record> act;
  message.reply_to = keys.box().open;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    message.token = keys.token_of(i);
    act.push_back(seal(message, chosen[i].key));
  }
  message.type = MessageType::kOwn;
  message.token = keys.own_token();
  message.text = choices_text(chosen);
  act.push_back(seal(message, keys.box().open));
  return act;
}

std::string id_of(const Token& token) {
  constexpr std::size_t kIdBytes = 6;
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash(hash.data(), hash.size(), token.data(), token.size(), nullptr, 0);
  std::array<char, kIdBytes * 2 + 1> text{};
  sodium_bin2hex(text.data(), text.size(), hash.data(), kIdBytes);
  return std::string(text.data());
}

// Everybody can seal to a recipient; only it can make this proof that an answer was its own.
PublicKey proof_of(const Message& message, const KeyPair& keys) {
  PublicKey proof{};
  crypto_generichash_state state;
  crypto_generichash_init(&state, keys.secret.data(), keys.secret.size(), proof.size());
  crypto_generichash_update(&state, message.token.data(), message.token.size());
  const std::string number = std::to_string(message.number) + " ";
  crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(number.data()), number.size());
  crypto_generichash_update(&state, message.text.data(), message.text.size());
  crypto_generichash_final(&state, proof.data(), proof.size());
  sodium_memzero(&state, sizeof state);
  return proof;
}

bool is_for_recipient(const Message& message, const KeyPair& keys) {
  if (message.type == MessageType::kAnswerCopy) return message.reply_to == proof_of(message, keys);
  return message.type == MessageType::kReport || message.type == MessageType::kAddition;
}

void put_in_inbox(Inbox& inbox, Message&& message) {
  auto found = std::ranges::find(inbox.reports, message.token, &ReceivedReport::token);
  if (found == inbox.reports.end()) {
    inbox.reports.push_back({.id = id_of(message.token), .token = message.token});
    found = inbox.reports.end() - 1;
  }
  found->messages.push_back(std::move(message));
}

// The first message of the reporter says what it is about and where answers go.
void put_head(ReceivedReport& report) {
  put_in_order(report.messages);
  for (const Message& message : report.messages) {
    if (message.type == MessageType::kAnswerCopy) continue;
    report.kind = message.kind;
    report.reply_to = message.reply_to;
    return;
  }
}

}  // namespace

Result<void> check_report_text(const SecretBytes& text, const std::string& file) {
  const auto refused = [&](const char* reason) {
    return fail({.code = FaultCode::kReportText, .file = file, .args = {{"reason", reason}}});
  };
  if (text.text().find_first_not_of(kBlank) == std::string_view::npos) return refused("text-empty");
  if (!is_utf8(text.text())) return refused("text-not-utf8");
  if (text.size() > kMostTextBytes)
    return fail({.code = FaultCode::kTooLarge, .file = file, .args = {{"expected", std::to_string(kMostTextBytes)}}});
  return {};
}

Result<ReceiptCode> send_report(const ReportStore& store, const std::vector<Recipient>& to, ReportKind kind,
                                IsoWeek week, const SecretBytes& text) {
  ReceiptCode code = ReceiptCode::make();
  const auto keys = ReporterKeys::derive(code);
  if (!keys) return fail(keys.error());
  std::vector<FollowedReport::Choice> chosen;
  for (const Recipient& recipient : to) chosen.push_back({recipient.name, recipient.key});
  auto done = store.add(
      week, act_of(*keys, chosen,
                   {.type = MessageType::kReport, .kind = kind, .week = week, .text = SecretBytes(text.text())}));
  if (!done) return fail(std::move(done.error()));
  return code;
}

Result<FollowedReport> follow_report(const ReporterKeys& keys, const ReportStore& store) {
  std::vector<Message> own, answers;
  Faults damaged = store.each([&](const Record& record) {
    auto message = open(record, keys.box());
    if (!message) return;
    if (message->type == MessageType::kOwn && message->token == keys.own_token())
      own.push_back(std::move(*message));
    else if (message->type == MessageType::kAnswer)
      answers.push_back(std::move(*message));
  });
  if (own.empty() && !damaged.empty()) return fail(std::move(damaged));
  if (own.empty()) return fail({.code = FaultCode::kReceiptUnknown});
  put_in_order(own);
  put_in_order(answers);
  FollowedReport report{.kind = own.front().kind,
                        .week = own.front().week,
                        .last_number = own.back().number,
                        .chosen = choices_of(own.front().text.text()),
                        .damaged = std::move(damaged)};
  for (Message& answer : answers) {
    std::size_t from = 0;
    while (from < report.chosen.size() && keys.token_of(from) != answer.token) ++from;
    if (from == report.chosen.size()) continue;  // by nobody whom the reporter chose
    report.last_number = std::max(report.last_number, answer.number);
    report.answers.push_back({from, std::move(answer)});
  }
  return report;
}

Result<void> add_to_report(const ReporterKeys& keys, const ReportStore& store, const FollowedReport& report,
                           IsoWeek week, const SecretBytes& text) {
  return store.add(week, act_of(keys, report.chosen,
                                {.type = MessageType::kAddition,
                                 .kind = report.kind,
                                 .week = week,
                                 .number = report.last_number + 1,
                                 .text = SecretBytes(text.text())}));
}

Inbox read_reports(const ReportStore& store, const KeyPair& keys) {
  Inbox inbox;
  std::size_t malformed = 0;
  inbox.damaged = store.each([&](const Record& record) {
    auto message = open(record, keys);
    if (message && is_for_recipient(*message, keys)) put_in_inbox(inbox, std::move(*message));
    if (!message && message.error() == Unopened::kMalformed) ++malformed;
  });
  if (malformed > 0)
    inbox.damaged.push_back({.code = FaultCode::kReportDamaged, .args = {{"count", std::to_string(malformed)}}});
  for (ReceivedReport& report : inbox.reports) put_head(report);
  std::ranges::sort(inbox.reports, {},
                    [](const ReceivedReport& report) { return std::tuple(report.messages.front().week, report.id); });
  return inbox;
}

Result<void> answer_report(const ReportStore& store, const KeyPair& keys, const std::string& id, IsoWeek week,
                           const SecretBytes& text) {
  const Inbox inbox = read_reports(store, keys);
  const auto report = std::ranges::find(inbox.reports, id, &ReceivedReport::id);
  if (report == inbox.reports.end() || !can_seal_to(report->reply_to))
    return fail({.code = FaultCode::kReportUnknown, .value = id});
  Message message{.type = MessageType::kAnswer,
                  .kind = report->kind,
                  .week = week,
                  .number = report->messages.back().number + 1,
                  .token = report->token,
                  .text = SecretBytes(text.text())};
  std::vector<Record> act{seal(message, report->reply_to)};
  message.type = MessageType::kAnswerCopy;
  message.reply_to = proof_of(message, keys);
  act.push_back(seal(message, keys.open));
  return store.add(week, std::move(act));
}

Result<void> add_decoys(const ReportStore& store, IsoWeek week) { return store.add(week, {make_decoy()}); }

}  // namespace passend::fairwork
