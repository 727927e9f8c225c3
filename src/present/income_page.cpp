// SPDX-License-Identifier: EUPL-1.2
#include "present/income_page.hpp"

#include <utility>

#include "present/income_sections.hpp"
#include "present/page.hpp"

namespace passend::present {
namespace {

using income_view::Context;

struct Named {
  std::string id;
  Markup shown;
};

std::vector<Named> sections(const Context& context) {
  std::vector<Named> all;
  all.push_back({"parts", income_view::parts_section(context)});
  all.push_back({"kept", income_view::kept_section(context)});
  all.push_back({income_view::sweep_id(context), income_view::hours_section(context)});
  all.push_back({"payments", income_view::payments_section(context)});
  all.push_back({"steps", income_view::steps_section(context)});
  all.push_back({"employer", income_view::employer_section(context)});
  all.push_back({"limits", income_view::limits_section(context)});
  all.push_back({"trace", income_view::trace_section(context)});
  std::erase_if(all, [](auto& part) { return part.shown.empty(); });
  return all;
}

Markup contents(const Context& context, const std::vector<Named>& parts) {
  std::vector<PageLink> links;
  for (const auto& part : parts) links.push_back({part.id, context.text("income." + part.id + ".nav")});
  return page_contents(context.texts, links);
}

Markup debt_band(const Context& context) {
  if (!context.data.debt_warning) return {};
  return band("stopped", context.text("income.debt_word"), context.text("income.debt"));
}

}  // namespace

std::string income_html(const IncomeData& data, const Catalogue& catalogue, std::string_view css) {
  const Context context{data, catalogue, Numbers(catalogue)};
  const auto parts = sections(context);
  std::vector<Markup> main{income_view::answer_section(context)};
  for (const auto& part : parts) main.push_back(part.shown);
  const auto title = catalogue.text("report.document_title", {{"headline", income_view::headline(context)}});
  const auto when = catalogue.text("income.when", {{"date", context.numbers.date(data.date)}});
  return page_of(
      catalogue, {title, "Passend", css},
      {debt_band(context), page_header(catalogue.text("income.title"), when), contents(context, parts), page_main(main),
       page_footer({catalogue.text("income.estimate"), catalogue.text("income.footer.alone"),
                    catalogue.text("income.footer.ask")})});
}

}  // namespace passend::present
