"""Times librosa over a folder of WAVs with a pool of processes: prints seconds.

    python3 dataset.py FOLDER PROCESSES
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[name] = "1"

import sys
import time
import warnings
from multiprocessing import Pool
from pathlib import Path

import librosa
from features import summary162

warnings.simplefilter("ignore")


def extract(path):
    return summary162(*librosa.load(path, duration=2.5, offset=0.6))


def main():
    paths = [p for p in sorted(Path(sys.argv[1]).rglob("*.wav")) if not p.name.startswith("._")]
    with Pool(int(sys.argv[2])) as pool:
        pool.map(extract, paths[:8])  # imports and compiles
        start = time.perf_counter()
        rows = pool.map(extract, paths, chunksize=8)
        print(time.perf_counter() - start, len(rows))


if __name__ == "__main__":
    main()
