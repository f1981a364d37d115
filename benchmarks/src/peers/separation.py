"""Times librosa's separation and inversion on one clip, one thread: JSON for ../features-separation.ts.

    python3 separation.py SAMPLES.f32

Raw float32: 3 s at 22,050 Hz.
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[name] = "1"

import json
import sys
import time

import librosa
import numpy as np


def measure(run, repeats):
    times = []
    for i in range(2 + repeats):
        start = time.perf_counter()
        run()
        if i >= 2:
            times.append((time.perf_counter() - start) * 1e3)
    times.sort()
    return {"minimum": times[0], "median": times[len(times) // 2]}


def main():
    y = np.fromfile(sys.argv[1], dtype=np.float32)
    d = librosa.stft(y)
    s = np.abs(d)
    mel = librosa.feature.melspectrogram(y=y, sr=22050)
    mfcc = librosa.feature.mfcc(y=y, sr=22050)
    inverse = librosa.feature.inverse
    timings = {
        "decompose.hpss": measure(lambda: librosa.decompose.hpss(d), 20),
        "harmonic": measure(lambda: librosa.effects.harmonic(y), 20),
        "griffinlim": measure(lambda: librosa.griffinlim(s, init=None), 10),
        "melToStft": measure(lambda: inverse.mel_to_stft(mel, sr=22050), 3),
        "mfccToAudio": measure(lambda: inverse.mfcc_to_audio(mfcc, sr=22050), 3),
    }
    print(json.dumps(timings))


if __name__ == "__main__":
    main()
