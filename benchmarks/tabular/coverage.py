# SPDX-License-Identifier: Apache-2.0
"""Shares of test rows whose truth lies in the intervals and sets that nn promises; see README.md."""
import argparse
import json
import pathlib
import re
import subprocess

import numpy as np
import pandas as pd

HERE = pathlib.Path(__file__).parent


def nn(command, *arguments):
    subprocess.run([*command, *map(str, arguments), "--threads", "1", "--quiet"], check=True, stdout=subprocess.DEVNULL)


OUTPUTS = {"quantiles": 3, "gaussian": 2}


def configuration(one, folder, command, preset, loss, scratch):
    """What a preset says, with another loss and as many outputs as it takes."""
    file = scratch / "coverage.json"
    nn(command, "new", "--data", folder / "train.csv", "--target", one["target"].strip(), "--preset", preset, "--out", file)
    said = json.loads(file.read_text())
    said["loss"] = loss
    said["network"]["layers"][-1]["outputDim"] = OUTPUTS[loss]
    file.write_text(json.dumps(said))
    return file


def held(one, folder, command, preset, loss, level, scratch):
    """Share of test rows that hold the truth, and the mean size of what holds it."""
    number = one["task"] == "regression"
    model, answers = scratch / "coverage.nn", scratch / "coverage.csv"
    described = (["--config", configuration(one, folder, command, preset, loss, scratch)] if loss
                 else ["--target", one["target"].strip(), "--preset", preset])
    nn(command, "train", "--data", folder / "train.csv", *described, "--out", model)
    nn(command, "predict", "--model", model, "--data", folder / "test.csv", "--out", answers,
       "--interval" if number else "--set", level)
    truth = pd.read_csv(folder / "test.csv", dtype=str, skipinitialspace=True).rename(columns=str.strip)[one["target"].strip()]
    found = pd.read_csv(answers, dtype=str, keep_default_na=False)
    if number:
        y, low, high = (pd.to_numeric(v).to_numpy() for v in (truth, found.prediction_low, found.prediction_high))
        return np.mean((y >= low) & (y <= high)), np.mean(high - low) / np.std(y)
    sets = [{label.replace("\\|", "|") for label in re.split(r"(?<!\\)\|", cell)} - {""} for cell in found.prediction_set]
    return np.mean([t.strip() in s for t, s in zip(truth, sets)]), np.mean([len(s) for s in sets])


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--work", type=pathlib.Path, required=True)
    options.add_argument("--nn", default="nn")
    options.add_argument("--preset", default="fast")
    options.add_argument("--loss", choices=OUTPUTS, help="of numbers; else that of the preset")
    options.add_argument("--level", type=float, default=0.9)
    options.add_argument("--splits", type=int, help="only so many of each set")
    options.add_argument("names", nargs="*")
    chosen = options.parse_args()
    print(f"| set | test rows | splits | held at {chosen.level} | mean size |\n|---|---:|---:|---:|---:|")
    for one in json.loads((HERE / "sets.json").read_text()):
        splits = sorted(path for path in (chosen.work / "data" / one["name"]).glob("*") if (path / "test.csv").exists())[:chosen.splits]
        if (chosen.names and one["name"] not in chosen.names) or not splits or (chosen.loss and one["task"] != "regression"):
            continue
        results = [held(one, split, chosen.nn.split(), chosen.preset, chosen.loss, chosen.level, chosen.work) for split in splits]
        rows = sum(len(pd.read_csv(split / "test.csv", usecols=[0])) for split in splits)
        share, size = np.mean(results, axis=0)
        print(f"| {one['name']} | {rows} | {len(splits)} | {100 * share:.1f} % | {size:.2f} |", flush=True)


if __name__ == "__main__":
    main()
