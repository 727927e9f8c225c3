// SPDX-License-Identifier: EUPL-1.2
#include "scheme/offer_file.hpp"

#include <algorithm>

namespace passend::scheme {
namespace {

using Names = std::vector<std::string_view>;

constexpr std::int64_t kWhole = 1000;  // per mille
constexpr int kHourDigits = 2;

enum class Must : std::uint8_t { kMay, kMust };

struct FigureOfOffer {
  OfferKind offer;
  Figure figure;
  Must must;
};

// Further rules for work are in check_work.
constexpr std::array kFiguresOfOffers{
    FigureOfOffer{OfferKind::kWork, Figure::kHoursWeek, Must::kMust},
    FigureOfOffer{OfferKind::kWork, Figure::kWagePerMille, Must::kMay},
    FigureOfOffer{OfferKind::kWork, Figure::kFirstContractMonths, Must::kMay},
    FigureOfOffer{OfferKind::kWork, Figure::kPermanentAfterMonths, Must::kMay},
    FigureOfOffer{OfferKind::kWork, Figure::kMostMonths, Must::kMay},
    FigureOfOffer{OfferKind::kWork, Figure::kExtendedMonths, Must::kMay},
    FigureOfOffer{OfferKind::kWork, Figure::kLeastContractMonths, Must::kMay},
    FigureOfOffer{OfferKind::kWork, Figure::kPlaceYear, Must::kMay},
    FigureOfOffer{OfferKind::kWork, Figure::kHostShareYear, Must::kMay},
    FigureOfOffer{OfferKind::kTraining, Figure::kCapPerson, Must::kMust},
    FigureOfOffer{OfferKind::kTraining, Figure::kCapYear, Must::kMust},
    FigureOfOffer{OfferKind::kTraining, Figure::kCapTrajectory, Must::kMust},
    FigureOfOffer{OfferKind::kTraining, Figure::kMostMonths, Must::kMay},
    FigureOfOffer{OfferKind::kEmployerSubsidy, Figure::kAmount, Must::kMay},
    FigureOfOffer{OfferKind::kEmployerSubsidy, Figure::kLeastContractMonths, Must::kMust},
    FigureOfOffer{OfferKind::kEmployerSubsidy, Figure::kMostMonths, Must::kMay},
    FigureOfOffer{OfferKind::kCoaching, Figure::kHoursPerWeek, Must::kMust},
    FigureOfOffer{OfferKind::kCoaching, Figure::kHourlyRate, Must::kMay},
    FigureOfOffer{OfferKind::kCoaching, Figure::kMostMonths, Must::kMay},
    FigureOfOffer{OfferKind::kAdaptation, Figure::kCapTrajectory, Must::kMust},
    FigureOfOffer{OfferKind::kInsurance, Figure::kMostMonths, Must::kMay},
    FigureOfOffer{OfferKind::kSocialReturn, Figure::kCreditHour, Must::kMay},
};

const Names kPayees{"participant", "trainer", "employer", "host", "provider"};
const Names kSubsidies{"measured", "flat", "amount", "unknown"};

class OfferReader {
 public:
  OfferReader(TomlFields& fields, const toml::table& table) : fields_(fields), table_(table) {}

  Offer read() {
    out_.line = line_of(table_);
    const std::string kind = fields_.needed_text(table_, "kind");
    if (kind.empty() || !fields_.is_in_list(table_, "kind", kind, Names(kOfferNames.begin(), kOfferNames.end())))
      return std::move(out_);
    out_.kind = static_cast<OfferKind>(std::ranges::find(kOfferNames, std::string_view(kind)) - kOfferNames.begin());
    check_keys();
    read_figures();
    out_.article = fields_.text(table_, "article");
    out_.note = fields_.text(table_, "note");
    out_.payee = fields_.text(table_, "payee");
    if (!out_.payee.empty()) fields_.is_in_list(table_, "payee", out_.payee, kPayees);
    if (out_.kind == OfferKind::kWork) read_work();
    if (out_.kind == OfferKind::kEmployerSubsidy) read_subsidy();
    if (out_.kind == OfferKind::kSocialReturn) read_blocks();
    check_caps();
    return std::move(out_);
  }

 private:
  bool is_known_key(std::string_view key) const {
    if (key == "kind" || key == "article" || key == "note" || key == "payee") return true;
    if (out_.kind == OfferKind::kWork && (key == "work" || key == "counts_as_placement")) return true;
    if (out_.kind == OfferKind::kEmployerSubsidy && (key == "subsidy" || key == "de_minimis")) return true;
    if (out_.kind == OfferKind::kSocialReturn && (key == "full_week_hours" || key == "block")) return true;
    return std::ranges::any_of(kFiguresOfOffers, [&](const FigureOfOffer& row) {
      return row.offer == out_.kind && row_of(row.figure).name == key;
    });
  }

  void check_keys() {
    for (const auto& [key, node] : table_)
      if (!is_known_key(key.str())) fields_.add(FaultCode::kTomlKeyUnknown, &node, std::string(key.str()));
  }

  void read_figures() {
    for (const FigureOfOffer& row : kFiguresOfOffers) {
      if (row.offer != out_.kind) continue;
      const FigureRow& figure = row_of(row.figure);
      const int digits = figure.unit == Unit::kHours ? kHourDigits : 0;
      out_.figures[static_cast<std::size_t>(row.figure)] =
          read_stated(fields_, table_, figure.name, digits, figure.most);
      if (row.must == Must::kMust && !table_.contains(figure.name))
        fields_.add(FaultCode::kTomlKeyMissing, &table_, std::string(figure.name));
    }
  }

