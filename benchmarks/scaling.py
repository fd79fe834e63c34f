#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How time and memory of `nn train` grow with rows, columns, width, depth and members, each over three decades.

    benchmarks/scaling.py nn-cli/target/nn/bin/nn [DIMENSION...]

Prints Markdown: for each size the CPU seconds of the whole process on one thread, less those of a process that trains on 30
rows, its peak memory, and the exponents from one size to the next.
"""
import json
import math
import os
import random
import subprocess
import sys
import tempfile

BASE = {"rows": 3000, "columns": 20, "width": 64, "depth": 2, "members": 1, "epochs": 2}
SIZES = {
    "rows": [3000, 30_000, 300_000, 3_000_000],
    "columns": [10, 100, 1000, 10_000],
    "width": [8, 80, 800, 8000],
    "depth": [1, 10, 100, 1000],
    "members": [1, 10, 100, 1000],
}
# What is smaller where a dimension grows, so that its last size takes a minute or two.
BESIDE = {
    "columns": {"rows": 2000},
    "width": {"rows": 1000, "epochs": 1},
    "depth": {"rows": 1000, "width": 16},
    "members": {"rows": 1000, "width": 16},
}


def write_rows(path, rows, columns):
    draw = random.Random(1)
    with open(path, "w") as out:
        out.write(",".join(f"x{c}" for c in range(columns)) + ",y\n")
        for _ in range(rows):
            values = [draw.gauss(0, 1) for _ in range(columns)]
            out.write(",".join("%.3f" % v for v in values) + ",%.3f\n" % (values[0] + draw.gauss(0, 1)))


def configuration(size):
    layers = [{"outputDim": size["width"], "activation": "relu"} for _ in range(size["depth"])]
    made = {
        "data": {"target": "y"},
        "preprocessing": {"scaling": "standard"},
        "network": {"layers": layers + [{"outputDim": 1}]},
        "loss": "mean-squared-error",
        "optimizer": {"type": "adam", "learningRate": 0.0001},
        "training": {"epochs": size["epochs"], "batchSize": 256, "seed": 1, "validationFraction": 0.1},
    }
    if size["members"] > 1:
        made["ensemble"] = {"kind": "seeds", "members": size["members"]}
    return made


def run(nn, folder, size):
    """CPU seconds and peak MiB of a training."""
    data = os.path.join(folder, "data.csv")
    write_rows(data, size["rows"], size["columns"])
    config = os.path.join(folder, "config.json")
    with open(config, "w") as out:
        json.dump(configuration(size), out)
    process = subprocess.Popen(
        [nn, "train", "--config", config, "--data", data, "--out", os.path.join(folder, "m.nn"), "--threads", "1"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{size}: {said.decode()[-300:]}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def exponent(before, after, sizes):
    return math.log(after / before) / math.log(sizes[1] / sizes[0]) if before > 0 and after > 0 else float("nan")


def main():
    nn = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        run(nn, folder, dict(BASE, rows=30, epochs=1))  # the first run of an install keeps class data
        start, _ = run(nn, folder, dict(BASE, rows=30, epochs=1))
        for dimension in sys.argv[2:] or SIZES:
            print(f"\n| {dimension} | CPU s | exponent | peak MiB | exponent |\n|---:|---:|---:|---:|---:|")
            before = None
            for value in SIZES[dimension]:
                size = dict(BASE, **BESIDE.get(dimension, {}), **{dimension: value})
                seconds, memory = run(nn, folder, size)
                seconds -= start
                told = ["", ""] if before is None else [
                    "%.2f" % exponent(before[1], seconds, (before[0], value)),
                    "%.2f" % exponent(before[2], memory, (before[0], value))]
                print(f"| {value:,} | {seconds:.2f} | {told[0]} | {memory:.0f} | {told[1]} |", flush=True)
                before = (value, seconds, memory)


if __name__ == "__main__":
    main()
