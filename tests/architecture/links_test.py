# SPDX-License-Identifier: EUPL-1.2
"""Shows: every link in the documents leads to a file, and to a heading of it where it names one."""

import re
import unittest

import tree

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
HEADING = re.compile(r"^#+\s+(.*?)\s*$", re.MULTILINE)


def documents():
    top = [path for path in tree.ROOT.glob("*.md")]
    return sorted(top) + tree.files("docs", "src", "data", "tests", "tools", "deploy", suffixes=(".md",))


def anchors(text):
    """The anchors of a document's headings, as the common renderers make them."""
    found = set()
    for heading in HEADING.findall(re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        plain = re.sub(r"[`*]|\[|\]\([^)]*\)", "", heading).lower()
        found.add(re.sub(r"[^\w\- ]", "", plain).replace(" ", "-"))
    return found


def link_faults(path, text):
    for pair in LINK.findall(CODE.sub("", text)):
        link = pair[0] or pair[1]
        if re.match(r"https?://|mailto:", link):
            continue
        target, _, anchor = link.partition("#")
        file = (path.parent / target) if target else path
        if not file.exists():
            yield f"{tree.name(path)}: {link}: no such file"
        elif anchor and anchor not in anchors(file.read_text(encoding="utf-8")):
            yield f"{tree.name(path)}: {link}: no such heading"


class Links(unittest.TestCase):
    def test_every_link_leads_somewhere(self):
        found = [fault for path in documents() for fault in link_faults(path, path.read_text(encoding="utf-8"))]
        self.assertEqual([], found)

    def test_a_breach_is_found(self):
        path = tree.ROOT / "README.md"
        self.assertEqual(1, len(list(link_faults(path, "[a](docs/no-such.md)"))))
        self.assertEqual(1, len(list(link_faults(path, "# Title\n[a](#no-such)"))))
        self.assertEqual([], list(link_faults(path, "[a](https://example.org/x) `[b](c)`")))


if __name__ == "__main__":
    unittest.main()
