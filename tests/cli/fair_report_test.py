# SPDX-License-Identifier: EUPL-1.2
"""Shows: a report reaches those chosen and is followed by its code; whoever has disk and output learns no more than how
many acts a week had; a bad input is one clear fault and changes nothing."""

import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import stat
import subprocess
import tempfile
import time
import unittest
import zlib

import program

RECORD, ACT = 16_384, 5 * 16_384
TEXTS = ("Mijn loon is te laag.", "Geen helm, geen hek. " * 600, "x")
WEEK_DATES = (("2026-07-29", "2026-W31"), ("2026-08-02", "2026-W31"), ("2026-12-31", "2026-W53"))
NAMES = ("adv", "arbeidsinspectie", "politie")


def command(*words):
    return [program._program, "fair", "report", *map(str, words)]


def report(*words, text="", **more):
    """As program.run, with something on stdin."""
    environment = {**os.environ, "PASSEND_DATA": str(program.ROOT / "data")}
    return subprocess.run(command(*words), input=text.encode(), env=environment, capture_output=True, timeout=120, **more)


def states(folder):
    return {str(path.relative_to(folder)): (path.lstat().st_mode, path.lstat().st_mtime_ns, path.lstat().st_ino,
                                            path.read_bytes() if path.is_file() else b"")
            for path in sorted([folder, *folder.rglob("*")])}


