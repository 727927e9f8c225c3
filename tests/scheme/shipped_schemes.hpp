// SPDX-License-Identifier: EUPL-1.2
// Scheme files for tests: those shipped, and small ones made of parts.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "base/text_file.hpp"
#include "law_folder.hpp"
#include "scheme/facts_file.hpp"
#include "scheme/scheme_file.hpp"

namespace passend::scheme {

inline std::filesystem::path schemes_folder() { return std::filesystem::path(PASSEND_SOURCE_DIR) / "data/schemes"; }

inline const std::vector<Scheme>& shipped_schemes() {
  static const std::vector<Scheme> schemes = load_schemes(schemes_folder()).value();
  return schemes;
}

// A version that holds from 2026 with these lines in its head and these tables below it.
inline std::string version_text(const std::string& head = "", const std::string& tables = "") {
  const std::string offer =
      tables.find("[[version.offer]]") == std::string::npos ? "[[version.offer]]\nkind = \"advice\"\n" : "";
  const std::string target = tables.find("[[version.target]]") == std::string::npos
                                 ? "[[version.target]]\npredicate = \"leerplichtig\"\nis = false\n"
                                 : "";
  return "id = \"proef\"\ntitle = \"Proef\"\nmunicipality = \"Voorbeeld\"\n[[version]]\nname = \"een\"\nfrom = "
         "2026-01-01\n"
         "legal_basis = \"verordening\"\nsource = \"test\"\nconfidence = \"single\"\n" +
         (head.find("voluntary") == std::string::npos ? "voluntary = true\n" : std::string()) +
         (head.find("hardship") == std::string::npos ? "hardship = \"art. 9\"\n" : std::string()) + head + "\n" +
         offer + target + tables;
}

inline Scheme scheme_of(const std::string& head = "", const std::string& tables = "") {
  auto scheme = read_scheme(version_text(head, tables), "proef.toml");
  if (!scheme) ADD_FAILURE() << name_of(scheme.error()[0].code) << " " << scheme.error()[0].column;
  return scheme.value();
}

inline Facts facts_of(const std::string& text) { return read_facts(text, "facts.toml").value(); }

}  // namespace passend::scheme
