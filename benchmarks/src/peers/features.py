"""librosa on a clip of 2.5 s at 22,050 Hz; pyin of 3 s; the functionals of tools/parity."""

import sys
from pathlib import Path

import numpy as np

DISTRIBUTIONS = ("librosa", "numpy", "scipy", "numba")


def summary162(y, sr):
    import librosa

    rows = [
        librosa.feature.zero_crossing_rate(y=y),
        librosa.feature.chroma_stft(S=np.abs(librosa.stft(y)), sr=sr),
        librosa.feature.mfcc(y=y, sr=sr),
        librosa.feature.rms(y=y),
        librosa.feature.melspectrogram(y=y, sr=sr),
    ]
    return np.concatenate([np.mean(r.T, axis=0) for r in rows])


def make_functionals(samples):
    sys.path.append(str(Path(__file__).parents[3] / "tools" / "parity"))
    from functionals_goldens import Clip, functionals

    return lambda: functionals(Clip(samples.astype(float)))


def rows(signals):
    import librosa

    y, sung, sr = signals["clip"], signals["sung"], 22050
    pitch = {"fmin": 65.40639132514966, "fmax": 2093.004522404789, "sr": sr}
    return {
        "summary162": lambda: lambda: summary162(y, sr),
        "mfcc": lambda: lambda: librosa.feature.mfcc(y=y, sr=sr),
        "functionals": lambda: make_functionals(signals["samples"]),
        "pyin": lambda: lambda: librosa.pyin(sung, **pitch),
    }
