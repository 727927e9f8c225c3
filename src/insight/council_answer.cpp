// SPDX-License-Identifier: EUPL-1.2
#include "insight/council_answer.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "matching/fairness.hpp"

namespace passend::insight {
namespace {

constexpr std::array<std::string_view, 7> kUnits{"people",   "number", "per_mille", "per_ten_thousand",
                                                 "eurocent", "days",   "centihours"};
constexpr std::array<std::string_view, 4> kShown{"value", "small", "hidden", "unknown"};

bool is_small(std::int64_t people) { return people > 0 && people < kSmallCount; }

bool hide(Figure& figure, Shown as) {
  if (!figure.is_shown()) return false;
  figure.shown = as;
  return true;
}

// The only hidden part of a sum can be found by subtraction: the smallest other part above zero is hidden too.
bool hide_second(std::vector<Figure>& figures, const std::vector<std::size_t>& parts) {
  const auto hidden = std::ranges::count_if(parts, [&](std::size_t i) { return !figures[i].is_shown(); });
  if (hidden != 1) return false;
  Figure* least = nullptr;
  for (const std::size_t i : parts)
    if (figures[i].is_shown() && *figures[i].value > 0 && (least == nullptr || *figures[i].value < *least->value))
      least = &figures[i];
  return least != nullptr && hide(*least, Shown::kHidden);
}

// Of two nested counts that differ by few people the inner one is hidden.
bool hide_steps(std::vector<Figure>& figures, const std::vector<std::size_t>& nested) {
  bool changed = false;
  const Figure* outer = nullptr;
  for (const std::size_t i : nested) {
    if (!figures[i].is_shown()) continue;
    if (outer != nullptr && is_small(*outer->value - *figures[i].value))
      changed |= hide(figures[i], Shown::kHidden);
    else
      outer = &figures[i];
  }
  return changed;
}

const Figure* find(const std::vector<Figure>& figures, const std::string& id) {
  const auto found = std::ranges::find(figures, id, &Figure::id);
  return found == figures.end() ? nullptr : &*found;
}

bool rests_on_hidden(const std::vector<Figure>& figures, const Figure& figure) {
  for (const std::string& id : {figure.trace.part, figure.trace.whole})
    if (const Figure* other = find(figures, id); other != nullptr && !other->is_shown()) return true;
  return false;
}

// The same count may stand in the lead and in the table: one of the two hidden hides both.
bool hide_same(std::vector<Figure>& figures) {
  bool changed = false;
  for (Figure& a : figures)
    for (const Figure& b : figures)
      if (&a != &b && a.unit == Unit::kPeople && b.unit == Unit::kPeople && !b.is_shown() &&
          a.trace.filter == b.trace.filter && a.trace.file == b.trace.file && a.trace.column == b.trace.column)
        changed |= hide(a, b.shown);
  return changed;
}

}  // namespace

std::string_view name_of(Unit unit) { return kUnits[static_cast<std::size_t>(unit)]; }
std::string_view name_of(Shown shown) { return kShown[static_cast<std::size_t>(shown)]; }

void hide_small(Computed& computed) {
  for (Figure& figure : computed.figures) {
    if (!figure.value) figure.shown = Shown::kUnknown;
    if (figure.unit != Unit::kPeople || !figure.value) continue;
    if (is_small(*figure.value)) hide(figure, Shown::kSmall);
    if (figure.whole && is_small(*figure.whole - *figure.value)) hide(figure, Shown::kHidden);
  }
  bool changed = true;
  while (changed) {
    changed = hide_same(computed.figures);
    for (const auto& parts : computed.sums) changed |= hide_second(computed.figures, parts);
    for (const auto& nested : computed.nested) changed |= hide_steps(computed.figures, nested);
    for (Figure& figure : computed.figures)
      if (rests_on_hidden(computed.figures, figure)) changed |= hide(figure, Shown::kHidden);
  }
}

void hide_close_choices(const Computed& computed, std::vector<Choice>& choices) {
  std::vector<const Figure*> told;
  for (const std::size_t i : computed.lead) told.push_back(&computed.figures[i]);
  for (Choice& choice : choices) {
    if (!choice.figure || choice.figure->unit != Unit::kPeople || !choice.figure->is_shown()) continue;
    const bool close = std::ranges::any_of(told, [&](const Figure* other) {
      return other->unit == Unit::kPeople && other->is_shown() &&
             is_small(std::abs(*other->value - *choice.figure->value));
    });
    if (close) hide(*choice.figure, Shown::kHidden);
    told.push_back(&*choice.figure);
  }
}

}  // namespace passend::insight
