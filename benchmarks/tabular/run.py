# SPDX-License-Identifier: Apache-2.0
"""Accuracy of nn4j and others on real tables; see README.md beside this file."""
import argparse
import json
import pathlib

import methods
import preparation
import tables


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["prepare", "run", "table"])
    parser.add_argument("methods", nargs="*")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="where splits and results are kept")
    parser.add_argument("--raw", type=pathlib.Path, help="the tables as they come, NAME.csv")
    parser.add_argument("--nn", default="nn", help="the command line to measure")
    parser.add_argument("--sets", default="", help="only these, with commas")
    parser.add_argument("--splits", type=int, default=3, help="only so many of each set")
    parser.add_argument("--shift", type=int, default=0, help="other splits, to choose defaults on")
    options = parser.parse_intermixed_args()
    sets = preparation.sets(options.sets.split(",") if options.sets else [])
    if options.what == "prepare":
        preparation.prepare(sets, options.raw, options.work, options.shift)
    elif options.what == "table":
        tables.show(sets, options.work, options.methods)
    else:
        run(sets, options)


def run(sets, options):
    for method in options.methods:
        for split in range(options.splits):  # a run that is stopped has whole first splits
            for one in sets:
                folder = options.work / "data" / one["name"] / str(split)
                kept = options.work / "results" / method.replace(":", "-") / f"{one['name']}-{split}.json"
                if not folder.exists() or kept.exists():
                    continue
                kept.parent.mkdir(parents=True, exist_ok=True)
                result = methods.fit(method, one, folder, split, options.nn)
                kept.write_text(json.dumps(result))
                print(method, one["name"], split, {k: round(v, 4) for k, v in result.items()
                                                   if isinstance(v, (int, float))}, result.get("failed", ""), flush=True)


main()
