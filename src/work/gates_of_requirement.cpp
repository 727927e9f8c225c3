// SPDX-License-Identifier: EUPL-1.2
// Gates about what work asks of a person: language, licence, diploma, conditions, support.
#include <algorithm>

#include "work/gate_parts.hpp"

namespace passend {
namespace {

Having having_language(const Person& person, const Requirement& requirement) {
  for (const PersonLanguage& row : person.languages)
    if (row.code == requirement.code && row.level)
      return *row.level >= std::max(requirement.level, 1) ? Having::kMet : Having::kLacking;
  return Having::kNotKnown;
}

Having having_licence(const Person& person, const Requirement& requirement) {
  for (const PersonLicence& row : person.licences)
    if (row.code == requirement.code && row.has) return *row.has ? Having::kMet : Having::kLacking;
  return Having::kNotKnown;
}

constexpr int kNoDiploma = -1;

Having having_diploma(const Person& person, const Requirement& requirement) {
  Having found = Having::kNotKnown;
  for (const PersonEducation& row : person.education) {
    if (requirement.code) {
      if (row.diploma != requirement.code) continue;
      if (row.level != kNoDiploma) return Having::kMet;
      found = Having::kLacking;
    } else if (row.level) {
      if (*row.level >= requirement.level) return Having::kMet;
      found = Having::kLacking;
    }
  }
  return found;
}

QuestionKind person_question(RequirementKind kind) {
  switch (kind) {
    case RequirementKind::kLanguage:
      return QuestionKind::kPersonLanguage;
    case RequirementKind::kLicence:
      return QuestionKind::kPersonLicence;
    default:
      return QuestionKind::kPersonDiploma;
  }
}

QuestionKind trainable_question(RequirementKind kind) {
  switch (kind) {
    case RequirementKind::kLanguage:
      return QuestionKind::kTrainableLanguage;
    case RequirementKind::kLicence:
      return QuestionKind::kTrainableLicence;
    default:
      return QuestionKind::kTrainableDiploma;
  }
}

Outcome ask_about(PairNotes* notes, QuestionKind kind, const Requirement& requirement) {
  if (requirement.code)
    return gates::ask(notes, kind, QuestionCode::kSymbol, static_cast<std::int32_t>(requirement.code.index));
  return gates::ask(notes, kind, QuestionCode::kLevel, requirement.level);
}

Outcome all_of_kind(const gates::Pair& pair, RequirementKind kind, PairNotes* notes) {
  Outcome outcome = Outcome::kYes;
  for (const Requirement& requirement : pair.work.requirements)
    if (requirement.kind == kind) outcome = both(outcome, requirement_outcome(pair.person, requirement, notes));
  return outcome;
}

const PersonCondition* valid_condition(const PlanContext& context, const Person& person, std::uint16_t item) {
  const auto& rows = person.conditions;
  const auto found = std::lower_bound(rows.begin(), rows.end(), item,
                                      [](const PersonCondition& row, std::uint16_t value) { return row.item < value; });
  if (found == rows.end() || found->item != item || !found->level) return nullptr;
  if (found->expires && *found->expires < context.date) return nullptr;
  return &*found;
}

const SupportOffer* offer_of(const Work& work, Symbol kind) {
  for (const SupportOffer& offer : work.support)
    if (offer.kind == kind) return &offer;
  return nullptr;
}

Outcome support_outcome(const gates::Pair& pair, const PersonSupport& support, PairNotes* notes) {
  const auto code = static_cast<std::int32_t>(support.kind.index);
  if (!support.need) return gates::ask(notes, QuestionKind::kPersonSupport, QuestionCode::kSymbol, code);
  if (*support.need == 0) return Outcome::kYes;
  const SupportOffer* offer = offer_of(pair.work, support.kind);
  if (offer != nullptr && offer->hours && *offer->hours >= *support.need) return Outcome::kYes;
  if (gates::resource_for(pair.context, pair.work, support)) {
    if (notes != nullptr) notes->supports.push_back(support.kind);
    return Outcome::kYes;
  }
  if (offer == nullptr || !offer->hours)
    return gates::ask(notes, QuestionKind::kWorkSupport, QuestionCode::kSymbol, code);
  return Outcome::kNo;
}

}  // namespace

Having having(const Person& person, const Requirement& requirement) {
  switch (requirement.kind) {
    case RequirementKind::kLanguage:
      return having_language(person, requirement);
    case RequirementKind::kLicence:
      return having_licence(person, requirement);
    default:
      return having_diploma(person, requirement);
  }
}

Outcome requirement_outcome(const Person& person, const Requirement& requirement, PairNotes* notes) {
  const Having have = having(person, requirement);
  if (have == Having::kMet) return Outcome::kYes;
  if (requirement.trainable == true) {
    if (notes != nullptr) notes->learning.push_back({requirement.kind, requirement.code, requirement.level});
    return Outcome::kYes;
  }
  if (have == Having::kNotKnown) return ask_about(notes, person_question(requirement.kind), requirement);
  if (requirement.trainable) return Outcome::kNo;
  return ask_about(notes, trainable_question(requirement.kind), requirement);
}

Outcome demand_outcome(const PlanContext& context, const Person& person, const WorkDemand& demand, PairNotes* notes) {
  const Item& item = context.reference->items[demand.item];
  if (item.kind == ItemKind::kInfo) return Outcome::kYes;
  if (!demand.level) return gates::ask(notes, QuestionKind::kWorkDemand, QuestionCode::kItem, demand.item);
  if (*demand.level == kNoLevel) return Outcome::kYes;
  const PersonCondition* condition = valid_condition(context, person, demand.item);
  if (condition == nullptr) return gates::ask(notes, QuestionKind::kPersonCondition, QuestionCode::kItem, demand.item);
  if (holds(item, *condition->level, *demand.level)) return Outcome::kYes;
  if (demand.assumed) return gates::ask(notes, QuestionKind::kWorkDemand, QuestionCode::kItem, demand.item);
  if (!demand.adaptable) return gates::ask(notes, QuestionKind::kWorkAdaptable, QuestionCode::kItem, demand.item);
  if (*demand.adaptable && notes != nullptr) notes->adaptations.push_back(demand.item);
  return gates::yes_if(*demand.adaptable);
}

namespace gates {

Outcome language(const Pair& pair, PairNotes* notes) { return all_of_kind(pair, RequirementKind::kLanguage, notes); }
Outcome licence(const Pair& pair, PairNotes* notes) { return all_of_kind(pair, RequirementKind::kLicence, notes); }
Outcome diploma(const Pair& pair, PairNotes* notes) { return all_of_kind(pair, RequirementKind::kDiploma, notes); }

Outcome conditions(const Pair& pair, PairNotes* notes) {
  Outcome outcome = Outcome::kYes;
  for (const WorkDemand& demand : pair.work.demands)
    outcome = both(outcome, demand_outcome(pair.context, pair.person, demand, notes));
  return outcome;
}

Outcome support(const Pair& pair, PairNotes* notes) {
  Outcome outcome = Outcome::kYes;
  for (const PersonSupport& row : pair.person.supports) outcome = both(outcome, support_outcome(pair, row, notes));
  return outcome;
}

std::optional<std::uint32_t> resource_for(const PlanContext& context, const Work& work, const PersonSupport& support) {
  if (!support.need) return std::nullopt;
  const SupportOffer* offer = offer_of(work, support.kind);
  if (offer != nullptr && offer->hours && *offer->hours >= *support.need) return std::nullopt;
  const auto found = context.resource_of_support.find(support.kind.index);
  if (found == context.resource_of_support.end()) return std::nullopt;
  return found->second;
}

}  // namespace gates
}  // namespace passend
