// SPDX-License-Identifier: EUPL-1.2
#include "income/trace.hpp"

#include <algorithm>
#include <initializer_list>

namespace passend::income {
namespace {

using Ids = std::vector<std::string_view>;

class Tracer {
 public:
  Tracer(const State& state, const RuleBook& rules, const ParameterStore& law)
      : state_(state), in_(state.settled.columns), out_(state.income), rules_(rules), law_(law) {}

  std::vector<TraceNode> run() {
    for (std::size_t p = 0; p < kParts; ++p) {
      const Part part = static_cast<Part>(p);
      if (state_.part(part) == 0 || part == Part::kRounding) continue;
      TraceNode node{.part = part, .eurocent = state_.part(part)};
      add_figures(node);
      for (const std::string_view id : parameters_of(part)) add_parameter(node, id);
      nodes_.push_back(std::move(node));
    }
    return std::move(nodes_);
  }

 private:
  using Unit = TraceFigure::Unit;

  void add_parameter(TraceNode& node, std::string_view id) const {
    const Parameter* parameter = law_.find(id);
    const auto value = law_.value_at(id, rules_.date);
    const bool is_there = std::ranges::any_of(node.parameters, [&](const auto& p) { return p.origin.id == id; });
    if (parameter == nullptr || !value || is_there) return;
    node.parameters.push_back({text_of(**value, parameter->unit), origin_of(*parameter, **value)});
  }

  template <class Get>
  void add(TraceNode& node, std::string_view key, Unit unit, Get get) const {
    for (std::size_t a = 0; a < state_.household.adults.size(); ++a)
      if (const auto value = static_cast<std::int64_t>(get(out_.adult[a])); value != 0)
        node.figures.push_back({key, value, unit});
  }
  static void add_one(TraceNode& node, std::string_view key, double value, Unit unit) {
    node.figures.push_back({key, static_cast<std::int64_t>(value), unit});
  }

  void add_figures(TraceNode& node) const {
    using Adult = AdultSteps<double>;
    switch (node.part) {
      case Part::kWage:
        for (const auto& adult : in_.adult) {
          if (adult.gross > 0) add_one(node, "gross", adult.gross, Unit::kEurocent);
          if (adult.pension > 0) add_one(node, "pension", adult.pension, Unit::kEurocent);
        }
        return;
      case Part::kHolidayAllowance:
        for (const auto& adult : in_.adult)
          if (adult.gross > 0) add_one(node, "gross", adult.gross, Unit::kEurocent);
        return;
      case Part::kBijstand:
        add_one(node, "norm", in_.norm, Unit::kEurocent);
        add(node, "earned", Unit::kEurocent, [](const Adult& a) { return a.earned; });
        add(node, "disregarded", Unit::kEurocent, [](const Adult& a) { return a.disregarded; });
        add(node, "unused", Unit::kEuroYear, [](const Adult& a) { return a.unused; });
        return add_one(node, "top_up", out_.top_up, Unit::kEurocent);
      case Part::kIncomeTax:
      case Part::kAlgemeneHeffingskorting:
      case Part::kOuderenkorting:
        return add(node, "income_year", Unit::kEuroYear, [](const Adult& a) { return a.income_year; });
      case Part::kArbeidskorting:
      case Part::kIack:
        return add(node, "labour_year", Unit::kEuroYear, [](const Adult& a) { return a.labour_year; });
      case Part::kZvw:
        return add(node, "benefit", Unit::kEurocent, [](const Adult& a) { return a.benefit; });
      case Part::kZorgtoeslag:
        add_one(node, "insured", in_.insured, Unit::kCount);
        return add_one(node, "joint_income", out_.income_year, Unit::kEuroYear);
      case Part::kHuurtoeslag:
        add_one(node, "rent", in_.home.rent, Unit::kEurocent);
        return add_one(node, "joint_income", out_.income_year, Unit::kEuroYear);
      case Part::kKinderopvangtoeslag:
        add_one(node, "care_cost", in_.care_cost, Unit::kEurocent);
        return add_one(node, "joint_income", out_.income_year, Unit::kEuroYear);
      case Part::kKindgebondenBudget:
        return add_one(node, "joint_income", out_.income_year, Unit::kEuroYear);
      default:
        return;
    }
  }

  bool any_aow() const { return in_.adult[0].of_aow > 0 || in_.adult[1].of_aow > 0; }
  bool any_below_aow() const { return in_.adult[0].of_aow == 0 || (in_.couple > 0 && in_.adult[1].of_aow == 0); }

  // One id below AOW age, another at AOW age.
  Ids by_age(std::string_view below, std::string_view aow) const {
    Ids ids;
    if (any_below_aow()) ids.emplace_back(below);
    if (any_aow()) ids.emplace_back(aow);
    return ids;
  }

  Ids parameters_of(Part part) const {
    Ids ids = fixed_parameters_of(part);
    for (const auto& [of, id] : state_.settled.used)
      if (of == part) ids.emplace_back(id);
    return ids;
  }

