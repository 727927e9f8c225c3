// SPDX-License-Identifier: EUPL-1.2
#include "http/http_problem.hpp"

#include <nlohmann/json.hpp>

#include "http/reply.hpp"

namespace passend::http {

Response problem(int status, std::string type, std::string title, std::string detail,
                 std::vector<ProblemFault> faults) {
  nlohmann::json document{{"status", status},
                          {"type", type.empty() ? "about:blank" : std::move(type)},
                          {"title", title.empty() ? std::string(phrase_of(status)) : std::move(title)}};
  if (!detail.empty()) document["detail"] = std::move(detail);
  for (ProblemFault& fault : faults) {
    const char* place = fault.in == "body" ? "pointer" : "name";
    document["errors"].push_back({{"in", std::move(fault.in)},
                                  {"location", {{place, std::move(fault.pointer)}}},
                                  {"code", std::move(fault.code)},
                                  {"detail", std::move(fault.detail)}});
  }
  Response response = json(document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), status);
  response.type = "application/problem+json";
  return response;
}

bool json_depth_within(std::string_view document, std::size_t most) {
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < document.size(); ++i) {
    const char c = document[i];
    if (quoted) {
      if (c == '\\') ++i;
      quoted = c != '"';
    } else if (c == '"') {
      quoted = true;
    } else if (c == '[' || c == '{') {
      if (++depth > most) return false;
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return true;
}

}  // namespace passend::http
