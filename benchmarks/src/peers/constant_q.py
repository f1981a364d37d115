"""Times librosa's constant-Q functions, one thread: prints JSON for ../features-constant-q.ts.

    python3 constant_q.py SAMPLES.f32

Raw float32 at 22,050 Hz.
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[name] = "1"

import json
import sys
import time

import librosa
import numpy as np

REPEATS = 120


def measure(run):
    times = []
    for i in range(5 + REPEATS):
        start = time.perf_counter()
        run()
        if i >= 5:
            times.append((time.perf_counter() - start) * 1e3)
    times.sort()
    return {"minimum": times[0], "median": times[len(times) // 2]}


def main():
    y = np.fromfile(sys.argv[1], dtype=np.float32)
    feature = librosa.feature
    timings = {
        "cqt": measure(lambda: librosa.cqt(y)),
        "vqt": measure(lambda: librosa.vqt(y)),
        "hybridCqt": measure(lambda: librosa.hybrid_cqt(y)),
        "chromaCqt": measure(lambda: feature.chroma_cqt(y=y)),
        "tonnetz": measure(lambda: feature.tonnetz(y=y)),
    }
    print(json.dumps(timings))


if __name__ == "__main__":
    main()
