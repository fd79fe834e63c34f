# SPDX-License-Identifier: Apache-2.0
"""Prints what scikit-learn makes of probabilities: calibration_curve with counts, precision_recall_curve, roc's cuts.

Run: python3 curves.py german.csv titanic.csv telco.csv. Probabilities are those of a logistic regression, of 32 steps so that
many are equal. They and the truth are written to curves.csv beside this file.
"""
import os
import sys

import numpy as np
import pandas as pd
from sklearn.calibration import calibration_curve
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_curve

german, titanic, telco = sys.argv[1:]
tables = {
    "german": (german, "default", ["months_loan_duration", "amount", "age"]),
    "titanic": (titanic, "Survived", ["Pclass", "SibSp", "Fare"]),
    "telco": (telco, "Churn", ["tenure", "MonthlyCharges", "SeniorCitizen"]),
}
rows = []
for name, (file, target, columns) in tables.items():
    d = pd.read_csv(file).sample(150, random_state=1)
    y = (d[target].astype(str) == d[target].astype(str).max()).to_numpy().astype(int)
    x = (d[columns] - d[columns].mean()) / d[columns].std()
    p = np.round(LogisticRegression().fit(x, y).predict_proba(x)[:, 1] * 32) / 32
    rows += [f"{name},{t},{s}" for t, s in zip(y, p)]
    observed, predicted = calibration_curve(y, p, n_bins=10)
    counts = np.bincount(np.searchsorted(np.linspace(0, 1, 11)[1:-1], p), minlength=10)
    print(name, "calibration", [f"{c} {a:.9f} {b:.9f}" for c, a, b in zip(counts[counts > 0], predicted, observed)])
    precision, recall, thresholds = precision_recall_curve(y, p)
    print(name, "cuts", len(thresholds), [f"{t} {a:.9f} {b:.9f}" for t, a, b in zip(thresholds, precision, recall)][::-5][:3])
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "curves.csv"), "w") as out:
    out.write("table,truth,probability\n" + "\n".join(rows) + "\n")
