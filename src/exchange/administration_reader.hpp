// SPDX-License-Identifier: EUPL-1.2
// The administration of schemes as a folder of CSV files: applications, what stopped or lengthened their terms, and the
// entries of the ledger. docs/schemes.md section 7.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/fault.hpp"
#include "record/ledger.hpp"
#include "scheme/division.hpp"
#include "scheme/term.hpp"

namespace passend {

struct ApplicationCase {
  scheme::Application application{};
  bool has_amount = false;  // application.amount was filled in
  std::string scheme{};
  Date received{};
  std::vector<scheme::TermEvent> events{};
  std::optional<Date> decided{};
  std::string outcome{};  // verleend, geweigerd, ingetrokken; empty: none yet
  int line = 0;
};

struct Administration {
  std::vector<ApplicationCase> cases{};  // by id
  record::Ledger ledger{};               // after all entries
};

// All faults of all files; kLedgerRefused for an entry that the ledger refuses, with its reason.
Result<Administration> read_administration(const std::filesystem::path& folder);

}  // namespace passend
