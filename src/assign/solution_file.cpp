// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "assign/line_reader.hpp"
#include "assign/problem_file.hpp"

namespace passend::assign {
namespace {

constexpr std::size_t kPlacesMax = 6, kPriceDigitsMax = 200;
constexpr std::int64_t kIndexMax = static_cast<std::int64_t>(kNodesMax) - 1;

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_price(std::string_view text) {
  const std::size_t point = text.find('.');
  if (text.size() > kPriceDigitsMax || !all_digits(text.substr(0, point))) return false;
  if (point == std::string_view::npos) return true;
  const std::string_view places = text.substr(point + 1);
  return all_digits(places) && places.size() <= kPlacesMax;
}

std::optional<LevelName> level_named(std::string_view name) {
  for (std::size_t i = 0; i < kLevelNames; ++i)
    if (name_of(static_cast<LevelName>(i)) == name) return static_cast<LevelName>(i);
  return std::nullopt;
}

class SolutionReader {
 public:
  SolutionReader(std::string_view text, const std::string& file) : lines_(text, file) {}

  Result<Solution> read() {
    while (!lines_.full() && lines_.next())
      if (!lines_.words().empty()) read_line();
    if (solution_.levels.empty() && lines_.good()) lines_.refuse(reason::kMissing, "l", {});
    if (!lines_.good()) return fail(std::move(lines_).faults());
    std::ranges::sort(solution_.pairs);
    return std::move(solution_);
  }

 private:
  void read_line() {
    const std::string_view kind = lines_.words().front();
    const std::size_t count = lines_.words().size();
    const std::size_t needed = kind == "l" || kind == "z" ? 5 : kind == "y" ? 4 : kind == "x" ? 3 : 0;
    if (needed == 0) return lines_.refuse(reason::kUnknownLine, {}, kind);
    if (count != needed) return lines_.refuse(reason::kFieldCount, kind, std::to_string(count - 1));
    if (kind == "l") return read_level();
    if (kind == "x") return read_pair();
    if (kind == "y") return read_work_price();
    read_side_price();
  }

  void read_level() {
    const auto next = static_cast<std::int64_t>(solution_.levels.size()) + 1;
    const auto number = lines_.number(1, "level", {});
    const auto name = level_named(lines_.words()[2]);
    const auto value = lines_.number(3, "value", {}), bound = lines_.number(4, "bound", {});
    if (number && *number != next) lines_.refuse(reason::kLevelOrder, "level", lines_.words()[1]);
    if (!name) lines_.refuse(reason::kUnknownLevel, "name", lines_.words()[2]);
    if (name && value && bound) solution_.levels.push_back({*name, *value, *bound, {}, {}, {}, {}});
  }

  void read_pair() {
    const auto person = lines_.number(1, "person", {0, kIndexMax}), work = lines_.number(2, "work", {0, kIndexMax});
    if (person && work)
      solution_.pairs.emplace_back(static_cast<std::uint32_t>(*person), static_cast<std::uint32_t>(*work));
  }

  // The level a price belongs to; its line comes first.
  std::optional<std::size_t> level() {
    const auto number = lines_.number(1, "level", {1, static_cast<std::int64_t>(solution_.levels.size())});
    if (!number) return std::nullopt;
    if (is_price(lines_.words().back())) return static_cast<std::size_t>(*number - 1);
    lines_.refuse(reason::kPrice, "price", lines_.words().back());
    return std::nullopt;
  }

  void read_work_price() {
    const auto at = level();
    const auto work = lines_.number(2, "work", {0, kIndexMax});
    if (at && work)
      solution_.levels[*at].work.push_back({static_cast<std::uint32_t>(*work), std::string(lines_.words()[3])});
  }

  void read_side_price() {
    const auto at = level();
    const std::string_view side = lines_.words()[2];
    if (side != "r" && side != "g" && side != "k") return lines_.refuse(reason::kUnknownLine, "side", side);
    const std::int64_t last = side == "k" ? static_cast<std::int64_t>(at.value_or(0)) : kIndexMax;
    const auto id = lines_.number(3, "id", {side == "k" ? 1 : 0, last});
    if (!at || !id) return;
    Level& level = solution_.levels[*at];
    std::string price(lines_.words()[4]);
    if (side == "k") {
      level.earlier.emplace_back(solution_.levels[static_cast<std::size_t>(*id - 1)].name, std::move(price));
      return;
    }
    (side == "r" ? level.resource : level.group).push_back({static_cast<std::uint32_t>(*id), std::move(price)});
  }

  LineReader lines_;
  Solution solution_;
};

void write_prices(std::string_view head, const std::vector<Price>& prices, std::string& text) {
  for (const Price& price : prices)
    fmt::format_to(std::back_inserter(text), "{} {} {}\n", head, price.index, price.decimal);
}

std::size_t number_of(const Solution& solution, LevelName name) {
  const auto level = std::ranges::find(solution.levels, name, &Level::name);
  return static_cast<std::size_t>(level - solution.levels.begin()) + 1;
}

}  // namespace

Result<Solution> parse_solution(std::string_view text, const std::string& file) {
  return SolutionReader(text, file).read();
}

std::string write_solution(const Solution& solution) {
  std::string text;
  const auto out = std::back_inserter(text);
  std::size_t number = 0;
  for (const Level& level : solution.levels)
    fmt::format_to(out, "l {} {} {} {}\n", ++number, name_of(level.name), level.value, level.bound);
  for (const auto& [person, work] : solution.pairs) fmt::format_to(out, "x {} {}\n", person, work);
  number = 0;
  for (const Level& level : solution.levels) {
    ++number;
    write_prices(fmt::format("y {}", number), level.work, text);
    write_prices(fmt::format("z {} r", number), level.resource, text);
    write_prices(fmt::format("z {} g", number), level.group, text);
    for (const auto& [name, price] : level.earlier)
      fmt::format_to(out, "z {} k {} {}\n", number, number_of(solution, name), price);
  }
  return text;
}

Solution solution_of(const Problem& problem, const Answer& answer) {
  Solution solution{answer.levels, {}};
  for (std::uint32_t person = 0; person < answer.edge_of_person.size(); ++person)
    if (const std::int64_t edge = answer.edge_of_person[person]; edge >= 0)
      solution.pairs.emplace_back(person, problem.edges[static_cast<std::size_t>(edge)].work);
  return solution;
}

}  // namespace passend::assign
