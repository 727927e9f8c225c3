// SPDX-License-Identifier: EUPL-1.2
#include "cli/scheme_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "present/numbers.hpp"
#include "present/terminal.hpp"

namespace passend::cli {
namespace {

using scheme::Condition;
using scheme::Figure;
using scheme::Predicate;
using scheme::PredicateForm;
using scheme::SchemeVersion;
using scheme::Stated;
using scheme::Unit;

std::string plain(std::string word) {
  std::ranges::replace(word, '_', ' ');
  return word;
}

class Words {
 public:
  explicit Words(const Console& console) : console_(console), numbers_(console.catalogue()) {}

  std::string text(std::string_view key, const present::Arguments& arguments = {}) const {
    return console_.text(fmt::format("scheme.{}", key), arguments);
  }

  std::string stated(const Stated& stated, Unit unit) const {
    switch (stated.kind) {
      case Stated::Kind::kAbsent:
        return {};
      case Stated::Kind::kUnknown:
        return text("unknown");
      case Stated::Kind::kNone:
        return text("none");
      case Stated::Kind::kValue:
        break;
    }
    switch (unit) {
      case Unit::kEurocent:
        return numbers_.euro(Eurocent{stated.value});
      case Unit::kHours:
        return numbers_.hours(Hours{static_cast<std::int32_t>(stated.value)});
      case Unit::kMonths:
        return text("months", {{"number", numbers_.count(stated.value)}});
      case Unit::kPerMille:
        return numbers_.percent(stated.value);
      case Unit::kNumber:
        return numbers_.count(stated.value);
    }
    return {};
  }

  std::string date(Date date) const { return numbers_.date(date); }

  std::string joined(const std::vector<std::string>& words, std::string_view last) const {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0) out += i + 1 == words.size() ? " " + text(last) + " " : ", ";
      out += plain(words[i]);
    }
    return out;
  }

  std::string of(const Predicate& predicate) const {
    const std::string name(predicate.row->name);
    if (predicate.row->form == PredicateForm::kNotStated) return text("form.not_stated", {{"what", predicate.what}});
    if (predicate.row->form == PredicateForm::kYesNo) return text((predicate.is ? "is." : "is_not.") + name);
    std::vector<std::string> parts;
    const auto bound = [&](std::string_view key, const std::optional<std::int64_t>& value) {
      // Years and levels are no counts: no thousands separator.
      if (value) parts.push_back(text(key, {{"number", std::to_string(*value)}}));
    };
    switch (predicate.row->form) {
      case PredicateForm::kAge:
        bound("form.from_age", predicate.at_least);
        bound("form.below_age", predicate.at_most);
        if (predicate.until_aow) parts.push_back(text("form.until_aow"));
        break;
      case PredicateForm::kWords:
        if (!predicate.any_of.empty()) parts.push_back(joined(predicate.any_of, "or"));
        if (!predicate.none_of.empty())
          parts.push_back(text("form.none_of", {{"words", joined(predicate.none_of, "or")}}));
        break;
      case PredicateForm::kRange:
        bound("form.at_least", predicate.at_least);
        bound("form.at_most", predicate.at_most);
        break;
      default:
        bound("form.months_at_least", predicate.at_least);
        bound("form.months_below", predicate.at_most);
    }
    return text("predicate." + name) + ": " + joined(parts, "and");
  }

  std::string of(const Condition& condition) const {
    if (condition.join == Condition::Join::kOne) return of(condition.predicate);
    std::vector<std::string> parts;
    for (const Condition& part : condition.parts)
      parts.push_back(part.join == Condition::Join::kOne ? of(part) : "(" + of(part) + ")");
    return fmt::format("{}",
                       fmt::join(parts, " " + text(condition.join == Condition::Join::kAll ? "and" : "or") + " "));
  }

 private:
  const Console& console_;
  present::Numbers numbers_;
};

// The name of what a condition is about, so that two versions can be laid beside each other.
std::string key_of(const Condition& condition) {
  if (condition.join == Condition::Join::kOne) return std::string(condition.predicate.row->name);
  return condition.parts.empty() ? std::string() : key_of(condition.parts.front());
}

class Collector {
 public:
  Collector(const Console& console, const SchemeVersion& version) : words_(console), version_(version) {}

  std::vector<Statement> run() {
    target();
    offers();
    procedure();
    money();
    aims();
    basis();
    return std::move(out_);
  }

 private:
  void add(std::string_view section, const std::string& key, std::string label, std::string text,
           std::string article = {}) {
    if (text.empty()) return;
    out_.push_back({std::string(section), fmt::format("{}.{}", section, key), std::move(label), std::move(text),
                    std::move(article)});
  }

  void target() {
    for (const Condition& condition : version_.target)
      add("target", key_of(condition), "", words_.of(condition), articles_of(condition));
  }

