// SPDX-License-Identifier: EUPL-1.2
// Small readers that several headers share: lists with commas, white space, comparison without case (ASCII).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace passend::http {

std::string_view trimmed(std::string_view text);              // without spaces and tabs at both ends
std::vector<std::string_view> listed(std::string_view text);  // between commas, trimmed, empty ones left out
std::string lower(std::string_view text);
bool same_text(std::string_view a, std::string_view b);  // ASCII letters without case

}  // namespace passend::http
