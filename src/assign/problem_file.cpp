// SPDX-License-Identifier: EUPL-1.2
#include "assign/problem_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "assign/line_reader.hpp"

namespace passend::assign {
namespace {

constexpr std::int64_t kCapacityMax = 1'000'000'000, kBudgetMax = 1'000'000'000'000'000;
constexpr std::int64_t kEdgesMax = (std::int64_t{1} << 32) - 2;
constexpr std::int64_t kUnset = -1;

struct Announced {
  std::int64_t people = 0, works = 0, edges = 0, resources = 0, groups = 0;
};

class ProblemReader {
 public:
  ProblemReader(std::string_view text, const std::string& file) : lines_(text, file) {}

  Result<Problem> read() {
    while (!hopeless_ && !lines_.full() && lines_.next())
      if (!lines_.words().empty()) read_line();
    if (!begun_ && lines_.good()) lines_.refuse(reason::kNoProblemLine, "p", {});
    if (lines_.good()) check_complete();
    if (lines_.good()) gather();
    if (!lines_.good()) return fail(std::move(lines_).faults());
    return std::move(problem_);
  }

 private:
  void read_line() {
    const std::string_view kind = lines_.words().front();
    if (kind == "p") return begun_ ? lines_.refuse(reason::kSecondProblemLine, "p", {}) : read_announced();
    if (!begun_) {
      hopeless_ = true;
      return lines_.refuse(reason::kNoProblemLine, "p", kind);
    }
    if (kind == "w") return read_amount("work", "capacity", announced_.works, kCapacityMax, capacity_);
    if (kind == "r") return read_amount("resource", "budget", announced_.resources, kBudgetMax, budget_);
    if (kind == "g") return read_amount("group", "floor", announced_.groups, kCapacityMax, floor_);
    if (kind == "m") return read_member();
    if (kind == "e") return read_edge();
    lines_.refuse(reason::kUnknownLine, {}, kind);
  }

  bool has_words(std::size_t count) {
    if (lines_.words().size() == count) return true;
    lines_.refuse(reason::kFieldCount, lines_.words().front(), std::to_string(lines_.words().size() - 1));
    return false;
  }

  std::int64_t size(std::size_t word, std::string_view field, std::int64_t limit) {
    const std::int64_t figure = lines_.number(word, field, {}).value_or(0);
    if (figure > limit) lines_.refuse_size(field, figure, limit);
    return figure;
  }

  void read_announced() {
    begun_ = hopeless_ = true;
    if (!has_words(6)) return;
    const auto nodes = static_cast<std::int64_t>(kNodesMax);
    announced_ = {size(1, "people", nodes), size(2, "works", nodes), size(3, "edges", kEdgesMax),
                  size(4, "resources", nodes), size(5, "groups", nodes)};
    if (!lines_.good()) return;
    hopeless_ = false;
    capacity_.assign(static_cast<std::size_t>(announced_.works), kUnset);
    budget_.assign(static_cast<std::size_t>(announced_.resources), kUnset);
    floor_.assign(static_cast<std::size_t>(announced_.groups), kUnset);
  }

  void read_amount(std::string_view id, std::string_view amount, std::int64_t count, std::int64_t most,
                   std::vector<std::int64_t>& into) {
    if (!has_words(3)) return;
    const auto index = lines_.number(1, id, {0, count - 1});
    const auto value = lines_.number(2, amount, {0, most});
    if (!index || !value) return;
    if (into[static_cast<std::size_t>(*index)] != kUnset) return lines_.refuse(reason::kTwice, id, lines_.words()[1]);
    into[static_cast<std::size_t>(*index)] = *value;
  }

  void read_member() {
    if (!has_words(3)) return;
    const auto person = lines_.number(1, "person", {0, announced_.people - 1});
    const auto group = lines_.number(2, "group", {0, announced_.groups - 1});
    if (person && group)
      members_.push_back({static_cast<std::uint32_t>(*person), static_cast<std::uint32_t>(*group), lines_.line()});
  }

  void read_edge() {
    if (lines_.words().size() < 4) return void(has_words(4));
    const auto person = lines_.number(1, "person", {0, announced_.people - 1});
    const auto work = lines_.number(2, "work", {0, announced_.works - 1});
    const auto score = lines_.number(3, "score", {0, kScoreMax});
    if (static_cast<std::int64_t>(edges_.size()) == announced_.edges)
      return lines_.refuse(reason::kTooMany, "edges", {});
    Edge edge;
    edge.uses_begin = static_cast<std::uint32_t>(problem_.uses.size());
    for (std::size_t word = 4; word < lines_.words().size(); ++word) read_use(lines_.words()[word], edge.uses_begin);
    edge.uses_end = static_cast<std::uint32_t>(problem_.uses.size());
    edge.work = static_cast<std::uint32_t>(work.value_or(0));
    edge.score = static_cast<std::int32_t>(score.value_or(0));
    edges_.push_back({static_cast<std::uint32_t>(person.value_or(0)), lines_.line(), edge});
  }

