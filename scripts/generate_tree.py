#!/usr/bin/env python3
"""Writes a large, always equal source tree for benchmarks: half TensorFlow 1 programs, half plain Python and numpy.

The programs are those of corpus/ with other hyperparameters; every file differs from every other.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from pathlib import Path
from string import Template

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
SETTING = re.compile(r"^(?P<name>[A-Za-z_]\w*) = (?P<value>\d+)(?P<rest>\s*(#.*)?)$", re.MULTILINE)
SEED = re.compile(r"(?P<call>(?:seed|RandomState)\()\d+\)")

LOADER = Template('''\
"""Reads table ${number} and serves it in batches."""
import csv
import os

import numpy as np

COLUMNS = ${columns}
BATCH = ${batch}


class Table${number}(object):
    """Rows in memory; an epoch is one pass over all of them."""

    def __init__(self, path, shuffle=True):
        self.path = path
        self.shuffle = shuffle
        self.rows = self._read()
        self.position = 0

    def _read(self):
        if not os.path.exists(self.path):
            return np.random.RandomState(${number}).rand(${batch} * 10, COLUMNS)
        with open(self.path) as handle:
            return np.array([[float(cell) for cell in row] for row in csv.reader(handle)])

    def next_batch(self, size=BATCH):
        # start again at the end of the table
        if self.position + size > len(self.rows):
            self.position = 0
            if self.shuffle:
                np.random.shuffle(self.rows)
        part = self.rows[self.position:self.position + size]
        self.position += size
        return part[:, :-1], part[:, -1]


''')
TRANSFORM = Template('''\
def normalize_${name}(values, low=${low}, high=${high}):
    """Scale to [0, 1]; values outside of the range are cut off."""
    values = np.clip(np.asarray(values, dtype=np.float64), low, high)
    spread = high - low
    if spread == 0:
        return np.zeros_like(values)
    return (values - low) / spread  # nothing is lost but the scale


def histogram_${name}(values, bins=${batch}):
    counts = [0] * bins
    for value in normalize_${name}(values).ravel():
        index = min(int(value * bins), bins - 1)
        counts[index] += 1
    total = float(sum(counts)) or 1.0
    return [count / total for count in counts]


def describe_${name}(values):
    lines = []
    for index, share in enumerate(histogram_${name}(values)):
        if share > 0.01:
            lines.append('%3d %-40s %.3f' % (index, '#' * int(share * 40), share))
    return '\\n'.join(lines)


''')
WORDS = ("width", "height", "income", "age", "speed", "level", "price", "score", "depth", "weight")


def variant(text: str, number: int, choose: random.Random) -> str:
    """The same program with other sizes and seeds."""

    def resize(match: re.Match[str]) -> str:
        value = int(match["value"])
        return f"{match['name']} = {value + choose.randrange(1, max(2, value // 2))}{match['rest']}"

    text = SEED.sub(lambda match: f"{match['call']}{number})", SETTING.sub(resize, text))
    return f"{text}\n# variant {number}\n"


def plain(number: int, choose: random.Random) -> str:
    """A module of the kind that surrounds programs: a loader and some transformations."""
    fields = {"number": number, "columns": choose.randrange(3, 40), "batch": choose.randrange(16, 256)}
    parts = [LOADER.substitute(fields)]
    for name in choose.sample(WORDS, choose.randrange(1, 5)):
        low = choose.randrange(0, 10)
        parts.append(TRANSFORM.substitute(fields, name=name, low=low, high=low + choose.randrange(1, 90)))
    return "".join(parts).rstrip("\n") + "\n"


def generate(folder: Path, files: int) -> None:
    """Write `files` modules below `folder`, a dozen in each project."""
    programs = [
        path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*/*.py")) if path.parent.name != "demo"
    ]
    choose = random.Random(files)
    for number in range(files):
        project = folder / f"project_{number // 12:02d}"
        project.mkdir(parents=True, exist_ok=True)
        if number % 2:
            name, text = f"table_{number:03d}.py", plain(number, choose)
        else:
            name, text = f"train_{number:03d}.py", variant(programs[number // 2 % len(programs)], number, choose)
        (project / name).write_text(text, encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=300)
    arguments = parser.parse_args()
    generate(arguments.folder, arguments.files)
    return 0


if __name__ == "__main__":
    sys.exit(main())