  // Article, statutory ground of an age and the list meant, of all below it.
  std::string articles_of(const Condition& condition) const {
    std::string text = condition.article;
    const auto append = [&](const std::string& more) {
      if (!more.empty()) text += (text.empty() ? "" : "; ") + more;
    };
    if (condition.join == Condition::Join::kOne) {
      append(condition.predicate.ground);
      append(condition.predicate.list);
    }
    for (const Condition& part : condition.parts) append(articles_of(part));
    return text;
  }

  void offers() {
    std::map<std::string, int> seen;
    for (const scheme::Offer& offer : version_.offers) {
      std::string name(scheme::kOfferNames[static_cast<std::size_t>(offer.kind)]);
      std::string title = words_.text("offer." + name);
      if (offer.work) {
        name += "." + std::string(row_of(*offer.work).name);
        title += " (" + plain(std::string(row_of(*offer.work).name)) + ")";
      }
      if (!offer.subsidy.empty()) name += "." + offer.subsidy;
      if (const int times = ++seen[name]; times > 1) name += "#" + std::to_string(times);
      const auto figure = [&](std::string_view key, const std::string& label, std::string text) {
        add("offer", fmt::format("{}.{}", name, key), fmt::format("{}, {}", title, label), std::move(text));
      };
      add("offer", name, "", title, offer.article);
      if (!offer.subsidy.empty())
        figure("subsidy", words_.text("label.subsidy"), words_.text("subsidies." + offer.subsidy));
      for (std::size_t f = 0; f < scheme::kFigures; ++f) {
        const auto& row = scheme::kFigureTable[f];
        figure(row.name, words_.text(fmt::format("figure.{}", row.name)), words_.stated(offer.figures[f], row.unit));
      }
      if (!offer.payee.empty()) figure("payee", words_.text("label.payee"), words_.text("payees." + offer.payee));
      if (offer.kind == scheme::OfferKind::kEmployerSubsidy)
        figure("de_minimis", words_.text("de_minimis"),
               words_.text(!offer.de_minimis   ? "unknown"
                           : *offer.de_minimis ? "yes"
                                               : "no"));
      figure("full_week", words_.text("full_week"), words_.stated(offer.full_week, Unit::kHours));
      for (const scheme::CreditBlock& block : offer.blocks)
        figure("block." + block.group, (block.extra ? words_.text("extra") + " " : "") + block.group,
               words_.stated(Stated::of(block.year_eurocent), Unit::kEurocent));
      if (!offer.note.empty()) figure("note", words_.text("note"), offer.note);
    }
  }

  void procedure() {
    for (std::size_t i = 0; i < version_.steps.size(); ++i)
      add("procedure", fmt::format("step.{}", i), words_.text("who." + version_.steps[i].who), version_.steps[i].what);
    for (const std::string& evidence : version_.evidence)
      add("procedure", "evidence." + evidence, words_.text("evidence"), evidence);
    const std::string weeks =
        version_.decision ? weeks_of(version_.decision->weeks) : words_.text("label.reasonable_term");
    const std::string article = version_.decision ? version_.decision->article : "Awb 4:13 lid 2";
    add("procedure", "decision", words_.text("decision"), weeks, article);
    if (version_.decision)
      add("procedure", "extension", words_.text("extension"), weeks_of(version_.decision->extension_weeks));
    if (version_.decision && version_.decision->statutory)
      add("procedure", "statutory", "", words_.text("label.statutory"));
    if (!version_.statutory_order.empty())
      add("procedure", "order", words_.text("label.order"), words_.text("label." + version_.statutory_order));
    for (const auto& row : version_.obligations)
      add("procedure", "obligation." + row.what, words_.text("who." + row.who),
          row.what + "; " + words_.text("consequence." + row.consequence));
    for (const std::string& end : version_.ends) add("procedure", "end." + end, words_.text("end"), end);
    add("procedure", "hardship", words_.text("hardship"),
        version_.hardship == "unknown" ? words_.text("unknown") : version_.hardship);
  }

  std::string weeks_of(const Stated& stated) const {
    if (!stated.has_value()) return words_.stated(stated, Unit::kNumber);
    return words_.text("weeks", {{"number", std::to_string(stated.value)}});
  }

