"""How fast, how much memory, how much work: what a measurement says in figures."""

import os
from collections.abc import Sequence
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_CPU_FIELDS = slice(13, 15)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that `share` (0 to 1) of `values` stays under or at."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def spread(values: Sequence[float], unit: str = "s", factor: float = 1) -> str:
    """Return the median, the 95th percentile and the most in one line."""
    if not values:
        return "nothing measured"
    p50, p95 = (percentile(values, share) * factor for share in (0.5, 0.95))
    return f"p50 {p50:.2f} {unit}, p95 {p95:.2f} {unit}, most {max(values) * factor:.2f} {unit}"


def verdict(holds: bool) -> str:
    """Return the word that says whether a goal was reached."""
    return "reached" if holds else "NOT REACHED"


def cpu_seconds(pid: int) -> float:
    """Return the CPU time that process `pid` has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    # The fields after the name start at number 3 of the manual page.
    return (
        sum(int(field) for field in fields[_CPU_FIELDS.start - 2 : _CPU_FIELDS.stop - 2]) / _TICKS
    )


def memory_megabytes(pid: int) -> tuple[float, float]:
    """Return the RSS and the PSS of process `pid`, in millions of bytes."""
    kilobytes = {}
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]:
        name, _, value = line.partition(":")
        kilobytes[name] = int(value.split()[0])
    return kilobytes["Rss"] * 1024 / 1e6, kilobytes["Pss"] * 1024 / 1e6
