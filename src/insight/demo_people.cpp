// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "base/quantity.hpp"
#include "insight/demo_days.hpp"
#include "insight/demo_world.hpp"

namespace passend {
namespace {

constexpr int kDaysLong = 2 * 365;  // from here a benefit counts as long
constexpr int kDaysFiveYears = 5 * 365 + 1;
constexpr std::int64_t kMuchSupport = 400;  // centihours a week
constexpr int kAdult = 18;

void draw_benefit(DemoPerson& person, Draws& draws) {
  if (person.beschut_placed) {
    person.benefit = "geen";
    person.status = "werkend";
    return;
  }
  person.benefit = draws.word(draws.chance("person.has_benefit_main") ? "person.benefit_main" : "person.benefit_other");
  person.status = "zoekend";
  if (person.benefit == "bijstand" && draws.chance("person.bijstand_works")) person.status = "werkend";
  if (person.benefit == "geen") person.status = draws.word("person.status_geen");
}

void draw_age(DemoPerson& person, Draws& draws) {
  const bool young = draws.chance("person.bijstand_under_27");
  const char* id = person.status == "scholier" ? "person.age_scholier"
                   : young                     ? "person.age_young"
                                               : "person.age_adult";
  person.age = static_cast<int>(draws.number(id).value_or(kAdult));
}

// Days on the benefit, at most since the eighteenth birthday.
std::optional<std::int64_t> benefit_days(const DemoPerson& person, Draws& draws) {
  if (person.benefit.empty() || person.benefit == "geen") return std::nullopt;
  const bool very_long = draws.chance("person.bijstand_over_5_years");
  const char* id = person.benefit == "ww" ? "person.benefit_days_ww"
                   : very_long            ? "person.benefit_days_over_5_years"
                                          : "person.benefit_days_under_5_years";
  const auto most = std::max<std::int64_t>(10, (person.age - kAdult) * std::int64_t{365});
  return std::min(draws.number(id).value_or(0), most);
}

std::string profile_of(const DemoPerson& person, std::int64_t days) {
  if (person.beschut) return "beschut";
  if (person.status == "scholier" || person.status == "werkend") return person.status;
  return person.benefit == "bijstand" && days > kDaysLong ? "lang" : "kort";
}

DemoPerson make_person(const DemoWorld& world, std::size_t index, std::size_t count) {
  Draws draws = world.draws("person", index);
  const auto& families = world.reference.families;
  DemoPerson person{.id = demo_id('p', index, count)};
  person.beschut = draws.chance("person.beschut");
  person.beschut_placed = person.beschut && draws.chance("person.beschut_placed");
  draw_benefit(person, draws);
  draw_age(person, draws);
  const auto days = benefit_days(person, draws);
  if (days && !draws.chance("person.benefit_since_unknown"))
    person.benefit_since = world.date + static_cast<int>(-*days);
  person.profile = profile_of(person, days.value_or(0));
  person.place = draws.weighted(world.reference.places.totals);
  person.pc4 = world.reference.places.pc4[person.place];
  person.families.push_back(draws.weighted(families.people));
  if (draws.chance("person.second_family")) person.families.push_back(draws.weighted(families.people));
  person.social_family = draws.weighted(families.social);
  person.arbeidsbeperking = draws.chance("person.banenafspraak", person.benefit) || person.beschut;
  person.statushouder = person.benefit == "bijstand" && draws.chance("person.statushouder");
  person.licence_b = person.age < kAdult ? "nee" : draws.word("licence.B");
  return person;
}

class PeopleWriter {
 public:
  PeopleWriter(DemoWorld& world, SnapshotText& out) : world_(world), out_(out) {}

  void write(const DemoPerson& person, std::size_t index) {
    Draws draws = world_.draws("people.csv", index);
    people_row(person, draws);
    indications(person, draws);
    support(person, draws);
    education(person, draws);
    if (person.benefit == "bijstand" && person.benefit_since) group(person, duration_group(person), "benefit_duration");
    group(person, area_group(person), "area");
    if (person.statushouder) group(person, "statushouder", "statushouder");
    if (person.arbeidsbeperking) group(person, "arbeidsbeperking", "arbeidsbeperking");
  }

