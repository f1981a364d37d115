"""Times librosa over a folder of WAVs with a pool of processes.

    python3 dataset.py FOLDER PROCESSES

Prints the seconds, the number of clips and how many of them could not be read. A process that dies
ends the measurement with an error: multiprocessing.Pool would wait for its result for ever.
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[name] = "1"

import sys
import time
import warnings
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import librosa
from features import summary162

warnings.simplefilter("ignore")


def extract(path):
    try:
        return summary162(*librosa.load(path, duration=2.5, offset=0.6))
    except Exception:  # The clip that cannot be read does not cost the others.
        return None


def main():
    paths = [p for p in sorted(Path(sys.argv[1]).rglob("*.wav")) if not p.name.startswith("._")]
    with ProcessPoolExecutor(int(sys.argv[2])) as pool:
        list(pool.map(extract, paths[:8]))  # imports and compiles
        start = time.perf_counter()
        rows = list(pool.map(extract, paths, chunksize=8))
        seconds = time.perf_counter() - start
    print(seconds, len(rows), sum(row is None for row in rows))


if __name__ == "__main__":
    main()
