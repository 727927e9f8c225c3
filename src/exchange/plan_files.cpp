// SPDX-License-Identifier: EUPL-1.2
#include "exchange/plan_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/csv.hpp"
#include "base/sha256.hpp"
#include "matching/score.hpp"
#include "work/gates.hpp"
#include "work/proposal.hpp"

namespace passend {
namespace {

using Json = nlohmann::json;  // keys sorted

std::string dump(const Json& json) { return json.dump(1) + '\n'; }

constexpr std::string_view kRequirementNames[] = {"language", "licence", "diploma", "skill"};

std::string learn_text(const PlanContext& context, const Learning& learning) {
  const std::string code = learning.code ? context.symbols->text(learning.code) : std::to_string(learning.level);
  return fmt::format("learn:{}:{}", kRequirementNames[static_cast<std::size_t>(learning.kind)], code);
}

void append_sorted(std::vector<std::string>& out, std::vector<std::string> texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  out.insert(out.end(), texts.begin(), texts.end());
}

struct PairView {
  const Person& person;
  const Work& work;
  PairWish wish;
  PairNotes notes;
  GateOutcomes outcomes;
};

PairView view_of(const PlanContext& context, const Snapshot& snapshot, std::size_t person, std::size_t work) {
  PairView view{snapshot.people[person], snapshot.works[work], {}, {}, {}};
  view.wish = choose_wish(context, view.person, view.work);
  view.outcomes = evaluate_gates(context, view.person, view.work, view.wish, &view.notes);
  return view;
}

std::vector<std::string> reasons(const PlanContext& context, const PairView& view) {
  std::vector<std::string> out;
  out.push_back(fmt::format("wish:{}", view.person.wishes[static_cast<std::size_t>(view.wish.index)].rank));
  if (view.wish.minutes) {
    const std::string mode =
        view.wish.mode < 0 ? "onbekend" : context.rules->modes[static_cast<std::size_t>(view.wish.mode)].name;
    out.push_back(fmt::format("travel:{}:{}", mode, *view.wish.minutes));
  }
  if (view.person.hours_max && view.work.hours_max)
    out.push_back(fmt::format("hours:{}", std::min(*view.person.hours_max, *view.work.hours_max)));
  if (view.work.hourly_eurocent) out.push_back(fmt::format("wage:{}", *view.work.hourly_eurocent));
  std::vector<std::string> texts;
  for (const Learning& learning : view.notes.learning) texts.push_back(learn_text(context, learning));
  append_sorted(out, std::move(texts));
  texts.clear();
  for (const std::uint16_t item : view.notes.adaptations)
    texts.push_back("adapt:" + context.reference->items[item].code);
  append_sorted(out, std::move(texts));
  texts.clear();
  for (const Symbol kind : view.notes.supports) texts.push_back("support:" + context.symbols->text(kind));
  append_sorted(out, std::move(texts));
  return out;
}

class PlanWriter {
 public:
  explicit PlanWriter(const PlanFilesInput& in) : in_(in), also_(in.plan.rounds.size()) {
    for (std::size_t t = 0; t < in_.plan.rounds.size(); ++t) count_also(t);
  }

  std::string plan_json() const {
    Json json;
    json["schema"] = "passend-plan/1";
    json["date"] = to_string(in_.plan.date);
    json["seed"] = in_.plan.seed;
    json["levels"] = Json::array();
    for (std::size_t t = 0; t < in_.plan.rounds.size(); ++t)
      for (const assign::Level& level : in_.plan.rounds[t].levels)
        json["levels"].push_back(
            {{"round", t + 1}, {"name", assign::name_of(level.name)}, {"value", level.value}, {"bound", level.bound}});
    json["proposals"] = Json::array();
    for (std::size_t i = 0; i < in_.snapshot.people.size(); ++i)
      for (std::size_t t = 0; t < in_.plan.rounds.size(); ++t)
        if (const auto candidate = proposal_of(in_.plan, in_.plan.rounds[t], i))
          json["proposals"].push_back(proposal(i, t, *candidate));
    return dump(json);
  }

