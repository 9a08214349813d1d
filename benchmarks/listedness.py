#!/usr/bin/env python3
"""Pairs for measuring `./casewright listedness`, and their score.

    listedness.py make SPL_ADR_FOLDER OUT [all]   writes OUT/labels.jsonl, OUT/pairs.jsonl and OUT/truth.jsonl
    listedness.py score OUT ANSWERS.jsonl         precision, recall, F1 of each part of the labels and of all, beside plain substring search

A marked pair is a preferred term that some reaction of the label is marked with. A hard negative is a preferred term (of any label) that stands in the label's text
without being marked there. All hard negatives are taken, and as many marked pairs, drawn with a fixed seed, or, with "all", every
marked pair. The labels are parted at random: one half "open" for developing, a
quarter opened "later", a quarter "held" that nobody ever looked at. The terms belong to MSSO: what this writes stays outside of the repository.
"""
import collections
import json
import pathlib
import random
import re
import sys

SEED = 20261125


def folded(text):
    return re.sub(r"\s+", " ", text.lower())


def write(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def read(path):
    return [json.loads(line) for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def make(source, out, every):
    sections, marked = collections.defaultdict(list), collections.defaultdict(set)
    for entry in json.loads((source / "train-labels.json").read_text(encoding="utf-8")):
        sections[entry["label_id"]].append({"name": entry["section_name"], "text": entry["section_text"]})
        marked[entry["label_id"]] |= {reaction[1] for reaction in entry["adverse_events"] if reaction[1]}
    terms = sorted(set().union(*marked.values()))
    draw = random.Random(SEED)
    held = set(draw.sample(sorted(sections), len(sections) // 2))
    later = set(random.Random(SEED + 1).sample(sorted(held), len(held) // 2))
    negatives, positives = [], []
    for label in sorted(sections):
        text = folded(" ".join(section["text"] for section in sections[label]))
        lower = {term.lower() for term in marked[label]}
        positives += [(label, term) for term in sorted(marked[label])]
        negatives += [(label, term) for term in terms if term.lower() not in lower and term.lower() in text]
    pairs = [(*pair, True) for pair in (positives if every else draw.sample(positives, len(negatives)))] + [(*pair, False) for pair in negatives]
    draw.shuffle(pairs)
    out.mkdir(parents=True, exist_ok=True)
    write(out / "labels.jsonl", [{"label": label, "sections": sections[label]} for label in sorted(sections)])
    write(out / "pairs.jsonl", [{"label": label, "term": term} for label, term, _ in pairs])
    write(out / "truth.jsonl", [{"label": label, "term": term, "listed": listed, "part": "later" if label in later else "held" if label in held else "open"} for label, term, listed in pairs])
    print(len(sections), "labels,", len(pairs), "pairs,", len(pairs) - len(negatives), "of them marked")


def figures(rows, answers):
    true = sum(row["listed"] and answers[row["label"], row["term"]] for row in rows)
    said = sum(answers[row["label"], row["term"]] for row in rows)
    precision, recall = true / max(1, said), true / max(1, sum(row["listed"] for row in rows))
    return f"{precision:.3f} / {recall:.3f} / {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def even(rows, answers):
    """F1 as it would be with as many marked pairs as hard negatives in this part."""
    marked, others = ([answers[row["label"], row["term"]] for row in rows if row["listed"] == listed] for listed in (True, False))
    recall, wrong = sum(marked) / max(1, len(marked)), sum(others) / max(1, len(others))
    return f"{2 * recall / (1 + recall + wrong):.3f}"


def score(out, answer_file):
    truth = read(out / "truth.jsonl")
    texts = {label["label"]: folded(" ".join(section["text"] for section in label["sections"])) for label in read(out / "labels.jsonl")}
    found = {(row["label"], row["term"]): row["listed"] for row in read(answer_file)}
    plain = {(row["label"], row["term"]): row["term"].lower() in texts[row["label"]] for row in truth}
    print("| labels | pairs | precision / recall / F1 | F1 with as many marked as not | plain substring search |\n| --- | --- | --- | --- | --- |")
    for part in ("open", "later", "held", "all"):
        rows = [row for row in truth if part in ("all", row["part"])]
        print(f"| {part} | {len(rows)} | {figures(rows, found)} | {even(rows, found)} | {figures(rows, plain)} |")


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5) or sys.argv[1] not in ("make", "score") or sys.argv[4:] not in ([], ["all"]):
        sys.exit(__doc__)
    paths = pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    make(*paths, len(sys.argv) == 5) if sys.argv[1] == "make" else score(*paths)
