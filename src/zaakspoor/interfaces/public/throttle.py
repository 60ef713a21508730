"""How often one address may ask something that costs us work."""

import threading
from collections import OrderedDict
from dataclasses import dataclass


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled_at: float


class Throttle:
    """A token bucket per key, in the memory of this process.

    `burst` requests at once, refilled with `per_minute`. It keeps the `remember` keys that were
    seen last, so that a flood of addresses cannot fill the memory.
    """

    def __init__(self, *, burst: int, per_minute: float, remember: int = 10_000) -> None:
        self._burst = burst
        self._per_second = per_minute / 60
        self._remember = remember
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()
        self._lock = threading.Lock()

    def wait_seconds(self, key: str, *, now: float) -> float:
        """Take one token for `key`; return 0, or after how many seconds there is one again.

        `now` is a monotonic clock in seconds.
        """
        with self._lock:
            bucket = self._buckets.pop(key, None) or _Bucket(float(self._burst), now)
            self._buckets[key] = bucket
            if len(self._buckets) > self._remember:
                self._buckets.popitem(last=False)
            refilled = bucket.tokens + (now - bucket.filled_at) * self._per_second
            bucket.tokens, bucket.filled_at = min(float(self._burst), refilled), now
            if bucket.tokens >= 1:
                bucket.tokens -= 1
                return 0.0
            return (1 - bucket.tokens) / self._per_second