def tells(store, words=()):
    """What an operator finds in a store that says more than weeks and acts: empty when there is nothing."""
    found = []
    for path in [store, *store.iterdir()]:
        info = path.stat()
        seconds, rest = divmod(info.st_mtime_ns, 1_000_000_000)
        if rest or (seconds // 86_400 + 3) % 7 or seconds % 86_400:
            found.append(f"time of {path.name}")
        if path == store:
            continue
        data = path.read_bytes()
        records = [data[at:at + RECORD] for at in range(0, len(data), RECORD)]
        if not re.fullmatch(r"\d{4}-W\d\d", path.name):
            found.append(f"name {path.name}")
        if stat.S_IMODE(info.st_mode) != 0o600:
            found.append(f"mode of {path.name}")
        if not data or len(data) % ACT:
            found.append(f"size of {path.name}")
        if records != sorted(records) or len(set(records)) != len(records):
            found.append(f"order in {path.name}")
        if any(len(zlib.compress(record, 9)) < len(record) for record in records):
            found.append(f"pattern in {path.name}")
        if any(word.encode() in data for word in words if len(word) > 5):  # shorter ones occur by chance
            found.append(f"words in {path.name}")
    return found


class FairReport(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.root = pathlib.Path(temporary.name)
        self.store = self.root / "store"
        self.store.mkdir()
        self.recipients = self.root / "recipients.toml"
        rows = []
        for name in NAMES:
            made = report("keys", "--out", self.root / name)
            self.assertEqual(0, made.returncode, made.stderr)
            rows.append(f'[[recipient]]\nname = "{name}"\ntitle = "{name}"\nkind = "{name}"\n'
                        f'public_key = "{made.stdout.decode().strip()}"\n')
        self.recipients.write_text("\n".join(rows))

    def send_words(self, to="adv", store=None, kind="onderbetaling", date="2026-07-29", file="-"):
        return ("send", "--recipients", self.recipients, "--to", to, "--kind", kind, "--store", store or self.store,
                "--date", date, file)

    def send(self, text="Te weinig loon.", **more):
        sent = report(*self.send_words(**more), text=text)
        self.assertEqual((0, b""), (sent.returncode, sent.stderr))
        self.assertRegex(sent.stdout.decode(), r"\A([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}\n\Z")
        return sent.stdout.decode()

    def inbox(self, name, store=None):
        read = report("read", "--store", store or self.store, "--key", self.root / name / "secret.key", "--format", "json")
        self.assertEqual((0, b""), (read.returncode, read.stderr))
        return json.loads(read.stdout)

    def follow(self, code, *words, store=None):
        return report("follow", "--store", store or self.store, "--date", "2026-08-20", *words, text=code)

    def answer(self, name, text):
        done = report("answer", "--store", self.store, "--key", self.root / name / "secret.key", "--report",
                      self.inbox(name)[0]["id"], "--date", "2026-08-12", "-", text=text)
        self.assertEqual((0, b"", b""), (done.returncode, done.stdout, done.stderr))

    def refused(self, fault, *words, text="", code=3, folder=None, **more):
        """One fault in both languages, nothing on stdout, and not a byte, time or file of the store changed."""
        folder = folder or self.root
        before = states(folder)
        for language in program.LANGUAGES:
            done = report("--lang", language, *words, text=text, **more)
            told = done.stderr.decode()
            self.assertEqual((code, b""), (done.returncode, done.stdout), told)
            self.assertEqual(1, len(told.splitlines()), told)
            self.assertIn(f"{fault}: ", told)
            self.assertNotRegex(told, r"\[[a-z_]+\.|\{[a-z_]+\}")
        self.assertEqual(before, states(folder))

    def test_a_report_goes_to_those_chosen_and_its_code_brings_the_answers(self):
        code = self.send("Ik krijg geen loon.", to="adv,arbeidsinspectie")
        self.assertEqual([], self.inbox("politie"))
        for name in NAMES[:2]:
            found = self.inbox(name)
            self.assertEqual(["onderbetaling"], [one["kind"] for one in found])
            self.assertEqual([{"text": "Ik krijg geen loon.", "type": "report", "week": "2026-W31"}], found[0]["messages"])
        self.assertIn("nog geen antwoord", self.follow(code).stdout.decode())
        self.answer("adv", "Welke maand?")
        added = self.root / "added.txt"
        added.write_text("Juni.")
        followed = self.follow(code, "--add", added)
        self.assertEqual((0, b""), (followed.returncode, followed.stderr))
        self.assertIn("Antwoord van adv, week 2026-W33:\n  Welke maand?\n", followed.stdout.decode())
        self.assertEqual(0, report("follow", "--store", self.store, "--add", "-", text=code + "En juli.").returncode)
        texts = ["Ik krijg geen loon.", "Welke maand?", "Juni.", "En juli."]
        self.assertEqual(texts, [message["text"] for message in self.inbox("adv")[0]["messages"]])
        self.assertEqual(texts[:1] + texts[2:], [one["text"] for one in self.inbox("arbeidsinspectie")[0]["messages"]])
        self.assertEqual([], self.inbox("politie"))
        shown = json.loads(self.follow(code, "--format", "json").stdout)
        self.assertEqual((["adv", "arbeidsinspectie"], "2026-W31"), (shown["to"], shown["week"]))
        self.assertEqual([{"from": "adv", "text": "Welke maand?", "week": "2026-W33"}], shown["answers"])

    def test_both_sides_read_words_and_nothing_steers_the_terminal(self):
        code = self.send("a\x1b[2Jb\nregel twee", kind="onveilig")
        self.answer("adv", "c\x1b]0;x\x07d")
        for language in program.LANGUAGES:
            for shown in (report("--lang", language, "read", "--store", self.store, "--key", self.root / "adv/secret.key"),
                          report("--lang", language, "follow", "--store", self.store, text=code)):
                self.assertEqual((0, b""), (shown.returncode, shown.stderr))
                self.assertNotRegex(shown.stdout.decode(), r"[\x00-\x09\x0b-\x1f\x7f]|\[fair|\{[a-z]+\}")
        self.assertIn("  regel twee\n", report("read", "--store", self.store, "--key",
                                              self.root / "adv/secret.key").stdout.decode())

    def test_the_disk_tells_nothing_but_weeks_and_acts(self):
        codes = [self.send(text, to=",".join(NAMES[:count]), kind=kind, date=date)
                 for text, (date, _), count, kind in zip(TEXTS, WEEK_DATES, (1, 2, 3),
                                                        ("onderbetaling", "onveilig", "discriminatie"))]
        self.answer("adv", "Welke maand?")
        self.assertEqual(0, report("decoy", "--store", self.store, "--date", "2026-07-31").returncode)
        for name in NAMES:
            self.inbox(name)
        self.follow(codes[0])
        times = [path.stat() for path in self.store.iterdir()]
        self.assertEqual([one.st_mtime_ns for one in times], [one.st_atime_ns for one in times])
        sizes = {path.name: path.stat().st_size for path in self.store.iterdir()}
        self.assertEqual({"2026-W31": 3 * ACT, "2026-W33": ACT, "2026-W53": ACT}, sizes)
        self.assertEqual([], tells(self.store, [*TEXTS, *codes, *NAMES, "Welke maand?", "onderbetaling", "2026-W31"]))

    def test_the_same_check_finds_each_thing_that_would_tell(self):
        self.send("Een geheim.")
        week = self.store / "2026-W31"
        sound, monday = week.read_bytes(), week.stat().st_mtime_ns
        self.assertEqual([], tells(self.store, ["geheim"]))
        swapped = sound[RECORD:2 * RECORD] + sound[:RECORD] + sound[2 * RECORD:]
        plain = b"\xff" + "Een geheim. ".encode() * 1400
        for data, time_ns, expected in ((swapped, monday, "order in"), (sound[:-1], monday, "size of"),
                                        (sound, monday + 1, "time of"), (sound, monday + 10**9, "time of"),
                                        (sound, monday + 86_400 * 10**9, "time of"),
                                        (sound[:-RECORD] + plain[:RECORD], monday, "words in")):
            week.write_bytes(data)
            os.utime(week, ns=(time_ns, time_ns))
            self.assertTrue(any(expected in one for one in tells(self.store, ["geheim"])), expected)
        week.write_bytes(sound)
        week.rename(self.store / "report-17")
        self.assertIn("name report-17", tells(self.store))

    def test_stores_with_the_same_reports_in_another_order_look_the_same(self):
        looks = []
        for order in (TEXTS, TEXTS[::-1]):
            store = self.root / f"store{len(looks)}"
            store.mkdir()
            for text in order:
                self.send(text, store=store, to="adv" if text == "x" else ",".join(NAMES))
            self.assertEqual([], tells(store, TEXTS))
            looks.append({path.name: (path.stat().st_size, path.stat().st_mtime_ns, path.stat().st_mode)
                          for path in store.iterdir()})
        self.assertEqual(*looks)

    def test_where_a_report_lies_in_its_file_does_not_follow_when_it_was_sent(self):
        places, before = [], b""
        for _ in range(4):
            self.send("x")
            old = {before[at:at + RECORD] for at in range(0, len(before), RECORD)}
            after = (self.store / "2026-W31").read_bytes()
            records = [after[at:at + RECORD] for at in range(0, len(after), RECORD)]
            places.append([index for index, record in enumerate(records) if record not in old])
            before = after
        self.assertEqual([5] * 4, [len(place) for place in places])
        self.assertNotEqual([list(range(0, 5)), list(range(5, 10)), list(range(10, 15)), list(range(15, 20))], places)

    def test_codes_and_keys_stay_valid_in_a_restored_store(self):
        code = self.send("Bewaar mij.")
        self.answer("adv", "Dat doen wij.")
        restored = self.root / "restored"
        subprocess.run(["cp", "-r", self.store, restored], check=True)
        shutil.rmtree(self.store)
        self.assertIn("Dat doen wij.", self.follow(code, store=restored).stdout.decode())
        self.assertEqual("Bewaar mij.", self.inbox("adv", restored)[0]["messages"][0]["text"])
        self.send("Nog een.", store=restored)
        self.assertEqual(2, len(self.inbox("adv", restored)))

    def test_a_code_is_paid_for_before_the_store_is_touched(self):
        code, unknown = self.send(), self.send(store=self.make("other"))
        self.refused("receipt-unknown", "follow", "--store", self.store, text=unknown)
        self.refused("file-missing", "follow", "--store", self.root / "none", text=code)
        size = 56 * 2**20  # the program runs in it; Argon2id, which takes 64 MiB, does not

        def small():
            resource.setrlimit(resource.RLIMIT_AS, (size, size))

        read = report("read", "--store", self.store, "--key", self.root / "adv/secret.key", preexec_fn=small)
        if read.returncode != 0:
            return  # a build with sanitizers reserves more than any limit
        for asked, store in ((code, self.store), (unknown, self.store), (code, self.root / "none")):
            self.refused("no-memory", "follow", "--store", store, text=asked, preexec_fn=small)
        wrong = code[:-2] + ("A" if code[-2] != "A" else "B")
        self.refused("receipt-form", "follow", "--store", self.store, text=wrong, preexec_fn=small)

    def make(self, name):
        (self.root / name).mkdir()
        return self.root / name

    def test_a_bad_text_is_refused_and_nothing_is_kept(self):
        self.send()
        long, latin = self.root / "long", self.root / "latin"
        long.write_bytes(b"a" * 16_001)
        latin.write_bytes(b"caf\xe9")
        self.refused("report-text", *self.send_words(), text=" \n ")
        self.refused("report-text", *self.send_words(file=latin))
        self.refused("too-large", *self.send_words(file=long))
        self.refused("too-large", *self.send_words(), text="a" * 100_000)
        self.refused("file-missing", *self.send_words(file=self.root / "none"))
        self.refused("file-unreadable", *self.send_words(file=self.root))
        self.send("a" * 16_000)

    def test_a_recipient_who_is_not_there_or_has_no_key_is_refused(self):
        self.refused("not-in-list", *self.send_words(to="adv,burgemeester"), text="x")
        self.refused("key-twice", *self.send_words(to="adv,adv"), text="x")
        self.refused("wrong-use", *self.send_words(kind="anders"), text="x", code=2)
        without = [word for word in self.send_words() if word not in ("--to", "adv")]
        self.refused("wrong-use", *without, text="x", code=2)
        good = self.recipients.read_text()
        for bad, fault in ((good.replace('kind = "adv"', 'kind = "buurman"'), "not-in-list"),
                           (re.sub(r'(?<=public-1:).', "!", good, count=1), "key-form"),
                           (good.replace("title", "titel", 1).replace("titel", "title"), None),
                           (good + "[[recipient", "toml-syntax")):
            self.recipients.write_text(bad)
            if fault:
                self.refused(fault, *self.send_words(), text="x")
        secret = (self.root / "adv/secret.key").read_text().strip()
        self.recipients.write_text(re.sub(r"passend-public-1:[^\"]+", secret, good, count=1))
        told = report(*self.send_words(), text="x").stderr.decode()
        self.assertIn("recipients.toml:5:public_key: key-form: ", told)
        self.assertNotIn(secret[20:], told)

    def test_the_template_must_be_filled_in_and_then_works(self):
        shown = report("send", "--template")
        self.assertEqual((0, b""), (shown.returncode, shown.stderr))
        self.recipients.write_bytes(shown.stdout)
        told = report(*self.send_words(), text="x")
        self.assertEqual(3, told.returncode)
        self.assertEqual(3, told.stderr.decode().count("public_key: key-form: "))
        key = (self.root / "adv/public.key").read_text().strip()
        self.recipients.write_text(re.sub(r"passend-public-1:[^\"]+", key, shown.stdout.decode()))
        self.send("x")
        self.assertEqual(1, len(self.inbox("adv")))

    def test_a_store_that_is_none_is_left_as_it_is(self):
        file = self.root / "file"
        file.write_text("x")
        other = self.make("photos")
        (other / "cat.jpg").write_bytes(b"cat")
        linked = self.make("linked")
        (linked / "2026-W31").symlink_to(file)
        self.refused("file-missing", *self.send_words(store=self.root / "none"), text="x")
        self.refused("file-unreadable", *self.send_words(store=file), text="x")
        self.refused("file-unwritable", *self.send_words(store=other), text="x")
        self.refused("file-unreadable", *self.send_words(store=linked), text="x")
        broken = self.make("broken")
        (broken / "2026-W31").write_bytes(b"x" * (ACT - 1))
        self.refused("report-damaged", *self.send_words(store=broken), text="x")

    def test_keys_and_codes_that_are_none_are_told_apart(self):
        code = self.send()
        key = self.root / "adv/secret.key"
        bad = self.root / "bad.key"
        bad.write_text(key.read_text()[:30])
        words = ("--store", self.store, "--key")
        self.refused("key-form", "read", *words, bad)
        self.refused("key-form", "read", *words, self.root / "adv/public.key")
        self.refused("file-missing", "read", *words, self.root / "none.key")
        self.refused("report-unknown", "answer", *words, key, "--report", "000000000000", "-", text="x")
        self.refused("report-text", "answer", *words, key, "--report", self.inbox("adv")[0]["id"], "-")
        self.refused("file-unwritable", "keys", "--out", self.root / "adv")
        typo = ("A" if code[0] != "A" else "B") + code[1:]
        for wrong in (typo, "", "hallo", code[:10], code.strip() + "A"):
            self.refused("receipt-form", "follow", "--store", self.store, text=wrong)
        self.refused("report-text", "follow", "--store", self.store, "--add", "-", text=code)
        self.assertEqual(0, self.follow(code.lower().replace("-", " ")).returncode)

    def test_a_damaged_record_is_told_and_the_others_are_still_read(self):
        self.send("een")
        self.send("twee", date="2026-08-05")
        week = self.store / "2026-W31"
        data = bytearray(week.read_bytes())
        for at in range(100, len(data), RECORD):
            data[at] ^= 1
        week.write_bytes(data)
        read = report("read", "--store", self.store, "--key", self.root / "adv/secret.key")
        self.assertEqual(3, read.returncode)
        self.assertIn("twee", read.stdout.decode())
        self.assertEqual(1, len(read.stderr.decode().splitlines()))
        self.assertIn("2026-W31: report-damaged: ", read.stderr.decode())
        self.send("drie")
        self.assertEqual(2 * ACT, week.stat().st_size)

    def test_a_full_disk_leaves_the_store_as_it_was(self):
        self.send()

        def full():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (ACT + 100, ACT + 100))

        self.refused("file-unwritable", *self.send_words(), text="x", preexec_fn=full, restore_signals=False,
                     folder=self.store)

    def test_a_code_that_cannot_be_shown_is_an_error(self):
        with open("/dev/full", "wb") as full:
            sent = subprocess.run(command(*self.send_words()), input=b"x", stdout=full, stderr=subprocess.PIPE,
                                  env={**os.environ, "PASSEND_DATA": str(program.ROOT / "data")}, check=False)
        self.assertEqual(3, sent.returncode)
        self.assertIn(b"stdout: file-unwritable: ", sent.stderr)

    def test_whenever_a_sender_is_killed_the_store_is_the_old_or_the_new_one(self):
        for _ in range(30):
            self.send("vol " * 3000)
        began = time.monotonic()
        self.send()
        seconds, acts = time.monotonic() - began, 31
        for share in [random.random() for _ in range(12)] + [0.9 + 0.01 * step for step in range(12)]:
            sender = subprocess.Popen(command(*self.send_words()), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                      env={**os.environ, "PASSEND_DATA": str(program.ROOT / "data")})
            sender.stdin.write(b"x")
            sender.stdin.close()
            time.sleep(seconds * share)
            sender.kill()
            sender.wait()
            now = (self.store / "2026-W31").stat().st_size
            self.assertIn(now, (acts * ACT, (acts + 1) * ACT))
            acts = now // ACT
            weeks = [path for path in self.store.iterdir() if path.name != ".new"]
            self.assertEqual(["2026-W31"], [path.name for path in weeks])
        self.send()
        self.assertEqual([], tells(self.store))
        self.assertEqual(acts + 1, (self.store / "2026-W31").stat().st_size // ACT)

    def test_senders_at_the_same_time_lose_nothing(self):
        environment = {**os.environ, "PASSEND_DATA": str(program.ROOT / "data")}
        senders = [subprocess.Popen(command(*self.send_words()), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                    env=environment) for _ in range(6)]
        for number, sender in enumerate(senders):
            sender.stdin.write(f"nummer {number}".encode())
            sender.stdin.close()
        codes = [sender.stdout.read().decode() for sender in senders]
        self.assertEqual([0] * 6, [sender.wait() for sender in senders])
        for sender in senders:
            sender.stdout.close()
        self.assertEqual({f"nummer {number}" for number in range(6)},
                         {one["messages"][0]["text"] for one in self.inbox("adv")})
        self.assertEqual({0}, {self.follow(code).returncode for code in codes})
        self.assertEqual([], tells(self.store))

    def test_where_one_can_go_is_told_with_its_certainty(self):
        for language in program.LANGUAGES:
            shown = report("--lang", language, "routes")
            self.assertEqual((0, b""), (shown.returncode, shown.stderr))
            self.assertIn("discriminatie.nl", shown.stdout.decode())
            self.assertNotRegex(shown.stdout.decode(), r"\[fair|\[cli|\{[a-z]+\}")
        routes = json.loads(report("routes", "--kind", "onderbetaling", "--format", "json").stdout)
        self.assertIn("arbeidsinspectie", [route["id"] for route in routes])
        self.assertNotIn("adv", [route["id"] for route in routes])
        for route in json.loads(report("routes", "--format", "json").stdout):
            self.assertTrue(route["source"] and route["for"])
            self.assertNotRegex(route["about"], r"0[0-9]{2,}")  # no telephone number that was not checked

    def test_help_is_in_words_and_fits(self):
        for language in program.LANGUAGES:
            for name in ([], ["keys"], ["send"], ["follow"], ["read"], ["answer"], ["decoy"], ["routes"]):
                shown = report("--lang", language, *name, "--help").stdout.decode()
                self.assertNotRegex(shown, r"\[cli|\[fair|REQUIRED" if language == "nl" else r"\[cli|\[fair")
                self.assertLessEqual(max(map(len, shown.splitlines())), 100)


if __name__ == "__main__":
    program.main()
