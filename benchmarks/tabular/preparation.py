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
    drawn, published = (json.loads((HERE / file).read_text()) for file in ("sets.json", "published.json"))
    by_name = {one["name"]: [one] for one in drawn + published} | {"published": published}
    return [one for name in names for one in by_name[name]] if names else drawn


def prepare(chosen, raw, work, shift):
    for one in chosen:
        header, tables = read(one, raw)
        keep = [i for i, name in enumerate(header) if name not in one.get("ignore", [])]
        for split, parts in divided(one, header, tables, shift):
            folder = work / "data" / one["name"] / str(split)
            folder.mkdir(parents=True, exist_ok=True)
            for name, part in parts.items():
                with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
                    writer = csv.writer(file, lineterminator="\n")
                    writer.writerow([header[i] for i in keep])
                    writer.writerows([[row[i] for i in keep] for row in part])
        print(one["name"], sum(map(len, tables)), "rows,", len(keep) - 1, "columns")


def read(one, raw):
    """The header, and the rows of every file, in order; `files` of a set are one table."""
    header, rows = [], []
    for number, (file, digest) in enumerate(zip(one.get("files", [one["name"] + ".csv"]), one["sha256"])):
        content = (raw / file).read_bytes()
        if hashlib.sha256(content).hexdigest() != digest:
            raise SystemExit(f"{raw / file} is not the file that was described; take it from {one['from']}")
        table = [row for row in csv.reader(content.decode("utf-8-sig").splitlines()) if row]
        if "strip" in one:
            table = [[cell.strip(one["strip"]) for cell in row] for row in table]
        header = one["columns"] if "columns" in one else table.pop(0)
        added = [values[number] for values in one.get("by file", {}).values()]
        rows.append([row + added for row in table if len(row) == len(header)])
    return derived(one, header + list(one.get("by file", {})), rows)


def derived(one, header, tables):
    """Columns that papers made of those in the file: quotients, and a target in other units."""
    place = {name: i for i, name in enumerate(header)}
    for row in (row for table in tables for row in table):
        for above, below in one.get("ratios", {}).values():
            row.append(repr(float(row[place[above]]) / float(row[place[below]])))
        for name, by in one.get("divide", {}).items():
            row[place[name]] = repr(float(row[place[name]]) / by)
    return header + list(one.get("ratios", {})), tables


def divided(one, header, tables, shift):
    if one.get("split") == "last file tests":
        yield 0, {"train": sum(tables[:-1], []), "test": tables[-1]}
        return
    rows = sum(tables, [])
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
