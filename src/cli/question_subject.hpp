// SPDX-License-Identifier: EUPL-1.2
// The plain name of what a question is about: an item of work conditions, or the code itself.
#pragma once

#include <string>

#include "work/question.hpp"

namespace passend::cli {

std::string subject_of(const Question& question, const PlanContext& context);

}  // namespace passend::cli
