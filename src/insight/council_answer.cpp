// SPDX-License-Identifier: EUPL-1.2
#include "insight/council_answer.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "insight/disclosure.hpp"

namespace passend::insight {
namespace {

constexpr std::array<std::string_view, 7> kUnits{"people",   "number", "per_mille", "per_ten_thousand",
                                                 "eurocent", "days",   "centihours"};
constexpr std::array<std::string_view, 4> kShown{"value", "small", "hidden", "unknown"};

const Figure* find(const std::vector<Figure>& figures, const std::string& id) {
  const auto found = std::ranges::find(figures, id, &Figure::id);
  return found == figures.end() ? nullptr : &*found;
}

bool rests_on_hidden(const std::vector<Figure>& figures, const Figure& figure) {
  for (const std::string& id : {figure.trace.part, figure.trace.whole})
    if (const Figure* other = find(figures, id); other != nullptr && !other->is_shown()) return true;
  return false;
}

// Shares, averages and hours; numbers of people have sums of their own.
void hide_what_rests(std::vector<Figure>& figures) {
  bool changed = true;
  while (changed) {
    changed = false;
    for (Figure& figure : figures) {
      if (figure.unit == Unit::kPeople || !figure.is_shown() || !rests_on_hidden(figures, figure)) continue;
      figure.shown = Shown::kHidden;
      changed = true;
    }
  }
}

void lead_with_least(Computed& computed) {
  const Figure* least = nullptr;
  for (const std::size_t i : computed.least_of) {
    const Figure& one = computed.figures[i];
    if (one.is_shown() && (least == nullptr || *one.value < *least->value)) least = &one;
  }
  if (least != nullptr) computed.lead.push_back(static_cast<std::size_t>(least - computed.figures.data()));
}

bool counts_people(const Figure& figure) { return figure.unit == Unit::kPeople && figure.value.has_value(); }

// The numbers of people of answers side by side. The same count in two places is one number.
class Together {
 public:
  explicit Together(std::span<const Beside> answers) : answers_(answers) {
    for (const Beside& one : answers) {
      places_.emplace_back();
      for (const Figure& figure : one.computed->figures)
        places_.back().push_back(counts_people(figure) ? add(figure, one.rank) : kNone);
    }
    for (std::size_t i = 0; i < answers.size(); ++i)
      for (const Sum& sum : answers[i].computed->sums) add_sum(i, sum);
  }

  void add_across(const Sum& of) {
    for (const Figure& figure : answers_[of.total].computed->figures) {
      if (!counts_people(figure)) continue;
      std::vector<std::size_t> found{place(of.total, figure.id)};
      for (const std::size_t part : of.parts) found.push_back(place(part, figure.id));
      if (std::ranges::find(found, kNone) != found.end()) continue;
      if (found.size() == 2 && values_[found[1]] > values_[found[0]]) std::swap(found[0], found[1]);
      disclosure_.add_sum(found.front(), {found.begin() + 1, found.end()});
    }
  }

  void hide() {
    disclosure_.protect();
    for (std::size_t i = 0; i < answers_.size(); ++i)
      for (std::size_t j = 0; j < places_[i].size(); ++j)
        if (places_[i][j] != kNone) answers_[i].computed->figures[j].shown = disclosure_.shown(places_[i][j]);
  }

 private:
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

  std::size_t add(const Figure& figure, int rank) {
    const Trace& trace = figure.trace;
    const std::vector<std::string> same{
        trace.how, trace.file, trace.filter, trace.column, trace.part, trace.whole, std::to_string(*figure.value)};
    const auto [at, is_new] = known_.emplace(same, values_.size());
    if (is_new) {
      disclosure_.add(*figure.value, rank);
      values_.push_back(*figure.value);
    }
    disclosure_.keep(at->second, rank);
    return at->second;
  }

  void add_sum(std::size_t answer, const Sum& sum) {
    std::vector<std::size_t> parts;
    for (const std::size_t part : sum.parts) parts.push_back(places_[answer][part]);
    const std::size_t total = places_[answer][sum.total];
    if (total != kNone && std::ranges::find(parts, kNone) == parts.end()) disclosure_.add_sum(total, std::move(parts));
  }

  std::size_t place(std::size_t answer, const std::string& id) const {
    const auto& figures = answers_[answer].computed->figures;
    const auto found = std::ranges::find(figures, id, &Figure::id);
    return found == figures.end() ? kNone : places_[answer][static_cast<std::size_t>(found - figures.begin())];
  }

  std::span<const Beside> answers_;
  Disclosure disclosure_;
  std::vector<std::int64_t> values_;
  std::map<std::vector<std::string>, std::size_t> known_;
  std::vector<std::vector<std::size_t>> places_;  // of each answer and figure
};

}  // namespace

std::string_view name_of(Unit unit) { return kUnits[static_cast<std::size_t>(unit)]; }
std::string_view name_of(Shown shown) { return kShown[static_cast<std::size_t>(shown)]; }

void hide_small(std::span<const Beside> answers, const std::vector<Sum>& across) {
  Together together(answers);
  for (const Sum& sum : across) together.add_across(sum);
  together.hide();
  for (const Beside& one : answers) {
    for (Figure& figure : one.computed->figures)
      if (!figure.value) figure.shown = Shown::kUnknown;
    hide_what_rests(one.computed->figures);
    lead_with_least(*one.computed);
  }
}

void hide_small(Computed& computed) {
  const Beside alone{&computed};
  hide_small({&alone, 1}, {});
}

}  // namespace passend::insight
