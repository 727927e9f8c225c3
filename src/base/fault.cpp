// SPDX-License-Identifier: EUPL-1.2
#include "base/fault.hpp"

#include <array>

namespace passend {
namespace {

struct Row {
  std::string_view name;
  Exit exit;
};

constexpr std::array<Row, static_cast<std::size_t>(FaultCode::kCount)> kTable{{
    {"file-missing", Exit::kFaults},      {"file-unreadable", Exit::kFaults}, {"file-unwritable", Exit::kFaults},
    {"encoding", Exit::kFaults},          {"quote", Exit::kFaults},           {"header-missing", Exit::kFaults},
    {"column-missing", Exit::kFaults},    {"column-twice", Exit::kFaults},    {"column-unknown", Exit::kFaults},
    {"cell-count", Exit::kFaults},        {"cell-empty", Exit::kFaults},      {"not-a-number", Exit::kFaults},
    {"out-of-range", Exit::kFaults},      {"not-a-date", Exit::kFaults},      {"not-in-list", Exit::kFaults},
    {"interval-reversed", Exit::kFaults}, {"key-twice", Exit::kFaults},       {"reference-missing", Exit::kFaults},
    {"code-unknown", Exit::kFaults},      {"toml-syntax", Exit::kFaults},     {"toml-key-missing", Exit::kFaults},
    {"toml-key-unknown", Exit::kFaults},  {"toml-type", Exit::kFaults},       {"rule-refused", Exit::kFaults},
    {"law-order", Exit::kFaults},         {"law-source", Exit::kFaults},      {"no-value", Exit::kNoValue},
    {"unknown-parameter", Exit::kFaults}, {"unknown-person", Exit::kFaults},  {"unknown-work", Exit::kFaults},
    {"wrong-use", Exit::kWrongUse},       {"json-syntax", Exit::kFaults},     {"problem-syntax", Exit::kFaults},
    {"too-large", Exit::kFaults},         {"cannot-be", Exit::kFaults},       {"not-covered", Exit::kNo},
    {"overlap", Exit::kFaults},           {"contradiction", Exit::kFaults},   {"not-stated", Exit::kNoValue},
    {"ledger-refused", Exit::kFaults},    {"unknown-scheme", Exit::kFaults},  {"receipt-form", Exit::kFaults},
    {"receipt-unknown", Exit::kFaults},   {"report-unknown", Exit::kFaults},  {"report-text", Exit::kFaults},
    {"report-damaged", Exit::kFaults},    {"key-form", Exit::kFaults},        {"no-memory", Exit::kFaults},
}};

}  // namespace

std::string_view name_of(FaultCode code) { return kTable[static_cast<std::size_t>(code)].name; }
Exit exit_of(FaultCode code) { return kTable[static_cast<std::size_t>(code)].exit; }

}  // namespace passend
