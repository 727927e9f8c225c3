// SPDX-License-Identifier: EUPL-1.2
// ISCO-08 groups and ESCO occupations as one tree (a few occupations have two parents). A wished group admits its
// members.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/fault.hpp"
#include "work/gate.hpp"

namespace passend {

// Index of a group or occupation; kOpen where none is named.
using Occupation = std::int32_t;
inline constexpr Occupation kOpen = -1;

class OccupationTree {
 public:
  // `code` is an ISCO code of 1-4 digits or an ESCO id; `isco08` its ISCO code; groups are added before what lies in
  // them.
  void add_group(std::string code, std::string label);
  void add_occupation(std::string code, std::string isco08, std::string label);
  void add_parent(std::string_view child, std::string_view parent);
  // To be called once after all parents are known.
  void close();

  Occupation find(std::string_view code) const;  // kOpen when unknown
  std::size_t size() const { return nodes_.size(); }
  const std::string& code(Occupation o) const { return nodes_[static_cast<std::size_t>(o)].code; }
  const std::string& label(Occupation o) const { return nodes_[static_cast<std::size_t>(o)].label; }
  const std::string& isco08(Occupation o) const { return nodes_[static_cast<std::size_t>(o)].isco08; }

  bool lies_in(Occupation inner, Occupation outer) const;  // also when equal

  // Whether work of occupation `offered` (kOpen = not stated) is in `asked`: unknown when not stated or stated too
  // broadly.
  Outcome admits(Occupation asked, Occupation offered) const;

 private:
  struct Node {
    std::string code;
    std::string isco08;
    std::string label;
    std::vector<Occupation> parents;
    std::vector<Occupation> ancestors;  // itself included, sorted
  };
  Occupation add(Node node);

  std::vector<Node> nodes_;
  std::unordered_map<std::string, Occupation> index_;
};

}  // namespace passend
