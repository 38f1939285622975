#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A class over the network: the trainer's program against learners written here by hand from
docs/lessons.md (Python's own hmac), and against `serve --class`. Nothing sleeps: what is waited
for is a line."""

import hashlib
import hmac
import json
import resource
import socket
import subprocess
import unittest
from pathlib import Path

from program import LIMIT_S, PROGRAM, ProgramTest, Served

LESSONS = Path(__file__).resolve().parents[2] / "resources" / "lessons"
CODE = "4711"


class Class:
    """A running `class`, as a context; `until` reads its lines."""

    def __init__(self, folder, *arguments):
        self.arguments = ("class", "--listen", "127.0.0.1:0", "--code", CODE, "--results",
                          str(folder), *arguments)

    def __enter__(self):
        self.process = subprocess.Popen([PROGRAM, *self.arguments], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        host, port = self.process.stdout.readline().removeprefix("class ").split(":")
        self.address = (host, int(port))
        assert self.process.stdout.readline() == "ready\n"
        return self

    def until(self, *wanted):
        """Reads lines until all of those have come, in any order."""
        missing = list(wanted)
        seen = []
        while missing:
            line = self.process.stdout.readline()
            if not line:
                raise AssertionError(f"the class ended; {missing} did not come: {seen}")
            seen.append(line.rstrip("\n"))
            if seen[-1] in missing:
                missing.remove(seen[-1])
        return seen

    def __exit__(self, *_):
        self.process.terminate()
        self.process.communicate(timeout=LIMIT_S)
        self.status = self.process.returncode


class Learner:
    def __init__(self, address, name, code=CODE):
        self.link = socket.create_connection(address, timeout=LIMIT_S)
        self.file = self.link.makefile("rb")
        self.hello = self.receive()
        self.nonce = "00112233445566778899aabbccddeeff"
        self.send(word="join", name=name, nonce=self.nonce, proof=self.proof("learner", name, code))
        self.answer = self.receive()
        self.name = name

    def proof(self, side, name, code=CODE):
        message = "\n".join((side, self.hello["nonce"], self.nonce, name))
        return hmac.new(code.encode(), message.encode(), hashlib.sha256).hexdigest()

    def send(self, **word):
        self.link.sendall(json.dumps(word).encode() + b"\n")

    def receive(self):
        line = self.file.readline()
        return json.loads(line) if line else None

    def close(self):
        self.file.close()
        self.link.close()


def report(points, finished=False):
    return {"word": "seat", "lesson": "quick-setup", "task": "ct-size", "points": points, "of": 45,
            "seconds": 9, "keys": "+ >", "glass": "KWH 1.2", "finished": finished}


class AClass(ProgramTest):
    def setUp(self):
        super().setUp()
        self.results = self.folder / "results"

    def learner(self, running, name, code=CODE):
        learner = Learner(running.address, name, code)
        self.addCleanup(learner.close)
        return learner

    def test_both_sides_prove_the_code_and_never_send_it(self):
        with Class(self.results) as running:
            ada = self.learner(running, "Ada")
            self.assertEqual(ada.answer["word"], "welcome")
            self.assertEqual(ada.answer["proof"], ada.proof("trainer", "Ada"))
            self.assertEqual(ada.hello["version"], 1)
            eve = self.learner(running, "Eve", "4712")
            self.assertEqual(eve.answer["word"], "refused")
            self.assertIn("code of the class", eve.answer["why"])
            self.assertIsNone(eve.receive())
            again = self.learner(running, "Ada")
            self.assertEqual(again.answer["name"], "Ada 2")
        self.assertEqual(running.status, 0)

    def test_a_proof_that_was_overheard_is_worth_nothing(self):
        with Class(self.results) as running:
            ada = self.learner(running, "Ada")
            link = socket.create_connection(running.address, timeout=LIMIT_S)
            file = link.makefile("rb")
            file.readline()
            link.sendall(json.dumps({"word": "join", "name": "Ada", "nonce": ada.nonce,
                                     "proof": ada.proof("learner", "Ada")}).encode() + b"\n")
            self.assertEqual(json.loads(file.readline())["word"], "refused")
            file.close()
            link.close()

    def test_forty_learners_with_cut_links_hand_their_results_in(self):
        with Served("--lesson", "faceplate", "--learner", "Ada", "--result",
                    str(self.folder / "own.json"), "--tcp", "127.0.0.1:0") as served:
            served.end()
        with Served("--lesson", "exam-troubleshooting", "--learner", "Ada", "--result",
                    str(self.folder / "exam.json"), "--tcp", "127.0.0.1:0") as served:
            served.end()  # An exam is handed in at the end.
        result = (self.folder / "exam.json").read_text(encoding="utf-8")
        with Class(self.results, "--lesson", "quick-setup") as running:
            names = [f"learner {number}" for number in range(1, 41)]
            seats = [self.learner(running, name) for name in names]
            running.until(*[f"joined {name}" for name in names])
            for seat in seats:
                lesson = seat.receive()
                self.assertEqual(lesson["word"], "lesson")
                self.assertIn("id: quick-setup", lesson["text"])
                seat.send(**report(0))
            full = self.learner(running, "one too many")
            self.assertIn("full", full.answer["why"])
            for seat in seats[::2]:  # Every second link is cut, and comes back.
                seat.close()
            running.until(*[f"left {seat.name}" for seat in seats[::2]])
            seats[::2] = [self.learner(running, name) for name in names[::2]]
            running.until(*[f"joined {name}" for name in names[::2]])
            for seat in seats:
                self.assertEqual(seat.answer["name"], seat.name)
                seat.send(**report(10))
                seat.send(**report(10, finished=True))
                seat.send(word="result", lesson="exam-troubleshooting", text=result)
            running.until(*[f"finished {name} 10/45" for name in names])
            for seat in seats:
                word = seat.receive()
                while word["word"] != "received":
                    word = seat.receive()
                self.assertEqual(word["digest"], json.loads(result)["digest"])
        files = sorted(self.results.glob("*.json"))
        self.assertEqual(len(files), 40)
        self.assertEqual({file.read_text(encoding="utf-8") for file in files}, {result})

    def test_what_is_no_result_is_not_kept(self):
        with Class(self.results) as running:
            ada = self.learner(running, "Ada")
            ada.send(word="result", lesson="x", text="{}")
            running.until("error Ada: what was handed in is not a result, or was edited")
        self.assertEqual(list(self.results.glob("*")), [])

    def test_a_learner_gives_no_orders_and_a_flood_ends_its_link_alone(self):
        with Class(self.results) as running:
            ada = self.learner(running, "Ada")
            for word in ({"word": "lesson", "name": "x", "text": "y"},
                         {"word": "message", "text": "x"}, {"word": "fault", "name": "sag"}):
                bob = self.learner(running, "Bob")
                bob.send(**word)
                self.assertEqual(bob.receive(), {"word": "refused",
                                                 "why": "a learner gives no orders"})
            flood = self.learner(running, "flood")
            try:
                flood.link.sendall(b"".join(json.dumps(report(n)).encode() + b"\n"
                                            for n in range(2000)))
            except OSError:
                pass  # It was closed while we sent.
            long = socket.create_connection(running.address, timeout=LIMIT_S)
            try:
                long.sendall(b"x" * 100_000)  # Nobody has proved anything yet.
                while long.recv(4096):
                    pass
            except OSError:
                pass
            long.close()
            running.until("left flood")
            strangers = [socket.create_connection(running.address, timeout=LIMIT_S)
                         for _ in range(100)]
            for stranger in strangers:
                stranger.close()
            ada.send(**report(0))
            ada.send(**report(5))
            running.until("task Ada ct-size 5")

    def test_learners_that_descriptors_lack_for_are_told_apart_from_those_let_in(self):
        with Class(self.results) as running:
            resource.prlimit(running.process.pid, resource.RLIMIT_NOFILE, (12, 12))
            links = []
            for _ in range(15):  # One less than the strangers that a class lets wait.
                links.append(socket.create_connection(running.address, timeout=LIMIT_S))
                self.addCleanup(links[-1].close)
            # Each is let in or sees its link end; none is left to wait.
            greetings = [link.recv(1) for link in links]
            self.assertIn(b"{", greetings)
            self.assertIn(b"", greetings)
            running.until("error: a learner was not let in: this process has no file "
                          "descriptors left")
        self.assertEqual(running.status, 0)

    def test_serve_joins_begins_the_lesson_and_hands_in(self):
        lesson = str(LESSONS / "03-quick-setup.lesson.yaml")
        with Class(self.results, "--lesson", lesson) as running:
            address = "{}:{}".format(*running.address)
            control = str(self.folder / "control")
            with Served("--class", address, "--code", CODE, "--learner", "Ada", "--control",
                        control, "--tcp", "127.0.0.1:0") as served:
                running.until("joined Ada")
                lesson = json.loads(self.succeed("ctl", control, "lesson", "--format", "json"))
                self.assertEqual((lesson["lesson"], lesson["learner"]), ("quick-setup", "Ada"))
                self.succeed("ctl", control, "finish")
                running.until("finished Ada 0/45")
                self.assertEqual(served.end()[0], 0)
            running.until("left Ada")
        files = list(self.results.glob("*.json"))
        self.assertEqual([file.name for file in files], ["Ada-quick-setup.json"])
        self.assertIn("0/45 points, not passed", self.succeed("lesson", "judge", str(files[0])))

    def test_what_does_not_fit_is_told(self):
        with Class(self.results) as running:
            address = "{}:{}".format(*running.address)
            self.assertIn("the code of the class is another one", self.refuse(
                "serve", "--class", address, "--code", "1", "--learner", "Ada"))
            self.assertIn("--learner NAME", self.refuse("serve", "--class", address))
        self.assertIn("no class answers at", self.refuse(
            "serve", "--class", address, "--code", CODE, "--learner", "Ada"))
        self.assertIn("--code belongs to --class", self.refuse("serve", "--code", CODE))
        self.assertIn("needs a code", self.refuse("class", "--code", ""))
        self.assertIn("neither a file nor a lesson", self.refuse(
            "class", "--code", CODE, "--lesson", "quick-setpu"))


if __name__ == "__main__":
    unittest.main()
