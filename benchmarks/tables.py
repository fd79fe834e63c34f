#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Large CSV files, from the file to the answer, beside what Python has: whole processes in turns.

    benchmarks/tables.py nn-cli/target/nn ROWS [ROUNDS]

Needs numpy, pandas and scikit-learn, and duckdb if it is to be there. Draws ROWS rows of 24 numbers (four with gaps), a
category, a date, a boolean and a label (9,500,000 are 1.8 GB), trains the same network on 200,000 of them with nn and with
scikit-learn, and prints Markdown: seconds and peak memory of `nn predict`, `nn evaluate` and of reading, on all threads.
The JVM that reads has 8 GB.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

COLUMNS = [f"n{i}" for i in range(24)]
GAPS = COLUMNS[::6]
TRAINED = 200_000
BLOCK = 500_000
HERE = pathlib.Path(__file__).resolve().parent


def write_rows(path, rows, seed):
    import numpy
    import pandas

    draw = numpy.random.default_rng(seed)
    for first in range(0, rows, BLOCK):
        count = min(BLOCK, rows - first)
        table = {}
        for i, name in enumerate(COLUMNS):
            table[name] = numpy.round(draw.normal(size=count) * 10.0 ** (i % 4 - 1), 3)
        score = table["n1"] + table["n2"] / 10 + draw.normal(size=count)
        for name in GAPS:
            table[name] = numpy.where(draw.random(count) < 0.05, numpy.nan, table[name])
        cities = numpy.array(["Bern", "Graz", "Köln", "Lyon", "Oslo", "Riga", "Wien", "Zug"])
        table["city"] = cities[draw.integers(0, 8, count)]
        table["day"] = numpy.datetime64("2020-01-01") + draw.integers(0, 2000, count).astype("timedelta64[D]")
        table["member"] = numpy.array(["true", "false"])[draw.integers(0, 2, count)]
        table["y"] = numpy.where(score > 0, "yes", "no")
        pandas.DataFrame(table).to_csv(path, mode="a" if first else "w", header=first == 0, index=False)


def configuration():
    columns = {name: {"type": "number", "missing": "median"} for name in GAPS}
    columns["city"] = {"type": "category"}
    columns["day"] = {"type": "date-time", "parts": ["year", "month", "weekday"]}
    columns["member"] = {"type": "boolean"}
    layers = [
        {"outputDim": 64, "activation": "relu"},
        {"outputDim": 32, "activation": "relu"},
        {"outputDim": 1, "activation": "sigmoid"},
    ]
    return {
        "data": {"target": "y", "columns": columns},
        "preprocessing": {"scaling": "standard"},
        "network": {"layers": layers},
        "loss": "binary-cross-entropy",
        "optimizer": {"type": "adam", "learningRate": 0.001},
        "training": {"epochs": 1, "batchSize": 256, "seed": 42, "validationFraction": 0},
    }


def prepared(table):
    import pandas

    days = pandas.to_datetime(table.pop("day"))
    return table.assign(year=days.dt.year, month=days.dt.month, weekday=days.dt.weekday)


def fit(data, model):
    import pickle

    import pandas
    from sklearn.compose import make_column_transformer
    from sklearn.impute import SimpleImputer
    from sklearn.neural_network import MLPClassifier
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    table = prepared(pandas.read_csv(data))
    labels = table.pop("y")
    numbers = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
    inputs = make_column_transformer(
        (numbers, COLUMNS + ["year", "month", "weekday"]), (OneHotEncoder(), ["city", "member"])
    )
    pipeline = make_pipeline(inputs, MLPClassifier((64, 32), batch_size=256, max_iter=1))
    pickle.dump(pipeline.fit(table, labels), open(model, "wb"))


