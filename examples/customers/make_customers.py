#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes customers.csv: invented customers of an invented gym, the same on every machine.

Text, categories (some rare), dates, yes-or-no answers, numbers, gaps in several spellings, an identifier, a free text.
Whether a customer left depends on plan, age, visits, when they joined, and chance.
"""

import csv
import datetime
import math
import random

ROWS = 1500
PLANS = ["basic", "plus", "family", "student", "founder"]
PLAN_SHARES = [50, 25, 15, 9, 0.7]
PLAN_EFFECT = {"basic": 0.8, "plus": -0.4, "family": -1.4, "student": 1.2, "founder": -2.0}
FEES = {"basic": 19.9, "plus": 34.9, "family": 54.9, "student": 14.9, "founder": 9.9}
CITIES = ["Aachen", "Bonn", "Köln", "Düren", "Neuss", "Hürth", "Olpe"]
CITY_SHARES = [30, 20, 35, 8, 6, 0.6, 0.4]
NOTES = ["", "", "", 'called; asked about "plus"', "pays late", "brings friends, often", "moved house"]
LAST_DAY = datetime.date(2026, 6, 30)

random.seed(20261124)


def gap(text, share, mark=""):
    return mark if random.random() < share else text


def customer(number):
    plan = random.choices(PLANS, PLAN_SHARES)[0]
    city = random.choices(CITIES, CITY_SHARES)[0]
    age = min(85, max(16, round(random.gauss(23 if plan == "student" else 41, 13))))
    joined = LAST_DAY - datetime.timedelta(days=random.randrange(1, 1600))
    visits = max(0.0, random.gauss(6, 4))
    seen = datetime.datetime.combine(LAST_DAY, datetime.time()) - datetime.timedelta(
        days=random.expovariate(1 / 20), minutes=random.randrange(1440)
    )
    trainer = random.random() < 0.3
    score = (
        PLAN_EFFECT[plan]
        - 0.35 * (visits - 5)
        - 0.02 * (age - 40)
        - 1.2 * trainer
        + (1.1 if joined.month == 1 else 0)
        - 0.6 * (LAST_DAY - joined).days / 365
        + 0.9
    )
    left = random.random() < 1 / (1 + math.exp(-1.6 * score))
    return [
        f"G-{number:05d}",
        plan,
        gap(city, 0.02, "?"),
        gap(age, 0.06),
        f"{FEES[plan]:.2f}",
        joined.strftime("%d.%m.%Y"),
        gap(seen.strftime("%Y-%m-%d %H:%M"), 0.08, "n/a"),
        gap(f"{visits:.1f}", 0.04, "NA"),
        gap("yes" if trainer else "no", 0.05),
        random.choice(NOTES),
        "left" if left else "stayed",
    ]


with open("customers.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file, delimiter=";", lineterminator="\n")
    writer.writerow(
        "number;plan;city;age;fee;joined;last seen;visits a month;trainer;note;outcome".split(";")
    )
    writer.writerows(customer(number) for number in range(1, ROWS + 1))