  std::string certificate_json() const {
    Json json;
    json["rounds"] = Json::array();
    for (const PlanRound& round : in_.plan.rounds) {
      Json levels = Json::array();
      for (const assign::Level& level : round.levels) levels.push_back(certificate_of(level));
      json["rounds"].push_back({{"levels", levels}});
    }
    json["reach"] = Json::object();
    for (std::size_t g = 0; g < in_.snapshot.groups.size(); ++g) {
      const GroupReach& reach = in_.plan.reach[g];
      std::vector<std::string> cover;
      for (const std::uint32_t i : reach.people) cover.push_back(text(in_.snapshot.people[i].id));
      for (const std::uint32_t j : reach.works) cover.push_back(text(in_.snapshot.works[j].id));
      std::sort(cover.begin(), cover.end());
      json["reach"][text(in_.snapshot.groups[g].name)] = {{"value", reach.value}, {"cover", cover}};
    }
    return dump(json);
  }

  std::string places_csv() const {
    std::vector<std::int64_t> filled(in_.snapshot.works.size(), 0);
    std::vector<std::int64_t> conditional(in_.snapshot.works.size(), 0);
    for (std::size_t i = 0; i < in_.snapshot.people.size(); ++i) {
      if (const auto candidate = proposal_of(in_.plan, in_.plan.rounds.front(), i)) {
        ++filled[candidate->work];
        conditional[candidate->work] += candidate->conditional;
      }
    }
    std::string out = csv_line({"work", "free", "filled", "conditional"});
    for (std::size_t j = 0; j < in_.snapshot.works.size(); ++j) {
      const Work& work = in_.snapshot.works[j];
      out += csv_line({text(work.id), std::to_string(std::max(work.free, 0)), std::to_string(filled[j]),
                       std::to_string(conditional[j])});
    }
    return out;
  }

  std::string waiting_csv() const {
    std::string out = csv_line({"person", "cause", "side", "works", "what", "who_pays"});
    for (const Waiting& waiting : in_.waiting)
      for (const WaitingCause& cause : waiting.causes) out += csv_line(waiting_line(waiting.person, cause));
    return out;
  }

  std::string learning_csv() const {
    const auto number_or_empty = [](const std::optional<std::int64_t>& value) {
      return value ? std::to_string(*value) : std::string();
    };
    std::string out = csv_line({"person", "trainings", "works", "weeks", "eurocent", "who_pays"});
    for (const LearningRoute& route : in_.learning) {
      std::vector<std::string> trainings, schemes;
      for (const std::uint32_t t : route.trainings) trainings.push_back(text(in_.snapshot.trainings[t].id));
      for (const Symbol scheme : route.who_pays) schemes.push_back(text(scheme));
      out += csv_line({text(in_.snapshot.people[route.person].id), fmt::format("{}", fmt::join(trainings, " ")),
                       std::to_string(route.works), number_or_empty(route.weeks), number_or_empty(route.eurocent),
                       fmt::format("{}", fmt::join(schemes, " "))});
    }
    return out;
  }

  std::string pays_csv() const {
    std::string out = csv_line({"person", "round", "work", "scheme", "resource", "amount"});
    for (std::size_t i = 0; i < in_.snapshot.people.size(); ++i)
      for (std::size_t t = 0; t < in_.plan.rounds.size(); ++t)
        if (const auto candidate = proposal_of(in_.plan, in_.plan.rounds[t], i))
          out += pays_lines(i, t, candidate->work);
    return out;
  }

  std::string fairness_json() const {
    Json json;
    json["schema"] = "passend-fairness/1";
    json["groups"] = Json::array();
    for (const FairnessRow& row : in_.fairness.groups) {
      Json entry = fairness_row(row);
      entry["group"] = row.group;
      entry["kind"] = row.kind;
      json["groups"].push_back(entry);
    }
    json["total"] = fairness_row(in_.fairness.total);
    return dump(json);
  }

