# SPDX-License-Identifier: Apache-2.0
"""What is compared: each method learns from train.csv and answers test.csv."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import warnings

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"
import numpy as np
import pandas as pd
from sklearn.metrics import log_loss, roc_auc_score

warnings.filterwarnings("ignore")


def fit(method, one, folder, split, nn):
    if method.startswith("nn:"):
        return own(one, folder, nn, method.split(":")[1])
    return other(method, one, folder, split)


# ---- nn4j: the command line, as a user calls it ----
def call(*command):
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        process = subprocess.Popen([str(part) for part in command], stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        err.seek(0)
        return process.returncode, err.read(), usage.ru_utime + usage.ru_stime


def own(one, folder, nn, preset):
    with tempfile.TemporaryDirectory() as place:
        model, answers = pathlib.Path(place, "model.nn"), pathlib.Path(place, "answers.csv")
        status, words, seconds = trained(one, folder / "train.csv", nn, preset, model)
        if status:
            return {"failed": words[-1500:]}
        status, words, _ = call(nn, "predict", "--model", model, "--data", folder / "test.csv", "--probabilities",
                                "--out", answers)
        if status:
            return {"failed": words[-1500:]}
        given = pd.read_csv(answers, dtype=str, keep_default_na=False)
        size = model.stat().st_size
    truth = targets(one, folder / "test.csv")
    if one["task"] == "regression":
        result = of_numbers(truth, given["prediction"].astype(float).values)
    else:
        names = [name for name in given.columns if name.startswith("p_")]
        result = of_labels(truth, [name[2:] for name in names], given[names].astype(float).values)
    return {**result, "cpu": seconds, "bytes": size}


def trained(one, data, nn, preset, model):
    learn = ["--data", data, "--target", one["target"].strip(), "--preset", preset]
    if "template" not in one:
        return call(nn, "train", "--threads", "1", *learn, "--out", model)
    recipe = model.with_suffix(".json")  # where few whole numbers would be taken for labels
    status, words, asked = call(nn, "new", "--template", one["template"], *learn, "--out", recipe)
    if status:
        return status, words, asked
    status, words, seconds = call(nn, "train", "--threads", "1", "--config", recipe, "--data", data, "--out", model)
    return status, words, asked + seconds


# ---- what is measured ----
def targets(one, file):
    cells = pd.read_csv(file, dtype=str, keep_default_na=False)[one["target"]].str.strip()
    return cells.astype(float).values if one["task"] == "regression" else cells.values


def of_numbers(truth, given):
    error = given - truth
    return {"error": float(np.sqrt(np.mean(error * error)))}


def of_labels(truth, labels, probabilities):
    p = np.clip(np.asarray(probabilities, float), 1e-7, 1)
    p /= p.sum(1, keepdims=True)
    place = {label: i for i, label in enumerate(labels)}
    true = np.array([place.get(label, -1) for label in truth])
    of_truth = np.where(true < 0, 1e-7, p[np.arange(len(true)), true])
    result = {"error": float(np.mean(np.argmax(p, 1) != true)), "logLoss": float(-np.mean(np.log(of_truth)))}
    if len(labels) == 2:
        result["auc"] = float(roc_auc_score(true, p[:, 1]))
    return result


# ---- other libraries ----
def frames(one, folder):
    parts = [pd.read_csv(folder / f"{name}.csv", skipinitialspace=True) for name in ("train", "test")]
    rows, x = len(parts[0]), pd.concat(parts, ignore_index=True)
    x = x.drop(columns=[name for name in x.columns if name.strip() == one["target"].strip()])
    for name in one.get("numeric", []):
        x[name] = pd.to_numeric(x[name], errors="coerce")
    for name, form in one.get("dates", {}).items():
        moment = pd.to_datetime(x.pop(name), format=form)
        for part in ("year", "month", "day", "weekday", "hour"):
            x[f"{name}.{part}"] = getattr(moment.dt, part)
    for name in list(x.columns):
        if x[name].dtype == bool:
            x[name] = x[name].astype(int)
        elif not pd.api.types.is_numeric_dtype(x[name]):
            known = x[name][:rows].dropna()
            if known.nunique() > 50 and known.nunique() > 0.5 * len(known):
                del x[name]  # free text, or an identifier: nn leaves it out too
        elif x[name][:rows].notna().sum() == 0:
            del x[name]
    texts = [name for name in x.columns if not pd.api.types.is_numeric_dtype(x[name])]
    x[texts] = x[texts].astype(object)
    return x[:rows], x[rows:].reset_index(drop=True), texts


def other(method, one, folder, split):
    x, test, texts = frames(one, folder)
    y, truth = targets(one, folder / "train.csv"), targets(one, folder / "test.csv")
    classes = one["task"] != "regression"
    before = time.process_time()
    model = MAKERS[method](x, y, texts, classes, split)
    seconds = time.process_time() - before
    if classes:
        return {**of_labels(truth, [str(label) for label in model.classes_], model.predict_proba(test)), "cpu": seconds}
    return {**of_numbers(truth, model.predict(test)), "cpu": seconds}


def with_one_hot(x, texts, last):
    from sklearn.compose import ColumnTransformer
    from sklearn.impute import SimpleImputer
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler
    numbers = [name for name in x.columns if name not in texts]
    return make_pipeline(ColumnTransformer([
        ("texts", make_pipeline(SimpleImputer(strategy="constant", fill_value="missing"),
                                OneHotEncoder(handle_unknown="ignore")), texts),
        ("numbers", make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), numbers)]), last)


def linear(x, y, texts, classes, split):
    from sklearn.linear_model import LogisticRegression, Ridge
    return with_one_hot(x, texts, LogisticRegression(max_iter=1000) if classes else Ridge()).fit(x, y)


def mlp(x, y, texts, classes, split):
    from sklearn.compose import TransformedTargetRegressor
    from sklearn.neural_network import MLPClassifier, MLPRegressor
    from sklearn.preprocessing import StandardScaler
    last = MLPClassifier(random_state=0) if classes else \
        TransformedTargetRegressor(MLPRegressor(random_state=0), transformer=StandardScaler())
    return with_one_hot(x, texts, last).fit(x, y)


def with_numbered_texts(x, texts, last):
    from sklearn.compose import ColumnTransformer
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OrdinalEncoder
    numbers = [name for name in x.columns if name not in texts]
    coder = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=np.nan, encoded_missing_value=np.nan)
    return make_pipeline(ColumnTransformer([("texts", coder, texts), ("numbers", "passthrough", numbers)]), last)


def hgb(x, y, texts, classes, split):
    from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
    kind = HistGradientBoostingClassifier if classes else HistGradientBoostingRegressor
    last = kind(categorical_features=list(range(len(texts))) if texts else None, random_state=0)
    return with_numbered_texts(x, texts, last).fit(x, y)


def lightgbm(x, y, texts, classes, split):
    from lightgbm import LGBMClassifier, LGBMRegressor
    kind = LGBMClassifier if classes else LGBMRegressor
    last = kind(n_jobs=1, random_state=0, verbose=-1)
    model = with_numbered_texts(x, texts, last)
    step = model.steps[-1][0]
    return model.fit(x, y, **{f"{step}__categorical_feature": list(range(len(texts)))})


def realmlp(x, y, texts, classes, split):
    """RealMLP-TD-S by its authors; a fifth of the training rows validates."""
    sys.path.insert(0, os.environ["REALMLP"])
    import mlp as authors
    import torch
    from sklearn.model_selection import train_test_split
    from sklearn.preprocessing import LabelEncoder
    torch.set_num_threads(1)
    torch.manual_seed(split)
    np.random.seed(split)
    numbers = [name for name in x.columns if name not in texts]
    middle = x[numbers].median()

    def ready(rows):
        rows = rows.copy()
        rows[numbers] = rows[numbers].fillna(middle).astype(float)
        return rows

    coder = LabelEncoder().fit(y) if classes else None
    known = coder.transform(y) if classes else y
    parts = train_test_split(ready(x), known, test_size=0.2, random_state=split, stratify=known if classes else None)
    model = authors.Standalone_RealMLP_TD_S_Classifier() if classes else authors.Standalone_RealMLP_TD_S_Regressor()
    model.fit(parts[0], parts[2], parts[1], parts[3])

    class Answers:
        classes_ = coder.classes_ if classes else None

        def predict_proba(self, rows):
            p, every = model.predict_proba(ready(rows)), np.zeros((len(rows), len(coder.classes_)))
            every[:, np.asarray(model.classes_, int)] = p
            return every

        def predict(self, rows):
            return model.predict(ready(rows))
    return Answers()


MAKERS = {"linear": linear, "mlp": mlp, "hgb": hgb, "lightgbm": lightgbm, "realmlp": realmlp}
