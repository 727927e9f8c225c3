// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/work_text_measure.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include "base/csv.hpp"

namespace passend::fairwork {
namespace {

constexpr std::array<std::string_view, 6> kColumns{"text_id", "language", "label", "form", "text", "phrase"};
enum Column { kId, kLanguage, kLabel, kForm, kText };
constexpr std::array<std::string_view, 4> kForms{"plain", "hidden", "ordinary", "look_alike"};

void count(GroundMeasure& row, bool labelled, bool hidden, bool said) {
  if (labelled) {
    ++(hidden ? row.hidden : row.plain);
    if (said) ++(hidden ? row.hidden_found : row.plain_found);
  }
  if (said) ++row.said;
  if (said && labelled) ++row.rightly;
}

}  // namespace

Result<std::vector<LabelledText>> read_labelled_texts(std::string_view bytes, const std::string& file,
                                                      const WorkTextRules& rules) {
  const auto table = read_csv(bytes, file);
  if (!table) return fail(table.error());
  Faults faults = table->faults;
  for (std::size_t c = 0; c < kColumns.size(); ++c)
    if (c >= table->header.size() || table->header[c] != kColumns[c])
      faults.push_back({.code = FaultCode::kColumnMissing,
                        .file = file,
                        .line = table->header_line,
                        .column = std::string(kColumns[c])});
  if (!faults.empty()) return fail(std::move(faults));
  std::vector<LabelledText> texts;
  for (const CsvRow& row : table->rows) {
    const auto refuse = [&](Column column) {
      faults.push_back({.code = FaultCode::kNotInList,
                        .file = file,
                        .line = row.line,
                        .column = std::string(kColumns[column]),
                        .value = row.cells[column]});
    };
    LabelledText text{.grounds = {}, .hidden = row.cells[kForm] == "hidden", .text = row.cells[kText]};
    if (std::ranges::find(kForms, row.cells[kForm]) == kForms.end()) refuse(kForm);
    std::istringstream words(row.cells[kLabel]);
    for (std::string word; words >> word;) {
      if (std::ranges::none_of(rules.grounds(), [&](const TextGround& ground) { return ground.name == word; }))
        refuse(kLabel);
      text.grounds.push_back(word);
    }
    texts.push_back(std::move(text));
  }
  if (!faults.empty()) return fail(std::move(faults));
  return texts;
}

TextMeasure measure(const WorkTextRules& rules, const std::vector<LabelledText>& texts) {
  TextMeasure out;
  for (const TextGround& ground : rules.grounds()) out.grounds.push_back(GroundMeasure{.ground = ground.name});
  for (const LabelledText& text : texts) {
    const auto found = rules.check(text.text);
    ++out.texts;
    if (!found.empty()) ++out.flagged;
    if (text.grounds.empty()) ++out.clean;
    if (text.grounds.empty() && !found.empty()) ++out.clean_flagged;
    for (GroundMeasure& row : out.grounds) {
      const bool labelled = std::ranges::find(text.grounds, row.ground) != text.grounds.end();
      const bool said =
          std::ranges::any_of(found, [&](const TextFinding& one) { return one.ground->name == row.ground; });
      count(row, labelled, text.hidden, said);
      count(out.total, labelled, text.hidden, said);
    }
  }
  return out;
}

}  // namespace passend::fairwork