  std::string previous_json() const {
    Json json = Json::array();
    for (const PreviousProposal& row : in_.previous)
      json.push_back({{"person", row.person}, {"round", row.round}, {"work", row.work}});
    return dump(json);
  }

 private:
  const std::string& text(Symbol symbol) const { return in_.snapshot.symbols.text(symbol); }

  // Per work: people without a voorstel in the round who have it as a candidate of the round.
  void count_also(std::size_t t) {
    const PlanRound& round = in_.plan.rounds[t];
    also_[t].assign(in_.snapshot.works.size(), 0);
    for (std::size_t i = 0; i < in_.snapshot.people.size(); ++i) {
      if (round.candidate_of_person[i] >= 0) continue;
      for (std::size_t e = in_.plan.candidates.row_begin[i]; e < in_.plan.candidates.row_begin[i + 1]; ++e)
        also_[t][in_.plan.candidates.rows[e].work] += round.available[e];
    }
  }

  bool is_of_scheme(const Work& work, std::uint32_t resource) const {
    return work.scheme && std::ranges::any_of(in_.snapshot.uses, [&](const UseRow& use) {
             return use.of_scheme && use.id == work.scheme && use.resource == resource && use.amount != 0;
           });
  }

  std::string pays_lines(std::size_t i, std::size_t t, std::uint32_t j) const {
    const Work& work = in_.snapshot.works[j];
    std::vector<ResourceUse> uses = uses_of(in_.context, in_.snapshot.people[i], work);
    std::ranges::sort(uses, {}, [&](const ResourceUse& use) { return text(in_.snapshot.resources[use.resource].id); });
    std::string lines;
    for (const ResourceUse& use : uses) {
      const Resource& resource = in_.snapshot.resources[use.resource];
      lines += csv_line({text(in_.snapshot.people[i].id), std::to_string(t + 1), text(work.id),
                         is_of_scheme(work, use.resource) ? text(work.scheme) : "", text(resource.id),
                         to_decimal(use.amount, resource.counts_hours() ? 2 : 0)});
    }
    return lines;
  }

  Json proposal(std::size_t i, std::size_t t, const Candidate& candidate) const {
    const PairView view = view_of(in_.context, in_.snapshot, i, candidate.work);
    const ScoreParts parts = score_parts(in_.context, view.person, view.work, view.wish, view.outcomes);
    // Throws where the planner put a pair in the plan that is no voorstel: nothing is written then.
    const auto voorstel =
        std::get<Proposal>(propose(in_.context, view.person, view.work, view.wish, view.outcomes, view.notes));
    return {
        {"person", voorstel.person()},
        {"work", voorstel.work()},
        {"round", t + 1},
        {"conditional", voorstel.questions()},
        {"score", candidate.score},
        {"parts",
         {{"hours", parts.hours},
          {"known", parts.known},
          {"skills", parts.skills},
          {"travel", parts.travel},
          {"wish", parts.wish}}},
        {"reasons", reasons(in_.context, view)},
        {"displaces", {{"also", also_[t][candidate.work]}, {"places", in_.plan.rounds[t].capacity[candidate.work]}}}};
  }

  Json certificate_of(const assign::Level& level) const {
    Json json{{"name", assign::name_of(level.name)}, {"value", level.value}, {"bound", level.bound}};
    json["work"] = Json::object();
    json["resource"] = Json::object();
    json["group"] = Json::object();
    json["earlier"] = Json::object();
    for (const assign::Price& price : level.work)
      json["work"][text(in_.snapshot.works[price.index].id)] = price.decimal;
    for (const assign::Price& price : level.resource)
      json["resource"][text(in_.snapshot.resources[price.index].id)] = price.decimal;
    for (const assign::Price& price : level.group)
      json["group"][in_.plan.floor_rules[price.index]->group] = price.decimal;
    for (const auto& [name, price] : level.earlier) json["earlier"][std::string(assign::name_of(name))] = price;
    return json;
  }

