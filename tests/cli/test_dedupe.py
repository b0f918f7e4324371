"""muster dedupe, muster link, and muster decide in a file: what goes in, what comes out, and every bad input."""
import csv
import json
import os
import random
import re
import unittest
import zipfile

from muster_run import FolderTest, run

HEADER = ["id", "given_name", "surname", "date_of_birth", "phone", "suburb"]
PEOPLE = [
    ["a1", "Wilhelmina", "Oxenbould", "1944-02-17", "0733119922", "Saltford"],
    ["a2", "Wilhelmina", "Oxenbuold", "1944-02-17", "0733119922", "Saltford"],
    ["a3", "Bartholomew", "Xanthakis", "1988-10-05", "0788001144", "Kirkdale"],
    ["a4", "Ines", "Quist", "1964-12-30", "0741222333", "Northmere"],
    ["a5", "Oskar", "Tamm", "1980-04-03", "", "Eastbrook"],
    ["a6", "Ines", "Quist", "1964-12-30", "0741222334", "Northmere"],
    ["a7", "Jana", "Vrba", "1971-06-24", "0712345678", "Saltford"],
]
TWINS = {("a1", "a2"), ("a4", "a6")}


def as_csv(rows, separator=","):
    return "".join(separator.join(f'"{cell}"' if separator in cell or '"' in cell else cell for cell in row) + "\n" for row in rows)


def many_people(count, seed=1):
    """Invented people, a third of them twice with a slip."""
    chance = random.Random(seed)
    given = ["Renata", "Oskar", "Mira", "Tobias", "Jana", "Petra", "Hugo", "Ines", "Karel", "Wilma"]
    family = ["Holm", "Ashcombe", "Vrba", "Lindqvist", "Okoro", "Tamm", "Quist", "Zellweg", "Pratt", "Oxenbould"]
    rows = []
    for i in range(count):
        if i > 2 and chance.random() < 0.33:
            row = list(chance.choice(rows))
            cell = chance.randrange(1, 6)
            row[cell] = row[cell][:-1]
            row[0] = f"p{i:05}"
        else:
            row = [f"p{i:05}", chance.choice(given), chance.choice(family),
                   f"{chance.randrange(1930, 2000)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
                   f"07{chance.randrange(10**7, 10**8)}", chance.choice(["Saltford", "Kirkdale", "Northmere", ""])]
        rows.append(row)
    return rows


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def joined(rows):
    """The pairs of ids of one cluster."""
    clusters = {}
    for row in rows:
        clusters.setdefault(row["cluster"], []).append(row["id"])
    return {(a, b) for ids in clusters.values() for i, a in enumerate(sorted(ids)) for b in sorted(ids)[i + 1:]}


class ListTest(FolderTest):
    def setUp(self):
        super().setUp()
        self.list = self.write("people.csv", as_csv([HEADER, *PEOPLE]))

    def good(self, *arguments, returncodes=(0,), **options):
        done = run(*arguments, **options)
        self.assertIn(done.returncode, returncodes, done.stderr)
        return done

    def refused(self, *arguments, says=""):
        """What is told of a refusal: what, where and the remedy, on one line."""
        done = run(*arguments)
        told = done.stderr.decode().strip().split("\n")[-1]
        self.assertEqual((done.returncode, done.stdout), (2, b""), done.stderr)
        self.assertRegex(told, r"^muster: .+ \(.+\)$")
        self.assertIn(says, told)
        return told

    def clusters(self, *arguments, returncodes=(0, 1)):
        """The pairs that `muster dedupe ARGUMENTS` puts into one cluster."""
        out = self.path("clusters-here.csv")
        self.good("dedupe", "-q", "--force", "--clusters", out, *arguments, returncodes=returncodes)
        return joined(table(out))


