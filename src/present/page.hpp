// SPDX-License-Identifier: EUPL-1.2
// What every page shares: the frame (head, header, contents, footer) and the small pieces its sections are made of.
// A page stands alone: it asks nothing of any host and needs no script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "present/catalogue.hpp"
#include "present/markup.hpp"

namespace passend::present {

Markup heading(int level, const std::string& text, const std::string& id = {});
Markup paragraph(const std::string& text, const std::string& kind = {});  // nothing when the text is empty
Markup section(const std::string& id, const std::string& title, const std::vector<Markup>& parts);
Markup block(const std::vector<Markup>& parts, const std::string& kind = {});
Markup key_figure(const std::string& number, const std::string& label, const std::string& note,
                  const std::string& kind = "many");        // within <dl class="key">
Markup fact(const std::string& name, const Markup& value);  // within any other <dl>
Markup band(const std::string& kind, const std::string& strong, const std::string& text);

struct PageLink {
  std::string id{};
  std::string text{};
};

Markup page_header(const std::string& beside, const std::string& when);
Markup page_contents(const Catalogue& catalogue, const std::vector<PageLink>& links);
Markup page_main(const std::vector<Markup>& parts);
Markup page_footer(const std::vector<std::string>& lines);

struct PageHead {
  std::string title{};
  std::string program{};
  std::string_view css{};    // within the page, which then stands alone
  std::string stylesheet{};  // or at this address
};

std::string page_of(const Catalogue& catalogue, const PageHead& head, const std::vector<Markup>& parts);

}  // namespace passend::present