  void refuse(const char* key, const char* reason) {
    const toml::node* node = table_.get(key);
    fields_.add(FaultCode::kRuleRefused, node == nullptr ? &table_ : node, key, {{"reason", reason}});
  }

  // Work pays: a placement never lies below the wage floor; what is unpaid has an end and is no placement.
  void read_work() {
    const std::string word = fields_.needed_text(table_, "work");
    out_.work = work_kind_of(word);
    if (word.empty()) return;
    if (!out_.work || *out_.work == WorkKind::kScholing) {
      Names names;
      for (const WorkKindRow& row : kWorkKindTable)
        if (row.name != "scholing") names.push_back(row.name);
      fields_.is_in_list(table_, "work", word == "scholing" ? "" : word, names);
      return;
    }
    const WorkKindRow& kind = passend::row_of(*out_.work);
    const Stated& wage = out_.of(Figure::kWagePerMille);
    if (kind.counts_as_placement == CountsAsPlacement::kIfWagePassed) {
      if (wage.has_value() && wage.value < kWhole) refuse("wage_per_mille_of_floor", "placement-below-floor");
      if (wage.kind == Stated::Kind::kNone) refuse("wage_per_mille_of_floor", "placement-below-floor");
      return;
    }
    if (table_.contains("counts_as_placement") && fields_.flag(table_, "counts_as_placement"))
      refuse("counts_as_placement", "unpaid-as-placement");
    if (!out_.of(Figure::kMostMonths).has_value() && out_.of(Figure::kMostMonths).known())
      refuse("most_months", "unpaid-without-end");
    else if (out_.of(Figure::kExtendedMonths).kind == Stated::Kind::kNone)
      refuse("extended_months", "unpaid-without-end");
  }

  void read_subsidy() {
    out_.subsidy = fields_.needed_text(table_, "subsidy");
    if (!out_.subsidy.empty()) fields_.is_in_list(table_, "subsidy", out_.subsidy, kSubsidies);
    if (out_.subsidy == "amount" && out_.of(Figure::kAmount).kind == Stated::Kind::kAbsent)
      fields_.add(FaultCode::kTomlKeyMissing, &table_, "amount_eurocent");
    const toml::node* aid = table_.get("de_minimis");
    if (aid == nullptr) return refuse("de_minimis", "de-minimis-unsaid");
    const auto* word = aid->as_string();
    if (word == nullptr || word->get() != "unknown") out_.de_minimis = fields_.flag(table_, "de_minimis");
  }

  void read_blocks() {
    if (!table_.contains("full_week_hours")) fields_.add(FaultCode::kTomlKeyMissing, &table_, "full_week_hours");
    out_.full_week = read_stated(fields_, table_, "full_week_hours", kHourDigits, kMostCentihours);
    for (const toml::table* part : fields_.tables(table_, "block")) {
      fields_.check_keys(*part, {"group", "year_eurocent", "extra"});
      CreditBlock block{fields_.needed_text(*part, "group"),
                        fields_.number(*part, "year_eurocent", 0, 0, row_of(Figure::kPlaceYear).most),
                        fields_.flag(*part, "extra")};
      const auto same = std::ranges::find(out_.blocks, block.group, &CreditBlock::group);
      if (same != out_.blocks.end())
        fields_.add(FaultCode::kKeyTwice, part->get("group"), "group", {{"first_line", std::to_string(out_.line)}});
      out_.blocks.push_back(std::move(block));
    }
  }

  // One application <= one year <= one person.
  void check_caps() {
    constexpr std::array kOrder{Figure::kCapTrajectory, Figure::kCapYear, Figure::kCapPerson};
    for (std::size_t i = 0; i < kOrder.size(); ++i)
      for (std::size_t j = i + 1; j < kOrder.size(); ++j) {
        const Stated& narrow = out_.of(kOrder[i]);
        const Stated& wide = out_.of(kOrder[j]);
        if (!narrow.has_value() || !wide.has_value() || narrow.value <= wide.value) continue;
        const auto name = row_of(kOrder[i]).name;
        fields_.add(FaultCode::kContradiction, table_.get(name), std::string(name), {{"reason", "cap-above-wider"}});
      }
  }

  TomlFields& fields_;
  const toml::table& table_;
  Offer out_;
};

}  // namespace

Offer read_offer(TomlFields& fields, const toml::table& table) { return OfferReader(fields, table).read(); }

Stated read_stated(TomlFields& fields, const toml::table& table, std::string_view key, int digits, std::int64_t most) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return {};
  if (const auto* word = node->as_string()) {
    if (word->get() == "unknown") return {.kind = Stated::Kind::kUnknown};
    if (word->get() == "none") return {.kind = Stated::Kind::kNone};
  }
  if (digits == 0 && node->is_floating_point()) {
    fields.add(FaultCode::kTomlType, node, std::string(key), {{"expected", "0 – " + std::to_string(most)}});
    return {.kind = Stated::Kind::kUnknown};
  }
  return Stated::of(fields.number(table, key, digits, 0, most));
}

}  // namespace passend::scheme
