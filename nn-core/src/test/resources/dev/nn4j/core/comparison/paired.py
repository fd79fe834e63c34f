# SPDX-License-Identifier: Apache-2.0
"""Writes german.csv and mpg.csv, two models' answers to rows of a table, and prints differences and their standard errors.

Run beside the raw tables: python3 paired.py german.csv mpg.csv OUT. DeLong's covariance is that of their paper, by placements.
"""
import sys

import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.metrics import f1_score, log_loss, mean_squared_error, r2_score, roc_auc_score
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor


def placements(p, y):
    up, down = p[y == 1], p[y == 0]
    above = (up[:, None] > down[None, :]) + 0.5 * (up[:, None] == down[None, :])
    return above.mean(1), above.mean(0)


def delong(a, b, y):
    a1, a0 = placements(a, y)
    b1, b0 = placements(b, y)
    return np.sqrt(np.var(b1 - a1, ddof=1) / len(a1) + np.var(b0 - a0, ddof=1) / len(a0))


def bootstrap(metric, a, b, y):
    random = np.random.default_rng(0)
    drawn = [random.integers(0, len(y), len(y)) for _ in range(20000)]
    return np.std([metric(y[i], b[i]) - metric(y[i], a[i]) for i in drawn])


german, mpg, out = sys.argv[1:]
d = pd.read_csv(german).sample(400, random_state=0)
y = (d["default"].astype(str) == d["default"].astype(str).max()).to_numpy().astype(int)
x = d[["months_loan_duration", "amount", "age", "installment_rate", "existing_credits"]]
x = (x - x.mean()) / x.std()
a = LogisticRegression().fit(x[:250], y[:250]).predict_proba(x[250:])[:, 1].astype(np.float32).astype(float)
b = KNeighborsClassifier(12).fit(x[:250], y[:250]).predict_proba(x[250:])[:, 1].astype(np.float32).astype(float)
y = y[250:]
pd.DataFrame({"y": y, "a": a, "b": b}).to_csv(out + "/german.csv", index=False)
n = len(y)
right = lambda p: ((p > 0.5) == (y == 1)).astype(float)
cost = lambda p: -np.log(np.clip(np.where(y == 1, p, 1 - p), 1e-15, 1))
print("accuracy", (right(b) - right(a)).mean(), np.std(right(b) - right(a), ddof=1) / np.sqrt(n))
print("logLoss", (cost(b) - cost(a)).mean(), np.std(cost(b) - cost(a), ddof=1) / np.sqrt(n))
print("rocAuc", roc_auc_score(y, b) - roc_auc_score(y, a), delong(a, b, y))
print("f1", f1_score(y, b > 0.5) - f1_score(y, a > 0.5), bootstrap(f1_score, a > 0.5, b > 0.5, y))

d = pd.read_csv(mpg).dropna().sample(300, random_state=0)
x = d[["cylinders", "displacement", "horsepower", "weight", "acceleration"]]
x, y = (x - x.mean()) / x.std(), d["mpg"].to_numpy().astype(np.float32).astype(float)
a = LinearRegression().fit(x[:180], y[:180]).predict(x[180:]).astype(np.float32).astype(float)
b = KNeighborsRegressor(5).fit(x[:180], y[:180]).predict(x[180:]).astype(np.float32).astype(float)
y = y[180:]
pd.DataFrame({"y": y, "a": a, "b": b}).to_csv(out + "/mpg.csv", index=False)
n = len(y)
print("mse", ((b - y) ** 2 - (a - y) ** 2).mean(), np.std((b - y) ** 2 - (a - y) ** 2, ddof=1) / np.sqrt(n))
print("mae", (abs(b - y) - abs(a - y)).mean(), np.std(abs(b - y) - abs(a - y), ddof=1) / np.sqrt(n))
rmse = lambda t, p: np.sqrt(mean_squared_error(t, p))
print("rmse", rmse(y, b) - rmse(y, a), bootstrap(rmse, a, b, y))
print("r2", r2_score(y, b) - r2_score(y, a), bootstrap(r2_score, a, b, y))
