"""Output directories as runs write them: an ordinary month, and one whose every name is hostile."""

import json
import math
import random

from .names import Names

CARRIERS = ["9E", "AA", "B6", "DL", "EV", "F9", "MQ", "OO", "UA", "US", "VX", "WN"]
ORIGINS = ["EWR", "JFK", "LGA"]
MONTHS = [f"2013-{month:02}" for month in range(4, 13)]
NUMBERS = ["distance", "dep_delay", "predicted_delay"]
CATEGORIES = ["carrier", "origin"]
MODEL, BASELINE = "boosted", "carrier mean"


def write(folder, hostile=False):
    """Writes the directories below a folder and returns their paths."""
    draw = random.Random(20130707)
    names = Names(hostile)
    files = {
        "evaluated": {
            "metrics": list(metrics(draw, names)),
            "gates": list(gates(draw, names)),
            "worst": list(worst(draw, names)),
        },
        "compared": {"comparison": list(comparison(draw, names))},
        "drifted": {"drift": list(drift(draw, names)), "distributions": list(distributions(draw, names))},
    }
    paths = []
    for directory, contents in files.items():
        path = folder / directory
        path.mkdir(parents=True, exist_ok=True)
        for file, objects in contents.items():
            (path / f"{file}.json").write_text(json.dumps(objects), encoding="utf-8")
        (path / "run.json").write_text(json.dumps(run(directory, names)), encoding="utf-8")
        paths.append(path)
    return paths


def run(directory, names):
    command = {"evaluated": "evaluate", "compared": "compare", "drifted": "drift"}[directory]
    return {
        "run_id": f"nightly-{command}",
        "command": command,
        "status": "complete",
        "verdict": "fail" if command == "evaluate" else "ok",
        "exit_code": 3 if command == "evaluate" else 0,
        "configuration": {
            "input": f"s3://flights/{names('2013')}.parquet",
            "roles": {"label": names("arr_delay"), "prediction": names("predicted_delay")},
            "confidence": 0.95,
            "slices": [[], [{"name": names("carrier")}], [{"name": names("carrier")}, {"name": names("origin")}]],
        },
        "conventions": {"error": "prediction - label", names("ties"): names("one half")},
        "versions": {"slicewise": "0.1.0", "spark": "4.1.0"},
    }


def slices(names):
    """All rows, carriers, and carriers by origin: definition, values and rows."""
    carrier, origin = names("carrier"), names("origin")
    yield [], {}, 320_000
    for i, c in enumerate(CARRIERS):
        yield [carrier], {carrier: names(c)}, 60_000 // (i + 1)
    for i, c in enumerate(CARRIERS[:6]):
        for j, o in enumerate(ORIGINS):
            yield [carrier, origin], {carrier: names(c), origin: names(o)}, 12_000 // (i + 2 * j + 1)


def around(value, half):
    return {"ci_low": value - half, "ci_high": value + half}


