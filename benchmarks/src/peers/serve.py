"""Times rows of a script of this folder, one question a line, for ./python-peer.ts.

    python3 serve.py SCRIPT FOLDER

The script has `DISTRIBUTIONS`, whose versions are told, and `rows(signals)`: by name, a function
without arguments that makes what is timed, `run` or `(run, count)` where it does the work `count`
times. `signals[NAME]` are the samples of FOLDER/NAME.f32. All runs on one thread, but for what a
script asks for itself.
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ.setdefault(name, "1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")

import importlib
import json
import sys
import time
import warnings
from importlib import metadata
from pathlib import Path

import numpy as np

warnings.simplefilter("ignore")


class Signals:
    def __init__(self, folder):
        self.folder = Path(folder)

    def __getitem__(self, name):
        return np.fromfile(self.folder / f"{name}.f32", dtype=np.float32)


def shortest(made, budget):
    run, count = made if isinstance(made, tuple) else (made, 1)
    best = float("inf")
    end = time.perf_counter() + budget / 1e3
    while True:
        start = time.perf_counter()
        run()
        now = time.perf_counter()
        best = min(best, now - start)
        if now >= end:
            return best * 1e3 / count


def versions(names):
    found = {}
    for name in names:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            pass
    return found


def main():
    # What libraries print must not come between the answers.
    answers, sys.stdout = sys.stdout, sys.stderr
    script = importlib.import_module(sys.argv[1])
    rows, made = script.rows(Signals(sys.argv[2])), {}
    for line in sys.stdin:
        question = json.loads(line)
        try:
            if "versions" in question:
                answer = {"versions": versions(script.DISTRIBUTIONS)}
            else:
                row = question["row"]
                if row not in made:
                    made[row] = rows[row]()
                answer = {"milliseconds": shortest(made[row], question["budget"])}
        except Exception as error:  # A row that cannot be measured does not cost the others.
            answer = {"missing": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
