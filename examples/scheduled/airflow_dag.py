"""Evaluate, compare with the baseline and report, every night, with Airflow's Spark provider.

Needs apache-airflow-providers-apache-spark and a connection named spark_default. A failed gate ends
spark-submit with exit code 3, so the task fails and Airflow alerts; `run.json` says which gate.
"""

from __future__ import annotations

import pendulum
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.sdk import DAG

JAR = "/opt/slicewise/slicewise-app.jar"
CONFIG = "/opt/slicewise/examples/scheduled"
REPORTS = "/data/reports"


def slicewise(task_id: str, *arguments: str, **options) -> SparkSubmitOperator:
    """One command of Slicewise as a task."""
    return SparkSubmitOperator(
        task_id=task_id,
        conn_id="spark_default",
        application=JAR,
        java_class="dev.slicewise.jobs.Main",
        application_args=list(arguments),
        **options,
    )


with DAG(
    dag_id="slicewise_flights",
    schedule="30 4 * * *",
    start_date=pendulum.datetime(2013, 1, 1, tz="UTC"),
    # A night that is late must not overtake the one before: drift looks back one window.
    max_active_runs=1,
    catchup=True,
    default_args={"retries": 2, "retry_delay": pendulum.duration(minutes=5)},
):
    day = "{{ data_interval_start | ds }}"
    next_day = "{{ data_interval_end | ds }}"

    evaluate = slicewise(
        "evaluate",
        "evaluate",
        "--config", f"{CONFIG}/nightly.yaml",
        "--input", f"/data/flights/{day}.parquet",
        "--window-start", day,
        "--window-end", next_day,
        "--state-table", f"{REPORTS}/states",
        "--run-id", f"flights-{day}",
        "--out", f"{REPORTS}/{day}",
    )
    drift = slicewise(
        "drift",
        "drift",
        "--config", f"{CONFIG}/drift.yaml",
        "--state-table", f"{REPORTS}/states",
        "--from", day,
        "--to", next_day,
        "--run-id", f"flights-drift-{day}",
        "--out", f"{REPORTS}/{day}-drift",
        trigger_rule="all_done",
    )
    report = slicewise(
        "report",
        "report", f"{REPORTS}/{day}", f"{REPORTS}/{day}-drift",
        "--out", f"{REPORTS}/{day}.html",
        "--overwrite",
        trigger_rule="all_done",
    )
    evaluate >> drift >> report