def metrics(draw, names):
    for definition, values, n in slices(names):
        place = {"slices": definition, "slice": values}
        counters = {"n_rows": n + n // 40, "n_used": n, "n_null": n // 40}
        shift = draw.gauss(0, 3) if definition else 0
        half = 90 / math.sqrt(n)
        asked = [
            ("mean_absolute_error", {}, 25 + shift, half),
            ("mean_error", {}, -1 + shift / 4, half),
            ("quantile_abs_error", {"q": 0.9, "method": "inverted_cdf"}, 58 + 2 * shift, 3 * half),
        ]
        for metric, params, value, width in asked:
            yield place | {"metric": metric, "params": params, "value": value, "n": n} | around(value, width) | {
                "weight_sum": n, "exactness": "exact", "error_bound": None, "reason": None,
                "ci_method": "t", "counters": counters,
            }
        yield place | {
            "metric": "reliability_curve", "params": {"strategy": "uniform", "n_bins": 10, "edges": "left"},
            "value": None, "n": n, "weight_sum": n, "reason": None, "counters": counters,
            "curve": [reliability(draw, i) for i in range(10)],
        }


def reliability(draw, i):
    share = min(0.99, max(0.01, (i + 0.5) / 10 + draw.gauss(0, 0.03)))
    return {
        "n": 60_000 // (i + 1), "mean_prediction": (i + 0.5) / 10, "mean_label": share,
        "wilson_low": max(0, share - 0.02 * (i + 1) / 3), "wilson_high": min(1, share + 0.02 * (i + 1) / 3),
    }


def gates(draw, names):
    rules = [
        ("mean error", "mean_error", "abs(mean_error) <= 4", 4.0, 0.4),
        ("error by carrier", "mean_absolute_error", "mean_absolute_error <= 27", 27.0, 25.0),
        ("tail", "quantile_abs_error", "quantile_abs_error(q=0.9) <= 1.05 * reference", 62.0, 59.0),
    ]
    for gate, metric, condition, threshold, usual in rules:
        for definition, values, n in list(slices(names))[:8]:
            value = usual + draw.gauss(0, 0.06) * threshold
            half = 150 / math.sqrt(n)
            surely = "fail" if value - half > threshold else "pass" if value + half <= threshold else None
            yield {
                "gate": names(gate), "metric": metric, "params": {}, "slices": definition, "slice": values,
                "condition": names(condition), "value": value, "reference_value": 59.0 if gate == "tail" else None,
                "threshold": threshold, "n": n, "verdict": surely or "inconclusive",
                "rows_needed": None if surely else 40 * n, "reason": None if surely else names("interval holds the threshold"),
            } | around(value, half)


def worst(draw, names):
    for definition, values, n in list(slices(names))[1:8]:
        difference = draw.uniform(2, 9)
        yield {
            "slices": definition, "slice": values, "metric": "mean_absolute_error", "params": {},
            "value": 25 + difference, "complement_value": 25.0, "difference": difference,
            "p_value": 1e-9, "p_adjusted": 3e-8, "n": n, "share": n / 320_000, "excess": difference * n / 8_000_000,
        } | around(difference, 100 / math.sqrt(n))


def comparison(draw, names):
    for definition, values, n in slices(names):
        for metric, base, scale in [("mean_absolute_error", 25.0, 1.0), ("root_mean_squared_error", 42.0, 2.0)]:
            delta = scale * (-1.2 + (draw.gauss(0, 1.2) if definition else 0))
            half = scale * 60 / math.sqrt(n)
            verdict = "better" if delta + half < 0 else "worse" if delta - half > 0 else "inconclusive"
            yield {
                "slices": definition, "slice": values, "metric": metric, "params": {},
                "model": names(MODEL), "baseline": names(BASELINE), "value": base + delta, "baseline_value": base,
                "delta": delta, "ci_method": "paired t", "p_value": 0.01, "p_adjusted": 0.04, "test": "paired t",
                "n": n, "wins": n // 2, "ties": n // 50, "losses": n - n // 2 - n // 50, "margin": 0.5,
                "verdict": verdict, "reason": None if verdict != "inconclusive" else names("the interval holds 0"),
            } | around(delta, half)


def drift(draw, names):
    for kind in ["BASELINE", "CONSECUTIVE"]:
        for month, start in enumerate(MONTHS):
            end = MONTHS[month + 1] if month + 1 < len(MONTHS) else "2014-01"
            window = {"window_start": f"{start}-01T00:00:00Z", "window_end": f"{end}-01T00:00:00Z"}
            for definition, values, n in list(slices(names))[:5]:
                for i, column in enumerate(NUMBERS + CATEGORIES):
                    for method, threshold in ([("psi", 0.2), ("ks_statistic", 0.1)] if i < 3 else [("js_distance", 0.1)]):
                        value = abs(draw.gauss(0, threshold / 2)) * (1 + (column == "dep_delay") * month / 4)
                        yield window | {
                            "comparison": kind, "reference_start": "2013-01-01T00:00:00Z",
                            "reference_end": "2013-04-01T00:00:00Z", "slices": definition, "slice": values,
                            "column": names(column), "method": method, "params": {}, "value": value, "error_bound": 0.0,
                            "threshold": threshold, "direction": "above",
                            "verdict": "drift" if value > threshold else "no_drift",
                            "p_value": 0.001, "p_adjusted": 0.01, "n_reference": 80_000, "n_current": 27_000,
                            "details": {}, "reason": None,
                        }


def distributions(draw, names):
    window = {"window_start": "2013-12-01T00:00:00Z", "window_end": "2014-01-01T00:00:00Z"}
    for column in NUMBERS + CATEGORIES:
        numbers = column in NUMBERS
        labels = [names(c) for c in (CARRIERS if column == "carrier" else ORIGINS)]
        count = 12 if numbers else len(labels)
        shares = [draw.uniform(0.5, 1.5) for _ in range(2 * count)]
        bins = [
            {
                "label": None if numbers else labels[i],
                "low": (i - 4) * 15.0 if numbers and i > 0 else None,
                "high": (i - 3) * 15.0 if numbers and i < count - 1 else None,
                "reference_share": shares[i] / sum(shares[:count]),
                "current_share": shares[count + i] / sum(shares[count:]),
            }
            for i in range(count)
        ]
        yield window | {
            "slices": [], "slice": {}, "column": names(column), "kind": "numbers" if numbers else "categories",
            "bins": bins, "missing_reference": 0.011, "missing_current": 0.034,
        }