def apply(what, data, model, out):
    import pickle

    import pandas

    pipeline = pickle.load(open(model, "rb"))
    rows = right = 0
    for table in pandas.read_csv(data, chunksize=1_000_000):
        table = prepared(table)
        labels = table.pop("y")
        probabilities = pipeline.predict_proba(table)
        answers = pipeline.classes_[(probabilities[:, 1] > 0.5).astype(int)]
        if what == "predict":
            frame = pandas.DataFrame({"prediction": answers})
            frame.to_csv(out, mode="a" if rows else "w", header=rows == 0, index=False)
        right += (answers == labels).sum()
        rows += len(table)
    print(right / rows)


def read(what, data):
    started = time.time()
    if what == "pandas":
        import pandas

        started = time.time()
        pandas.read_csv(data)
    else:
        import duckdb

        database = duckdb.connect()
        database.execute(f"SET threads={os.cpu_count()}")
        database.execute("SET enable_progress_bar=false")
        started = time.time()
        database.execute(f"CREATE TABLE t AS SELECT * FROM read_csv('{data}')")
    print(f"0 {time.time() - started:.3f}")


def timed(command):
    """Wall and CPU seconds of a process, its peak memory in MB, and the last line it printed."""
    started = time.time()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed: {command}")
    last = output.strip().splitlines()[-1:] or [""]
    return time.time() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, last[0]


def row(name, results, seconds_printed):
    walls = [float(result[3].split()[1]) if seconds_printed else result[0] for result in results]
    shown = ", ".join(f"{wall:.1f}" for wall in walls)
    cpu = min(result[1] for result in results)
    print(f"| {name} | {shown} | {cpu:.1f} | {max(result[2] for result in results)} |", flush=True)


def main():
    home = pathlib.Path(sys.argv[1]).resolve()
    rows = int(sys.argv[2])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 2
    nn = str(home / "bin" / "nn")
    me = [sys.executable, __file__]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        data, few, model, pickled = (str(folder / file) for file in ["rows.csv", "few.csv", "m.nn", "m.pkl"])
        write_rows(data, rows, 1)
        write_rows(few, min(rows, TRAINED), 2)
        (folder / "c.json").write_text(json.dumps(configuration()))
        subprocess.run([nn, "--quiet", "train", "--config", str(folder / "c.json"), "--data", few, "--out", model],
                       check=True, stdout=subprocess.DEVNULL)
        subprocess.run(me + ["--fit", few, pickled], check=True, stderr=subprocess.DEVNULL)
        jars = str(home / "lib" / "*")
        reading = ["java", "-Xmx8g", "-XX:+UseParallelGC", "-cp", jars, str(HERE / "ReadTable.java"), data]
        out = str(folder / "out.csv")
        runs = {
            "nn predict": [nn, "predict", "--model", model, "--data", data, "--out", out],
            "pandas and scikit-learn": me + ["--predict", data, pickled, out],
            "nn evaluate": [nn, "evaluate", "--model", model, "--data", data],
            "pandas and scikit-learn, accuracy": me + ["--evaluate", data, pickled, out],
            "reading, nn4j": reading + [str(os.cpu_count())],
            "reading, nn4j, one thread": reading + ["1"],
            "reading, pandas": me + ["--read", "pandas", data],
        }
        try:
            import duckdb  # noqa: F401

            runs["reading, DuckDB"] = me + ["--read", "duckdb", data]
        except ImportError:
            pass
        results = {run: [] for run in runs}
        for _ in range(rounds):
            for run, command in runs.items():
                results[run].append(timed(command))
        size = os.path.getsize(data) / 1e6
        print(f"\n{rows} rows, {size:.0f} MB\n\n| | seconds | CPU seconds, least | peak MB |\n|---|---:|---:|---:|")
        for run, measured in results.items():
            row(run, measured, run.startswith("reading"))


if __name__ == "__main__":
    match sys.argv[1]:
        case "--fit":
            fit(*sys.argv[2:])
        case "--predict" | "--evaluate":
            apply(sys.argv[1][2:], *sys.argv[2:])
        case "--read":
            read(*sys.argv[2:])
        case _:
            main()
