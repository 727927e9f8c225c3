// SPDX-License-Identifier: EUPL-1.2
// Shows: what an employer sees first does not move when anything moves that the work does not ask, and moves when that
// does.
#include "fairwork/first_view.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "matching/small_municipality.hpp"

namespace passend::fairwork {
namespace {

using testing::Row;
using testing::Tables;

Tables base() {
  Tables tables{{"people",
                 {{{"person", "p1"},
                   {"birth_date", "1990-01-01"},
                   {"hours_min", "16"},
                   {"hours_max", "32"},
                   {"day_parts", "ma-o di-o"},
                   {"pc4", "6511"}}}},
                {"employers", {{{"employer", "e1"}, {"name", "E"}}}},
                {"work",
                 {{{"work", "w1"},
                   {"employer", "e1"},
                   {"kind", "regulier"},
                   {"hourly_eurocent", "1800"},
                   {"hours_min", "24"},
                   {"hours_max", "36"},
                   {"day_parts", "ma-o"}}}}};
  tables["languages"] = {{{"person", "p1"}, {"language", "nl"}, {"level", "B2"}}};
  tables["requirements"] = {{{"work", "w1"}, {"kind", "language"}, {"code", "nl"}, {"level", "B1"}}};
  return tables;
}

FirstView view_of(const Tables& tables) {
  const auto made = testing::prepared(tables, testing::rules_of({}));
  return first_view(made->context, made->snapshot.people[0], made->snapshot.works[0]);
}

// Codes as text: their numbers may differ between two snapshots.
std::string shown(const Tables& tables) {
  const auto made = testing::prepared(tables, testing::rules_of({}));
  const FirstView view = first_view(made->context, made->snapshot.people[0], made->snapshot.works[0]);
  std::string text = std::to_string(view.least_hours.value_or(-1)) + " " +
                     std::to_string(view.most_hours.value_or(-1)) + " " + to_string(view.start) + " " +
                     (view.all_day_parts ? *view.all_day_parts ? "1" : "0" : "-");
  for (const SeenRequirement& one : view.requirements)
    text += " " + made->snapshot.symbols.text(one.code) + std::to_string(static_cast<int>(one.having));
  return text;
}

TEST(FirstView, HoldsWhatTheWorkAsks) {
  const FirstView view = view_of(base());
  EXPECT_EQ(view.least_hours, 2400);
  EXPECT_EQ(view.most_hours, 3200);
  EXPECT_EQ(view.all_day_parts, true);
  ASSERT_EQ(view.requirements.size(), 1U);
  EXPECT_EQ(view.requirements[0].having, Having::kMet);
}

TEST(FirstView, DoesNotMoveWithWhatTheWorkDoesNotAsk) {
  const std::string before = shown(base());
  const std::vector<std::function<void(Tables&)>> changes{
      [](Tables& t) { t["people"][0]["birth_date"] = "1961-05-05"; },
      [](Tables& t) { t["people"][0]["pc4"] = "6535"; },
      [](Tables& t) { t["people"][0]["benefit"] = "bijstand"; },
      [](Tables& t) { t["people"][0]["status"] = "werkend"; },
      [](Tables& t) { t["people"][0]["waiting_since"] = "2019-01-01"; },
      [](Tables& t) { t["languages"].push_back({{"person", "p1"}, {"language", "ar"}, {"level", "C2"}}); },
      [](Tables& t) { t["indications"] = {{{"person", "p1"}, {"kind", "beschut"}}}; },
      [](Tables& t) { t["groups"] = {{{"person", "p1"}, {"group", "jong"}, {"kind", "age"}}}; },
      [](Tables& t) { t["support"] = {{{"person", "p1"}, {"kind", "jobcoach"}, {"hours_week", "4"}}}; },
      [](Tables& t) { t["resting"] = {{{"person", "p1"}, {"work", "w1"}}}; },
      [](Tables& t) { t["people"][0]["name"] = "x"; }};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Tables tables = base();
    changes[i](tables);
    EXPECT_EQ(shown(tables), before) << "change " << i;
  }
}

TEST(FirstView, MovesWithWhatTheWorkAsks) {
  const std::string before = shown(base());
  Tables tables = base();
  tables["languages"][0]["level"] = "A1";
  EXPECT_NE(shown(tables), before);
  tables = base();
  tables["people"][0]["hours_max"] = "28";
  EXPECT_NE(shown(tables), before);
  tables = base();
  tables["people"][0]["day_parts"] = "di-o";
  EXPECT_EQ(view_of(tables).all_day_parts, false);
}

}  // namespace
}  // namespace passend::fairwork
