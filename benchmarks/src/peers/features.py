"""Times librosa on one clip, one thread: prints JSON for ../features.ts.

    python3 features.py SAMPLES.f32

Raw float32: 2.5 s at 22,050 Hz, 2.5 s at 48,000 Hz, 3 s at 16,000 Hz for the functionals of
tools/parity in numpy and openSMILE's eGeMAPS, then 3 s at 22,050 Hz for pyin.
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[name] = "1"

import json
import sys
import time
from pathlib import Path

import librosa
import numpy as np
import opensmile

sys.path.append(str(Path(__file__).parents[3] / "tools" / "parity"))

from functionals_goldens import Clip, functionals

REPEATS = 40


def summary162(y, sr):
    rows = [
        librosa.feature.zero_crossing_rate(y=y),
        librosa.feature.chroma_stft(S=np.abs(librosa.stft(y)), sr=sr),
        librosa.feature.mfcc(y=y, sr=sr),
        librosa.feature.rms(y=y),
        librosa.feature.melspectrogram(y=y, sr=sr),
    ]
    return np.concatenate([np.mean(r.T, axis=0) for r in rows])


def measure(run, repeats=REPEATS):
    times = []
    for i in range(5 + repeats):
        start = time.perf_counter()
        run()
        if i >= 5:
            times.append((time.perf_counter() - start) * 1e3)
    times.sort()
    return {"minimum": times[0], "median": times[len(times) // 2]}


def main():
    samples = np.fromfile(sys.argv[1], dtype=np.float32)
    y, original, spoken, sung = np.split(samples, [55125, 175125, 223125])
    spoken = spoken.astype(float)
    smile = opensmile.Smile(
        feature_set=opensmile.FeatureSet.eGeMAPSv02,
        feature_level=opensmile.FeatureLevel.Functionals,
    )
    timings = {
        "summary162": measure(lambda: summary162(y, 22050)),
        "mfcc": measure(lambda: librosa.feature.mfcc(y=y, sr=22050)),
        "resample": measure(lambda: librosa.resample(original, orig_sr=48000, target_sr=22050)),
        "timeStretch": measure(lambda: librosa.effects.time_stretch(y, rate=0.8)),
        "pyin": measure(
            lambda: librosa.pyin(sung, fmin=65.40639132514966, fmax=2093.004522404789, sr=22050), 10
        ),
        "functionals": measure(lambda: functionals(Clip(spoken))),
        "egemaps": measure(lambda: smile.process_signal(spoken.astype(np.float32), 16000)),
    }
    print(json.dumps(timings))


if __name__ == "__main__":
    main()
