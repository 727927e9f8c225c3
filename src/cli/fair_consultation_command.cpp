// SPDX-License-Identifier: EUPL-1.2
// passend fair consultation: a draft rule, comments without account, and what is published of them.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/text_file.hpp"
#include "cli/fair_sex_work_commands.hpp"
#include "cli/today.hpp"
#include "fairwork/comment_warnings.hpp"
#include "fairwork/consultation.hpp"
#include "present/plain_text.hpp"
#include "present/terminal.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

using fairwork::Comment;
using fairwork::CommentWarnings;
using fairwork::Consultation;

constexpr int kDone = static_cast<int>(Exit::kDone);

IsoWeek week_asked(const ConsultationArguments& arguments) { return iso_week_of(arguments.date.value_or(today())); }

Result<CommentWarnings> warnings_in(const Common& common) {
  const auto path = service::find_data_folder(common.data) / "fairwork/comment_warnings.toml";
  const auto bytes = read_file(path);
  if (!bytes) return passend::fail(bytes.error());
  return CommentWarnings::read(*bytes, path.string());
}

template <class Function>
void each_line(std::string_view text, Function show) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    show(present::one_line(text.substr(from, end - from)));
    from = end + 1;
  }
}

// Shown as it was written, without links, pictures or HTML.
std::string quotation_of(std::string_view text) {
  std::string out;
  each_line(text, [&](const std::string& line) {
    out += "> ";
    for (const char c : line) {
      if (std::string_view("\\`*_{}[]()#+-.!|<>&~").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
    out += "\n";
  });
  return out;
}

std::string kinds_text(const Console& console, const std::vector<std::string>& kinds) {
  std::string text;
  for (const std::string& kind : kinds)
    text += (text.empty() ? "" : ", ") + console.text(fmt::format("consultation.kind.{}", kind));
  return text;
}

struct Counted {
  int all = 0, shown = 0, withheld = 0;
};

// What of a round may be published.
struct Summary {
  std::map<std::string, Counted> of_article{};
  Counted total{};
  std::vector<const Comment*> shown{};
  std::vector<std::pair<const Comment*, std::vector<std::string>>> withheld{};  // marked, with a warning not looked at
};

Summary summary_of(const std::vector<Comment>& comments, const std::map<std::string, bool>& marked,
                   const CommentWarnings& warnings) {
  Summary out;
  for (const Comment& comment : comments) {
    Counted& counted = out.of_article[comment.article];
    ++counted.all, ++out.total.all;
    const auto mark = marked.find(comment.id);
    if (mark == marked.end()) continue;
    const auto kinds = warnings.kinds_in(comment.text);
    if (kinds.empty() || mark->second) {
      ++counted.shown, ++out.total.shown;
      out.shown.push_back(&comment);
    } else {
      ++counted.withheld, ++out.total.withheld;
      out.withheld.emplace_back(&comment, kinds);
    }
  }
  return out;
}

std::string weeks_of(const std::vector<Comment>& comments) {
  const auto [first, last] = std::ranges::minmax_element(comments, {}, &Comment::week);
  return to_string(first->week) + " – " + to_string(last->week);
}

void print_article(const Console& console, const Summary& summary, std::string_view id, const std::string& heading) {
  const auto found = summary.of_article.find(std::string(id));
  const Counted counted = found == summary.of_article.end() ? Counted{} : found->second;
  console.answer(fmt::format("## {}\n\n{}\n\n", heading,
                             console.text("consultation.counted", {{"all", std::to_string(counted.all)},
                                                                   {"shown", std::to_string(counted.shown)}})));
  for (const Comment* comment : summary.shown)
    if (comment->article == id) console.answer(quotation_of(comment->text) + "\n");
}

void print(const Console& console, const Consultation& round, const std::vector<Comment>& comments,
           const Summary& summary) {
  console.answer(fmt::format("# {}\n\n", console.text("consultation.head")));
  if (comments.empty())
    console.answer(console.text("consultation.none") + "\n\n");
  else
    console.answer(console.text("consultation.total", {{"all", std::to_string(summary.total.all)},
                                                       {"shown", std::to_string(summary.total.shown)},
                                                       {"weeks", weeks_of(comments)}}) +
                   "\n\n");
  console.answer(console.text("consultation.how") + "\n\n");
  print_article(console, summary, fairwork::kWholeDraft, console.text("consultation.whole"));
  for (const auto& article : round.articles())
    print_article(console, summary, article.id, present::one_line(article.heading));
}

nlohmann::json json_of(const Consultation& round, const Summary& summary) {
  nlohmann::json articles = nlohmann::json::array(), shown = nlohmann::json::array(),
                 withheld = nlohmann::json::array();
  const auto add = [&](const std::string& id, const std::string& heading) {
    const auto found = summary.of_article.find(id);
    const Counted counted = found == summary.of_article.end() ? Counted{} : found->second;
    articles.push_back({{"article", id}, {"heading", heading}, {"comments", counted.all}, {"shown", counted.shown}});
  };
  add(std::string(fairwork::kWholeDraft), "");
  for (const auto& article : round.articles()) add(article.id, article.heading);
  for (const Comment* comment : summary.shown)
    shown.push_back({{"article", comment->article}, {"text", comment->text}});
  for (const auto& [comment, kinds] : summary.withheld) withheld.push_back({{"id", comment->id}, {"warnings", kinds}});
  return {{"articles", articles}, {"comments", shown}, {"withheld", withheld}};
}

}  // namespace

int consultation_open_command(const Console& console, const Common&, const ConsultationArguments& arguments) {
  const auto bytes = read_file(arguments.draft);
  if (!bytes) return console.fail(bytes.error());
  const auto done = Consultation::start(*bytes, arguments.draft.string(), arguments.folder, week_asked(arguments));
  if (!done) return console.fail(done.error());
  console.answer(present::wrapped(console.text("consultation.opened")));
  return kDone;
}

int consultation_comment_command(const Console& console, const Common&, const ConsultationArguments& arguments) {
  fairwork::start_sodium();
  const auto round = Consultation::open(arguments.folder);
  if (!round) return console.fail(round.error());
  if (!round->has_article(arguments.article)) {
    std::string expected(fairwork::kWholeDraft);
    for (const auto& one : round->articles()) expected += ", " + one.id;
    return console.fail({{.code = FaultCode::kNotInList,
                          .file = "--article",
                          .value = arguments.article,
                          .args = {{"expected", expected}}}});
  }
  auto text = fairwork::read_secret("-", fairwork::kMostCommentBytes);
  if (!text) {
    text.error().front().value = "-";
    return console.fail(text.error());
  }
  if (const auto fit = fairwork::check_comment(*text, "-"); !fit) return console.fail(fit.error());
  if (const auto done = round->add(week_asked(arguments), arguments.article, *text); !done)
    return console.fail(done.error());
  console.answer(present::wrapped(console.text("consultation.received")));
  return kDone;
}

int consultation_read_command(const Console& console, const Common& common, const ConsultationArguments& arguments) {
  const auto warnings = warnings_in(common);
  if (!warnings) return console.fail(warnings.error());
  const auto round = Consultation::open(arguments.folder);
  if (!round) return console.fail(round.error());
  const auto comments = round->comments();
  if (!comments) return console.fail(comments.error());
  nlohmann::json json = nlohmann::json::array();
  for (const Comment& comment : *comments) {
    const auto kinds = warnings->kinds_in(comment.text);
    json.push_back({{"id", comment.id},
                    {"week", to_string(comment.week)},
                    {"article", comment.article},
                    {"text", comment.text},
                    {"warnings", kinds}});
    if (console.json()) continue;
    console.answer(console.text("consultation.one",
                                {{"id", comment.id}, {"article", comment.article}, {"week", to_string(comment.week)}}) +
                   "\n");
    if (!kinds.empty())
      console.answer(console.text("consultation.warning", {{"kinds", kinds_text(console, kinds)}}) + "\n");
    each_line(comment.text, [&](const std::string& line) { console.answer("  " + line + "\n"); });
  }
  if (console.json()) console.answer(json.dump(1) + "\n");
  if (!console.json() && comments->empty()) console.answer(console.text("consultation.none") + "\n");
  return kDone;
}

int consultation_summary_command(const Console& console, const Common& common, const ConsultationArguments& arguments) {
  const auto warnings = warnings_in(common);
  if (!warnings) return console.fail(warnings.error());
  const auto round = Consultation::open(arguments.folder);
  if (!round) return console.fail(round.error());
  const auto comments = round->comments();
  if (!comments) return console.fail(comments.error());
  std::map<std::string, bool> marked;
  if (!arguments.publish.empty()) {
    const auto bytes = read_file(arguments.publish);
    if (!bytes) return console.fail(bytes.error());
    auto found = fairwork::read_marked(*comments, *bytes, arguments.publish.string());
    if (!found) return console.fail(found.error());
    marked = std::move(*found);
  }
  const Summary summary = summary_of(*comments, marked, *warnings);
  if (console.json())
    console.answer(json_of(*round, summary).dump(1) + "\n");
  else
    print(console, *round, *comments, summary);
  for (const auto& [comment, kinds] : summary.withheld)
    console.note(console.text("consultation.withheld", {{"id", comment->id}, {"kinds", kinds_text(console, kinds)}}));
  return static_cast<int>(summary.withheld.empty() ? Exit::kDone : Exit::kNo);
}

}  // namespace passend::cli
