// SPDX-License-Identifier: EUPL-1.2
#include "insight/marginals.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/quantity.hpp"
#include "base/toml.hpp"

namespace passend {
namespace {

constexpr std::int64_t kMille = 1000;

class Reader {
 public:
  explicit Reader(std::string file) : file_(std::move(file)) {}

  Result<Marginals> read(const toml::table& root) {
    if (const auto* list = root["marginal"].as_array()) {
      for (const auto& node : *list)
        if (const auto* table = node.as_table()) entry(*table);
    }
    if (!faults_.empty()) return fail(std::move(faults_));
    return Marginals(std::move(entries_));
  }

 private:
  void entry(const toml::table& table) {
    const std::string id = table["id"].value_or(std::string{});
    Marginal marginal{.per_mille = table["per_mille"].value<std::int64_t>(),
                      .value = table["value"].value<std::int64_t>(),
                      .rows = rows(table),
                      .assumed = table["assumed"].value_or(false)};
    const bool sourced = table.contains("source") && table.contains("year");
    const bool filled = marginal.per_mille || marginal.value || !marginal.rows.empty();
    if (id.empty()) fault(FaultCode::kTomlKeyMissing, table, "id", {});
    if (!filled) fault(FaultCode::kTomlKeyMissing, table, id, "per_mille, value, rows");
    if (!sourced && !marginal.assumed) fault(FaultCode::kTomlKeyMissing, table, id, "source, year");
    if (marginal.per_mille && (*marginal.per_mille < 0 || *marginal.per_mille > kMille))
      fault(FaultCode::kOutOfRange, table, id, fmt::format("{}", *marginal.per_mille));
    if (!entries_.try_emplace(id, std::move(marginal)).second) fault(FaultCode::kKeyTwice, table, id, {});
  }

  std::vector<MarginalRow> rows(const toml::table& table) {
    std::vector<MarginalRow> rows;
    const auto* node = table["rows"].as_table();
    if (node == nullptr) return rows;
    std::int64_t total = 0;
    for (const auto& [key, value] : *node) {
      const std::int64_t weight = value.value<std::int64_t>().value_or(-1);
      if (weight < 0) fault(FaultCode::kNotANumber, table, std::string(key.str()), {});
      rows.push_back(parse_marginal_row(key.str(), weight));
      total += weight;
    }
    if (total <= 0) fault(FaultCode::kOutOfRange, table, "rows", {});
    return rows;
  }

  void fault(FaultCode code, const toml::table& table, std::string key, std::string value) {
    faults_.push_back(
        {.code = code, .file = file_, .line = line_of(table), .column = std::move(key), .value = std::move(value)});
  }

  std::string file_;
  std::map<std::string, Marginal, std::less<>> entries_;
  Faults faults_;
};

}  // namespace

MarginalRow parse_marginal_row(std::string_view word, std::int64_t weight) {
  MarginalRow row{.word = std::string(word), .weight = weight};
  if (word == "leeg" || word == "onbekend") row.word.clear();
  const auto slash = word.find('/');
  const std::string_view range = word.substr(0, slash);
  const auto dots = range.find("..");
  const auto low = parse_integer(range.substr(0, dots));
  const auto high = dots == std::string_view::npos ? low : parse_integer(range.substr(dots + 2));
  const auto step =
      slash == std::string_view::npos ? std::optional<std::int64_t>(1) : parse_integer(word.substr(slash + 1));
  row.is_number = low && high && step && *low <= *high && *step > 0;
  if (row.is_number) {
    row.low = *low;
    row.high = *high;
    row.step = *step;
  }
  return row;
}

const Marginal& Marginals::at(std::string_view id) const {
  static const Marginal kNone;
  const auto found = entries_.find(id);
  if (found != entries_.end()) return found->second;
  missing_.try_emplace(std::string(id), 0);
  return kNone;
}

std::int64_t Marginals::value(std::string_view id) const {
  const auto& entry = at(id);
  if (!entry.value) missing_.try_emplace(std::string(id), 0);
  return entry.value.value_or(0);
}

std::int64_t Marginals::per_mille(std::string_view id) const {
  const auto& entry = at(id);
  if (!entry.per_mille) missing_.try_emplace(std::string(id), 0);
  return entry.per_mille.value_or(0);
}

Faults Marginals::faults(const std::string& file) const {
  Faults faults;
  for (const auto& [id, unused] : missing_)
    faults.push_back({.code = FaultCode::kTomlKeyMissing, .file = file, .column = id});
  return faults;
}

Result<Marginals> read_marginals(std::string_view bytes, const std::string& file) {
  const auto root = read_toml(bytes, file);
  if (!root) return std::unexpected(root.error());
  return Reader(file).read(*root);
}

bool Draws::chance(std::string_view id, std::string_view variant) {
  const auto threshold = marginals_.per_mille(named(id, variant));
  return static_cast<std::int64_t>(stream_.below(kMille)) < threshold;
}

std::string Draws::word(std::string_view id, std::string_view variant) {
  const auto& drawn = row(id, variant);
  return drawn.is_number ? fmt::format("{}", in_row(drawn)) : drawn.word;
}

std::optional<std::int64_t> Draws::number(std::string_view id, std::string_view variant) {
  const auto& drawn = row(id, variant);
  if (!drawn.is_number) return std::nullopt;
  return in_row(drawn);
}

std::optional<Date> Draws::day(std::string_view id, Date origin, std::string_view variant) {
  const auto days = number(id, variant);
  if (!days) return std::nullopt;
  return origin + static_cast<int>(*days);
}

std::int64_t Draws::in_row(const MarginalRow& row) {
  const auto steps = static_cast<std::uint64_t>((row.high - row.low) / row.step + 1);
  return row.low + static_cast<std::int64_t>(stream_.below(steps)) * row.step;
}

std::size_t Draws::weighted(const std::vector<std::int64_t>& totals) {
  const auto ticket = static_cast<std::int64_t>(stream_.below(static_cast<std::uint64_t>(totals.back())));
  return static_cast<std::size_t>(std::ranges::upper_bound(totals, ticket) - totals.begin());
}

const MarginalRow& Draws::row(std::string_view id, std::string_view variant) {
  static const MarginalRow kNone;
  const auto& rows = marginals_.at(named(id, variant)).rows;
  std::int64_t total = 0;
  for (const auto& candidate : rows) total += candidate.weight;
  if (total == 0) return kNone;
  auto ticket = static_cast<std::int64_t>(stream_.below(static_cast<std::uint64_t>(total)));
  return *std::ranges::find_if(rows, [&](const MarginalRow& candidate) { return (ticket -= candidate.weight) < 0; });
}

std::string Draws::named(std::string_view id, std::string_view variant) const {
  if (variant.empty()) return std::string(id);
  std::string full = fmt::format("{}.{}", id, variant);
  return marginals_.has(full) ? full : std::string(id);
}

std::string cell(const std::optional<std::int64_t>& number) {
  return number ? fmt::format("{}", *number) : std::string();
}
std::string cell(const std::optional<Date>& date) { return date ? to_string(*date) : std::string(); }

}  // namespace passend
