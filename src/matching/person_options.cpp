// SPDX-License-Identifier: EUPL-1.2
#include "matching/person_options.hpp"

#include <algorithm>
#include <array>

#include "base/quantity.hpp"
#include "matching/plan.hpp"
#include "matching/score.hpp"

namespace passend {
namespace {

constexpr int kHoursDigits = 2;
constexpr int kKilometreDigits = 3;

class Table {
 public:
  Table(const PlanContext& context, const Snapshot& snapshot, const Person& person, bool wish_changes)
      : context_(context), snapshot_(snapshot), person_(person), wish_changes_(wish_changes) {}

  PersonOptions run() {
    const auto kinds = wished_kinds();
    for (std::size_t j = 0; j < snapshot_.works.size(); ++j)
      if (kinds[static_cast<std::size_t>(snapshot_.works[j].kind)]) look_at(static_cast<std::uint32_t>(j));
    std::stable_sort(out_.options.begin(), out_.options.end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
    add_questions();
    for (std::size_t g = 0; g < kGates; ++g) {
      if (!openings_[g].works.empty()) out_.openings.push_back(std::move(openings_[g]));
      if (wish_changes_ && changes_[g] > 0) out_.wish_changes.push_back({static_cast<Gate>(g), changes_[g]});
    }
    return std::move(out_);
  }

 private:
  std::array<bool, kWorkKinds> wished_kinds() const {
    std::array<bool, kWorkKinds> kinds{};
    for (const Wish& wish : person_.wishes)
      if (wish.live(context_.date)) kinds[static_cast<std::size_t>(wish.kind)] = true;
    return kinds;
  }

  void look_at(std::uint32_t j) {
    const Work& work = snapshot_.works[j];
    const PairWish wish = choose_wish(context_, person_, work);
    const FirstFailures failures = first_failures(context_, person_, work, wish);
    if (failures.count == 0) return add_option(j, wish);
    if (failures.count > 1) return;
    const auto gate = static_cast<std::size_t>(failures.first);
    if (row_of(failures.first).own_limit) {
      if (failures.first != Gate::kResting) ++changes_[gate];
      return;
    }
    openings_[gate].gate = failures.first;
    openings_[gate].works.push_back(j);
    const auto kind = requirement_kind_of(failures.first);
    if (!kind) return;
    auto& trainings = openings_[gate].trainings;
    for (const std::uint32_t t : trainings_for(snapshot_, person_, work, *kind))
      if (std::find(trainings.begin(), trainings.end(), t) == trainings.end()) trainings.push_back(t);
  }

  void add_option(std::uint32_t j, const PairWish& wish) {
    const Work& work = snapshot_.works[j];
    PairNotes notes;
    const GateOutcomes outcomes = evaluate_gates(context_, person_, work, wish, &notes);
    const int score = score_of(context_.rules->score, score_parts(context_, person_, work, wish, outcomes));
    out_.options.push_back({j, score, wish, std::move(notes.questions)});
  }

  void add_questions() {
    for (const WorkOption& option : out_.options) {
      if (option.questions.size() != 1) continue;
      const auto known = std::find_if(out_.questions.begin(), out_.questions.end(),
                                      [&](const QuestionWorth& row) { return row.question == option.questions[0]; });
      if (known != out_.questions.end())
        ++known->pairs;
      else
        out_.questions.push_back({option.questions[0], 1, 1});
    }
    std::sort(out_.questions.begin(), out_.questions.end(), [&](const auto& a, const auto& b) {
      return a.pairs != b.pairs ? a.pairs > b.pairs : code_of(a.question, context_) < code_of(b.question, context_);
    });
  }

  const PlanContext& context_;
  const Snapshot& snapshot_;
  const Person& person_;
  bool wish_changes_;
  PersonOptions out_;
  std::array<Opening, kGates> openings_;
  std::array<std::int64_t, kGates> changes_{};
};

bool set_hours(std::optional<Centihours>& field, std::string_view value) {
  const auto hours = parse_scaled(value, kHoursDigits);
  if (!hours || *hours < 0 || *hours > 16'800) return false;
  field = static_cast<Centihours>(*hours);
  return true;
}

bool set_date(std::optional<Date>& field, std::string_view value) {
  field = parse_date(value);
  return field.has_value();
}

bool set_day_parts(Person& person, std::string_view value) {
  DayParts parts = 0;
  while (!value.empty()) {
    const auto end = value.find_first_of(" +");
    const auto part = day_part(value.substr(0, end));
    if (!part) return false;
    parts |= *part;
    if (end == std::string_view::npos) break;
    value.remove_prefix(end + 1);
  }
  person.day_parts = parts;
  return true;
}

template <class Setter>
bool on_wishes(Person& person, Setter set) {
  for (Wish& wish : person.wishes) set(wish);
  return true;
}

bool set_number(Person& person, std::optional<std::int64_t> Wish::* field, std::string_view value, int digits) {
  const auto number = parse_scaled(value, digits);
  if (!number || *number < 0) return false;
  return on_wishes(person, [&](Wish& wish) { wish.*field = number; });
}

bool set_mode(const PlanContext& context, Person& person, std::string_view value) {
  const auto& modes = context.rules->modes;
  const auto found =
      std::find_if(modes.begin(), modes.end(), [&](const TravelMode& mode) { return mode.name == value; });
  if (found == modes.end()) return false;
  return on_wishes(person, [&](Wish& wish) { wish.mode = static_cast<std::uint8_t>(found - modes.begin()); });
}

bool set_home(const PlanContext& context, Person& person, std::string_view value) {
  const auto found = context.reference->point_of_pc4.find(std::string(value));
  if (found == context.reference->point_of_pc4.end()) return false;
  person.point = found->second;
  return true;
}

}  // namespace

PersonOptions options_of(const PlanContext& context, const Snapshot& snapshot, const Person& person,
                         bool wish_changes) {
  return Table(context, snapshot, person, wish_changes).run();
}

bool set_wish(const PlanContext& context, Person& person, std::string_view key, std::string_view value) {
  if (key == "hours_min") return set_hours(person.hours_min, value);
  if (key == "hours_max") return set_hours(person.hours_max, value);
  if (key == "day_parts") return set_day_parts(person, value);
  if (key == "from") return set_date(person.from, value);
  if (key == "until") return set_date(person.until, value);
  if (key == "max_km") return set_number(person, &Wish::max_metres, value, kKilometreDigits);
  if (key == "max_minutes") return set_number(person, &Wish::max_minutes, value, 0);
  if (key == "min_hourly_eurocent") return set_number(person, &Wish::min_hourly_eurocent, value, 0);
  if (key == "mode") return set_mode(context, person, value);
  if (key == "pc4") return set_home(context, person, value);
  return false;
}

}  // namespace passend
