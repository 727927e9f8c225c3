// SPDX-License-Identifier: EUPL-1.2
// Shows: the pages of four fixed answers are as agreed (golden files), stand alone, escape everything, have a table
// behind every chart, and name no gain where debts may take it. New golden files: PASSEND_RESET_GOLDEN=1.
#include "present/income_page.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "present/income_sample.hpp"
#include "present/income_words.hpp"
#include "present/page_checks.hpp"
#include "present/plain_text.hpp"

namespace passend::present {
namespace {

struct Sample {
  const char* name;
  IncomeData data;
};

std::vector<Sample> samples() {
  return {{"offer", sample_offer()}, {"debt", sample_debt()}, {"now", sample_now()}, {"year", sample_year()}};
}

std::string page(const IncomeData& data, Language language = Language::kDutch) {
  return income_html(data, messages(language), report_css());
}

std::string lines(const IncomeData& data, Language language = Language::kDutch) {
  return income_summary(data, messages(language));
}

int times(const std::string& text, const std::string& word) {
  int found = 0;
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

std::string headline_of(IncomeData data) {
  const auto catalogue = messages(Language::kDutch);
  return income_view::headline({data, catalogue, Numbers(catalogue)});
}

TEST(IncomePage, IsAsTheGoldenFiles) {
  for (const auto language : {Language::kDutch, Language::kEnglish})
    for (const auto& sample : samples()) {
      const auto name = std::string("income.") + sample.name + "." + std::string(code_of(language));
      expect_golden(name + ".html", page(sample.data, language));
      expect_golden(name + ".txt", lines(sample.data, language));
    }
}

TEST(IncomePage, IsWellFormedAndAlone) {
  for (const auto language : {Language::kDutch, Language::kEnglish})
    for (const auto& sample : samples()) {
      const auto html = page(sample.data, language);
      expect_well_formed(html);
      expect_alone(html);
      expect_landmarks(html, language);
      expect_ids_once_and_links_that_lead_somewhere(html);
    }
}

TEST(IncomePage, AnEmptyAnswerIsAPageToo) {
  expect_well_formed(page({}));
  EXPECT_FALSE(lines({}).empty());
}

TEST(IncomePage, EveryChartHasATableBehindIt) {
  for (const auto& sample : samples()) {
    const auto html = without_css(page(sample.data));
    EXPECT_GT(times(html, "class=\"chart "), 0) << sample.name;
    EXPECT_EQ(times(html, "class=\"chart "), times(html, "download=\"")) << sample.name;
    EXPECT_EQ(times(html, "class=\"chart "), times(html, "role=\"img\"")) << sample.name;
  }
}

TEST(IncomePage, TheHeadingIsTheAnswer) {
  auto data = sample_offer();
  EXPECT_EQ(headline_of(data), "Ja. Met 24 uur werk houdt u elke maand €\u00A0278 meer over.");
  data.net_after = data.net_before - 4200;
  EXPECT_EQ(headline_of(data), "Nee. Met 24 uur werk gaat u er elke maand €\u00A042 op achteruit.");
  data.net_after = data.net_before + 49;
  EXPECT_EQ(headline_of(data), "Met 24 uur werk houdt u elke maand evenveel over.");
  data.own_place.reset();
  data.net_after = data.net_before + 50;
  EXPECT_EQ(headline_of(data), "Ja. U houdt elke maand €\u00A01 meer over.");
  EXPECT_EQ(headline_of(sample_now()), "U hebt nu elke maand €\u00A02.442.");
}

TEST(IncomePage, WithDebtsItNamesNoGain) {
  const auto data = sample_debt();
  const auto catalogue = messages(Language::kDutch);
  const Numbers numbers(catalogue);
  const Eurocent gain{data.net_after - data.net_before};
  for (const auto& text : {without_css(page(data)), lines(data)}) {
    for (const auto& word :
         {numbers.change(gain), numbers.euro(gain), numbers.whole_euro(gain), std::string("Verschil"),
          std::string("meer over"), std::string("houdt u van"), std::string("extra loon (bruto"),
          numbers.euro({data.net_after}), numbers.whole_euro({data.net_after})})
      EXPECT_EQ(text.find(word), std::string::npos) << word;
    EXPECT_NE(text.find("schuldregeling"), std::string::npos);
  }
  const auto html = without_css(page(data));
  EXPECT_LT(html.find("Let op."), html.find("<h1>"));
  EXPECT_EQ(html.find("class=\"chart lines\""), std::string::npos);
  EXPECT_EQ(headline_of(data), "Vraag eerst na wat u van extra loon mag houden.");
}

TEST(IncomePage, PartsThatAreZeroBeforeAndAfterAreLeftOut) {
  const auto html = page(sample_offer());
  EXPECT_NE(html.find("Huurtoeslag"), std::string::npos);
  EXPECT_EQ(html.find("Belastingkorting voor ouderen"), std::string::npos);
  EXPECT_NE(html.find("<span>gelijk</span>"), std::string::npos);
}

TEST(IncomePage, OlderRulesAreNamedOnlyWhereTheyAreUsed) {
  EXPECT_NE(page(sample_offer()).find("regels van 1 juli 2026"), std::string::npos);
  EXPECT_EQ(page(sample_now()).find("regels van"), std::string::npos);
}

TEST(IncomePage, MonthsWithTheSamePaymentsStandTogether) {
  const auto html = page(sample_offer());
  for (const auto* name : {">Januari tot en met september<", ">Oktober tot en met december<", ">Later, in 2027<"})
    EXPECT_NE(html.find(name), std::string::npos) << name;
}

TEST(IncomePage, ACalendarYearIsMadeOfWhatIsPaidAfterTax) {
  const auto html = page(sample_year());
  EXPECT_NE(html.find("Bijstand, na belasting"), std::string::npos);
  EXPECT_EQ(html.find("belasting erbij (bruto)"), std::string::npos);
  EXPECT_NE(html.find("Zonder dit werk"), std::string::npos);
  EXPECT_NE(html.find("houdt u gemiddeld per maand"), std::string::npos);
  EXPECT_NE(html.find("Wij rekenen met heel 2027"), std::string::npos);
  EXPECT_NE(html.find(">Later, in 2028<"), std::string::npos);
}

TEST(IncomePage, ASweepOverAWageSpeaksOfPay) {
  auto data = sample_offer();
  data.sweep_axis = SweepAxis::kHourly;
  data.sweep = {{1499, 200000}, {1500, 200100}, {2000, 230000}};
  data.breaks = {{IncomeBreak::Kind::kCliff, 1750, "zorgtoeslag", -2400}};
  data.own_place = 1650;
  const auto html = page(data);
  EXPECT_NE(html.find("id=\"hourly\""), std::string::npos);
  EXPECT_NE(html.find("Vanaf €\u00a017,50 per uur."), std::string::npos);
  EXPECT_EQ(html.find("Uren werk per week"), std::string::npos);
  EXPECT_EQ(html.find("[income."), std::string::npos);
}

TEST(IncomePage, TheEmployersCostStandsApartAndNamesWhatIsNotKnown) {
  auto data = sample_offer();
  data.employer = EmployerCost{.lines = {{"wage", "wage", 249600},
                                         {"awf", "awf_vast", 7386},
                                         {"whk", "whk", {}},
                                         {"pension", "pension", 0},
                                         {"lks", "lks", -148701}},
                               .unknown = {{"whk_average_rate", "gemiddelde premie"}},
                               .flat_months = 6,
                               .weakest = "memory"};
  const auto html = page(data);
  EXPECT_NE(html.find("id=\"employer\""), std::string::npos);
  EXPECT_NE(html.find("niet bekend"), std::string::npos);
  EXPECT_NE(html.find("Op deze datum is niet bekend: gemiddelde premie."), std::string::npos);
  EXPECT_NE(html.find("laag: vast contract"), std::string::npos);
  EXPECT_NE(html.find("Die stopt na 6 maanden"), std::string::npos);
  EXPECT_EQ(html.find("Pensioen, deel van de werkgever"), std::string::npos);
  EXPECT_EQ(html.find("[income."), std::string::npos);
  EXPECT_EQ(page(sample_now()).find("id=\"employer\""), std::string::npos);
}

TEST(IncomePage, StepsOfOneKindAreOneStep) {
  EXPECT_NE(page(sample_offer()).find("voor huurtoeslag, zorgtoeslag en kinderopvangtoeslag<"), std::string::npos);
}

TEST(IncomePage, EscapesEveryTextItIsGiven) {
  const std::string text = "<script>alert(1)</script>&\"'\x07";
  auto data = sample_offer();
  for (auto& parameter : data.trace[0].parameters)
    parameter.id = parameter.title = parameter.value = parameter.article = parameter.source = text;
  data.trace[0].articles = {text};
  data.not_covered = {text};
  const auto html = without_css(page(data));
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find('\x07'), std::string::npos);
  EXPECT_EQ(unbalanced(html), "");
  EXPECT_EQ(lines(data).find('\x07'), std::string::npos);
}

TEST(IncomeWords, EveryCodeHasATextInBothLanguages) {
  for (const auto language : {Language::kDutch, Language::kEnglish}) {
    const auto catalogue = messages(language);
    const auto expect = [&](const std::string& key) { EXPECT_TRUE(catalogue.has(key)) << key; };
    EXPECT_EQ(income_view::kParts.size(), 22U);
    for (const auto& part : income_view::kParts) {
      expect("income.part." + std::string(part.rule));
      if (part.has_law_name) expect("income.law_name." + std::string(part.rule));
    }
    for (const auto group : income_view::kGroups)
      for (const auto* kind : {"group.", "more.", "less."}) expect("income." + (kind + income_view::name_of(group)));
    for (const auto* note :
         {"co-resident-income", "partner-uninsured", "municipal-top-ups", "possible-bijstand", "aio-counted",
          "ioaw-own-gross", "ww-below-maximum", "special-rate", "local-rules", "withholding-timing", "iack-refund"})
      expect(std::string("income.note.") + note);
    for (const auto* step : {"report-work", "report-uwv", "report-svb", "change-advance", "stop-care-unneeded",
                             "choose-credit", "ask-local"})
      for (const auto* table : {"income.step.", "income.step_why."}) expect(std::string(table) + step);
    for (const auto* input :
         {"gross", "taxable", "holiday", "pension", "benefit", "labour_year", "income_year", "joint_income", "norm",
          "disregarded", "room", "top_up", "unused", "tax_year", "rent", "insured", "children", "care_cost", "earned"})
      expect(std::string("income.input.") + input);
    for (const auto* confidence : {"confirmed", "single", "memory"})
      for (const auto* table : {"income.weakest.", "cli.law.confidences."}) expect(std::string(table) + confidence);
    for (const auto* state : {"vastgesteld", "aangekondigd", "onbekend"})
      expect(std::string("cli.law.states.") + state);
  }
}

TEST(IncomeSummary, FitsEightyColumnsAndIsPlainUnlessAsked) {
  for (const auto language : {Language::kDutch, Language::kEnglish})
    for (const auto& sample : samples()) {
      std::istringstream all(lines(sample.data, language));
      for (std::string line; std::getline(all, line);) EXPECT_LE(width_of(line), 80U) << line;
      EXPECT_EQ(lines(sample.data, language).find('\x1b'), std::string::npos);
    }
  EXPECT_NE(income_summary(sample_offer(), messages(Language::kDutch), TerminalStyle::kBold).find("\x1b[1mJa. Met 24"),
            std::string::npos);
}

TEST(IncomeSummary, HasTheTraceOnlyWhenItWasAskedFor) {
  EXPECT_NE(lines(sample_offer()).find("WML art. 8(1)"), std::string::npos);
  EXPECT_EQ(lines(sample_now()).find("Hoe komen wij"), std::string::npos);
}

}  // namespace
}  // namespace passend::present
