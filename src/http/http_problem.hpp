// SPDX-License-Identifier: EUPL-1.2
// Errors of the API as RFC 9457 problem details, with all faults of a request at once.
#pragma once

#include <string>
#include <vector>

#include "http/message.hpp"

namespace passend::http {

// One fault of the request: where it stands, its code, and a sentence. Member names as in the NLGov API Design Rules.
struct ProblemFault {
  std::string in = "body";  // body, query, path, header
  std::string pointer{};    // JSON pointer into the body ("/aanbod/uren"), else the name
  std::string code{};
  std::string detail{};
};

// application/problem+json. `type` "" is written as about:blank; `title` "" as the standard phrase of the status.
// What is not UTF-8 is replaced, so that the answer always is JSON.
Response problem(int status, std::string type = {}, std::string title = {}, std::string detail = {},
                 std::vector<ProblemFault> faults = {});

// No deeper than `most` brackets in each other; says nothing about whether it is JSON otherwise.
bool json_depth_within(std::string_view document, std::size_t most);

}  // namespace passend::http
