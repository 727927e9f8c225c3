// SPDX-License-Identifier: EUPL-1.2
#include "scheme/fact.hpp"

#include "work/work_kind.hpp"

namespace passend::scheme {

std::vector<std::string_view> words_of(Fact fact) {
  std::vector<std::string_view> words;
  std::string_view list = row_of(fact).words;
  if (list == "*") {
    for (const WorkKindRow& kind : kWorkKindTable) words.push_back(kind.name);
    return words;
  }
  while (!list.empty()) {
    const auto end = std::min(list.find('|'), list.size());
    words.push_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

}  // namespace passend::scheme
