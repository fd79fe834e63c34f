# SPDX-License-Identifier: Apache-2.0
"""The tables of docs/accuracy.md, as Markdown."""
import json

import numpy as np

LEAST_LOG_LOSS = 0.01


def show(sets, work, methods):
    found = {one["name"]: {m: results(one, work, m) for m in methods} for one in sets}
    means = {name: mean(by_method) for name, by_method in found.items()}
    means = {name: by_method for name, by_method in means.items() if by_method}
    classes = [one["name"] for one in sets if one["task"] != "regression" and one["name"] in means]
    numbers = [one["name"] for one in sets if one["task"] == "regression" and one["name"] in means]
    head = "| set | " + " | ".join(methods) + " |\n|---|" + "---:|" * len(methods)
    print("Error in % (labels) and RMSE (numbers), means over the splits that all methods have\n\n" + head)
    for name in classes:
        print(line(name, [f"{100 * means[name][m]['error']:.2f}" for m in methods]))
    for name in numbers:
        print(line(name, [f"{means[name][m]['error']:.4g}" for m in methods]))
    print("\nLog-loss\n\n" + head)
    for name in classes:
        print(line(name, [f"{means[name][m]['logLoss']:.3f}" for m in methods]))
    print("\nCPU seconds\n\n" + head)
    for name in classes + numbers:
        print(line(name, [f"{means[name][m]['cpu']:.1f}" for m in methods]))
    print("\nTogether: error and log-loss of the first over the other's, geometric means\n\n"
          "| | mean rank | error | labels | numbers | log-loss | better / worse / within 1 % | CPU s |\n"
          "|---|---:|---:|---:|---:|---:|---|---:|")
    for method in methods:
        print(line(method, together(means, classes, numbers, methods, method)))


def line(name, cells):
    return f"| {name} | " + " | ".join(cells) + " |"


def results(one, work, method):
    files = (work / "results" / method.replace(":", "-")).glob(f"{one['name']}-*.json")
    kept = {file.stem: json.loads(file.read_text()) for file in files}
    rows = sum(1 for _ in open(work / "data" / one["name"] / "0" / "test.csv")) - 1 if kept else 1
    return {split: {**result, "rows": rows} for split, result in kept.items() if "failed" not in result}


def mean(by_method):
    common = set.intersection(*(set(found) for found in by_method.values()))
    if not common:
        return {}
    return {method: {key: float(np.mean([found[split][key] for split in common]))
                     for key in ("error", "logLoss", "cpu", "rows") if key in found[min(common)]}
            for method, found in by_method.items()}


def together(means, classes, numbers, methods, method):
    first = methods[0]

    def error(name, of):
        value = means[name][of]
        return max(value["error"], 0.5 / value["rows"]) if name in classes else value["error"]

    def ratio(names):
        return geometric([error(name, first) / error(name, method) for name in names])

    losses = [max(means[name][first]["logLoss"], LEAST_LOG_LOSS) / max(means[name][method]["logLoss"], LEAST_LOG_LOSS)
              for name in classes]
    every = classes + numbers
    ranks = [rank([means[name][m]["error"] for m in methods], means[name][method]["error"]) for name in every]
    better = sum(error(name, first) < 0.99 * error(name, method) for name in every)
    worse = sum(error(name, method) < 0.99 * error(name, first) for name in every)
    return [f"{np.mean(ranks):.2f}", ratio(every), ratio(classes), ratio(numbers), geometric(losses),
            f"{better} / {worse} / {len(every) - better - worse}",
            f"{np.mean([means[name][method]['cpu'] for name in every]):.1f}"]


def rank(errors, own):
    return 1 + sum(e < own for e in errors) + (sum(e == own for e in errors) - 1) / 2


def geometric(values):
    return f"{np.exp(np.mean(np.log(values))):.3f}" if values else "–"