  void read_use(std::string_view word, std::uint32_t begin) {
    const std::size_t colon = std::min(word.find(':'), word.size());
    const auto resource = lines_.number_in(word.substr(0, colon), "resource", {0, announced_.resources - 1});
    const auto amount = lines_.number_in(word.substr(std::min(colon + 1, word.size())), "use", {0, kAmountMax});
    if (!resource || !amount) return;
    for (std::size_t i = begin; i < problem_.uses.size(); ++i)
      if (problem_.uses[i].resource == *resource) return lines_.refuse(reason::kTwice, "resource", word);
    if (*amount > 0) problem_.uses.push_back({static_cast<std::uint32_t>(*resource), *amount});
  }

  void check_complete() {
    if (static_cast<std::int64_t>(edges_.size()) < announced_.edges)
      lines_.refuse(reason::kMissing, "edges",
                    std::to_string(announced_.edges - static_cast<std::int64_t>(edges_.size())));
    check_set("work", capacity_);
    check_set("resource", budget_);
    check_set("group", floor_);
  }

  void check_set(std::string_view id, const std::vector<std::int64_t>& values) {
    const auto unset = std::ranges::find(values, kUnset);
    if (unset != values.end()) lines_.refuse(reason::kMissing, id, std::to_string(unset - values.begin()));
  }

  void gather() {
    problem_.capacity.assign(capacity_.begin(), capacity_.end());
    problem_.budget = budget_;
    problem_.floor.assign(floor_.begin(), floor_.end());
    std::ranges::stable_sort(edges_, {}, &EdgeLine::person);
    std::ranges::stable_sort(members_, {}, [](const MemberLine& m) { return std::pair(m.person, m.group); });
    gather_edges();
    gather_members();
  }

  void gather_edges() {
    std::vector<std::uint32_t> seen(capacity_.size(), ~std::uint32_t{0});
    std::size_t next = 0;
    problem_.row_begin.push_back(0);
    for (std::uint32_t person = 0; person < announced_.people; ++person) {
      for (; next < edges_.size() && edges_[next].person == person; ++next) {
        const EdgeLine& line = edges_[next];
        if (std::exchange(seen[line.edge.work], person) == person)
          lines_.refuse_at(line.line, reason::kTwice, "work", std::to_string(line.edge.work));
        problem_.edges.push_back(line.edge);
      }
      problem_.row_begin.push_back(static_cast<std::uint32_t>(next));
    }
  }

  void gather_members() {
    std::size_t next = 0;
    problem_.member_begin.push_back(0);
    for (std::uint32_t person = 0; person < announced_.people; ++person) {
      for (; next < members_.size() && members_[next].person == person; ++next) {
        const MemberLine& line = members_[next];
        if (next > 0 && members_[next - 1].person == person && members_[next - 1].group == line.group)
          lines_.refuse_at(line.line, reason::kTwice, "group", std::to_string(line.group));
        problem_.member_group.push_back(line.group);
      }
      problem_.member_begin.push_back(static_cast<std::uint32_t>(next));
    }
  }

  struct EdgeLine {
    std::uint32_t person;
    int line;
    Edge edge;
  };
  struct MemberLine {
    std::uint32_t person, group;
    int line;
  };

  LineReader lines_;
  bool begun_ = false;
  bool hopeless_ = false;  // without a good first line no other can be judged
  Announced announced_;
  std::vector<std::int64_t> capacity_, budget_, floor_;
  std::vector<EdgeLine> edges_;
  std::vector<MemberLine> members_;
  Problem problem_;
};

template <class Values>
void write_amounts(char kind, const Values& values, std::string& text) {
  for (std::size_t i = 0; i < values.size(); ++i)
    fmt::format_to(std::back_inserter(text), "{} {} {}\n", kind, i, values[i]);
}

}  // namespace

Result<Problem> parse_problem(std::string_view text, const std::string& file) {
  return ProblemReader(text, file).read();
}

std::string write_problem(const Problem& problem) {
  std::string text = fmt::format("p {} {} {} {} {}\n", problem.people(), problem.capacity.size(), problem.edges.size(),
                                 problem.budget.size(), problem.floor.size());
  write_amounts('w', problem.capacity, text);
  write_amounts('r', problem.budget, text);
  write_amounts('g', problem.floor, text);
  for (std::size_t person = 0; person < problem.people(); ++person) {
    for (const std::uint32_t group : problem.groups_of(person))
      fmt::format_to(std::back_inserter(text), "m {} {}\n", person, group);
    for (const Edge& edge : problem.edges_of(person)) {
      fmt::format_to(std::back_inserter(text), "e {} {} {}", person, edge.work, edge.score);
      for (const Use& use : problem.uses_of(edge))
        fmt::format_to(std::back_inserter(text), " {}:{}", use.resource, use.amount);
      text += '\n';
    }
  }
  return text;
}

}  // namespace passend::assign
