// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "base/quantity.hpp"
#include "insight/demo_world.hpp"

namespace passend {
namespace {

// The level a work names itself: that of the template, one step lighter, none or not known.
std::string own_level(const DemoItem& item, const std::string& template_level, Draws& draws) {
  const std::string form = draws.word("demand.level");
  if (form.empty() || form == "geen") return form;
  const auto found = std::ranges::find(item.levels, template_level);
  const bool can_be_lighter = item.kind == "ordinal" && found != item.levels.end() && found + 1 != item.levels.end();
  return form == "lichter" && can_be_lighter ? *(found + 1) : template_level;
}

void demands(const DemoWorld& world, const DemoWork& work, Draws& draws, SnapshotText& out) {
  if (!draws.chance("demand.own")) return;
  for (const auto& demand : world.reference.template_of(work.occupation.isco)) {
    if (!draws.chance("demand.item")) continue;
    out.row("demands.csv", {work.id, demand.item, own_level(world.reference.items.at(demand.item), demand.level, draws),
                            draws.word("demand.adaptable"), draws.word("demand.assumed")});
  }
}

class RequirementWriter {
 public:
  RequirementWriter(const DemoWorld& world, const DemoWork& work, Draws& draws, SnapshotText& out)
      : family_(world.family(work.family)), work_(work), draws_(draws), out_(out) {}

  void write() {
    if (draws_.chance("requirement.language")) row("language", "nl", family_.nl);
    for (const auto& licence : family_.licences)
      if (draws_.chance("requirement.licence")) row("licence", licence, {});
    for (const auto& skill : family_.skills)
      if (draws_.chance("requirement.skill")) row("skill", skill, {});
    const auto& kind = demo_kind(work_.kind);
    if (kind.paid && !kind.social) schooling();
  }

 private:
  void schooling() {
    if (!family_.diplomas.empty() && draws_.chance("requirement.diploma"))
      row("diploma", family_.diplomas[draws_.below(family_.diplomas.size())], {});
    else if (family_.education > 0 && draws_.chance("requirement.level"))
      row("diploma", {}, fmt::format("{}", family_.education));
  }

  void row(const char* kind, const std::string& code, const std::string& level) {
    out_.row("requirements.csv", {work_.id, kind, code, level, draws_.word("requirement.trainable", work_.kind)});
  }

  const DemoFamily& family_;
  const DemoWork& work_;
  Draws& draws_;
  SnapshotText& out_;
};

void support_offered(const DemoWork& work, Draws& draws, SnapshotText& out) {
  if (!draws.chance("support_offered", work.kind)) return;
  const std::string kind = draws.word("support.kind");
  const auto hours = draws.number("support_offered.centihours");
  out.row("support_offered.csv", {work.id, kind, hours ? to_decimal(*hours, 2) : ""});
}

}  // namespace

void write_demands(const DemoWorld& world, SnapshotText& out) {
  for (std::size_t i = 0; i < world.works.size(); ++i) {
    Draws draws = world.draws("demands", i);
    demands(world, world.works[i], draws, out);
    RequirementWriter(world, world.works[i], draws, out).write();
    support_offered(world.works[i], draws, out);
  }
}

}  // namespace passend
