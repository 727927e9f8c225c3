// SPDX-License-Identifier: EUPL-1.2
// The plain name of what a question is about: an item of work conditions, or the code itself.
#pragma once

#include <string>

#include "present/catalogue.hpp"
#include "work/question.hpp"

namespace passend::cli {

std::string label_of(const Item& item, present::Language language);
std::string subject_of(const Question& question, const PlanContext& context, present::Language language);

}  // namespace passend::cli
