// SPDX-License-Identifier: EUPL-1.2
#include "cli/fair_report_commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>

#include "base/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/today.hpp"
#include "fairwork/report_mailbox.hpp"
#include "fairwork/report_routes.hpp"
#include "present/plain_text.hpp"
#include "present/table.hpp"
#include "present/terminal.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

using fairwork::Message;
using fairwork::SecretBytes;

constexpr int kTextWidth = 100;
constexpr std::size_t kMostCodeLine = 200;  // more than a code with all its spaces

constexpr int kDone = static_cast<int>(Exit::kDone);

std::string_view name_of(fairwork::ReportKind kind) { return fairwork::kReportKinds[static_cast<std::size_t>(kind)]; }

IsoWeek week_asked(const FairReportArguments& arguments) { return iso_week_of(arguments.date.value_or(today())); }

Result<SecretBytes> text_asked(const std::filesystem::path& path) {
  auto text = fairwork::read_secret(path, fairwork::kMostTextBytes);
  if (!text) return text;
  if (auto checked = fairwork::check_report_text(*text, path.string()); !checked)
    return passend::fail(std::move(checked.error()));
  return text;
}

// A text of somebody else, line by line, without what could steer a terminal.
std::string safe_lines(std::string_view text) {
  std::string safe;
  for (std::size_t from = 0; from < text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    safe += "  " + present::one_line(text.substr(from, end - from)) + "\n";
    from = end + 1;
  }
  return safe;
}

// What was promised to stdout must arrive there: the code is shown once.
int shown(const Console& console, std::string_view text) {
  console.answer(text);
  if (std::fflush(stdout) == 0) return kDone;
  return console.fail(
      {{.code = FaultCode::kFileUnwritable, .file = "stdout", .args = {{"reason", std::strerror(errno)}}}});
}

int done_or(const Console& console, const Result<void>& done) { return done ? kDone : console.fail(done.error()); }

nlohmann::json json_of(const Message& message) {
  return {{"week", to_string(message.week)}, {"text", message.text.text()}};
}

Result<std::vector<fairwork::Recipient>> recipients_asked(const FairReportArguments& arguments) {
  const auto bytes = read_file(arguments.recipients);
  if (!bytes) return passend::fail(bytes.error());
  const auto all = fairwork::read_recipients(*bytes, arguments.recipients.string());
  if (!all) return passend::fail(all.error());
  return fairwork::choose_recipients(*all, arguments.to);
}

void print_followed(const Console& console, const fairwork::FollowedReport& report) {
  nlohmann::json json{{"kind", name_of(report.kind)},
                      {"week", to_string(report.week)},
                      {"to", nlohmann::json::array()},
                      {"answers", nlohmann::json::array()}};
  std::string names, answers;
  for (const auto& choice : report.chosen) {
    json["to"].push_back(choice.name);
    names += (names.empty() ? "" : ", ") + choice.name;
  }
  for (const auto& answer : report.answers) {
    const std::string& from = report.chosen[answer.from].name;
    json["answers"].push_back(json_of(answer.message));
    json["answers"].back()["from"] = from;
    answers += "\n" +
               console.text("fair_report.answer_from", {{"name", from}, {"week", to_string(answer.message.week)}}) +
               "\n" + safe_lines(answer.message.text.text());
  }
  if (console.json()) return console.answer(json.dump(1) + "\n");
  const std::string kind = console.text(fmt::format("fair_report.kind.{}", name_of(report.kind)));
  console.answer(console.text("fair_report.head", {{"kind", kind}, {"week", to_string(report.week)}}) + "\n" +
                 console.text("fair_report.sent_to", {{"names", names}}) + "\n");
  console.answer(answers.empty() ? console.text("fair_report.no_answer") + "\n" : answers);
  sodium_memzero(answers.data(), answers.size());
}

void print_received(const Console& console, const fairwork::ReceivedReport& report) {
  const std::string kind = console.text(fmt::format("fair_report.kind.{}", name_of(report.kind)));
  console.answer(console.text("fair_report.received", {{"id", report.id}, {"kind", kind}}) + "\n");
  for (const Message& message : report.messages) {
    const char* key = message.type == fairwork::MessageType::kAnswerCopy ? "fair_report.answered"
                      : message.type == fairwork::MessageType::kAddition ? "fair_report.added"
                                                                         : "fair_report.reported";
    std::string lines = safe_lines(message.text.text());
    console.answer(console.text(key, {{"week", to_string(message.week)}}) + "\n");
    console.answer(lines + "\n");
    sodium_memzero(lines.data(), lines.size());
  }
}

nlohmann::json json_of(const fairwork::ReceivedReport& report) {
  constexpr std::array<std::string_view, 4> kTypes{"report", "addition", "answer", "answer"};
  nlohmann::json json{{"id", report.id}, {"kind", name_of(report.kind)}, {"messages", nlohmann::json::array()}};
  for (const Message& message : report.messages) {
    json["messages"].push_back(json_of(message));
    json["messages"].back()["type"] = kTypes[static_cast<std::size_t>(message.type)];
  }
  return json;
}

// What a recipient's command needs: its key, then the store.
struct Desk {
  fairwork::KeyPair keys;
  fairwork::ReportStore store;
};

