// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands.hpp"

int main(int argc, char** argv) { return passend::cli::run(argc, argv); }
