// SPDX-License-Identifier: EUPL-1.2
// Shows: a work of a scheme goes to its target group only, within its places and money; what is not known asks one
// question; a household is never asked; and a waiting person sees the shortest training, its cost and who pays.
#include <gtest/gtest.h>

#include "matching/scheme_targets.hpp"
#include "small_municipality.hpp"

namespace passend::testing {
namespace {

std::string scheme_text(const std::string& targets, const std::string& rest = "") {
  return "id = \"baan\"\ntitle = \"Baan\"\nmunicipality = \"V\"\n[[version]]\nname = \"2026\"\nfrom = 2026-01-01\n"
         "legal_basis = \"x\"\nsource = \"x\"\nconfidence = \"single\"\nvoluntary = true\nhardship = \"art. 9\"\n" +
         targets +
         "[[version.offer]]\nkind = \"work\"\nwork = \"basisbaan\"\nhours_week = 30\n"
         "wage_per_mille_of_floor = 1000\nplace_year_eurocent = 3000000\n" +
         rest;
}

const char* const kLong =
    "[[version.target]]\npredicate = \"benefit\"\nany_of = [\"bijstand\"]\narticle = \"art. 1\"\n"
    "[[version.target]]\npredicate = \"benefit_duration\"\nat_least = 36\narticle = \"art. 2\"\n";

// Three people who want a basisbaan, and one of them for each place of the work.
Tables people_and_work(int places) {
  Tables out;
  out["employers"] = {{{"employer", "e1"}, {"name", "Een"}}};
  const auto person = [&](const char* id, const char* benefit, const char* since) {
    out["people"].push_back({{"person", id},
                             {"birth_date", "1990-01-01"},
                             {"pc4", "6511"},
                             {"benefit", benefit},
                             {"benefit_since", since},
                             {"hours_min", "8"},
                             {"hours_max", "32"},
                             {"day_parts", "ma-o di-o"}});
    out["wishes"].push_back(
        {{"person", id}, {"rank", "1"}, {"kind", "basisbaan"}, {"confirmed", "2026-10-01"}, {"mode", "fiets"}});
  };
  person("lang", "bijstand", "2020-01-01");
  person("kort", "bijstand", "2026-01-01");
  person("open", "", "");
  out["work"].push_back({{"work", "w1"},
                         {"employer", "e1"},
                         {"kind", "basisbaan"},
                         {"occupation", "9622"},
                         {"pc4", "6511"},
                         {"places", std::to_string(places)},
                         {"closed", "nee"},
                         {"hours_min", "16"},
                         {"hours_max", "28"},
                         {"day_parts", "ma-o"},
                         {"hourly_eurocent", "1600"},
                         {"scheme", "baan"},
                         {"non_displacement", "2026-10-01"}});
  return out;
}

std::map<std::string, std::vector<std::string>> questions_of(const Made& made) {
  std::map<std::string, std::vector<std::string>> out;
  for (std::size_t i = 0; i < made.snapshot.people.size(); ++i)
    for (const Candidate& candidate : made.plan.candidates.of(i)) {
      const Person& person = made.snapshot.people[i];
      const Work& work = made.snapshot.works[candidate.work];
      PairNotes notes;
      evaluate_gates(made.context, person, work, choose_wish(made.context, person, work), &notes);
      for (const Question& question : notes.questions)
        if (question.kind == QuestionKind::kSchemeTarget)
          out[id_of(made, person.id)].push_back(code_of(question, made.context));
      out.try_emplace(id_of(made, person.id));
    }
  return out;
}

TEST(SchemesInPlan, OnlyTheTargetGroupIsProposedAndWhatIsOpenAsksOneQuestion) {
  const auto made = planned(people_and_work(3), shipped_rules(), 1, {{"baan", scheme_text(kLong)}});
  const auto questions = questions_of(*made);
  EXPECT_EQ(questions.size(), 2u);
  EXPECT_TRUE(questions.at("lang").empty());
  EXPECT_EQ(questions.at("open"), std::vector<std::string>{"scheme.target:baan"});
  ASSERT_EQ(made->waiting.size(), 1u);
  EXPECT_EQ(id_of(*made, made->snapshot.people[made->waiting[0].person].id), "kort");
  EXPECT_EQ(row_of(made->waiting[0].causes[0].cause).name, "regeling past niet");
}

TEST(SchemesInPlan, WithoutItsFileASchemeIsANameOnly) {
  EXPECT_EQ(questions_of(*planned(people_and_work(3), shipped_rules())).size(), 3u);
}

TEST(SchemesInPlan, AHouseholdIsNeverAsked) {
  const std::string targets =
      std::string(kLong) + "[[version.target]]\npredicate = \"better_off\"\nis = true\narticle = \"art. 3\"\n";
  const auto made = planned(people_and_work(3), shipped_rules(), 1, {{"baan", scheme_text(targets)}});
  EXPECT_EQ(questions_of(*made).at("lang"), std::vector<std::string>{"scheme.target:baan"});
  const auto facts = facts_of(made->snapshot, made->snapshot.people[0], WorkKind::kBasisbaan, made->context.date);
  for (std::size_t f = 0; f < scheme::kFacts; ++f)
    if (scheme::kFactTable[f].subject == scheme::Subject::kHousehold) {
      EXPECT_FALSE(facts.values[f]);
    }
}

std::int64_t placed(const Made& made) {
  return std::ranges::count_if(made.plan.rounds[0].candidate_of_person, [](std::int64_t e) { return e >= 0; });
}

TEST(SchemesInPlan, PlacesAndMoneyOfTheCeilingHold) {
  const auto with = [&](const std::string& ceiling, Tables tables) {
    return planned(
        tables, shipped_rules(), 1,
        {{"baan",
          scheme_text("[[version.target]]\npredicate = \"leerplichtig\"\nis = false\narticle = \"a\"\n",
                      "[version.division]\nrule = \"receipt\"\npublished = \"x\"\n[[version.ceiling]]\n" + ceiling)}});
  };
  EXPECT_EQ(placed(*with("places = 9\n", people_and_work(3))), 3);
  EXPECT_EQ(placed(*with("places = 2\n", people_and_work(3))), 2);
  EXPECT_EQ(placed(*with("year = 2026\neurocent = 5999999\n", people_and_work(3))), 1);
  EXPECT_EQ(placed(*with("year = 2025\nplaces = 0\n", people_and_work(3))), 3);  // another year
  EXPECT_EQ(placed(*with("places = \"unknown\"\n", people_and_work(3))), 3);
  // A running placement takes a place of the work and of the ceiling.
  Tables running = people_and_work(3);
  running["placements"] = {{{"person", "lang"}, {"work", "w1"}, {"from", "2026-01-01"}, {"agreed", "2025-12-01"}}};
  EXPECT_EQ(placed(*with("places = 2\n", running)), 1);
  // The municipality's own rows replace the ceiling.
  Tables own = people_and_work(3);
  own["resources"] = {{{"resource", "eigen"}, {"kind", "plekken"}, {"period", "2026"}, {"amount", "3"}}};
  own["uses"] = {{{"kind", "scheme"}, {"id", "baan"}, {"resource", "eigen"}, {"amount_per_person", "1"}}};
  EXPECT_EQ(placed(*with("places = 1\n", own)), 3);
}

TEST(SchemesInPlan, EachVoorstelSaysWhoPays) {
  const auto made = planned(people_and_work(1), shipped_rules(), 1,
                            {{"baan", scheme_text(kLong,
                                                  "[version.division]\nrule = \"receipt\"\npublished = \"x\"\n"
                                                  "[[version.ceiling]]\neurocent = 9000000\nplaces = 5\n")}});
  EXPECT_TRUE(made->files.at("pays.csv")
                  .starts_with("person,round,work,scheme,resource,amount\n"
                               "lang,1,w1,baan,scheme:baan,3000000\nlang,1,w1,baan,scheme:baan:places,1\n"));
}

TEST(SchemesInPlan, TheShortestTrainingWithItsCostAndWhoPays) {
  Tables tables = people_and_work(3);
  tables["work"][0]["scheme"] = "";
  tables["requirements"] = {{{"work", "w1"}, {"kind", "licence"}, {"code", "B"}, {"trainable", "nee"}},
                            {{"work", "w1"}, {"kind", "licence"}, {"code", "VCA"}, {"trainable", "nee"}}};
  for (const char* person : {"lang", "kort"})
    for (const char* licence : {"B", "VCA"})
      tables["licences"].push_back(
          {{"person", person},
           {"licence", licence},
           {"has", person == std::string("kort") && licence == std::string("B") ? "ja" : "nee"}});
  const auto training = [&](const char* id, const char* code, const char* weeks, const char* cost, const char* scheme) {
    tables["training"].push_back({{"training", id},
                                  {"gives_kind", "licence"},
                                  {"gives_code", code},
                                  {"weeks", weeks},
                                  {"eurocent", cost},
                                  {"scheme", scheme}});
  };
  training("t1", "B", "12", "250000", "fonds");
  training("t2", "B", "6", "300000", "");
  training("t3", "VCA", "", "10000", "fonds");
  training("t4", "VCA", "1", "", "leerbaan");
  training("t5", "VCA", "1", "40000", "fonds");
  const auto made = planned(tables, shipped_rules());
  EXPECT_EQ(made->files.at("learning.csv"),
            "person,trainings,works,weeks,eurocent,who_pays\nkort,t5,1,1,40000,fonds\nlang,t2 t5,1,7,340000,fonds\n");
}

}  // namespace
}  // namespace passend::testing
