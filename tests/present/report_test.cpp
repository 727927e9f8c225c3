// SPDX-License-Identifier: EUPL-1.2
// Shows: the page of a fixed plan is as agreed (golden file), escapes everything, is well-formed, stands alone, and
// tells no small number. New golden file after a wanted change: PASSEND_RESET_GOLDEN=1 ctest -R present.
#include "present/report.hpp"

#include <gtest/gtest.h>

#include "present/page_checks.hpp"
#include "present/report_sample.hpp"

namespace passend::present {
namespace {

std::string page(const ReportData& data, Language language = Language::kDutch) {
  return report_html(data, messages(language), report_css());
}

TEST(Report, IsAsTheGoldenFile) {
  for (const auto language : {Language::kDutch, Language::kEnglish})
    expect_golden("report." + std::string(code_of(language)) + ".html", page(sample_report(), language));
}

TEST(Report, IsWellFormed) {
  expect_well_formed(page(sample_report()));
  expect_ids_once_and_links_that_lead_somewhere(page(sample_report()));
}

TEST(Report, AsksNothingOfAnyHostAndNeedsNoScript) {
  expect_alone(page(sample_report()));
  EXPECT_EQ(report_css().find("url("), std::string::npos);
  EXPECT_EQ(report_css().find("@import"), std::string::npos);
}

TEST(Report, NamesItsLanguageAndLandmarks) {
  for (const auto language : {Language::kDutch, Language::kEnglish})
    expect_landmarks(page(sample_report(), language), language);
}

ReportData hostile() {
  const std::string text = "<script>alert(1)</script>&\"'\x07";
  auto data = sample_report();
  data.municipality = data.verify_command = data.program = text;
  for (auto& measure : data.measures) measure.detail = text;
  for (auto& question : data.questions) question.subject = text;
  data.questions.push_back({"person.language:" + text, "", 20, 20});
  data.points[18].pc4 = data.points[18].name = text;
  for (auto& group : data.groups) group.name = group.kind = text;
  for (auto& use : data.resources) use.name = text;
  data.levels.push_back({1, "leximin:" + text, 1, 1});
  auto& rules = data.rules;
  rules.title = rules.organ = rules.publication = rules.policy_on_refusals = text;
  rules.modes[0].name = text;
  rules.floors[0].group = rules.floors[0].ground = rules.floors[0].organ = rules.floors[0].justification = text;
  data.doubts.unknown_law = {text};
  data.sources = {{text, text, text}};
  return data;
}

TEST(Report, EscapesEveryTextItIsGiven) {
  const auto html = without_css(page(hostile()));
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find('\x07'), std::string::npos);
  EXPECT_EQ(html.find("alert(1)</script>"), std::string::npos);
  EXPECT_EQ(html.find("&\"'"), std::string::npos);
  EXPECT_NE(html.find("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;"), std::string::npos);
  EXPECT_EQ(unbalanced(html), "");
}

TEST(Report, AnEmptyPlanIsAPageToo) {
  const auto html = without_css(page({}));
  EXPECT_EQ(unbalanced(html), "");
  EXPECT_NE(html.find("<h1>Nog niemand heeft een wens die meetelt</h1>"), std::string::npos);
}

TEST(Report, ADemoAndAStoppedRunSaySo) {
  auto data = sample_report();
  EXPECT_NE(page(data).find("zijn verzonnen."), std::string::npos);
  data.invented = false;
  data.stopped = true;
  EXPECT_EQ(page(data).find("zijn verzonnen."), std::string::npos);
  EXPECT_NE(page(data).find("Dit plan is niet af."), std::string::npos);
  EXPECT_NE(page(data).find("Dat is niet nagerekend"), std::string::npos);
}

TEST(Report, SaysThatLeximinIsNotMadeOnlyWhileThatIsSo) {
  auto data = sample_report();
  EXPECT_NE(page(data).find("is nog niet gemaakt"), std::string::npos);
  data.levels.push_back({1, "leximin:wijk Noord", 137, 140});
  EXPECT_EQ(page(data).find("is nog niet gemaakt"), std::string::npos);
}

TEST(Report, ThanksEscoInTheAskedWords) {
  for (const auto language : {Language::kDutch, Language::kEnglish})
    EXPECT_NE(
        page(sample_report(), language).find("This service uses the ESCO classification of the European Commission."),
        std::string::npos);
}

TEST(Report, OwnChoiceHasNoNumber) {
  const auto html = page(sample_report());
  EXPECT_EQ(html.find(">99<"), std::string::npos);
  EXPECT_EQ(html.find(">Eigen keuze<"), std::string::npos);
  EXPECT_NE(html.find("Dat tellen wij niet."), std::string::npos);
}

struct HeadlineCase {
  std::int64_t live, voorstel;
  const char* nl;
};

TEST(Headline, SaysTenthsOnlyWhereTheyAreRight) {
  const HeadlineCase cases[] = {{2412, 1687, "7 van de 10 mensen kregen een voorstel"},
                                {1000, 704, "7 van de 10 mensen kregen een voorstel"},
                                {1000, 705, "71% van de mensen kreeg een voorstel"},
                                {1000, 695, "7 van de 10 mensen kregen een voorstel"},
                                {1000, 694, "69% van de mensen kreeg een voorstel"},
                                {1000, 100, "1 van de 10 mensen kreeg een voorstel"},
                                {5000, 4990, "99,8% van de mensen kreeg een voorstel"},
                                {5000, 12, "0,2% van de mensen kreeg een voorstel"},
                                {100, 100, "Iedereen kreeg een voorstel"},
                                {100, 0, "Niemand kreeg een voorstel"},
                                {0, 0, "Nog niemand heeft een wens die meetelt"},
                                {100, 95, "Dit plan is te klein voor cijfers"},
                                {100, 5, "Dit plan is te klein voor cijfers"},
                                {9, 4, "Dit plan is te klein voor cijfers"}};
  for (const auto& c : cases) {
    ReportData data;
    data.people = {.live = c.live, .voorstel = c.voorstel, .waiting = c.live - c.voorstel};
    EXPECT_EQ(headline_of(data, messages(Language::kDutch)), c.nl) << c.voorstel << " of " << c.live;
  }
}

TEST(Report, ANumberThatWouldTellASmallOneIsHiddenToo) {
  auto data = sample_report();
  data.people = {1683, 1679, 604, 4, 312, 95, 41};  // waiting 4 = 1683 − 1679
  data.rounds = {{1, 1679, 604}};
  data.levels = {{1, "placed", 1679, 1679}};
  const auto html = without_css(page(data));
  EXPECT_EQ(html.find("1.679"), std::string::npos);
  EXPECT_EQ(html.find("1679"), std::string::npos);
  EXPECT_NE(html.find("minder dan 10"), std::string::npos);
}

}  // namespace
}  // namespace passend::present
