// SPDX-License-Identifier: EUPL-1.2
// Shows: the points of social return equal the sum by hand on Utrecht's published table, pro rata and with extras; a
// table that was not found counts nothing.
#include "scheme/social_return.hpp"

#include "shipped_schemes.hpp"

namespace passend::scheme {
namespace {

const Scheme& utrecht() { return *find_scheme(shipped_schemes(), "social_return_utrecht"); }

Credit credit_of(const std::string& text) {
  const auto efforts = read_efforts(text, "e.toml", *social_return_offer(utrecht().versions[0])).value();
  return social_return(utrecht(), utrecht().versions[0], efforts).value();
}

TEST(SocialReturn, TheExampleEqualsTheSumByHand) {
  const auto path = std::filesystem::path(PASSEND_SOURCE_DIR) / "data/examples/social_return.toml";
  const Credit credit = credit_of(read_file(path).value());
  // 40,000 + 10,000; 15,000 x 6/12 x 24/36; 12.5 hours at 100; the invoice.
  EXPECT_EQ(credit.each, (std::vector<Eurocent>{{5000000}, {500000}, {125000}, {480000}}));
  EXPECT_EQ(credit.total.value, 6105000);
}

TEST(SocialReturn, EveryBlockCountsItsPublishedWorthForAFullYear) {
  const std::map<std::string, std::int64_t> published{{"Participatiewet, korter dan 2 jaar", 30000},
                                                      {"Participatiewet, langer dan 2 jaar", 40000},
                                                      {"WW, korter dan 1 jaar", 15000},
                                                      {"WW, langer dan 1 jaar", 20000},
                                                      {"WIA of WAO", 30000},
                                                      {"banenafspraak", 35000},
                                                      {"werkzoekend zonder uitkering", 10000},
                                                      {"leerling bbl", 15000},
                                                      {"leerling bol", 10000}};
  for (const auto& [group, euro] : published) {
    const std::string work = "[[work]]\ngroup = \"" + group + "\"\nmonths = 12\nhours_week = ";
    EXPECT_EQ(credit_of(work + "36\n").total.value, euro * 100) << group;
    EXPECT_EQ(credit_of(work + "40\n").total.value, euro * 100) << group;  // no more than the full week
    EXPECT_EQ(credit_of(work + "18\n").total.value, euro * 50) << group;
  }
}

TEST(SocialReturn, ATableThatWasNotFoundCountsNothing) {
  const Scheme& haarlem = *find_scheme(shipped_schemes(), "haarlem_impact_ondernemen");
  const auto credit = social_return(haarlem, haarlem.versions[0], {{.months = 12, .centihours_week = 3600}});
  ASSERT_FALSE(credit);
  EXPECT_EQ(credit.error()[0].code, FaultCode::kNotStated);
}

TEST(SocialReturn, AnExtraCountsOnce) {
  const auto twice = read_efforts(
      "[[work]]\ngroup = \"banenafspraak\"\nmonths = 1\nhours_week = 8\nextra = [\"vast contract\", \"vast "
      "contract\"]\n",
      "e.toml", *social_return_offer(utrecht().versions[0]));
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error()[0].code, FaultCode::kKeyTwice);
}

TEST(SocialReturn, AGroupThatIsNoBlockIsTold) {
  const auto wrong = read_efforts("[[work]]\ngroup = \"buren\"\nmonths = 1\nhours_week = 8\n", "e.toml",
                                  *social_return_offer(utrecht().versions[0]));
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error()[0].code, FaultCode::kNotInList);
  EXPECT_EQ(wrong.error().size(), 1u);
}

}  // namespace
}  // namespace passend::scheme
