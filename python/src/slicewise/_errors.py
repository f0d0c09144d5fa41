"""What goes wrong, in one sentence, without the stack trace of a JVM."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager


class SlicewiseError(ValueError):
    """What was asked cannot be done; the message says what was expected, found and what to do."""


# How Java names the error that one of our functions threw, anywhere in a report of Spark.
_OURS = re.compile(
    r"(?:EvaluationException|IllegalArgumentException|StateFormatException"
    r"|InvalidRowsException|DateTimeException): (?P<said>[^\n]+)"
)
_THROWN = re.compile(r"An error occurred while calling [^\n]*\n: (?:[\w.$]+: )?(?P<said>[^\n]+)")
_FUNCTION = re.compile(r"^(?:eval|slice)_\w+: ")
_CONDITION = re.compile(r"^\[[A-Z0-9_.]+\] ")
_TAIL = re.compile(r"(?: SQLSTATE: \w+)?(?:; line \d+ pos \d+)?(?:;)?\s*$")
_MISMATCH = re.compile(r"due to data type mismatch: (?P<said>[^\n]+)")


def sentence(error: BaseException) -> str:
    """The first thing in a report of Spark that is meant for the user."""
    text = str(error)
    first = text.split("JVM stacktrace:")[0].strip().split("\n")[0]
    # Py4J says first which call it was, and then what was thrown.
    thrown = _THROWN.match(text)
    first = thrown["said"] if thrown else first
    # Errors of a task carry the cause below a first line that only counts attempts.
    far = thrown or "Job aborted" in first or "error occurred" in first
    nested = _OURS.search(text) if far else None
    mismatch = _MISMATCH.search(text)
    said = nested["said"] if nested else mismatch["said"] if mismatch else first
    return _TAIL.sub("", _CONDITION.sub("", _FUNCTION.sub("", said))).strip()


def nearest(word: str, known: Iterable[str]) -> str:
    """``did you mean 'x'?`` or nothing."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean '{near[0]}'?" if near else ""


def spark_errors() -> tuple[type[Exception], ...]:
    """What Spark raises; without Py4J, as in a client of Connect alone, none comes from it."""
    from pyspark.errors import PySparkException

    try:
        from py4j.protocol import Py4JJavaError
    except ImportError:
        return (PySparkException,)
    return (PySparkException, Py4JJavaError)


@contextmanager
def translated() -> Iterator[None]:
    """Turns what Spark raises into a :class:`SlicewiseError`."""
    try:
        yield
    except spark_errors() as error:
        raise SlicewiseError(sentence(error)) from None
