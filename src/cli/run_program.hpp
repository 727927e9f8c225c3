// SPDX-License-Identifier: EUPL-1.2
// Runs another program in the foreground.
#pragma once

#include <string>
#include <vector>

namespace passend::cli {

// Its exit code; 127 when it could not be started, 128 + signal when one ended it. Ctrl-C reaches the program too.
int run_program(const std::vector<std::string>& words);

}  // namespace passend::cli
