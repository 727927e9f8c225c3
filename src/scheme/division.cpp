// SPDX-License-Identifier: EUPL-1.2
#include "scheme/division.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/sha256.hpp"

namespace passend::scheme {
namespace {

struct InOrder {
  std::int64_t key = 0;  // smaller comes first
  std::uint64_t lot = 0;
  const Application* application = nullptr;

  bool operator<(const InOrder& other) const {
    return std::tie(key, other.lot, application->id) < std::tie(other.key, lot, other.application->id);
  }
};

std::int64_t key_of(DivisionRule rule, const Application& application) {
  if (rule == DivisionRule::kReceipt) return application.complete->days;
  return rule == DivisionRule::kRanking ? -application.points : 0;
}

}  // namespace

Result<std::vector<Divided>> divide(const Scheme& scheme, const SchemeVersion& version,
                                    const std::vector<Application>& applications, const Room& room,
                                    std::uint64_t seed) {
  if (!version.division || version.division->rule == DivisionRule::kUnknown)
    return fail(not_stated(scheme, version, "division.rule", version.line));
  std::vector<InOrder> order;
  std::vector<Divided> out;
  for (const Application& application : applications) {
    const std::uint64_t lot = sha256_first_40_bits(fmt::format("{}|{}", seed, application.id));
    if (application.complete)
      order.push_back({key_of(version.division->rule, application), lot, &application});
    else
      out.push_back({.application = application.id, .answer = Answered::kNotComplete, .lot = lot});
  }
  std::sort(order.begin(), order.end());
  std::int64_t granted = 0;
  std::int64_t last = 0;
  Eurocent left = room.money.value_or(Eurocent{});
  bool is_over = false;
  Answered why = Answered::kNoPlaceLeft;
  for (std::size_t i = 0; i < order.size(); ++i) {
    Divided row{.application = order[i].application->id,
                .place = static_cast<std::int64_t>(i) + 1,
                .lot = order[i].lot,
                .left = left};
    const Eurocent amount = order[i].application->amount;
    const bool no_place = room.places && granted >= *room.places;
    const bool no_money = room.money && amount > left;
    if (!is_over && !no_place && !no_money) {
      row.answer = Answered::kGranted;
      ++granted;
      last = row.place;
      if (room.money) left = left - amount;
    } else {
      if (!is_over) why = no_place ? Answered::kNoPlaceLeft : Answered::kNoMoneyLeft;
      row.answer = why;
      is_over = is_over || no_place || !version.division->skip_too_large;
    }
    out.push_back(std::move(row));
  }
  for (Divided& row : out) row.last_granted = last;
  std::ranges::sort(out, {}, &Divided::application);
  return out;
}

}  // namespace passend::scheme
