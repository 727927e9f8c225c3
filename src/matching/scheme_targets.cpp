// SPDX-License-Identifier: EUPL-1.2
#include "matching/scheme_targets.hpp"

#include <algorithm>
#include <map>

#include "scheme/eligibility.hpp"

namespace passend {
namespace {

using scheme::Fact;
using scheme::Scheme;
using scheme::SchemeVersion;

// A scheme, and a kind of work where its target group asks it: all that it depends on besides the person.
struct Slot {
  const SchemeVersion* version = nullptr;  // null: none holds on the date
  WorkKind kind{};
};

const Scheme* scheme_of(const Snapshot& snapshot, const Work& work) {
  if (!work.scheme) return nullptr;
  const auto found = std::ranges::lower_bound(snapshot.schemes, snapshot.symbols.text(work.scheme), {}, &Scheme::id);
  return found != snapshot.schemes.end() && found->id == snapshot.symbols.text(work.scheme) ? &*found : nullptr;
}

std::vector<Slot> slots_of_works(Snapshot& snapshot, Date date) {
  std::vector<Slot> slots;
  std::map<std::pair<const Scheme*, WorkKind>, std::int32_t> known;
  for (Work& work : snapshot.works) {
    work.scheme_slot = kNoScheme;
    const Scheme* own = scheme_of(snapshot, work);
    if (own == nullptr) continue;
    const SchemeVersion* version = own->version_on(date);
    const bool by_kind =
        version != nullptr && std::ranges::any_of(version->target, [](const scheme::Condition& target) {
          return scheme::asks(target, Fact::kWorkKind);
        });
    const auto key = std::pair(own, by_kind ? work.kind : WorkKind::kRegulier);
    const auto [slot, is_new] = known.try_emplace(key, static_cast<std::int32_t>(slots.size()));
    if (is_new) slots.push_back({version, key.second});
    work.scheme_slot = slot->second;
  }
  return slots;
}

void fill_targets(Snapshot& snapshot, const ParameterStore& law, Date date, const std::vector<Slot>& slots) {
  const auto aow = scheme::aow_age_on(law, date);
  for (Person& person : snapshot.people) {
    person.targets.clear();
    if (slots.empty()) continue;
    scheme::Facts facts = facts_of(snapshot, person, slots.front().kind, date);
    for (const Slot& slot : slots) {
      facts.set(Fact::kWorkKind, std::vector<std::string>{std::string(row_of(slot.kind).name)});
      person.targets.push_back(slot.version == nullptr ? Outcome::kNo
                                                       : scheme::eligibility_of(*slot.version, facts, aow));
    }
  }
}

scheme::Stated place_year_of(const SchemeVersion& version) {
  const auto work = std::ranges::find(version.offers, scheme::OfferKind::kWork, &scheme::Offer::kind);
  return work == version.offers.end() ? scheme::Stated{} : work->of(scheme::Figure::kPlaceYear);
}

// The ceilings of one scheme, less what running placements take, as resources that every voorstel of it uses.
class Ceilings {
 public:
  Ceilings(Snapshot& snapshot, Date date) : snapshot_(snapshot), date_(date) {}

  Result<void> fill() {
    std::erase_if(snapshot_.resources, [](const Resource& resource) { return resource.of_scheme; });
    std::erase_if(snapshot_.uses, [](const UseRow& use) { return use.of_ceiling; });
    for (const Scheme& scheme : snapshot_.schemes) {
      const SchemeVersion* version = scheme.version_on(date_);
      const scheme::Ceiling* ceiling =
          version == nullptr ? nullptr : version->ceiling_in(static_cast<int>(calendar_of(date_).year()));
      const Symbol id = snapshot_.symbols.intern(scheme.id);
      const bool has_own =
          std::ranges::any_of(snapshot_.uses, [&](const UseRow& use) { return use.of_scheme && use.id == id; });
      if (ceiling == nullptr || has_own) continue;
      const std::int64_t running = running_of(id);
      const scheme::Stated place_year = place_year_of(*version);
      if (ceiling->eurocent.has_value() && place_year.has_value())
        add(scheme.id, "budget", id, ceiling->eurocent.value - running * place_year.value, place_year.value);
      if (ceiling->places.has_value()) add(scheme.id + ":places", "plekken", id, ceiling->places.value - running, 1);
    }
    if (!faults_.empty()) return fail(std::move(faults_));
    return {};
  }

 private:
  std::int64_t running_of(Symbol scheme) const {
    return std::ranges::count_if(snapshot_.placements, [&](const PlacementRow& row) {
      return snapshot_.works[row.work].scheme == scheme && row.takes_place(date_);
    });
  }

  void add(const std::string& name, const char* kind, Symbol scheme, std::int64_t amount, std::int64_t use) {
    const Symbol id = snapshot_.symbols.intern("scheme:" + name);
    if (std::ranges::any_of(snapshot_.resources, [&](const Resource& resource) { return resource.id == id; }))
      faults_.push_back({.code = FaultCode::kKeyTwice,
                         .file = "resources.csv",
                         .column = "resource",
                         .value = snapshot_.symbols.text(id)});
    snapshot_.uses.push_back({true, scheme, static_cast<std::uint32_t>(snapshot_.resources.size()), use, true});
    snapshot_.resources.push_back({.id = id,
                                   .kind = kind,
                                   .period = std::to_string(static_cast<int>(calendar_of(date_).year())),
                                   .amount = std::max<std::int64_t>(amount, 0),
                                   .of_scheme = true});
  }

  Snapshot& snapshot_;
  Date date_;
  Faults faults_;
};

std::optional<std::int64_t> education_of(const Person& person) {
  std::optional<std::int64_t> highest;
  for (const PersonEducation& row : person.education)
    if (row.level) highest = std::max(highest.value_or(0), static_cast<std::int64_t>(*row.level));
  return highest;
}

std::vector<std::string> indications_of(const Snapshot& snapshot, const Person& person, Date date) {
  std::vector<std::string> kinds;
  for (const PersonIndication& row : person.indications)
    if (!(row.until && *row.until < date) && !(row.since && *row.since > date))
      kinds.push_back(snapshot.symbols.text(row.kind));
  if (kinds.empty()) kinds.emplace_back("geen");
  return kinds;
}

}  // namespace

scheme::Facts facts_of(const Snapshot& snapshot, const Person& person, WorkKind kind, Date date) {
  scheme::Facts facts{.date = date};
  const auto set_date = [&](Fact fact, const std::optional<Date>& value) {
    if (value) facts.set(fact, *value);
  };
  const auto set_word = [&](Fact fact, Symbol word) {
    if (word) facts.set(fact, std::vector<std::string>{snapshot.symbols.text(word)});
  };
  set_date(Fact::kBirthDate, person.birth);
  set_date(Fact::kBenefitSince, person.benefit_since);
  set_date(Fact::kWaitingSince, person.waiting_since);
  set_word(Fact::kStatus, person.status);
  set_word(Fact::kBenefit, person.benefit);
  if (const auto level = education_of(person)) facts.set(Fact::kEducationLevel, *level);
  if (!person.indications.empty()) facts.set(Fact::kIndication, indications_of(snapshot, person, date));
  facts.set(Fact::kWorkKind, std::vector<std::string>{std::string(row_of(kind).name)});
  facts.set(Fact::kPaysFloor, true);
  facts.set(Fact::kDisplacementPassed, true);
  return facts;
}

Result<void> fill_schemes(Snapshot& snapshot, const ParameterStore& law, Date date) {
  fill_targets(snapshot, law, date, slots_of_works(snapshot, date));
  return Ceilings(snapshot, date).fill();
}

}  // namespace passend
