// SPDX-License-Identifier: EUPL-1.2
// Who may receive reports: a file with a name, a kind and a public key each. A reporter chooses by name; there is no
// default, so nothing goes to anybody who was not chosen.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "fairwork/report_key.hpp"

namespace passend::fairwork {

enum class RecipientKind : std::uint8_t { kAdv, kLabourInspectorate, kPolice, kMunicipality, kCount };
inline constexpr std::array<std::string_view, static_cast<std::size_t>(RecipientKind::kCount)> kRecipientKinds{
    "adv", "arbeidsinspectie", "politie", "gemeente"};

struct Recipient {
  std::string name;   // a-z, 0-9, - and _
  std::string title;  // what people read
  RecipientKind kind{};
  PublicKey key{};
};

// All faults of the file: of TOML, kNotInList, kKeyTwice, kKeyForm.
Result<std::vector<Recipient>> read_recipients(std::string_view bytes, const std::string& file);

// Those named, each once and in the order of the file. kNotInList, kKeyTwice; kTooLarge above the records of an act.
Result<std::vector<Recipient>> choose_recipients(const std::vector<Recipient>& all,
                                                 const std::vector<std::string>& names);

bool is_recipient_name(std::string_view name);

}  // namespace passend::fairwork
