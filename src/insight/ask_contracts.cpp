// SPDX-License-Identifier: EUPL-1.2
// Question about contractors: paid internships and social return. docs/questions.md, 14.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/sha256.hpp"
#include "base/text_file.hpp"
#include "fairwork/tender.hpp"
#include "insight/question_methods.hpp"

namespace passend::insight {
namespace {

using fairwork::TenderVerdict;
using fairwork::Undertaking;
using fairwork::UndertakingKind;

Result<fairwork::SocialReturn> social_return_of(std::span<const scheme::Scheme> schemes,
                                                const fairwork::InternshipClause* clause, Date announced) {
  if (clause == nullptr || clause->scheme.empty()) return fairwork::SocialReturn{};
  const auto one = std::ranges::find(schemes, clause->scheme, &scheme::Scheme::id);
  const auto* version = one == schemes.end() ? nullptr : one->version_on(announced);
  if (version == nullptr)
    return fail({.code = FaultCode::kUnknownScheme,
                 .file = clause->scheme,
                 .value = clause->scheme,
                 .args = {{"date", to_string(announced)}}});
  return fairwork::SocialReturn{&*one, version};
}

struct Register {
  std::map<TenderVerdict, std::int64_t> verdicts{};
  std::int64_t points = 0, looked_at = 0;
  std::string file{}, sha256{};
};

Result<Register> judge_all(const AskInput& input, bool bids) {
  const auto words_file = input.data / "fairwork/tender.toml";
  const auto words_bytes = read_file(words_file);
  const auto clause_bytes = read_file(input.clauses);
  const auto bytes = read_file(input.contracts);
  for (const auto* read : {&words_bytes, &clause_bytes, &bytes})
    if (!*read) return fail(read->error());
  const auto words = fairwork::read_tender_words(*words_bytes, words_file.string());
  if (!words) return fail(words.error());
  const auto clauses = fairwork::read_clauses(*clause_bytes, input.clauses.string(), *words);
  if (!clauses) return fail(clauses.error());
  const auto undertakings = fairwork::read_undertakings(*bytes, input.contracts.string(), *words);
  if (!undertakings) return fail(undertakings.error());
  Register out{.file = input.contracts.filename().string(), .sha256 = sha256_hex(*bytes)};
  for (const Undertaking& one : *undertakings) {
    if (one.kind == UndertakingKind::kBid && !bids) continue;
    const auto social = social_return_of(input.schemes, clause_of(*clauses, one), one.announced);
    if (!social) return fail(social.error());
    const auto judged = judge(*clauses, one, input.date, *social);
    if (!judged) return fail(judged.error());
    ++out.verdicts[judged->verdict];
    ++out.looked_at;
    out.points += judged->total_points().value;
  }
  return out;
}

}  // namespace

Result<Computed> contractors(const Asked& asked) {
  const auto found = judge_all(asked.input, asked.variant.words.size() > 1);
  if (!found) return fail(found.error());
  Computed out{.columns = {"contracts"}};
  const auto figure = [&](std::string id, Unit unit, std::int64_t value) {
    return Figure{.id = id,
                  .label = {.key = "contracts_" + id},
                  .unit = unit,
                  .value = value,
                  .trace = {.how = "command",
                            .file = found->file,
                            .sha256 = found->sha256,
                            .filter = "passend fair tender CLAUSES CONTRACTS --date " + to_string(asked.input.date),
                            .column = id}};
  };
  for (const auto verdict :
       {TenderVerdict::kMeets, TenderVerdict::kIncomplete, TenderVerdict::kFails, TenderVerdict::kNotCovered}) {
    const auto count = found->verdicts.find(verdict);
    const std::size_t at = out.add(
        figure(std::string(name_of(verdict)), Unit::kNumber, count == found->verdicts.end() ? 0 : count->second));
    out.rows.push_back({out.figures[at].label, {at}});
  }
  const std::size_t all = out.add(figure("looked_at", Unit::kNumber, found->looked_at));
  out.lead = {0, all};
  out.add_lead(share(out, "share_meets", {.key = "contracts_share_meets"}, 0, all));
  out.add_lead(figure("points", Unit::kEurocent, found->points));
  return out;
}

}  // namespace passend::insight
