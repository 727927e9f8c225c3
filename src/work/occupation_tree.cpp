// SPDX-License-Identifier: EUPL-1.2
#include "work/occupation_tree.hpp"

#include <algorithm>

namespace passend {

Occupation OccupationTree::add(Node node) {
  const auto index = static_cast<Occupation>(nodes_.size());
  index_.emplace(node.code, index);
  nodes_.push_back(std::move(node));
  return index;
}

void OccupationTree::add_group(std::string code, std::string label) {
  std::string isco = code;
  add({.code = std::move(code), .isco08 = std::move(isco), .label = std::move(label), .parents = {}, .ancestors = {}});
}

void OccupationTree::add_occupation(std::string code, std::string isco08, std::string label) {
  add({.code = std::move(code),
       .isco08 = std::move(isco08),
       .label = std::move(label),
       .parents = {},
       .ancestors = {}});
}

void OccupationTree::add_parent(std::string_view child, std::string_view parent) {
  const Occupation c = find(child);
  const Occupation p = find(parent);
  if (c != kOpen && p != kOpen) nodes_[static_cast<std::size_t>(c)].parents.push_back(p);
}

void OccupationTree::close() {
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    std::vector<Occupation> found{static_cast<Occupation>(i)};
    for (std::size_t k = 0; k < found.size(); ++k)
      for (const Occupation parent : nodes_[static_cast<std::size_t>(found[k])].parents)
        if (std::find(found.begin(), found.end(), parent) == found.end()) found.push_back(parent);
    std::sort(found.begin(), found.end());
    nodes_[i].ancestors = std::move(found);
  }
}

Occupation OccupationTree::find(std::string_view code) const {
  const auto found = index_.find(std::string(code));
  return found == index_.end() ? kOpen : found->second;
}

bool OccupationTree::lies_in(Occupation inner, Occupation outer) const {
  const auto& ancestors = nodes_[static_cast<std::size_t>(inner)].ancestors;
  return std::binary_search(ancestors.begin(), ancestors.end(), outer);
}

Outcome OccupationTree::admits(Occupation asked, Occupation offered) const {
  if (offered == kOpen) return Outcome::kUnknown;
  if (lies_in(offered, asked)) return Outcome::kYes;
  return lies_in(asked, offered) ? Outcome::kUnknown : Outcome::kNo;
}

}  // namespace passend
