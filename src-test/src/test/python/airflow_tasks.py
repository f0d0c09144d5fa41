"""Prints the tasks of an Airflow DAG as JSON, with stand-ins for what Airflow would import."""

import json
import runpy
import sys
import types

tasks = []


class SparkSubmitOperator:
    """Keeps what a task would submit, and refuses what the operator does not know."""

    def __init__(self, *, task_id, conn_id, application, java_class, application_args, trigger_rule="all_success"):
        tasks.append({"task_id": task_id, "java_class": java_class, "arguments": application_args})

    def __rshift__(self, other):
        return other


class DAG:
    """What a DAG must be told."""

    def __init__(self, *, dag_id, schedule, start_date, max_active_runs, catchup, default_args):
        assert len(schedule.split()) == 5, schedule

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        return False


def module(name, **content):
    made = types.ModuleType(name)
    vars(made).update(content)
    sys.modules[name] = made


module("pendulum", datetime=lambda *parts, tz: parts, duration=lambda **parts: parts)
for package in ("airflow", "airflow.providers", "airflow.providers.apache", "airflow.providers.apache.spark",
                "airflow.providers.apache.spark.operators"):
    module(package)
module("airflow.sdk", DAG=DAG)
module("airflow.providers.apache.spark.operators.spark_submit", SparkSubmitOperator=SparkSubmitOperator)
runpy.run_path(sys.argv[1])
print(json.dumps(tasks))