  std::vector<std::string> waiting_line(std::uint32_t person, const WaitingCause& cause) const {
    const CauseRow& row = row_of(cause.cause);
    std::string what(row.what);
    std::vector<std::string> schemes;
    for (const std::uint32_t t : cause.trainings) {
      const Training& training = in_.snapshot.trainings[t];
      what += (what.empty() ? "" : " ") + text(training.id);
      if (training.scheme) schemes.push_back(text(training.scheme));
    }
    std::sort(schemes.begin(), schemes.end());
    schemes.erase(std::unique(schemes.begin(), schemes.end()), schemes.end());
    return {text(in_.snapshot.people[person].id),
            std::string(row.name),
            std::string(row.side),
            cause.works ? std::to_string(*cause.works) : "",
            what,
            fmt::format("{}", fmt::join(schemes, " "))};
  }

  static Json number(const std::optional<std::int64_t>& value) { return value ? Json(*value) : Json(nullptr); }

  static Json fairness_row(const FairnessRow& row) {
    Json json{{"people", number(row.people)},
              {"without_wish", number(row.without_wish)},
              {"unconfirmed", number(row.unconfirmed)},
              {"expired", number(row.expired)},
              {"candidate", number(row.candidate)},
              {"voorstel", number(row.voorstel)},
              {"reach", number(row.reach)},
              {"share", number(row.share)},
              {"low", number(row.low)},
              {"high", number(row.high)},
              {"floor", number(row.floor)},
              {"price", row.price ? Json(*row.price) : Json(nullptr)}};
    if (row.suppressed) json["suppressed"] = true;
    return json;
  }

  const PlanFilesInput& in_;
  std::vector<std::vector<std::int64_t>> also_;
};

}  // namespace

std::map<std::string, std::string> plan_files(const PlanFilesInput& input) {
  const PlanWriter writer(input);
  return {{"plan.json", writer.plan_json()},         {"certificate.json", writer.certificate_json()},
          {"places.csv", writer.places_csv()},       {"waiting.csv", writer.waiting_csv()},
          {"fairness.json", writer.fairness_json()}, {"previous.json", writer.previous_json()},
          {"learning.csv", writer.learning_csv()},   {"pays.csv", writer.pays_csv()},
          {"rules.toml", input.rules_bytes}};
}

std::string manifest_of(const PlanFilesInput& input, const std::map<std::string, std::string>& files) {
  Json json;
  json["files"] = Json::object();
  for (const auto& [name, content] : files) json["files"][name] = sha256_hex(content);
  json["inputs"] = input.inputs;
  json["program"] = input.program;
  json["state"] = input.plan.stopped ? "stopped" : "complete";
  return dump(json);
}

std::vector<std::string> reasons_of(const PlanContext& context, const Snapshot& snapshot, std::size_t person,
                                    std::size_t work) {
  return reasons(context, view_of(context, snapshot, person, work));
}

Result<std::vector<PreviousProposal>> read_proposals(std::string_view bytes, const std::string& file) {
  const auto wrong = [&](std::string reason) {
    return fail({.code = FaultCode::kJsonSyntax, .file = file, .args = {{"reason", std::move(reason)}}});
  };
  const Json json = Json::parse(bytes, nullptr, false);
  if (json.is_discarded() || !json.is_object() || !json.contains("proposals") || !json["proposals"].is_array())
    return wrong("proposals");
  std::vector<PreviousProposal> out;
  for (const Json& row : json["proposals"]) {
    const bool good = row.is_object() && row.contains("person") && row["person"].is_string() && row.contains("work") &&
                      row["work"].is_string() && row.contains("round") && row["round"].is_number_integer();
    if (!good) return wrong("proposals");
    out.push_back({row["person"], row["work"], row["round"]});
  }
  return out;
}

}  // namespace passend
