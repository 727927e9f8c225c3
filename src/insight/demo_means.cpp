// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/quantity.hpp"
#include "insight/demo_world.hpp"

namespace passend {
namespace {

struct Resource {
  const char *id, *kind;
  bool yearly, hours;
  const char* marginal;  // what is left for every thousand people
};

constexpr std::array<Resource, 7> kResources{{
    {"basisbaan_budget", "budget", true, false, "resource.basisbaan_budget"},
    {"lks_budget", "budget", true, false, "resource.lks_budget"},
    {"scholingsfonds_budget", "budget", true, false, "resource.scholingsfonds_budget"},
    {"beschut_plekken", "plekken", true, false, "resource.beschut_plekken"},
    {"jobcoach_uren", "jobcoach", false, true, "resource.jobcoach_centihours"},
    {"begeleiding_uren", "begeleiding", false, true, "resource.begeleiding_centihours"},
    {"taalmaatje_uren", "taalmaatje", false, true, "resource.taalmaatje_centihours"},
}};

struct SchemeUse {
  const char *scheme, *resource, *marginal;  // no marginal: one of it
};

constexpr std::array<SchemeUse, 4> kSchemeUses{{
    {"basisbaan", "basisbaan_budget", "use.basisbaan_budget"},
    {"lks", "lks_budget", "use.lks_budget"},
    {"scholingsfonds", "scholingsfonds_budget", "use.scholingsfonds_budget"},
    {"beschut_werk", "beschut_plekken", nullptr},
}};

int year_of(Date date) { return static_cast<int>(calendar_of(date).year()); }

void resources(const DemoWorld& world, SnapshotText& out) {
  const auto people = static_cast<std::int64_t>(world.people.size());
  const std::string year = fmt::format("{}", year_of(world.date));
  for (const auto& resource : kResources) {
    const auto amount = world.reference.marginals.value(resource.marginal) * people / 1000;
    out.row("resources.csv",
            {resource.id, resource.kind, resource.yearly ? year : "week", to_decimal(amount, resource.hours ? 2 : 0)});
  }
}

void uses(const DemoWorld& world, SnapshotText& out) {
  const auto& marginals = world.reference.marginals;
  for (const auto& use : kSchemeUses)
    out.row("uses.csv", {"scheme", use.scheme, use.resource,
                         use.marginal == nullptr ? "1" : fmt::format("{}", marginals.value(use.marginal))});
  for (std::size_t i = 0; i < world.works.size(); ++i) {
    Draws draws = world.draws("uses", i);
    if (!draws.chance("use.work_share")) continue;
    const auto hours = draws.number("support_offered.centihours");
    if (hours) out.row("uses.csv", {"work", world.works[i].id, "begeleiding_uren", to_decimal(*hours, 2)});
  }
}

// The first employers are hosts of civic tasks too.
std::size_t hosts_of(const DemoWorld& world) {
  const auto hosts = static_cast<std::size_t>(world.reference.marginals.value("task.hosts_per_thousand_people")) *
                     world.people.size() / 1000;
  return std::clamp<std::size_t>(hosts, 1, world.employers.size());
}

void tasks(const DemoWorld& world, SnapshotText& out) {
  const auto per_thousand = world.reference.marginals.value("task.per_thousand_people");
  const auto count = static_cast<std::size_t>(per_thousand) * world.people.size() / 1000;
  for (std::size_t i = 0; i < count; ++i) {
    Draws draws = world.draws("task", i);
    const std::string id = demo_id('t', i, count);
    const auto& family = world.family(draws.weighted(world.reference.families.social));
    const auto& occupation = family.occupations[draws.below(family.occupations.size())];
    const auto hours = draws.number("task.centihours").value_or(0);
    out.row("tasks.csv",
            {id, world.employers[draws.below(hosts_of(world))].id, occupation.esco,
             world.reference.places.pc4[draws.weighted(world.reference.places.totals)], to_decimal(hours, 2),
             draws.word("task.value"), cell(draws.day("work.non_displacement_days", world.date))});
    for (const auto& demand : world.reference.template_of(occupation.isco))
      if (draws.chance("demand.item")) out.row("task_demands.csv", {id, demand.item, demand.level});
  }
}

// What happened at the hosts of tasks, and who was heard: the displacement test of basisbanen.
void hosts(const DemoWorld& world, SnapshotText& out) {
  constexpr std::array<const char*, 3> kKinds{"vacature", "ontslag", "minder_vrijwilligers"};
  for (std::size_t i = 0; i < hosts_of(world); ++i) {
    Draws draws = world.draws("host", i);
    const std::string& host = world.employers[i].id;
    const auto council = draws.word("host.works_council");
    out.row("host_opinions.csv",
            {host, council, council == "positief" ? cell(draws.day("host.opinion_days", world.date)) : "",
             draws.word("host.decided_by"), cell(draws.day("host.opinion_days", world.date))});
    if (!draws.chance("host.event")) continue;
    const auto& family = world.family(draws.weighted(world.reference.families.social));
    out.row("host_history.csv",
            {host, kKinds[draws.below(kKinds.size())], family.occupations[draws.below(family.occupations.size())].esco,
             cell(draws.day("host.event_days", world.date))});
  }
}

void training(const DemoWorld& world, SnapshotText& out) {
  std::set<std::pair<std::string, std::string>> given;
  for (const auto& family : world.reference.families.list) {
    for (const auto& licence : family.licences) given.emplace("licence", licence);
    for (const auto& diploma : family.diplomas) given.emplace("diploma", diploma);
    for (const auto& skill : family.skills) given.emplace("skill", skill);
  }
  std::size_t index = 0;
  for (const auto& [kind, code] : given) {
    Draws draws = world.draws("training", index);
    const std::string id = demo_id('o', index++, given.size());
    out.row("training.csv", {id, kind, code, draws.word("training.weeks"), draws.word("training.eurocent"),
                             draws.word("training.scheme")});
  }
}

struct Floor {
  const char *group, *justification;
};

constexpr std::array<Floor, 2> kFloors{{
    {"veel_steun_nodig", "Wie veel begeleiding nodig heeft, wacht anders het langst (verzonnen motivering)."},
    {"uitkering_langer_dan_5_jaar",
     "Wie lang een uitkering heeft, krijgt anders het minst vaak een voorstel (verzonnen motivering)."},
}};

}  // namespace

void write_means(const DemoWorld& world, SnapshotText& out) {
  resources(world, out);
  uses(world, out);
  tasks(world, out);
  hosts(world, out);
  training(world, out);
}

std::string demo_rules(const DemoWorld& world, const std::string& example_rules) {
  std::string text =
      example_rules + "\n# Vloeren van de voorbeeldgemeente, verzonnen. Een groep zonder leden krijgt er geen.\n";
  for (const auto& floor : kFloors) {
    const auto size = world.group_sizes.find(floor.group);
    if (size == world.group_sizes.end()) continue;
    const auto share = world.reference.marginals.value(std::string("floor.") + floor.group);
    text += fmt::format(
        "\n[[floor]]\ngroup = \"{0}\"\npeople = {1}\nground = \"Participatiewet artikel 8a; re-integratieverordening "
        "van de "
        "voorbeeldgemeente (verzonnen)\"\norgan = \"gemeenteraad van de voorbeeldgemeente (verzonnen)\"\nfrom = "
        "{2}-01-01\n"
        "until = {2}-12-31\njustification = \"{3}\"\n",
        floor.group, size->second * share / 1000, year_of(world.date), floor.justification);
  }
  return text;
}

std::string demo_readme(const DemoWorld& world) {
  return fmt::format(
      "VERZONNEN VOORBEELDGEMEENTE\n\nAlle mensen en werkgevers in deze map zijn verzonnen, net als hun wensen, lonen "
      "en"
      " budgetten. Geen regel gaat over\neen echt mens of een echt bedrijf. Echt zijn alleen: de postcodes, de "
      "beroepen (ESCO en"
      " ISCO) en de onderdelen van werk.\nWaar de aantallen vandaan komen staat in data/demo/marginals.toml; wat daar"
      " `assumed` heet, is aangenomen.\n\nINVENTED DEMO MUNICIPALITY\n\nAll people and employers in this folder are "
      "invented,"
      " and so are their wishes, wages and budgets. No line is about a real\nperson or company. Real are only the "
      "postcodes,"
      " the occupations (ESCO and ISCO) and the items of work.\nSee data/demo/marginals.toml for where the numbers "
      "come from;"
      " what is called `assumed` there is an assumption.\n\nThis service uses the ESCO classification of the European"
      " Commission.\n\npeople {}, works {}, plan date {}, seed {}\n",
      world.people.size(), world.works.size(), to_string(world.date), world.seed);
}

}  // namespace passend
