# SPDX-License-Identifier: Apache-2.0
"""The sets, and their splits: the same rows for every method."""
import csv
import hashlib
import json
import pathlib

from sklearn.model_selection import train_test_split

HERE = pathlib.Path(__file__).resolve().parent
MOST_ROWS = 8000
THREE_SPLITS_UP_TO = 3000


def sets(names):
    every = json.loads((HERE / "sets.json").read_text()) + json.loads((HERE / "published.json").read_text())
    by_name = {one["name"]: one for one in every}
    drawn = [one for one in every if "split" not in one]
    return [by_name[name] for name in names] if names else drawn


def prepare(chosen, raw, work, shift):
    for one in chosen:
        header, rows = read(one, raw)
        keep = [i for i, name in enumerate(header) if name not in one.get("ignore", [])]
        for split, parts in divided(one, header, rows, shift):
            folder = work / "data" / one["name"] / str(split)
            folder.mkdir(parents=True, exist_ok=True)
            for name, part in parts.items():
                with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
                    writer = csv.writer(file, lineterminator="\n")
                    writer.writerow([header[i] for i in keep])
                    writer.writerows([[row[i] for i in keep] for row in part])
        print(one["name"], len(rows), "rows,", len(keep) - 1, "columns")


def read(one, raw):
    tables = []
    for file, digest in zip(one.get("files", [one["name"] + ".csv"]), one["sha256"]):
        content = (raw / file).read_bytes()
        if hashlib.sha256(content).hexdigest() != digest:
            raise SystemExit(f"{raw / file} is not the file that sets.json describes; take it from {one['from']}")
        table = list(csv.reader(content.decode("utf-8-sig").splitlines()))
        tables.append([row for row in table if row])
    header = one["columns"] if "columns" in one else tables[0][0]
    rows = [row for table in tables for row in (table if "columns" in one else table[1:])]
    return header, [row for row in rows if len(row) == len(header)]


def divided(one, header, rows, shift):
    if one.get("split") == "number":
        yield 0, by_number(rows)
        return
    target = header.index(one["target"])
    labels = [row[target] for row in rows] if one["task"] != "regression" else None
    if len(rows) > MOST_ROWS:
        rows, _ = train_test_split(rows, train_size=MOST_ROWS, random_state=shift, stratify=labels)
        labels = [row[target] for row in rows] if labels else None
    for split in range(3 if len(rows) <= THREE_SPLITS_UP_TO else 2):
        train, test = train_test_split(rows, test_size=0.25, random_state=split + shift, stratify=labels)
        yield split, {"train": train, "test": test}


def by_number(rows):
    """A split that anybody can repeat: of row i, from 0, by the fraction of i times 2654435761 over 2 to the 32nd."""
    share = [(i * 2654435761 % 2**32) / 2**32 for i in range(len(rows))]
    return {"train": [row for row, u in zip(rows, share) if u < 0.8],
            "test": [row for row, u in zip(rows, share) if u >= 0.8]}