 private:
  void people_row(const DemoPerson& person, Draws& draws) {
    const Date date = world_.date;
    const int since_birthday = static_cast<int>(draws.below(364)) + 1;
    const Date birth{date.days - person.age * 1461 / 4 - since_birthday};
    const auto waiting = draws.number("person.waiting_days");
    const auto most = draws.number("person.hours_max", person.profile);
    const auto slack = draws.number("person.hours_slack", person.profile);
    const bool least_known = most && slack && !draws.chance("person.hours_min_unknown");
    const auto from = draws.day("person.from", date);
    constexpr std::int64_t kFewest = 4;
    out_.row(
        "people.csv",
        {person.id, draws.chance("person.birth_unknown") ? std::string() : to_string(birth), person.pc4, person.status,
         person.benefit, cell(person.benefit_since), waiting ? to_string(date + static_cast<int>(-*waiting)) : "",
         least_known ? fmt::format("{}", std::max(kFewest, *most - *slack)) : "", cell(most),
         day_parts_of(draws.word("person.day_parts", person.profile)), cell(from),
         cell(end_after(from, draws.day("person.until", date))), cell(draws.day("person.may_work_until", date))});
    if (waiting && *waiting > 365) group(person, "wacht_langer_dan_1_jaar", "waiting");
  }

  void indications(const DemoPerson& person, Draws& draws) {
    if (person.beschut) indication(person, "beschut", draws, {});
    if (person.arbeidsbeperking && !person.beschut) {
      indication(person, "banenafspraak", draws, {});
      if (draws.chance("indication.lks_of_banenafspraak"))
        indication(person, "lks", draws, cell(draws.number("indication.wage_value")));
    }
    if (person.benefit == "wajong" && draws.chance("indication.loondispensatie_of_wajong"))
      indication(person, "loondispensatie", draws, cell(draws.number("indication.wage_value")));
    if (draws.chance("indication.praktijkroute")) indication(person, "praktijkroute", draws, {});
  }

  void indication(const DemoPerson& person, const char* kind, Draws& draws, const std::string& wage_value) {
    out_.row("indications.csv", {person.id, kind, cell(draws.day("indication.since_days", world_.date)),
                                 cell(draws.day("indication.until_days", world_.date)), wage_value});
  }

  void support(const DemoPerson& person, Draws& draws) {
    if (!draws.chance("support.need", person.arbeidsbeperking ? "arbeidsbeperking" : "")) return;
    const auto hours = draws.number("support.centihours");
    out_.row("support.csv", {person.id, draws.word("support.kind"), hours ? to_decimal(*hours, 2) : ""});
    if (!hours || *hours > 0) group(person, "steun_nodig", "support");
    if (hours && *hours >= kMuchSupport) group(person, "veel_steun_nodig", "support");
  }

  void education(const DemoPerson& person, Draws& draws) {
    const auto& family = world_.family(person.families.front());
    const std::string level = draws.word("education.level", family.education >= 3 ? "geschoold" : "");
    if (level == "geen_rij") return;
    const bool certified = !family.diplomas.empty() && draws.chance("education.diploma");
    const std::string diploma = certified ? family.diplomas[draws.below(family.diplomas.size())] : "";
    const auto ago = draws.number("education.years_ago");
    const int year = static_cast<int>(calendar_of(world_.date).year());
    const auto taken =
        ago ? std::optional<std::int64_t>(year - std::min<std::int64_t>(*ago, std::max(0, person.age - kAdult)))
            : std::nullopt;
    out_.row("education.csv", {person.id, level, diploma, cell(taken)});
    if (level <= "2") group(person, "zonder_startkwalificatie", "education");
  }

  std::string duration_group(const DemoPerson& person) const {
    const int days = world_.date.days - person.benefit_since->days;
    if (days >= kDaysFiveYears) return "uitkering_langer_dan_5_jaar";
    return days > kDaysLong ? "uitkering_2_tot_5_jaar" : "uitkering_korter_dan_2_jaar";
  }

  // The nearest third of the postcodes, the middle third, the rest.
  std::string area_group(const DemoPerson& person) const {
    const auto third = 3 * person.place / world_.reference.places.pc4.size();
    return third == 0 ? "gebied_centrum" : third == 1 ? "gebied_rand" : "gebied_buurgemeenten";
  }

  void group(const DemoPerson& person, const std::string& name, const char* kind) {
    out_.row("groups.csv", {person.id, name, kind});
    ++world_.group_sizes[name];
  }

  DemoWorld& world_;
  SnapshotText& out_;
};

}  // namespace

std::string demo_id(char letter, std::size_t index, std::size_t count) {
  constexpr std::size_t kNarrowest = 4;
  return fmt::format("{}{:0{}}", letter, index + 1, std::max(kNarrowest, fmt::formatted_size("{}", count)));
}

void make_people(DemoWorld& world, std::size_t count) {
  world.people.reserve(count);
  for (std::size_t i = 0; i < count; ++i) world.people.push_back(make_person(world, i, count));
}

void write_people(DemoWorld& world, SnapshotText& out) {
  PeopleWriter writer(world, out);
  for (std::size_t i = 0; i < world.people.size(); ++i) writer.write(world.people[i], i);
}

}  // namespace passend