  void money() {
    for (const scheme::Ceiling& row : version_.ceilings) {
      const std::string period = row.year == 0 ? words_.text("whole") : std::to_string(row.year);
      add("money", fmt::format("ceiling.{}", row.year), words_.text("ceiling") + " " + period,
          words_.stated(row.eurocent, Unit::kEurocent), row.source);
      add("money", fmt::format("places.{}", row.year), words_.text("places") + " " + period,
          words_.stated(row.places, Unit::kNumber), row.source);
    }
    if (version_.division) {
      const auto rule = scheme::kDivisionNames[static_cast<std::size_t>(version_.division->rule)];
      const std::string rest = version_.division->skip_too_large ? "; " + words_.text("label.next") : std::string();
      add("money", "division", words_.text("label.division"), words_.text(fmt::format("divisions.{}", rule)) + rest,
          version_.division->published == "unknown" ? "" : version_.division->published);
    }
    add("money", "commitment", words_.text("commitment"), words_.stated(version_.commitment_years, Unit::kNumber));
    if (version_.structural) add("money", "structural", "", words_.text("structural"));
  }

  void aims() {
    for (const auto& row : version_.pledges) {
      const std::string number = words_.stated(row.number, Unit::kNumber);
      add("aims", "pledge." + row.partner, row.partner, number.empty() ? row.gives : row.gives + ": " + number);
    }
    for (const auto& row : version_.stages) add("aims", "stage." + row.name, row.name, row.what);
    for (const auto& row : version_.aims)
      add("aims", "aim." + row.what, row.what, words_.stated(row.number, Unit::kNumber),
          row.ground.empty() ? plain(row.group) : plain(row.group) + "; " + row.ground);
    for (const auto& row : version_.reported) add("reported", "reported." + row.what, row.what, row.value, row.source);
  }

  void basis() {
    add("basis", "from", words_.text("holds"),
        version_.until
            ? words_.text("from_until", {{"from", words_.date(version_.from)}, {"until", words_.date(*version_.until)}})
            : words_.text("from_on", {{"from", words_.date(version_.from)}}));
    if (version_.is_from_chosen) add("basis", "from_chosen", "", words_.text("from_chosen"));
    add("basis", "legal_basis", words_.text("legal_basis"),
        version_.legal_basis == "unknown" ? words_.text("unknown") : version_.legal_basis);
    add("basis", "source", words_.text("source"), version_.source,
        words_.text(fmt::format("confidence.{}", name_of(version_.confidence))));
    add("basis", "indicators", words_.text("label.indicators"),
        plain(fmt::format("{}", fmt::join(version_.indicators, ", "))));
    add("basis", "note", words_.text("note"), version_.note);
  }

  Words words_;
  const SchemeVersion& version_;
  std::vector<Statement> out_;
};

}  // namespace

std::vector<Statement> statements_of(const Console& console, const SchemeVersion& version) {
  return Collector(console, version).run();
}

std::string words_of(const Console& console, const Predicate& predicate) { return Words(console).of(predicate); }

std::string words_of(const Console& console, scheme::Fact fact) {
  return console.text("scheme.fact." + scheme::path_of(fact));
}

std::string label_of(const Console& console, Figure figure) {
  return console.text(fmt::format("scheme.figure.{}", scheme::row_of(figure).name));
}

std::string bullet(std::string_view line) {
  std::string text = present::wrapped(std::string(line), 76);
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos && at + 1 < text.size(); at += 5)
    text.insert(at + 1, "    ");
  return "  - " + text;
}

std::vector<Change> changes_between(const Console& console, const SchemeVersion& a, const SchemeVersion& b) {
  std::vector<Statement> left = statements_of(console, a);
  std::vector<Statement> right = statements_of(console, b);
  const auto same = [](const Statement& x, const Statement& y) {
    return x.key == y.key && x.label == y.label && x.text == y.text && x.article == y.article;
  };
  // What is new or gone: the article is told where it alone differs.
  const auto with_article = [](const Statement& row) {
    return row.article.empty() ? row.text : row.text + " (" + row.article + ")";
  };
  std::vector<Change> changes;
  for (const Statement& before : left) {
    if (std::ranges::any_of(right, [&](const auto& after) { return same(before, after); })) continue;
    Change change{before.section, before.key, before.label, before.text, {}};
    const auto after = std::ranges::find_if(right, [&](const Statement& row) {
      return row.key == before.key && std::ranges::none_of(left, [&](const auto& other) { return same(row, other); });
    });
    if (after != right.end()) {
      const bool only_words = after->text != before.text;
      const std::string was = only_words ? before.text : with_article(before);
      const std::string becomes = only_words ? after->text : with_article(*after);
      const bool relabelled = was == becomes;
      change.before = relabelled ? before.label + ": " + was : was;
      change.after = relabelled ? after->label + ": " + becomes : becomes;
      if (relabelled) change.label.clear();
      right.erase(after);
    }
    changes.push_back(std::move(change));
  }
  for (const Statement& after : right)
    if (std::ranges::none_of(left, [&](const auto& before) { return same(before, after); }))
      changes.push_back({after.section, after.key, after.label, {}, after.text});
  return changes;
}

}  // namespace passend::cli
