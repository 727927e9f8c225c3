// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "base/quantity.hpp"
#include "insight/make_population.hpp"
#include "insight/random_stream.hpp"

namespace passend::insight {
namespace {

using income::Benefit;
using income::Disability;

constexpr int kMonths = 12;
constexpr int kMajority = 18;
constexpr std::int64_t kMille = 1000;
constexpr std::int64_t kCenti = 100;
constexpr int kOldWajong = 2010, kNewWajong = 2015;  // names of the regimes in the household file

class HouseholdDraw {
 public:
  HouseholdDraw(const Structure& structure, const PopulationLaw& law, std::uint64_t seed, std::size_t index)
      : s_(structure), law_(law), stream_(seed, "population.household", index) {}

  void run(const Archetype& kind, Population& out) {
    const auto first = out.residents.size();
    const auto household = static_cast<std::uint32_t>(out.households.size());
    for (std::size_t a = 0; a < kind.people().size(); ++a) out.residents.push_back(adult(kind, a));
    if (kind.children != kNone)
      for (const auto band : s_.children[kind.children].bands)
        out.residents.push_back(child(band, std::span(out.residents).subspan(first, adults_of(kind.type))));
    for (std::size_t r = first; r < out.residents.size(); ++r) out.residents[r].household = household;
    out.households.push_back(row(kind, first, out.residents.size() - first));
  }

 private:
  std::int64_t between(std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(
                       stream_.below(static_cast<std::uint64_t>(std::max(most - least, std::int64_t{0}) + 1)));
  }

  Date day_between(Date least, Date most) { return {static_cast<std::int32_t>(between(least.days, most.days))}; }

  std::int64_t amount(const WeightedRanges& ranges) {
    std::int64_t total = 0;
    for (const auto& one : ranges) total += one.weight;
    if (total == 0) return 0;
    auto ticket = between(0, total - 1);
    const auto found =
        std::ranges::find_if(ranges, [&](const WeightedRange& one) { return (ticket -= one.weight) < 0; });
    return between(found->least, found->most);
  }

  // The day on which someone of that age in months was born.
  Date born_before(int months) const { return plus_months(law_.on, -months); }

  Resident adult(const Archetype& kind, std::size_t which) {
    const AdultState& state = kind.adults[which];
    const Activity& activity = s_.activities[state.activity];
    const Band window = age_window(s_, state, kind.children).value_or(s_.ages[state.age]);
    Resident out{.role = which == 0 ? Role::kAdult1 : Role::kAdult2};
    out.birth = day_between(born_before(window.until) + 1, born_before(window.from));
    out.benefit = activity.benefit;
    out.student = activity.student;
    if (out.benefit != Benefit::kGeen) out.benefit_since = since(activity, state, out.birth);
    out.benefit_month = static_cast<std::uint32_t>(amount(activity.month));
    if (out.benefit == Benefit::kWajong)
      out.wajong = birthday(out.birth, kMajority) >= make_date(kNewWajong, 1, 1) ? kNewWajong : kOldWajong;
    const HoursClass& hours = s_.hours[state.hours];
    if (hours.most > 0) {
      const auto steps = (hours.most - hours.least) / hours.step;
      out.centihours = static_cast<std::uint16_t>(kCenti * (hours.least + hours.step * between(0, steps)));
      const auto least = law_.minimum[static_cast<std::size_t>(age_on(out.birth, law_.on))];
      out.hourly = static_cast<std::uint16_t>(divide_up(least * amount(activity.premium), kMille));
    }
    const auto lot = between(0, kMille - 1);
    if (lot < activity.medisch + activity.lks)
      out.disability = lot < activity.medisch ? Disability::kMedisch : Disability::kLks;
    return out;
  }

  Date since(const Activity& activity, const AdultState& state, Date birth) {
    if (activity.benefit == Benefit::kAow) return plus_months(birth, law_.aow_months);
    const Date grown_up = birthday(birth, kMajority);
    if (state.duration != kNone) {
      const Band& years = s_.durations[state.duration];
      return day_between(std::max(grown_up, born_before(years.until) + 1), born_before(years.from));
    }
    const auto most = std::min<std::int64_t>(activity.days_most, law_.on.days - grown_up.days);
    return law_.on + static_cast<int>(-between(std::min(activity.days_least, most), most));
  }

  Resident child(std::size_t band, std::span<const Resident> parents) {
    Date least = born_before(s_.child_ages[band].until) + 1;
    Date most = born_before(s_.child_ages[band].from);
    for (const Resident& parent : parents) {
      least = std::max(least, birthday(parent.birth, s_.parent_least));
      most = std::min(most, birthday(parent.birth, s_.parent_most));
    }
    return {.birth = day_between(least, most), .role = Role::kChild};
  }

  HouseholdRow row(const Archetype& kind, std::size_t first, std::size_t count) {
    HouseholdRow out{.first = static_cast<std::uint32_t>(first),
                     .count = static_cast<std::uint8_t>(count),
                     .type = kind.type,
                     .tenure = kind.tenure};
    out.bare_rent = static_cast<std::uint32_t>(amount(s_.rents[static_cast<std::size_t>(kind.tenure)]));
    const bool bijstand = std::ranges::any_of(kind.people(), [&](const AdultState& one) {
      return s_.activities[one.activity].benefit == Benefit::kBijstand;
    });
    const auto drawn = amount(s_.assets[kind.source]);
    const auto limit = kind.type == HouseholdType::kSingle || kind.type == HouseholdType::kOther ? law_.assets_single
                                                                                                 : law_.assets_other;
    out.assets = static_cast<std::uint32_t>(bijstand ? drawn * limit / kMille : drawn);
    return out;
  }

  const Structure& s_;
  const PopulationLaw& law_;
  RandomStream stream_;
};

}  // namespace

Population draw_population(const Structure& structure, const PopulationLaw& law, const std::vector<Archetype>& kinds,
                           const std::vector<std::int64_t>& copies, std::uint64_t seed) {
  Population out;
  out.date = law.on;
  out.seed = seed;
  std::size_t households = 0, residents = 0;
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    const auto times = static_cast<std::size_t>(copies[k]);
    const auto children = kinds[k].children == kNone ? 0 : structure.children[kinds[k].children].bands.size();
    households += times;
    residents += times * (adults_of(kinds[k].type) + children);
  }
  out.households.reserve(households);
  out.residents.reserve(residents);
  for (std::size_t k = 0; k < kinds.size(); ++k)
    for (std::int64_t copy = 0; copy < copies[k]; ++copy)
      HouseholdDraw(structure, law, seed, out.households.size()).run(kinds[k], out);
  return out;
}

}  // namespace passend::insight
