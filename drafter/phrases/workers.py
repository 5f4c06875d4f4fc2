"""Work spread over processes: the same results, in the same order, as doing it one by one.

Workers only compute. They write nothing, and end when the process that started them does, however
it ended.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
_AHEAD = 2  # items waiting for each worker, so that none is idle and memory stays bounded


def cores() -> int:
    """How many processes can work at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(
    function: Callable[[Item], Result], items: Iterable[Item], jobs: int = 0
) -> Iterator[Result]:
    """`function` of each item, in order; by `jobs` processes (0: as many as there are cores).

    One process is started for none: with a single job, or a single item, the work is done here.
    """
    waiting = iter(items)
    first = list(islice(waiting, 2))
    jobs = jobs or cores()
    if jobs < 2 or len(first) < 2:
        yield from map(function, first)
        yield from map(function, waiting)
        return
    # A fresh interpreter each: a copy of this one would share its open banks.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_obedient)
    running: deque[tuple[Item, Future[Result]]] = deque()
    try:
        for item in _chained(first, waiting):
            running.append((item, pool.submit(function, item)))
            if len(running) >= _AHEAD * jobs:
                yield _result(function, *running.popleft())
        while running:
            yield _result(function, *running.popleft())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _chained(first: list[Item], rest: Iterator[Item]) -> Iterator[Item]:
    yield from first
    yield from rest


def _result(function: Callable[[Item], Result], item: Item, future: Future[Result]) -> Result:
    try:
        return future.result()
    except BrokenProcessPool:
        # A worker was killed, for want of memory perhaps: what it was at is done here.
        return function(item)


def _obedient() -> None:
    """Leave Ctrl-C to the process that started this one, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
