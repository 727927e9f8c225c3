// SPDX-License-Identifier: EUPL-1.2
#include "present/plan_words.hpp"

#include <array>

namespace passend::present {
namespace {

struct CauseWords {
  std::string_view key;
  std::string_view side;
};

constexpr std::array<CauseWords, static_cast<std::size_t>(WaitCause::kCount)> kCauses{{
    {"closed", "employer"},
    {"permit", "municipality"},
    {"language", "training"},
    {"licence", "training"},
    {"diploma", "training"},
    {"conditions", "employer"},
    {"support", "municipality"},
    {"indication", "municipality"},
    {"displacement", "employer"},
    {"wage", "employer"},
    {"scheme", "municipality"},
    {"places", "employer"},
    {"statutory_order", "municipality"},
    {"no_work", "municipality"},
    {"own_choice", "own_choice"},
}};

const CauseWords& words_of(WaitCause cause) { return kCauses[static_cast<std::size_t>(cause)]; }

std::string key(std::string_view group, std::string_view name) { return std::string(group) + "." + std::string(name); }

std::string_view before(std::string_view text, char mark) { return text.substr(0, text.find(mark)); }

std::string after(std::string_view text, char mark) {
  const auto at = text.find(mark);
  return at == std::string_view::npos ? std::string() : std::string(text.substr(at + 1));
}

}  // namespace

std::string cause_text(const Catalogue& catalogue, WaitCause cause) {
  return catalogue.text(key("cause", words_of(cause).key));
}

std::string side_text(const Catalogue& catalogue, WaitCause cause) {
  return catalogue.text(key("side", words_of(cause).side));
}

std::string step_text(const Catalogue& catalogue, const Measure& measure) {
  const auto step = catalogue.text(key("step", words_of(measure.cause).key));
  return measure.detail.empty() ? step : step + ": " + measure.detail;
}

std::string question_text(const Catalogue& catalogue, const std::string& code, const std::string& subject) {
  return catalogue.text(key("question", before(code, ':')),
                        {{"subject", subject.empty() ? after(code, ':') : subject}});
}

std::string asked_of(const Catalogue& catalogue, std::string_view code) {
  return catalogue.text(key("asked", before(code, '.')));
}

std::string level_text(const Catalogue& catalogue, const std::string& level) {
  return catalogue.text(key("level", before(level, ':')), {{"group", after(level, ':')}});
}

}  // namespace passend::present
