"""librosa over the first BENCH_CLIPS WAVs of the folder RAVDESS, with a pool of processes.

A process that dies ends the measurement with an error: multiprocessing.Pool would wait for its
result for ever.
"""

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

DISTRIBUTIONS = ("librosa", "numpy", "soxr", "soundfile")


def extract(path):
    import librosa
    from features import summary162

    summary162(*librosa.load(path, duration=2.5, offset=0.6))


def make(processes):
    folder = Path(os.environ["RAVDESS"])
    paths = sorted(p for p in folder.rglob("*.wav") if not p.name.startswith("."))
    paths = paths[: int(os.environ["BENCH_CLIPS"])]
    pool = ProcessPoolExecutor(processes, mp_context=get_context("forkserver"))
    list(pool.map(extract, paths[:8]))  # imports and compiles
    return lambda: list(pool.map(extract, paths, chunksize=8))


def rows(signals):
    return {str(processes): lambda n=processes: make(n) for processes in (1, 2)}