class Dedupe(ListTest):
    def test_clusters_and_pairs_are_as_described(self):
        clusters, pairs = self.path("clusters.csv"), self.path("pairs.csv")
        done = self.good("dedupe", self.list, "--clusters", clusters, "--pairs", pairs)
        self.assertEqual(done.stdout, b"")
        self.assertEqual(list(table(clusters)[0]), ["id", "cluster"])
        self.assertEqual(sorted(row["id"] for row in table(clusters)), [row[0] for row in PEOPLE])
        self.assertEqual(joined(table(clusters)), TWINS)
        self.assertEqual(list(table(pairs)[0]), ["id1", "id2", "probability", "match", "why"])
        for row in table(pairs):
            self.assertEqual(row["match"], "true" if (row["id1"], row["id2"]) in TWINS else "false")
            self.assertTrue(0 <= float(row["probability"]) <= 1)
        first = next(row for row in table(pairs) if row["id1"] == "a1")
        for part in ("'Oxenbould', 'Oxenbuold' one letter off", "before comparing", "bits"):
            self.assertIn(part, first["why"])
        probabilities = [float(row["probability"]) for row in table(pairs)]
        self.assertEqual(probabilities, sorted(probabilities, reverse=True))

    def test_what_was_assumed_is_told(self):
        told = self.good("dedupe", self.list).stderr.decode()
        for part in ("given_name", "firstName (given name), by header", "birthDate (date)", "21 pairs were compared", "7 rows, 2 clusters"):
            self.assertIn(part, told)
        self.assertEqual(self.good("dedupe", "-q", self.list).stderr, b"")

    def test_without_a_file_the_doubles_are_printed(self):
        done = self.good("dedupe", "-q", self.list)
        rows = list(csv.DictReader(done.stdout.decode().split("\n"), delimiter="\t"))
        self.assertEqual([row["surname"] for row in rows if row["cluster"] == "a1"], ["Oxenbould", "Oxenbuold"])
        self.assertEqual(len(rows), 4)

    def test_nobody_twice_is_no_failure_but_told_by_the_exit(self):
        alone = self.write("alone.csv", as_csv([HEADER, PEOPLE[0], PEOPLE[2], PEOPLE[3]]))
        self.assertEqual(run("dedupe", "-q", alone).returncode, 1)

    def test_each_format_holds_the_same(self):
        wanted = self.path("c.csv")
        self.good("dedupe", "-q", self.list, "--clusters", wanted)
        expected = [(row["id"], row["cluster"]) for row in table(wanted)]
        for name in ("c.tsv", "c.jsonl", "c.xlsx"):
            out = self.path(name)
            self.good("dedupe", "-q", self.list, "--clusters", out, "--pairs", self.path("p-" + name), "--output", self.path("o-" + name))
            if name.endswith(".tsv"):
                with open(out, encoding="utf-8") as file:
                    found = [tuple(line.rstrip("\n").split("\t")) for line in file][1:]
            elif name.endswith(".jsonl"):
                with open(out, encoding="utf-8") as file:
                    found = [(row["id"], row["cluster"]) for row in map(json.loads, file)]
            else:
                self.assertIsNone(zipfile.ZipFile(out).testzip())
                again = self.path("again.csv")  # read by Muster itself; of two columns of one name the list's own is last
                self.good("dedupe", "-q", out, "--map", "cluster=notes", "--id", "id", "--output", again, returncodes=(0, 1))
                found = [(row["id"], row["cluster"]) for row in table(again)]
            self.assertEqual(sorted(found), sorted(expected), name)

    def test_the_rows_with_their_cluster_in_front(self):
        out = self.path("marked.csv")
        self.good("dedupe", "-q", self.list, "--output", out)
        with open(out, encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        self.assertEqual(rows[0][:2], ["cluster", "size"])
        self.assertEqual(rows[0][-6:], HEADER)
        self.assertEqual(sorted(row[-6:] for row in rows[1:]), sorted(PEOPLE))

    def test_merged_entities(self):
        out = self.path("people.ftm.json")
        self.good("dedupe", "-q", self.list, "--output", out)
        with open(out, encoding="utf-8") as file:
            entities = [json.loads(line) for line in file]
        self.assertEqual(len(entities), 5)
        both = next(entity for entity in entities if set(entity.get("referents", [])) >= {"a1", "a2"} or entity["id"] == "a1")
        self.assertIn("Oxenbuold", json.dumps(both))
        self.assertEqual(both["properties"]["birthDate"], ["1944-02-17"])

    def test_a_page_and_doubts(self):
        page, doubts = self.path("page.html"), self.path("doubts.csv")
        self.good("dedupe", "-q", self.list, "--page", page, "--doubts", doubts)
        with open(page, encoding="utf-8") as file:
            self.assertIn("Oxenbuold", re.sub("<[^>]*>", "", file.read()))
        with open(doubts, encoding="utf-8") as file:
            self.assertEqual(file.readline(), "kind,id1,id2,why\n")

    def test_every_kind_of_list_says_the_same(self):
        lines = "".join(json.dumps(dict(zip(HEADER, row))) + "\n" for row in PEOPLE)
        ftm = "".join(json.dumps({"id": r[0], "schema": "Person", "properties": {
            "firstName": [r[1]], "lastName": [r[2]], "birthDate": [r[3]], "phone": [r[4]] if r[4] else [], "city": [r[5]]}}) + "\n" for r in PEOPLE)
        for name, content in (("l.tsv", as_csv([HEADER, *PEOPLE], "\t")), ("l.semicolon.csv", as_csv([HEADER, *PEOPLE], ";")),
                              ("l.jsonl", lines), ("l.ftm.json", ftm), ("bom.csv", "\ufeff" + as_csv([HEADER, *PEOPLE]))):
            with self.subTest(name):
                self.assertEqual(self.clusters(self.write(name, content)), TWINS)

    def test_nothing_is_overwritten_without_force(self):
        for flag in ("clusters", "pairs", "output", "page", "doubts", "save-model"):
            there = self.write(f"there-{flag}.csv", "mine")
            self.refused("dedupe", "-q", self.list, f"--{flag}", there, says="--force")
            with open(there, encoding="utf-8") as file:
                self.assertEqual(file.read(), "mine")
            self.good("dedupe", "-q", self.list, f"--{flag}", there, "--force")
            with open(there, encoding="utf-8") as file:
                self.assertNotEqual(file.read(), "mine")
        self.refused("dedupe", "-q", self.list, "--clusters", self.path("x.csv"), "--pairs", self.path("x.csv"), says="twice")
        self.assertFalse(os.path.exists(self.path("x.csv")))

    def test_a_link_is_written_through(self):
        os.symlink(self.path("target.csv"), self.path("link.csv"))
        self.write("target.csv", "before")
        self.good("dedupe", "-q", self.list, "--clusters", self.path("link.csv"), "--force")
        self.assertTrue(os.path.islink(self.path("link.csv")))
        self.assertEqual(joined(table(self.path("target.csv"))), TWINS)

    def test_an_output_that_cannot_be_written_is_told(self):
        for name in ("nowhere/x.csv", "x" * 300 + ".csv", "."):
            for ending in ("", ".xlsx"):
                with self.subTest(name[:20] + ending):
                    self.refused("dedupe", "-q", self.list, "--clusters", self.path(name + ending) if ending else self.path(name), "--force")
                    if name == ".":
                        break

    def test_columns_are_mapped_and_ignored(self):
        odd = self.write("odd.csv", as_csv([["n", "c1", "c2", "c3", "c4", "c5"], *PEOPLE]))
        told = self.good("dedupe", odd, "--id", "n", "--map", "c1=firstName,c2=lastName,c3=birthDate,c4=phone,c5=city").stderr.decode()
        self.assertIn("c3", told)
        self.assertIn("birthDate (date), by told", told)
        self.assertEqual(self.clusters(odd, "--id", "n", "--map", "c1=firstName,c2=lastName,c3=birthDate,c4=phone,c5=city"), TWINS)
        told = self.good("dedupe", self.list, "--ignore", "phone,suburb", returncodes=(0, 1)).stderr.decode()
        self.assertEqual(told.count("not compared"), 3)
        self.refused("dedupe", self.list, "--map", "surname=shoeSize", says="birthDate")
        self.refused("dedupe", self.list, "--map", "surname", says="COLUMN=PROPERTY")
        for flag in ("--id", "--ignore", "--truth"):
            self.refused("dedupe", self.list, flag, "nowhere", says="given_name, surname")
        self.refused("dedupe", self.list, "--map", "nowhere=name", says="given_name, surname")
        self.refused("dedupe", self.list, "--ignore", ",".join(HEADER[1:]), says="--map")

    def test_the_truth_is_measured_and_never_compared(self):
        truth = ["w", "w", "x", "q", "t", "q", "v"]
        listed = self.write("truth.csv", as_csv([[*HEADER, "person"], *([*row, t] for row, t in zip(PEOPLE, truth))]))
        told = self.good("dedupe", listed, "--truth", "person").stderr.decode()
        self.assertIn("precision 1.0000, recall 1.0000, F1 1.0000", told)
        truth = ["w", "w", "", "q", "", "q", ""]
        listed = self.write("blank.csv", as_csv([[*HEADER, "person"], *([*row, t] for row, t in zip(PEOPLE, truth))]))
        told = self.good("dedupe", listed, "--truth", "person").stderr.decode()
        self.assertIn("recall 1.0000", told, "two rows without a truth are not one person")
        wrong = self.write("wrong.csv", as_csv([[*HEADER, "person"], *([*row, str(i)] for i, row in enumerate(PEOPLE))]))
        self.assertEqual(self.clusters(wrong, "--truth", "person"), TWINS)

    def test_bad_words_are_refused(self):
        for arguments in (["--threshold", "2"], ["--threshold", "nan"], ["--threshold", "much"], ["--least", "-1"], ["--threads", "many"],
                          ["--threads", "-2"], ["--format", "pdf"], ["--known", self.path("none.csv")], ["--model", self.path("none.json")],
                          ["--judgements", self.path("none.csv")], ["--memory", "much"], ["--memory", "-1"], ["--memory", "2 GB"],
                          ["--memory", "1.5G"], ["--memory", "99999999999T"]):
            with self.subTest(arguments):
                self.refused("dedupe", "-q", self.list, *arguments)
        self.refused("dedupe", self.path("nowhere.csv"))
        self.refused("dedupe", self.folder)


class Judgements(ListTest):
    def setUp(self):
        super().setUp()
        self.said = self.path("said.csv")

    def decide(self, *words):
        self.good("decide", self.said, *words)

    def test_what_people_say_goes_before_all(self):
        self.decide("a1", "a2", "different", "--reason", "two sisters, \"so\"")
        self.decide("a3", "a7", "same")
        self.assertEqual(self.clusters(self.list, "--judgements", self.said), {("a3", "a7"), ("a4", "a6")})
        pairs = self.path("pairs.csv")
        self.good("dedupe", "-q", self.list, "--judgements", self.said, "--pairs", pairs)
        whys = {(row["id1"], row["id2"]): row["why"] for row in table(pairs)}
        self.assertTrue(whys["a1", "a2"].startswith("judged different"))
        self.assertTrue(whys["a3", "a7"].startswith("judged same"))

    def test_undo_takes_it_back(self):
        self.decide("a1", "a2", "different")
        self.decide("a2", "a1", "undo")
        self.assertEqual(self.clusters(self.list, "--judgements", self.said), TWINS)
        self.assertEqual(len(table(self.said)), 2, "nothing that was said is lost")

    def test_unsure_is_left_undecided(self):
        self.decide("a1", "a2", "unsure")
        self.assertEqual(self.clusters(self.list, "--judgements", self.said), {("a4", "a6")})

    def test_judgements_that_contradict_themselves_are_told(self):
        self.decide("a1", "a2", "same")
        self.decide("a2", "a3", "same")
        self.decide("a1", "a3", "different")
        doubts = self.path("doubts.csv")
        self.good("dedupe", "-q", self.list, "--judgements", self.said, "--doubts", doubts)
        self.assertIn("judgements", [row["kind"] for row in table(doubts)])
        self.assertNotIn(("a1", "a3"), self.clusters(self.list, "--judgements", self.said))

    def test_a_line_that_cannot_be_understood_is_named(self):
        self.decide("a1", "a2", "same")
        with open(self.said, "a", encoding="utf-8") as file:
            file.write("a3,a4,perhaps,0,x,y,z\n")
        self.assertIn("line 3", self.refused("dedupe", "-q", self.list, "--judgements", self.said))
        self.refused("decide", self.said, "a1", "a2", "perhaps")
        self.refused("decide", self.said, "a1", "a1", "same")


class EarlierRuns(ListTest):
    def test_a_batch_keeps_the_ids_of_clusters(self):
        first = self.write("first.csv", as_csv([HEADER, *PEOPLE[1:4]]))
        known = self.path("known.csv")
        self.good("dedupe", "-q", first, "--clusters", known, returncodes=(0, 1))
        before = {row["id"]: row["cluster"] for row in table(known)}
        again = self.path("again.csv")
        self.good("dedupe", "-q", self.list, "--known", known, "--clusters", again)
        after = {row["id"]: row["cluster"] for row in table(again)}
        for id_, cluster in before.items():
            self.assertEqual(after[id_], cluster)
        self.assertEqual(joined(table(again)), TWINS)
        self.assertEqual(after["a1"], "a2", "the earlier run knew a2 alone, by that id")
        told = self.good("dedupe", self.list, "--known", known).stderr.decode()
        self.assertIn(f"all {7 * 6 // 2 - 3} pairs were compared", told)

    def test_a_cluster_that_a_judgement_splits_leaves_two_ids(self):
        known, said, out = self.path("known.csv"), self.path("said.csv"), self.path("out.csv")
        self.good("dedupe", "-q", self.list, "--clusters", known)
        self.good("decide", said, "a1", "a2", "different")
        self.good("dedupe", "-q", self.list, "--known", known, "--judgements", said, "--clusters", out)
        self.assertEqual(joined(table(out)), {("a4", "a6")})

    def test_a_model_is_saved_and_used_again(self):
        model, one, two = self.path("model.json"), self.path("one.csv"), self.path("two.csv")
        self.good("dedupe", "-q", self.list, "--save-model", model, "--pairs", one)
        self.good("dedupe", "-q", self.list, "--model", model, "--pairs", two)
        self.assertEqual(table(one), table(two))

    def test_a_model_of_names_in_one_column_is_read_again(self):
        whole = self.write("whole.csv", as_csv([["id", "name", "dob"], *([r[0], f"{r[1]} {r[2]}", r[3]] for r in PEOPLE)]))
        model = self.path("model.json")
        self.good("dedupe", "-q", whole, "--save-model", model)
        self.assertEqual(self.clusters(whole, "--model", model), TWINS)

    def test_a_model_that_does_not_fit_is_refused(self):
        model = self.path("model.json")
        self.good("dedupe", "-q", self.list, "--save-model", model)
        other = self.write("other.csv", as_csv([HEADER[:4], *(row[:4] for row in PEOPLE)]))
        self.refused("dedupe", "-q", other, "--model", model, says="other fields")
        with open(model, encoding="utf-8") as file:
            good = json.load(file)
        for change, says in (({"muster_linkage_model": 99}, "version 99"), ({"match_share": 7}, "match_share"), ({"fields": []}, "fields"), ({"fields": 1}, "")):
            self.refused("dedupe", "-q", self.list, "--model", self.write("bad.json", json.dumps(good | change)), says=says)
        for bytes_ in (b"", b"no json", b"[1]", b"\xff\xfe\x00"):
            self.refused("dedupe", "-q", self.list, "--model", self.write("bad.json", bytes_))


class SameAnswer(ListTest):
    def outputs(self, rows, *arguments):
        listed = self.write("shuffled.csv", as_csv([HEADER, *rows]))
        names = [self.path(name) for name in ("c.csv", "p.csv", "d.csv")]
        self.good("dedupe", "-q", "--force", listed, "--clusters", names[0], "--pairs", names[1], "--doubts", names[2], *arguments)
        lines = []
        for name in names:
            with open(name, "rb") as file:
                lines.append(sorted(file.read().split(b"\n")))
        return lines

    def test_any_order_and_any_number_of_threads_give_the_same_bytes(self):
        for count in (80, 2400):  # every pair; by blocking rules
            rows = many_people(count)
            rows[5][1], rows[6][1] = "RENATA", "renata"
            once = self.outputs(rows, "--threads", "1")
            self.assertGreater(len(once[1]), 10)
            for seed, threads in ((1, "1"), (2, "2"), (3, "3")):
                random.Random(seed).shuffle(rows)
                self.assertEqual(self.outputs(rows, "--threads", threads), once, f"{count} rows, {threads} threads")


class Memory(ListTest):
    def setUp(self):
        super().setUp()
        self.list = self.write("many.csv", as_csv([HEADER, *many_people(2400)]))
        self.waiting = self.path("waiting")
        os.mkdir(self.waiting)

    def outputs(self, *arguments, **environment):
        names = [self.path(name) for name in ("c.csv", "p.csv", "d.csv")]
        told = self.good("dedupe", "--force", self.list, "--clusters", names[0], "--pairs", names[1], "--doubts", names[2], *arguments,
                         env={**os.environ, **environment}).stderr.decode()
        bytes_ = []
        for name in names:
            with open(name, "rb") as file:
                bytes_.append(file.read())
        return bytes_, told

    def test_pairs_that_wait_on_disk_give_the_same_bytes(self):
        once, told = self.outputs()
        self.assertNotIn("temporary file", told)
        for size in ("0", "1k", "20KB"):
            for threads in ("1", "3"):
                spilled, told = self.outputs("--memory", size, "--threads", threads, TMPDIR=self.waiting)
                self.assertEqual(spilled, once, f"{size}, {threads} threads")
                self.assertIn("pairs waited in a temporary file", told)
        self.assertEqual(os.listdir(self.waiting), [])

    def test_a_disk_that_takes_no_pairs_is_told(self):
        nowhere = {**os.environ, "TMPDIR": self.path("nowhere")}
        done = run("dedupe", "-q", self.list, "--memory", "0", "--clusters", self.path("c.csv"), env=nowhere)
        self.assertEqual(done.returncode, 2)
        told = done.stderr.decode()
        self.assertIn(self.path("nowhere"), told)
        self.assertIn("TMPDIR", told)
        self.assertFalse(os.path.exists(self.path("c.csv")))
        self.good("dedupe", "-q", self.list, "--clusters", self.path("c.csv"), env=nowhere)


class Link(ListTest):
    def setUp(self):
        super().setUp()
        self.other = self.write("members.csv", as_csv([
            ["ref", "Name", "born", "Ort"], ["m1", "Oxenbould Wilhelmina", "17.02.1944", "Saltford"], ["m2", "Xanthakis Bartholomew", "05.10.1988", "Kirkdale"],
            ["m3", "Holm Renata", "24.12.1990", "Northmere"]]))

    def test_two_lists_with_other_headers(self):
        out = self.path("both.csv")
        self.good("link", "-q", self.list, self.other, "--clusters", out)
        rows = table(out)
        self.assertEqual(list(rows[0]), ["id", "cluster", "source"])
        self.assertEqual({row["source"] for row in rows}, {"people.csv", "members.csv"})
        self.assertLessEqual({("a1", "m1"), ("a3", "m2"), ("a1", "a2")}, joined(rows))

    def test_across_and_one_per_list(self):
        pairs, out = self.path("pairs.csv"), self.path("out.csv")
        told = self.good("link", self.list, self.other, "--across", "--pairs", pairs).stderr.decode()
        self.assertIn("all 21 pairs were compared", told)
        for row in table(pairs):
            self.assertNotEqual(row["id1"][0], row["id2"][0])
        self.good("link", "-q", self.list, self.other, "--one-per-list", "--clusters", out)
        for a, b in joined(table(out)):
            self.assertNotEqual(a[0], b[0])

    def test_ids_that_clash_are_told_apart(self):
        out = self.path("out.csv")
        told = self.good("link", self.list, self.list, "--clusters", out).stderr.decode()
        self.assertIn("share ids", told)
        ids = [row["id"] for row in table(out)]
        self.assertEqual(len(set(ids)), 14)

    def test_a_column_of_one_list_may_be_named(self):
        self.good("link", "-q", self.list, self.other, "--id", "ref", "--map", "Ort=city", "--ignore", "phone")
        self.refused("link", "-q", self.list, self.other, "--id", "nowhere", says="given_name")

    def test_a_list_that_cannot_be_read_is_named(self):
        self.refused("link", self.list, self.path("nowhere.csv"), says="nowhere.csv")
        self.refused("link", self.list, self.write("empty.csv", ""), says="empty.csv")
        self.refused("link", self.list)


class BadInput(ListTest):
    def test_no_header(self):
        listed = self.write("bare.csv", as_csv(PEOPLE))
        self.assertIn("no header", self.good("dedupe", listed, returncodes=(0, 1)).stderr.decode())
        mapped = "column 2=firstName,column 3=lastName,column 4=birthDate,column 5=phone,column 6=city"
        self.assertEqual(self.clusters(listed, "--id", "column 1", "--map", mapped), TWINS)

    def test_two_columns_of_one_fact_are_one_witness(self):
        twice = [[*row, row[3]] for row in PEOPLE]
        told = self.good("dedupe", self.write("twice.csv", as_csv([[*HEADER, "date_of_birth"], *twice])), "--pairs", self.path("p.csv")).stderr.decode()
        self.assertIn("is not compared", told)
        self.assertNotIn("date_of_birth (2):", table(self.path("p.csv"))[0]["why"])

    def test_two_columns_of_one_name(self):
        header = ["id", "name", "name", *HEADER[3:]]
        listed = self.write("two.csv", as_csv([header, *PEOPLE]))
        self.assertIn("name (2)", self.good("dedupe", listed).stderr.decode())
        self.assertEqual(self.clusters(listed), TWINS)

    def test_nothing_one_row_and_rows_all_the_same(self):
        self.refused("dedupe", self.write("a.csv", ""))
        self.refused("dedupe", self.write("b.csv", as_csv([HEADER])))
        self.refused("dedupe", self.write("c.csv", as_csv([HEADER, PEOPLE[0]])), says="one row")
        same = [[str(i), *PEOPLE[0][1:]] for i in range(50)]
        self.refused("dedupe", self.write("d.csv", as_csv([HEADER, *same])), says="the same in every column")
        self.refused("dedupe", self.write("e.csv", "id,status\n1,x\n2,y\n3,x\n"), says="--map")

    def test_a_column_of_many_distinct_values(self):
        count = 100_000
        rows = [["id", "code", "name", "dob"]]
        rows += [[str(i), f"K{i * 7919 % 1_000_003:07}Z", f"Mira Vrba{i % 977}", f"{1930 + i % 70}-{1 + i % 12:02}-{1 + i % 28:02}"] for i in range(count)]
        listed = self.write("long.csv", as_csv(rows))
        out = self.path("out.csv")
        self.good("dedupe", "-q", listed, "--clusters", out, returncodes=(0, 1), timeout=300)
        with open(out, encoding="utf-8") as file:
            self.assertEqual(sum(1 for _ in file), count + 1)

    def test_a_cell_of_a_megabyte(self):
        for long in ("x" * (1 << 20), "Ж" * (1 << 19), "Renata " * 150_000, "a,b;" * (1 << 18), "1" * (1 << 20)):
            for column in (1, 3, 4, 5):
                rows = [list(row) for row in PEOPLE]
                rows[2][column] = rows[4][column] = long
                listed = self.write("wide.csv", as_csv([HEADER, *rows]))
                pairs, page = self.path("pairs.jsonl"), self.path("page.html")
                with self.subTest(f"{long[:8]} in {HEADER[column]}"):
                    self.good("dedupe", "-q", "--force", listed, "--pairs", pairs, "--page", page, "--clusters", self.path("c.csv"), timeout=60)
                    self.assertLessEqual(TWINS, joined(table(self.path("c.csv"))))
                    with open(pairs, encoding="utf-8") as file:
                        for line in file:
                            json.loads(line)

    def test_dates_in_four_formats(self):
        rows = [list(row) for row in PEOPLE]
        for row, date in zip(rows, ("17.02.1944", "1944-02-17", "5 Oct 1988", "30/12/1964", "19800403", "1964-12-30", "1971")):
            row[3] = date
        self.assertEqual(self.clusters(self.write("dates.csv", as_csv([HEADER, *rows]))), TWINS)

    def test_an_id_twice(self):
        rows = [list(row) for row in PEOPLE]
        rows[2][0] = "a1"
        out = self.path("out.csv")
        told = self.good("dedupe", self.write("twice.csv", as_csv([HEADER, *rows])), "--clusters", out).stderr.decode()
        self.assertIn("an id that stands before", told)
        ids = [row["id"] for row in table(out)]
        self.assertEqual(len(set(ids)), len(PEOPLE))
        self.assertIn("a1 (2)", ids)

    def test_rows_too_short_too_long_and_a_quote_never_closed(self):
        text = as_csv([HEADER, *PEOPLE]) + "b1,Ines\n" + "b2,Hugo,Pratt,1950-01-02,07,Kirkdale,more,and more\n"
        done = self.good("dedupe", self.write("ragged.csv", text))
        self.assertIn("more or fewer cells", done.stderr.decode())
        done = self.good("dedupe", self.write("quote.csv", text + 'b3,"Hugo,Pratt\n'))
        self.assertIn("never closed", done.stderr.decode())

    def test_any_bytes_end_with_an_answer_or_a_word(self):
        good = as_csv([HEADER, *PEOPLE]).encode()
        chance = random.Random(7)
        for i in range(60):
            bad = bytearray(good)
            for _ in range(1 + i):
                bad[chance.randrange(len(bad))] = chance.randrange(256)
            done = run("dedupe", "-q", self.write("noise.csv", bytes(bad)), timeout=30)
            self.assertIn(done.returncode, (0, 1, 2), done.stderr)

    def test_values_that_are_hostile_stay_text(self):
        rows = [list(row) for row in PEOPLE]
        rows[0][5] = rows[1][5] = "=HYPERLINK(1)"
        rows[3][5] = rows[5][5] = "<script>x</script>"
        listed = self.write("hostile.csv", as_csv([HEADER, *rows]))
        book, page = self.path("o.xlsx"), self.path("page.html")
        self.good("dedupe", "-q", listed, "--output", book, "--page", page)
        with zipfile.ZipFile(book) as archive:
            sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
        self.assertFalse(any(b"<f>" in sheet for sheet in sheets))
        with open(page, encoding="utf-8") as file:
            self.assertNotIn("<script>x", file.read())


if __name__ == "__main__":
    unittest.main()
