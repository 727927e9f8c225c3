// SPDX-License-Identifier: EUPL-1.2
#include "insight/seekers.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <set>

#include "base/text_file.hpp"
#include "exchange/rules_reader.hpp"
#include "exchange/snapshot_reader.hpp"
#include "insight/demo_municipality.hpp"
#include "insight/random_stream.hpp"
#include "matching/plan.hpp"
#include "matching/prepare.hpp"
#include "scheme/scheme_file.hpp"
#include "wage/minimum_wage.hpp"

namespace passend::insight {
namespace {

constexpr int kTemplates = 3000;    // people of the example municipality to take wishes and abilities from
constexpr int kFewestWorks = 1500;  // so that each kind has some
constexpr int kMostWorks = 20'000;
constexpr Centihours kWeekIfUnknown = 3200;  // where neither person nor work says

// A folder that is gone when this is.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "passend-simulate-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// The shipped rules with one round.
std::string one_round(std::string rules) {
  const auto begin = rules.find("\nrounds = ");
  if (begin != std::string::npos) rules.replace(begin, rules.find('\n', begin + 1) - begin, "\nrounds = 1");
  return rules;
}

income::Benefit benefit_named(std::string_view name) {
  const auto found = std::ranges::find(income::kBenefitNames, name);
  return static_cast<income::Benefit>(found == income::kBenefitNames.end() ? 0 : found - income::kBenefitNames.begin());
}

}  // namespace

Result<SeekerFiles> make_seeker_files(const Scenario& scenario, const std::filesystem::path& data) {
  std::int64_t most = 0;
  for (const PlacesRule& rule : scenario.places) most += *std::ranges::max_element(rule.places);
  DemoOptions options;
  options.people = kTemplates;
  options.places = static_cast<int>(std::clamp<std::int64_t>(most, kFewestWorks, kMostWorks));
  options.seed = scenario.seed;
  options.date = scenario.law;
  auto files = make_demo_municipality(options, data);
  if (!files) return fail(files.error());
  const auto rules = read_file(data / "rules/voorbeeld.toml");
  if (!rules) return fail(rules.error());
  // Nobody has a job yet and nothing rests; money is counted by the simulation, hours of support stay.
  for (const char* name : {"placements.csv", "resting.csv", "uses.csv", "groups.csv"}) files->erase(name);
  std::erase_if(*files, [](const auto& file) { return file.first.starts_with("schemes/"); });
  return SeekerFiles{std::move(*files), one_round(*rules)};
}

Result<std::unique_ptr<SeekerMarket>> SeekerMarket::open(const SeekerFiles& files, const Scenario& scenario,
                                                         const Reference& reference, const ParameterStore& law,
                                                         const std::vector<scheme::Scheme>& library) {
  const TemporaryFolder folder;
  if (folder.path().empty()) return fail({.code = FaultCode::kFileUnwritable, .file = "/tmp"});
  for (const auto& [name, text] : files.files)
    if (const auto done = replace_file(folder.path() / name, text); !done) return fail(done.error());
  std::unique_ptr<SeekerMarket> market(new SeekerMarket);
  auto rules = read_rules(files.rules, "rules.toml");
  if (!rules) return fail(rules.error());
  market->rules_ = std::move(*rules);
  market->scenario_ = &scenario;
  market->reference_ = &reference;
  market->law_ = &law;
  auto read = read_snapshot(folder.path(), reference, market->rules_, Reading::kStrict);
  if (!read) return fail(read.error());
  Snapshot& snapshot = market->snapshot_ = std::move(read->snapshot);
  std::erase_if(snapshot.resources, [](const Resource& resource) { return !resource.counts_hours(); });
  for (Person& person : snapshot.people) {
    person.groups.clear();
    if (!has_live_wish(person, scenario.law)) continue;
    const auto benefit = benefit_named(snapshot.symbols.text(person.benefit));
    market->of_benefit_[benefit].push_back(market->templates_.size());
    market->templates_.push_back(person);
  }
  snapshot.people.clear();
  std::erase_if(snapshot.works, [&](const Work& work) {
    return std::ranges::find(scenario.places, work.kind, &PlacesRule::kind) == scenario.places.end();
  });
  const auto minimum = adult_minimum_wage_on(law, scenario.law);
  if (!minimum) return fail(minimum.error());
  market->minimum_ = minimum->amount.value;
  std::set<std::string> used;
  market->works_of_rule_.resize(scenario.places.size());
  for (std::size_t w = 0; w < snapshot.works.size(); ++w) {
    Work& work = snapshot.works[w];
    const auto rule = std::ranges::find(scenario.places, work.kind, &PlacesRule::kind);
    const auto index = static_cast<std::size_t>(rule - scenario.places.begin());
    market->rule_of_work_.push_back(index);
    market->works_of_rule_[index].push_back(static_cast<std::uint32_t>(w));
    work.closed = false;
    work.from.reset();
    work.until.reset();
    work.scheme = snapshot.symbols.intern(rule->scheme);
    if (!rule->scheme.empty()) used.insert(rule->scheme);
    if (row_of(work.kind).needs_non_displacement && !work.non_displacement) work.non_displacement = scenario.law;
    const std::int64_t floor = std::max(minimum->amount.value, work.cao_floor_eurocent.value_or(0));
    if (rule->floor_per_mille)
      work.hourly_eurocent = std::max(floor, divide_up(minimum->amount.value * *rule->floor_per_mille, 1000));
    else
      work.hourly_eurocent = std::max(floor, work.hourly_eurocent.value_or(0));
    if (rule->hours_week) work.hours_min = work.hours_max = static_cast<Centihours>(*rule->hours_week);
  }
  for (std::size_t r = 0; r < scenario.places.size(); ++r)
    if (market->works_of_rule_[r].empty())
      return fail({.code = FaultCode::kCannotBe,
                   .file = "scenario",
                   .column = "places",
                   .value = std::string(row_of(scenario.places[r].kind).name),
                   .args = {{"reason", "no-works"}}});
  for (const std::string& id : used) {
    const scheme::Scheme* one = scheme::find_scheme(library, id);
    if (one == nullptr) return fail({.code = FaultCode::kUnknownScheme, .file = "scenario", .value = id});
    snapshot.schemes.push_back(*one);
  }
  std::ranges::sort(snapshot.schemes, {}, &scheme::Scheme::id);
  return market;
}

SeekerMarket::Pay SeekerMarket::pay_of(std::size_t rule) const {
  const Work& work = snapshot_.works[works_of_rule_[rule].front()];
  return {work.hours_max.value_or(kWeekIfUnknown), *work.hourly_eurocent};
}

void SeekerMarket::spread(std::span<const std::int64_t> places) {
  for (std::size_t r = 0; r < places.size(); ++r) {
    const auto& works = works_of_rule_[r];
    const auto count = static_cast<std::int64_t>(works.size());
    for (std::int64_t i = 0; i < count; ++i) {
      const std::int64_t here = std::max<std::int64_t>(places[r], 0) / count + (i < places[r] % count ? 1 : 0);
      snapshot_.works[works[static_cast<std::size_t>(i)]].places = static_cast<std::int32_t>(here);
    }
  }
}

Result<std::vector<SeekerMarket::Voorstel>> SeekerMarket::plan(std::span<const Seeker> seekers,
                                                               std::span<const std::int64_t> places,
                                                               std::uint64_t seed) {
  spread(places);
  snapshot_.people.clear();
  for (const Seeker& seeker : seekers) {
    const auto same = of_benefit_.find(seeker.benefit);
    const auto& pool = same == of_benefit_.end() || same->second.empty() ? of_benefit_.begin()->second : same->second;
    Person person = templates_[pool[RandomStream(scenario_->seed, "template", seeker.resident).below(pool.size())]];
    person.id = snapshot_.symbols.intern(fmt::format("r{:08}", seeker.resident));
    person.birth = seeker.birth;
    person.benefit = snapshot_.symbols.intern(income::kBenefitNames[static_cast<std::size_t>(seeker.benefit)]);
    person.benefit_since = seeker.benefit_since;
    snapshot_.people.push_back(std::move(person));
  }
  const auto context = prepare(snapshot_, *reference_, rules_, *law_, scenario_->law);
  if (!context) return fail(context.error());
  PlanOptions options;
  options.seed = seed;
  options.threads = 1;
  const Plan plan = make_plan(*context, snapshot_, options);
  std::vector<Voorstel> out;
  for (std::size_t p = 0; p < seekers.size(); ++p) {
    const auto candidate = proposal_of(plan, plan.rounds.front(), p);
    if (!candidate) continue;
    const Work& work = snapshot_.works[candidate->work];
    const std::int64_t offered = work.hours_max.value_or(kWeekIfUnknown);
    out.push_back(
        {.seeker = static_cast<std::uint32_t>(p),
         .work = candidate->work,
         .conditional = candidate->conditional,
         .centihours = std::min<std::int64_t>(snapshot_.people[p].hours_max.value_or(kWeekIfUnknown), offered),
         .hourly = *work.hourly_eurocent});
  }
  return out;
}

std::int64_t SeekerMarket::places_beside_vacancies(std::span<const std::int64_t> places) const {
  std::set<std::int32_t> open;
  for (std::size_t w = 0; w < snapshot_.works.size(); ++w)
    if (snapshot_.works[w].kind == WorkKind::kRegulier && snapshot_.works[w].places.value_or(0) > 0)
      open.insert(snapshot_.works[w].occupation);
  std::int64_t beside = 0;
  for (std::size_t r = 0; r < places.size(); ++r) {
    if (scenario_->places[r].scheme.empty()) continue;
    for (const std::uint32_t w : works_of_rule_[r])
      if (open.contains(snapshot_.works[w].occupation)) beside += snapshot_.works[w].places.value_or(0);
  }
  return beside;
}

}  // namespace passend::insight