  Ids fixed_parameters_of(Part part) const {
    switch (part) {
      case Part::kWage:
        return is_paid_by_the_hour() ? Ids{"weeks_per_year"} : Ids{};
      case Part::kHolidayAllowance:
        return {"holiday_allowance_rate"};
      case Part::kBijstand:
        return bijstand_parameters();
      case Part::kIncomeTax:
        return by_age("box1_brackets_below_aow_age", "box1_brackets_aow_age_born_from_1946");
      case Part::kAlgemeneHeffingskorting: {
        Ids ids{"general_tax_credit"};
        if (any_aow()) ids.emplace_back("general_tax_credit_aow_age_max");
        return ids;
      }
      case Part::kArbeidskorting:
        return by_age("labour_tax_credit", "labour_tax_credit_aow_age_2026");
      case Part::kIack:
        return {"combination_tax_credit", "combination_tax_credit_child_age"};
      case Part::kJonggehandicaptenkorting:
        return {"young_disabled_tax_credit"};
      case Part::kOuderenkorting:
        return {"elderly_tax_credit"};
      case Part::kAlleenstaandeOuderenkorting:
        return {"single_elderly_tax_credit"};
      case Part::kAhkUitbetaling:
        return {"general_tax_credit_payout_birth_year"};
      case Part::kZvw:
        return {"zvw_low_rate"};
      case Part::kZorgtoeslag:
        return {"health_allowance_standard_premium", "threshold_income",
                in_.couple > 0 ? "health_allowance_norm_pct_partner" : "health_allowance_norm_pct_single",
                "health_allowance_taper", "allowance_payment_floor_year"};
      case Part::kHuurtoeslag:
        return rent_parameters();
      case Part::kKindgebondenBudget:
        return child_budget_parameters();
      case Part::kKinderbijslag:
        return {"child_benefit_basic_amount_quarter", "child_benefit_age_shares", "child_benefit_ages"};
      case Part::kKinderopvangtoeslag:
        return care_parameters();
      default:
        return {};
    }
  }

  // Tax and credits of the year without bijstand, and pay as it is withheld from.
  Ids bijstand_parameters() const {
    Ids ids = by_age("box1_brackets_below_aow_age", "box1_brackets_aow_age_born_from_1946");
    ids.emplace_back("general_tax_credit");
    if (any_aow()) ids.emplace_back("general_tax_credit_aow_age_max");
    if (in_.adult[0].gross == 0 && in_.adult[1].gross == 0) return ids;
    for (const std::string_view id : by_age("labour_tax_credit", "labour_tax_credit_aow_age_2026")) ids.push_back(id);
    ids.emplace_back("withholding_month_table_step");
    return ids;
  }

  bool is_paid_by_the_hour() const {
    return std::ranges::any_of(state_.household.adults,
                               [](const Adult& adult) { return !adult.gross_month && adult.centihours > 0; });
  }

  Ids rent_parameters() const {
    Ids ids{"rent_allowance_max_rent",
            "rent_allowance_quality_threshold",
            in_.home.cap == rules_.rent.rules.cap_small ? "rent_allowance_cap_1_2" : "rent_allowance_cap_3plus",
            "rent_allowance_norm_rent_min",
            "rent_allowance_norm_rent_supplement",
            "rent_allowance_share_to_quality",
            "rent_allowance_share_to_cap",
            "rent_allowance_share_above_cap"};
    const bool multi = in_.home.income_point == rules_.rent.rules.kind_of(true, any_aow()).income_point;
    const auto pick = [&](std::string_view single, std::string_view more) { ids.emplace_back(multi ? more : single); };
    pick("rent_allowance_min_income_point_single", "rent_allowance_min_income_point_multi");
    pick("rent_allowance_norm_rent_reduction_single", "rent_allowance_norm_rent_reduction_multi");
    ids.emplace_back("rent_allowance_share_above_cap_all_households");
    if (rules_.rent.rules.linear) {
      pick("rent_allowance_taper_single", "rent_allowance_taper_multi");
    } else {
      pick("rent_allowance_factor_a_single", "rent_allowance_factor_a_multi");
      pick("rent_allowance_factor_b_single", "rent_allowance_factor_b_multi");
      ids.emplace_back("rent_allowance_service_cost_cap_item");
    }
    return ids;
  }

  Ids child_budget_parameters() const {
    Ids ids{"child_budget_per_child", "child_budget_extra_12_15", "child_budget_extra_16_17",
            "child_budget_ages",      "child_budget_taper",       "threshold_income"};
    ids.emplace_back(in_.couple > 0 ? "child_budget_partner_threshold_addition"
                                    : "child_budget_single_parent_supplement");
    return ids;
  }

  Ids care_parameters() const {
    Ids ids{"childcare_max_hours_month", "childcare_pct_table_first_child"};
    if (in_.care_other > 0) ids.emplace_back("childcare_pct_table_second_child");
    for (const Child& child : state_.household.children) {
      if (child.care == Care::kDagopvang) ids.emplace_back("childcare_max_rate_daycare");
      if (child.care == Care::kBso) ids.emplace_back("childcare_max_rate_after_school");
      if (child.care == Care::kGastouder) ids.emplace_back("childcare_max_rate_childminder");
    }
    return ids;
  }

  const State& state_;
  const HouseholdColumns<double>& in_;
  const NetIncome<double>& out_;
  const RuleBook& rules_;
  const ParameterStore& law_;
  std::vector<TraceNode> nodes_;
};

}  // namespace

std::vector<TraceNode> trace_of(const State& state, const RuleBook& rules, const ParameterStore& law) {
  return Tracer(state, rules, law).run();
}

Confidence weakest_of(const std::vector<TraceNode>& trace) {
  Confidence weakest = Confidence::kConfirmed;
  for (const TraceNode& node : trace)
    for (const TraceParameter& parameter : node.parameters) weakest = std::max(weakest, parameter.origin.confidence);
  return weakest;
}

}  // namespace passend::income
