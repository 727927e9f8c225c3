// SPDX-License-Identifier: EUPL-1.2
#include "record/ledger.hpp"

#include <array>
#include <set>
#include <string_view>

namespace passend::record {
namespace {

constexpr std::int64_t kMostEurocent = 1'000'000'000'000'000;  // ten thousand milliard euro: sums stay far from 2^63

std::unexpected<Refused> refuse(Refusal reason, FundYear at = {}, Eurocent available = {}) {
  return std::unexpected(Refused{reason, std::move(at), available});
}

constexpr std::array<std::string_view, 13> kRefusalNames{
    "no-such-year",       "year-closed",       "earlier-year-open", "above-ceiling", "below-use",
    "no-such-obligation", "obligation-exists", "not-reserved",      "not-committed", "above-committed",
    "not-positive",       "year-twice",        "too-large"};

}  // namespace

std::string_view name_of(Refusal refusal) { return kRefusalNames[static_cast<std::size_t>(refusal)]; }

const Position* Ledger::position(const FundYear& at) const {
  const auto found = positions_.find(at);
  return found == positions_.end() ? nullptr : &found->second;
}

Eurocent& Ledger::bucket(Position& position, ObligationState state) const {
  return state == ObligationState::kReserved ? position.reserved : position.committed;
}

std::expected<void, Refused> Ledger::apply(const Command& command) {
  return std::visit([this](const auto& one) { return on(one); }, command);
}

std::expected<void, Refused> Ledger::on(const SetCeiling& command) {
  if (command.ceiling.value < 0) return refuse(Refusal::kNotPositive, command.at);
  if (command.ceiling.value > kMostEurocent) return refuse(Refusal::kTooLarge, command.at);
  const auto found = positions_.find(command.at);
  if (found == positions_.end()) {
    positions_[command.at].ceiling = command.ceiling;
    return {};
  }
  Position& position = found->second;
  if (position.closed) return refuse(Refusal::kYearClosed, command.at);
  if (command.ceiling < position.used()) return refuse(Refusal::kBelowUse, command.at, position.used());
  position.ceiling = command.ceiling;
  return {};
}

// Whether every part fits its year; what `replaced` holds open comes free first.
std::expected<void, Refused> Ledger::check_parts(const std::string& fund, const std::vector<Part>& parts,
                                                 const Obligation* replaced) const {
  std::set<int> years;
  if (parts.empty()) return refuse(Refusal::kNotPositive, {fund, 0});
  for (const Part& part : parts) {
    const FundYear at{fund, part.year};
    if (part.amount.value <= 0) return refuse(Refusal::kNotPositive, at);
    if (part.amount.value > kMostEurocent) return refuse(Refusal::kTooLarge, at);
    if (!years.insert(part.year).second) return refuse(Refusal::kYearTwice, at);
    const Position* position = this->position(at);
    if (position == nullptr) return refuse(Refusal::kNoSuchYear, at);
    if (position->closed) return refuse(Refusal::kYearClosed, at);
    Eurocent available = position->left();
    if (replaced != nullptr)
      if (const auto open = replaced->years.find(part.year); open != replaced->years.end())
        available = available + open->second.open;
    if (part.amount > available) return refuse(Refusal::kAboveCeiling, at, available);
  }
  return {};
}

std::expected<void, Refused> Ledger::on(const Reserve& command) {
  if (obligations_.contains(command.obligation)) return refuse(Refusal::kObligationExists, {command.fund, 0});
  if (const auto fits = check_parts(command.fund, command.parts, nullptr); !fits) return fits;
  Obligation& obligation = obligations_[command.obligation];
  obligation.fund = command.fund;
  for (const Part& part : command.parts) {
    obligation.years[part.year].open = part.amount;
    Position& position = positions_[{command.fund, part.year}];
    position.reserved = position.reserved + part.amount;
  }
  return {};
}

std::expected<void, Refused> Ledger::on(const Commit& command) {
  const auto found = obligations_.find(command.obligation);
  if (found == obligations_.end()) return refuse(Refusal::kNoSuchObligation);
  Obligation& obligation = found->second;
  if (obligation.state != ObligationState::kReserved) return refuse(Refusal::kNotReserved, {obligation.fund, 0});
  if (const auto fits = check_parts(obligation.fund, command.parts, &obligation); !fits) return fits;
  for (auto& [year, open] : obligation.years) {
    Position& position = positions_[{obligation.fund, year}];
    position.reserved = position.reserved - open.open;
  }
  obligation.years.clear();
  obligation.state = ObligationState::kCommitted;
  for (const Part& part : command.parts) {
    obligation.years[part.year].open = part.amount;
    Position& position = positions_[{obligation.fund, part.year}];
    position.committed = position.committed + part.amount;
  }
  return {};
}

std::expected<void, Refused> Ledger::on(const Realise& command) {
  const auto found = obligations_.find(command.obligation);
  if (found == obligations_.end()) return refuse(Refusal::kNoSuchObligation);
  Obligation& obligation = found->second;
  const FundYear at{obligation.fund, command.paid.year};
  if (obligation.state != ObligationState::kCommitted) return refuse(Refusal::kNotCommitted, at);
  if (command.paid.amount.value <= 0) return refuse(Refusal::kNotPositive, at);
  const auto year = obligation.years.find(command.paid.year);
  if (year == obligation.years.end()) return refuse(Refusal::kAboveCommitted, at);
  Position& position = positions_[at];
  if (position.closed) return refuse(Refusal::kYearClosed, at);
  Open& open = year->second;
  if (command.paid.amount > open.open) return refuse(Refusal::kAboveCommitted, at, open.open);
  open.open = open.open - command.paid.amount;
  open.realised = open.realised + command.paid.amount;
  position.committed = position.committed - command.paid.amount;
  position.realised = position.realised + command.paid.amount;
  return {};
}

std::expected<void, Refused> Ledger::on(const Release& command) {
  const auto found = obligations_.find(command.obligation);
  if (found == obligations_.end()) return refuse(Refusal::kNoSuchObligation);
  Obligation& obligation = found->second;
  if (obligation.state == ObligationState::kEnded) return refuse(Refusal::kNotCommitted, {obligation.fund, 0});
  for (auto& [year, open] : obligation.years) {
    Eurocent& held = bucket(positions_[{obligation.fund, year}], obligation.state);
    held = held - open.open;
    open.open = {};
  }
  obligation.state = ObligationState::kEnded;
  return {};
}

// What is open moves to the next year together with as much ceiling; the rest lapses.
std::expected<void, Refused> Ledger::on(const CloseYear& command) {
  const auto found = positions_.find(command.at);
  if (found == positions_.end()) return refuse(Refusal::kNoSuchYear, command.at);
  if (found->second.closed) return refuse(Refusal::kYearClosed, command.at);
  for (const auto& [at, position] : positions_)
    if (at.fund == command.at.fund && at.year < command.at.year && !position.closed)
      return refuse(Refusal::kEarlierYearOpen, at);
  const FundYear next{command.at.fund, command.at.year + 1};
  const Eurocent moved = found->second.reserved + found->second.committed;
  const auto after = positions_.find(next);
  if (after != positions_.end() && after->second.closed) return refuse(Refusal::kYearClosed, next);
  if (moved.value > 0) {
    Position& to = positions_[next];
    to.ceiling = to.ceiling + moved;
    to.reserved = to.reserved + found->second.reserved;
    to.committed = to.committed + found->second.committed;
    for (auto& [id, obligation] : obligations_) {
      if (obligation.fund != command.at.fund) continue;
      const auto year = obligation.years.find(command.at.year);
      if (year == obligation.years.end() || year->second.open.value == 0) continue;
      Open& there = obligation.years[next.year];
      there.open = there.open + year->second.open;
      year->second.open = {};
    }
  }
  Position& closed = positions_[command.at];
  closed.ceiling = closed.ceiling - moved;
  closed.reserved = closed.committed = {};
  closed.lapsed = closed.left();
  closed.closed = true;
  return {};
}

}  // namespace passend::record
