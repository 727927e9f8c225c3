// SPDX-License-Identifier: EUPL-1.2
// Faults: what is wrong in what a person, file or other process gave us. Texts live in data/messages; here are only
// the code, the place and the values that a message names. Faults hold no personal data beyond the cell at fault.
#pragma once

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace passend {

// Exit codes of every command (CONTRACTS.md, "Every command").
enum class Exit { kDone = 0, kNo = 1, kWrongUse = 2, kFaults = 3, kNoValue = 4, kStopped = 5, kInternal = 70 };

// The closed list of fault codes. Name = what is printed and the key in the message catalogues.
enum class FaultCode {
  kFileMissing,       // a needed file or folder does not exist
  kFileUnreadable,    // it exists but cannot be read
  kFileUnwritable,    // an answer could not be written; what stood there is untouched
  kEncoding,          // neither UTF-8 nor cp1252
  kQuote,             // a quoted cell is not closed, or text follows its end
  kHeaderMissing,     // a file without a header line
  kColumnMissing,     // a needed column is not in the header
  kColumnTwice,       // a column stands twice in the header
  kColumnUnknown,     // reported, then ignored
  kCellCount,         // a row with more or fewer cells than the header
  kCellEmpty,         // a cell that must be filled
  kNotANumber,        // not a whole or decimal number of the asked form
  kOutOfRange,        // a number outside its range
  kNotADate,          // not YYYY-MM-DD, or no such day
  kNotInList,         // not one of the listed words
  kIntervalReversed,  // an end before its begin
  kKeyTwice,          // a second row with the same key
  kReferenceMissing,  // names a person, work, employer or resource that is not there
  kCodeUnknown,       // an occupation, item or postcode form that reference data does not know
  kTomlSyntax,        // not TOML
  kTomlKeyMissing,    // a needed key is not there
  kTomlKeyUnknown,    // a key the reader does not know
  kTomlType,          // a value of another type than asked
  kRuleRefused,       // a rule that the law or the two principles do not allow
  kLawOrder,          // dates of a parameter not rising, or twice
  kLawSource,         // a parameter without source, article or confidence
  kNoValue,           // no value in force on that date
  kUnknownParameter,  // no parameter with that id
  kUnknownPerson,     // no such person in the snapshot
  kUnknownWork,       // no such work in the snapshot
  kWrongUse,          // the command was called wrongly
  kJsonSyntax,        // not JSON, or not of the expected shape
  kProblemSyntax,     // a line of an assignment file is not of its form
  kTooLarge,          // more than a documented limit
  kCannotBe,          // facts of a household that cannot go together
  kNotCovered,        // known, and named, but outside the rules of the program
  kOverlap,           // two periods that share a day
  kContradiction,     // two statements of a file that exclude each other
  kNotStated,         // a scheme's source does not say it: nothing can be computed with it
  kLedgerRefused,     // an entry that would pass a ceiling, or follows on nothing
  kUnknownScheme,     // no such scheme, or none that holds on the date
  kReceiptForm,       // a receipt code that is mistyped: its check characters do not fit
  kReceiptUnknown,    // a receipt code of the right form that opens nothing in this store
  kReportUnknown,     // no report with that number for this key
  kReportText,        // a text that cannot be a report
  kReportDamaged,     // a file of sealed reports that is not as it was written
  kKeyForm,           // not a key of the kind asked, or mistyped
  kNoMemory,          // the system gives less memory than a step must use
  kCount
};

std::string_view name_of(FaultCode code);
Exit exit_of(FaultCode code);

struct Fault {
  FaultCode code{};
  std::string file{};
  int line = 0;                               // from 1, header included; 0 = the whole file
  std::string column{};                       // column or key
  std::string value{};                        // the cell as found
  std::map<std::string, std::string> args{};  // further values a message names

  friend bool operator==(const Fault&, const Fault&) = default;
};

using Faults = std::vector<Fault>;

template <class T>
using Result = std::expected<T, Faults>;

inline std::unexpected<Faults> fail(Fault fault) { return std::unexpected(Faults{std::move(fault)}); }
inline std::unexpected<Faults> fail(Faults faults) { return std::unexpected(std::move(faults)); }

}  // namespace passend
