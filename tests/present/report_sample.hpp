// SPDX-License-Identifier: EUPL-1.2
// One fixed, invented plan that fills every part of a report. Postcodes 0101 to 0124 do not exist.
#pragma once

#include <filesystem>

#include "base/text_file.hpp"
#include "present/catalogue.hpp"
#include "present/report_data.hpp"

namespace passend::present {

inline const std::filesystem::path kSource = PASSEND_SOURCE_DIR;

inline Catalogue messages(Language language) { return *load_catalogue(kSource / "data/messages", language); }
inline std::string report_css() { return *read_file(kSource / "data/report/report.css"); }

inline std::vector<MapPoint> sample_points() {
  std::vector<MapPoint> points;
  const int waiting[] = {13, 21, 16, 41, 33, 29, 84, 22, 19, 36, 27, 14, 18, 36, 24, 43, 47, 31, 112, 38, 12, 4, 3, 2};
  const int x[] = {31, 22, 11, 12, 19, 31, 27, 41, 52, 36, 42, 49, 57, 51, 50, 62, 67, 80, 70, 82, 64, 44, 40, 76};
  const int y[] = {68, 58, 54, 42, 30, 24, 40, 62, 67, 36, 29, 53, 41, 31, 17, 20, 33, 38, 47, 52, 64, 45, 49, 68};
  for (int i = 0; i < 24; ++i)
    points.push_back({(i < 9 ? "010" : "01") + std::to_string(i + 1), i == 18 ? "Oosteroever" : "", x[i] * 150,
                      y[i] * 150, waiting[i]});
  return points;
}

inline std::vector<GroupShare> sample_groups() {
  return {{"korte dagen", "support", 412, 288, 164, 264, 621, 511, 627, 150, 0.4},
          {"steun op het werk", "support", 391, 300, 183, 290, 631, 552, 665, {}, {}},
          {"langer dan 2 jaar", "waiting", 802, 640, 400, 625, 640, 586, 664, 390, 0.0},
          {"statushouder", "statushouder", 240, 170, 111, 165, 672, 575, 726, {}, {}},
          {"wijk Noord", "area", 210, 180, 137, 176, 778, 690, 823, {}, {}},
          {"praktijkonderwijs", "education", 31, 12, PeopleCount::hidden(), 11, {}, {}, {}, {}, {}}};
}

inline std::vector<ResourceUse> sample_resources() {
  return {{"jobcoach", ResourceUnit::kCentihours, 64000, 64000, 158, 6000, 41},
          {"basisbanen", ResourceUnit::kCount, 168, 172, 168, 0, 0},
          {"loonkostensubsidie", ResourceUnit::kEurocent, 516000000, 600000000, 421, 0, 0},
          {"fiets naar werk", ResourceUnit::kEurocent, 3700000, 9000000, 37, 0, 0},
          {"taallessen", ResourceUnit::kCount, 4, 60, 4, 0, 0}};
}

inline RulesUsed sample_rules() {
  return {.title = "Regels voor voorstellen van werk (voorbeeld)",
          .organ = "college van burgemeester en wethouders van de voorbeeldgemeente (verzonnen)",
          .date = make_date(2026, 7, 1),
          .rounds = 3,
          .offers_per_place = 2,
          .start_horizon_days = 120,
          .wage_floor_hourly = {1600},
          .wage_floor_from_age = 21,
          .stage_allowance_month = {40000},
          .default_max_km = 25,
          .default_max_minutes = 60,
          .weight_wish = 300,
          .weight_skills = 200,
          .weight_travel = 250,
          .weight_hours = 100,
          .weight_known = 150,
          .modes = {{"fiets", 1300, 15000, 2}, {"ov", 1400, 22500, 12}},
          .floors = {
              {"langer dan 2 jaar", 390, "art. 8a Participatiewet, verordening", "gemeenteraad",
               "Wie lang wacht, kreeg de laatste drie jaar het minst.", make_date(2026, 1, 1), make_date(2026, 12, 31)},
              {"korte dagen", 150, "art. 8a Participatiewet, verordening", "gemeenteraad",
               "Werk met korte dagen is schaars.", make_date(2026, 1, 1), make_date(2026, 12, 31)}}};
}

inline ReportData sample_report() {
  ReportData data{.municipality = "Voorbeeldstad", .invented = true, .date = make_date(2026, 9, 8), .seed = 1};
  data.people = {2412, 1687, 604, 725, 312, 95, 41};
  data.reasons = {{WaitCause::kPlaces, 214},  {WaitCause::kConditions, 176}, {WaitCause::kClosed, 131},
                  {WaitCause::kSupport, 104}, {WaitCause::kLanguage, 58},    {WaitCause::kDisplacement, 42},
                  {WaitCause::kWage, 7},      {WaitCause::kOwnChoice, 99}};
  data.own_choice_occurs = true;
  data.measures = {{WaitCause::kSupport, "jobcoach", 71}, {WaitCause::kConditions, "tillen", 63},
                   {WaitCause::kClosed, "", 48},          {WaitCause::kLanguage, "Nederlands A2", 41},
                   {WaitCause::kLicence, "heftruck", 16}, {WaitCause::kWage, "", 3}};
  data.questions = {{"person.condition:II.3", "tillen en dragen", 388, 214},
                    {"person.mode", "", 341, 1290},
                    {"work.hourly", "", 212, 188},
                    {"work.demand:III.1", "kou en hitte", 97, 41},
                    {"work.trainable:licence:heftruck", "heftruck", 33, 12},
                    {"law.wml:2027-01-01", "1 januari 2027", 12, 9},
                    {"uwv.supplement", "", 6, 4}};
  data.points = sample_points();
  data.groups = sample_groups();
  data.voorstellen_without_floors = 1694;
  data.resources = sample_resources();
  data.rounds = {{1, 1687, 604}, {2, 1204, 511}, {3, 730, 402}};
  data.levels = {{1, "floors", 0, 0},
                 {1, "placed", 1687, 1688},
                 {1, "score", 1049213, 1049377},
                 {1, "lottery", 918273645546372, 918273645999999},
                 {2, "placed", 1204, 1204},
                 {2, "score", 702113, 702113}};
  data.verify_command = "passend verify plan-2026-37 voorbeeldstad";
  data.rules = sample_rules();
  data.doubts = {820, {"minimumloon per uur, 1 januari 2027"}, true};
  data.sources = {{"Postcodepunten (CBS, BAG)", "CC BY 4.0", "2026-01"},
                  {"ESCO, beroepen en vaardigheden", "vrij te gebruiken, met bronvermelding", "1.2.0"},
                  {"Wettelijk minimumloon (Staatscourant)", "publiek domein", "2026-07-01"},
                  {"Eisen per beroepsgroep", "EUPL-1.2", ""}};
  data.program = "passend 0.1.0";
  return data;
}

}  // namespace passend::present