Result<Desk> desk_asked(const FairReportArguments& arguments) {
  auto keys = fairwork::read_secret_key(arguments.key);
  if (!keys) return passend::fail(keys.error());
  auto store = fairwork::ReportStore::open(arguments.store);
  if (!store) return passend::fail(store.error());
  return Desk{std::move(*keys), std::move(*store)};
}

}  // namespace

int fair_report_keys_command(const Console& console, const Common&, const FairReportArguments& arguments) {
  const auto keys = fairwork::make_key_pair();
  if (const auto done = fairwork::write_key_files(arguments.out, keys); !done) return console.fail(done.error());
  return shown(console, fairwork::text_of(keys.open) + "\n");
}

int fair_report_send_command(const Console& console, const Common&, const FairReportArguments& arguments) {
  const auto recipients = recipients_asked(arguments);
  if (!recipients) return console.fail(recipients.error());
  const auto store = fairwork::ReportStore::open(arguments.store);
  if (!store) return console.fail(store.error());
  const auto text = text_asked(arguments.text);
  if (!text) return console.fail(text.error());
  const auto at = std::ranges::find(fairwork::kReportKinds, arguments.kind) - fairwork::kReportKinds.begin();
  const auto code =
      fairwork::send_report(*store, *recipients, static_cast<fairwork::ReportKind>(at), week_asked(arguments), *text);
  if (!code) return console.fail(code.error());
  SecretBytes words = code->text();
  if (console.json()) return shown(console, nlohmann::json{{"code", words.text()}}.dump(1) + "\n");
  console.answer(words.text());
  return shown(console, "\n");
}

int fair_report_follow_command(const Console& console, const Common&, const FairReportArguments& arguments) {
  const SecretBytes line = fairwork::read_secret_line(kMostCodeLine);
  const auto code = fairwork::ReceiptCode::parse(line.text());
  if (!code) return console.fail(code.error());
  auto added = arguments.add.empty() ? Result<SecretBytes>() : text_asked(arguments.add);
  if (!added) return console.fail(added.error());
  const auto keys = fairwork::ReporterKeys::derive(*code);
  if (!keys) return console.fail(keys.error());
  const auto store = fairwork::ReportStore::open(arguments.store);
  if (!store) return console.fail(store.error());
  const auto report = fairwork::follow_report(*keys, *store);
  if (!report) return console.fail(report.error());
  if (!arguments.add.empty())
    if (const auto done = fairwork::add_to_report(*keys, *store, *report, week_asked(arguments), *added); !done)
      return console.fail(done.error());
  print_followed(console, *report);
  return report->damaged.empty() ? kDone : console.fail(report->damaged);
}

int fair_report_read_command(const Console& console, const Common&, const FairReportArguments& arguments) {
  const auto desk = desk_asked(arguments);
  if (!desk) return console.fail(desk.error());
  const auto inbox = fairwork::read_reports(desk->store, desk->keys);
  nlohmann::json json = nlohmann::json::array();
  for (const auto& report : inbox.reports) {
    if (console.json())
      json.push_back(json_of(report));
    else
      print_received(console, report);
  }
  if (console.json())
    console.answer(json.dump(1) + "\n");
  else if (inbox.reports.empty())
    console.answer(console.text("fair_report.none") + "\n");
  return inbox.damaged.empty() ? kDone : console.fail(inbox.damaged);
}

int fair_report_answer_command(const Console& console, const Common&, const FairReportArguments& arguments) {
  const auto desk = desk_asked(arguments);
  if (!desk) return console.fail(desk.error());
  const auto text = text_asked(arguments.text);
  if (!text) return console.fail(text.error());
  return done_or(console,
                 fairwork::answer_report(desk->store, desk->keys, arguments.report, week_asked(arguments), *text));
}

int fair_report_decoy_command(const Console& console, const Common&, const FairReportArguments& arguments) {
  const auto store = fairwork::ReportStore::open(arguments.store);
  if (!store) return console.fail(store.error());
  return done_or(console, fairwork::add_decoys(*store, week_asked(arguments)));
}

int fair_report_routes_command(const Console& console, const Common& common, const FairReportArguments& arguments) {
  const auto path = service::find_data_folder(common.data) / "fairwork/routes.toml";
  const auto bytes = read_file(path);
  if (!bytes) return console.fail(bytes.error());
  const auto routes = fairwork::read_routes(*bytes, path.string());
  if (!routes) return console.fail(routes.error());
  const bool is_dutch = console.catalogue().language() == present::Language::kDutch;
  nlohmann::json json = nlohmann::json::array();
  for (const auto& route : *routes) {
    std::vector<std::string_view> kinds;
    for (const auto kind : route.kinds) kinds.push_back(name_of(kind));
    if (!arguments.kind.empty() && std::ranges::find(kinds, arguments.kind) == kinds.end()) continue;
    const std::string& words = is_dutch ? route.nl : route.en;
    json.push_back({{"id", route.id},
                    {"name", route.name},
                    {"site", route.site},
                    {"for", kinds},
                    {"about", words},
                    {"source", route.source},
                    {"confidence", route.confidence}});
    const std::string sure = console.text(fmt::format("cli.law.confidences.{}", route.confidence));
    if (!console.json())
      console.answer(fmt::format("{} ({})\n{}{}\n\n", route.name, route.site, present::wrapped(words, kTextWidth),
                                 console.text("fair_report.sure", {{"sure", sure}})));
  }
  if (console.json()) console.answer(json.dump(1) + "\n");
  return kDone;
}

}  // namespace passend::cli
