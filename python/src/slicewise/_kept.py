"""What Spark keeps until it is closed."""

from __future__ import annotations

from types import TracebackType
from typing import TypeVar

K = TypeVar("K", bound="Kept")


class Kept:
    """Something that the end of a ``with`` block closes."""

    def close(self) -> None:
        """Lets Spark forget what it keeps."""
        raise NotImplementedError

    def __enter__(self: K) -> K:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
