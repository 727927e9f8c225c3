# SPDX-License-Identifier: EUPL-1.2
"""Shows: a comment needs no account and leaves text, article and week, nothing else; what is published is what a person
marked, without a way to a person by accident; a bad input is one clear fault and changes nothing."""

import json
import os
import pathlib
import re
import resource
import signal
import subprocess
import tempfile
import unittest

import program
import traced

RECORD = 4096
MONDAY = 1785110400  # 2026-07-27
DRAFT = "# Ontwerp\n\n## Artikel 1 Eerste\n\nEen.\n\n## Artikel 2 Tweede\n\nTwee.\n"


def states(folder):
    return {str(path.relative_to(folder)): (path.lstat().st_mode, path.lstat().st_mtime_ns, path.lstat().st_ino,
                                            path.read_bytes() if path.is_file() else b"")
            for path in sorted([folder, *folder.rglob("*")])}


def tells(folder):
    """What a round on disk says besides texts, articles and weeks: empty when there is nothing."""
    found = []
    for path in [folder, *folder.iterdir()]:
        info = path.stat()
        seconds, rest = divmod(info.st_mtime_ns, 1_000_000_000)
        if rest or seconds % 86_400 or (seconds // 86_400 + 3) % 7:
            found.append(f"time of {path.name}")
        if path == folder or path.name == "draft.md":
            continue
        data = path.read_bytes()
        records = [data[at:at + RECORD] for at in range(0, len(data), RECORD)]
        if not re.fullmatch(r"\d{4}-W\d\d", path.name):
            found.append(f"name {path.name}")
        if len(data) % RECORD or records != sorted(records):
            found.append(f"size or order of {path.name}")
    return found


class FairConsultation(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.root = pathlib.Path(temporary.name)
        self.draft, self.round = self.root / "ontwerp.md", self.root / "round"
        self.draft.write_text(DRAFT, "utf-8")
        self.assertEqual(0, self.run_it("open", self.draft, self.round, "--date", "2026-07-29").returncode)

    def run_it(self, *words, text="", **more):
        environment = {**os.environ, "PASSEND_DATA": str(program.ROOT / "data")}
        command = [program._program, "fair", "consultation", *map(str, words)]
        return subprocess.run(command, input=text.encode() if isinstance(text, str) else text, capture_output=True,
                              env=environment, timeout=60, check=False, **more)

    def comment(self, text, article="1", date="2026-07-29"):
        done = self.run_it("comment", self.round, "--article", article, "--date", date, text=text)
        self.assertEqual((0, b""), (done.returncode, done.stderr))

    def read(self):
        return json.loads(self.run_it("read", self.round, "--format", "json").stdout)

    def id_of(self, start):
        return next(one["id"] for one in self.read() if one["text"].startswith(start))

    def summary(self, *lines, code=0, language="nl"):
        marked = self.root / "marked.txt"
        marked.write_text("\n".join(lines) + "\n", "utf-8")
        done = self.run_it("summary", self.round, "--publish", marked, "--lang", language)
        self.assertEqual(code, done.returncode, done.stderr)
        return done.stdout.decode(), done.stderr.decode()

    def test_counts_are_all_and_texts_are_those_marked(self):
        for text, article in (("Goed zo.", "1"), ("Niet eens.", "1"), ("Over alles.", "0")):
            self.comment(text, article)
        for language in program.LANGUAGES:
            shown, noted = self.summary(self.id_of("Goed"), language=language)
            self.assertEqual("", noted)
            self.assertIn("> Goed zo\\.\n", shown)
            self.assertNotIn("Niet eens", shown)
            self.assertNotIn("Over alles", shown)
            self.assertNotRegex(shown, r"\[consultation|\{[a-z]+\}")
        rows = json.loads(self.run_it("summary", self.round, "--format", "json").stdout)
        self.assertEqual([("0", 1, 0), ("1", 2, 0), ("2", 0, 0)],
                         [(one["article"], one["comments"], one["shown"]) for one in rows["articles"]])
        self.assertEqual([], rows["comments"])

    def test_a_way_to_a_person_is_not_published_by_accident(self):
        texts = ("Bel mij op 06 12 34 56 78.", "Mail: een@voorbeeld.nl", "Ik woon op 6511 AA.", "Zie www.voorbeeld.org")
        for text in texts:
            self.comment(text)
        ids = [one["id"] for one in self.read()]
        self.assertTrue(all(one["warnings"] for one in self.read()))
        shown, noted = self.summary(*ids, code=1)
        self.assertEqual(len(texts), len(noted.splitlines()))
        for text in texts:
            self.assertNotIn(text[:8], shown + noted)
        shown, noted = self.summary(f"{self.id_of('Zie')} checked")
        self.assertIn("> Zie www\\.voorbeeld\\.org", shown)

    def test_a_comment_cannot_write_markup_or_steer_a_terminal(self):
        self.comment("<script>x</script> ![p](http) # kop\n# Kop\n\x1b[2J**vet**\n---")
        shown, _ = self.summary(f"{self.id_of('<script')} checked")
        self.assertNotRegex(shown, r"(?m)[\x00-\x09\x0b-\x1f]|(?<!\\)<script|^# Kop|!\[p\]\(|^\*\*|^---")
        read = self.run_it("read", self.round).stdout.decode()
        self.assertNotRegex(read, r"[\x00-\x09\x0b-\x1f]")

    def test_the_disk_says_text_article_and_week_only(self):
        for number in range(12):
            self.comment(f"Reactie {number}", str(number % 3), "2026-07-2" + str(7 + number % 3))
        self.comment("Later", "1", "2026-08-05")
        self.assertEqual([], tells(self.round))
        self.assertEqual(12 * RECORD, (self.round / "2026-W31").stat().st_size)
        texts = [one["text"] for one in self.read() if one["article"] == "1"]
        self.assertEqual(5, len(texts))

    def test_the_check_finds_what_a_careless_store_tells(self):
        self.comment("Een")
        os.utime(self.round / "2026-W31", (MONDAY + 3 * 86_400, MONDAY + 3 * 86_400))
        (self.round / "reactie-van-jansen.txt").write_text("x")
        found = tells(self.round)
        self.assertIn("time of 2026-W31", found)
        self.assertIn("name reactie-van-jansen.txt", found)

    def test_the_order_is_not_that_of_sending(self):
        sent = [f"{number:02}" for number in range(20)]  # one chance in 20! that they stay in order
        for text in sent:
            self.comment(text, "2")
        found = [one["text"] for one in self.read()]
        self.assertEqual(sent, sorted(found))
        self.assertNotEqual(sent, found)

    def test_the_sender_leaves_nothing_else(self):
        text = b"een  woord   dat    nergens     staat"
        run = traced.run([program._program, "fair", "consultation", "comment", str(self.round), "--article", "1"], text,
                         {"PASSEND_DATA": str(program.ROOT / "data"), "HOME": str(self.root)}, self.root)
        self.assertEqual((0, b""), (run.code, run.err))
        self.assertEqual([], run.end.holds([text]))
        self.assertNotIn(b"--article", run.words)
        names = {name for name, _ in run.left}
        self.assertIn("renameat", names)  # the store itself: the search sees it
        self.assertEqual(set(), names - {"openat", "write", "linkat", "unlinkat", "renameat", "utimensat"})
        self.assertEqual(2, len(list(self.round.iterdir())))

    def refused(self, fault, *words, text="", code=3, **more):
        before = states(self.root)
        for language in program.LANGUAGES:
            done = self.run_it("--lang", language, *words, text=text, **more)
            told = done.stderr.decode()
            self.assertEqual((code, b""), (done.returncode, done.stdout), told)
            self.assertEqual(1, len(told.splitlines()), told)
            self.assertIn(f"{fault}: ", told)
            self.assertNotRegex(told, r"\[[a-z_]+\.|\{[a-z_]+\}")
        self.assertEqual(before, states(self.root))

    def test_bad_input_is_one_fault_and_changes_nothing(self):
        on = ("comment", self.round, "--article")
        self.refused("not-in-list", *on, "9", text="x")
        self.refused("cell-empty", *on, "1", text=" \n")
        self.refused("encoding", *on, "1", text=b"\xff")
        self.refused("encoding", *on, "1", text=b"a\0b")
        self.refused("too-large", *on, "1", text="x" * 4001)
        self.refused("file-missing", "comment", self.root / "no", "--article", "1", text="x")
        self.refused("not-a-date", *on, "1", "--date", "soon", text="x", code=2)
        self.refused("wrong-use", "comment", self.round, code=2)
        self.refused("file-unwritable", "open", self.draft, self.round)
        self.refused("file-missing", "open", self.root / "no.md", self.root / "new")
        none = self.root / "geen.md"
        none.write_text("geen kop")
        self.refused("toml-type", "open", none, self.root / "new")
        none.write_text("0" * 32)
        self.refused("reference-missing", "summary", self.round, "--publish", none)
        self.refused("file-missing", "summary", self.round, "--publish", self.root / "nergens")

    def test_a_full_disk_leaves_the_round_as_it_was(self):
        self.comment("Een")

        def full():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (RECORD + 100, RECORD + 100))

        self.refused("file-unwritable", "comment", self.round, "--article", "1", "--date", "2026-07-29", text="x",
                     preexec_fn=full, restore_signals=False)

    def test_help_and_template(self):
        for language in program.LANGUAGES:
            for words in ([], ["open"], ["comment"], ["read"], ["summary"]):
                shown = self.run_it(*words, "--help", "--lang", language).stdout.decode()
                self.assertNotRegex(shown, r"\[cli|\[consultation")
                self.assertLessEqual(max(map(len, shown.splitlines())), 100)
        template = self.root / "voorbeeld.md"
        template.write_bytes(self.run_it("open", "--template").stdout)
        self.assertEqual(0, self.run_it("open", template, self.root / "tweede").returncode)


if __name__ == "__main__":
    program.main()
