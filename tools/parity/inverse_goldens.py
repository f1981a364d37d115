"""Writes packages/features/fixtures/inverse.golden.json from librosa and scipy.

    /tmp/parity/bin/python tools/parity/inverse_goldens.py

librosa's `feature.inverse.mel_to_stft` ends before it has converged, mostly where it begins, at the
clipped pseudo-inverse. The reference here is scipy's `optimize.nnls`, damped a little, so that one
solution is the least; of librosa's the relative error is kept. `mel_to_audio` and `mfcc_to_audio`
always begin with random phases. Here they are put together from their parts, with our generator;
without phases the first signal has much silence, whose phases are rounding errors.
"""

import json

import librosa
import numpy as np
import scipy.optimize
from features_goldens import FIXTURES, SR, kept, seeded, signals, snake, versions

DAMPING = 1e-7
MEL = ("fmin", "fmax", "htk", "norm")
TRANSFORM = ("n_fft", "hop_length", "win_length", "window", "center", "pad_mode")


class Uniform(np.random.RandomState):
    """The generator of the tests."""

    def random(self, size):
        numbers = seeded(1)
        return np.array([next(numbers) for _ in range(np.prod(size))]).reshape(size)


def only(names, o):
    return {name: o[name] for name in names if name in o}


def griffinlim(s, o):
    o = dict(o)
    if o.pop("random", False):
        o.update(init="random", random_state=Uniform(0))
    return librosa.griffinlim(s, **{"init": None, **o})


def least_spectrum(m, sr, o):
    """Non-negative least squares, the smallest of the solutions."""
    n_fft, power = o.get("n_fft", 2048), o.get("power", 2.0)
    a = librosa.filters.mel(sr=sr, n_fft=n_fft, n_mels=len(m), **only(MEL, o)).astype(float)
    damping = np.sqrt(DAMPING * (a**2).sum(axis=1).max()) * np.eye(a.shape[1])
    b = np.concatenate([m.astype(float), np.zeros((a.shape[1], m.shape[1]))])
    solve = lambda column: scipy.optimize.nnls(np.vstack([a, damping]), column, maxiter=10000)[0]
    x = np.array([solve(column) for column in b.T]).T
    theirs = librosa.feature.inverse.mel_to_stft(
        m, sr=sr, n_fft=n_fft, power=power, **only(MEL, o)
    )
    whole = np.linalg.norm(m) or 1
    error = lambda x: float(np.linalg.norm(a @ x - m) / whole)
    return x ** (1 / power), {
        "error": error(x), "librosa": error(theirs.astype(float) ** power)
    }


def run(function, y, options):
    """The arrays, and what else is kept."""
    o = {snake(key): value for key, value in options.items()}
    if function == "griffinlim":
        s = np.abs(librosa.stft(y, **only(TRANSFORM, o)))
        if o.get("n_fft", 0) % 2 == 0:
            o.pop("n_fft", None)
        return [griffinlim(s, o)], {}
    sr = o.pop("sr")
    if function == "mel_to_stft":
        m = librosa.feature.melspectrogram(
            y=y, sr=sr, n_mels=o.pop("n_mels"), n_fft=o.get("n_fft", 2048), hop_length=1024,
            power=o.get("power", 2.0), **only(MEL, o),
        )
        x, extra = least_spectrum(m, sr, o)
        return [x], extra
    if function == "unattainable":
        # What no spectrum has: bands that their neighbours' bins reach too.
        m = np.zeros((40, 6), dtype=np.float32)
        m[3::7] = [1, 2, 1e-3, 1e3, 0, 1]
        m[20:24] = [[1], [5], [0], [9]]
        x, extra = least_spectrum(m, sr, o)
        return [x], extra
    mfcc = librosa.feature.mfcc(
        y=y, sr=sr, n_mfcc=20, n_mels=40, n_fft=512, hop_length=128,
        dct_type=o.get("dct_type", 2), norm=o.get("norm", "ortho"), lifter=o.get("lifter", 0),
    )
    cepstral = ("n_mels", "dct_type", "norm", "ref", "lifter")
    m = librosa.feature.inverse.mfcc_to_mel(mfcc, **{"n_mels": 40, **only(cepstral, o)})
    if function == "mfcc_to_mel":
        return [m], {}
    # mfcc_to_audio
    bank = {"n_fft": 512, "power": o.get("power", 2.0), **only(("fmin", "fmax", "htk"), o)}
    if "mel_norm" in o:
        bank["norm"] = o["mel_norm"]
    s = least_spectrum(m, sr, bank)[0].astype(np.float32)
    rest = ("n_iter", "momentum", "length", "random", "hop_length", "win_length", "window")
    return [griffinlim(s, only(rest, o))], {}


R = {"sampleRate": SR}
G = {"nFft": 512}
CASES = [
    (
        "griffinlim",
        "sentence",
        [
            {},
            {**G, "nIter": 1},
            {**G, "nIter": 4},
            G,
            {**G, "momentum": 0},
            {**G, "momentum": 0.5, "nIter": 8},
            {"nFft": 501, "hopLength": 125, "nIter": 8},
            {**G, "hopLength": 100, "nIter": 8},
            {**G, "winLength": 400, "nIter": 8},
            {**G, "window": "hamming", "nIter": 8},
            {**G, "padMode": "reflect", "nIter": 8},
            {**G, "window": "hamming", "center": False, "nIter": 4},
            {**G, "length": 6000, "nIter": 8},
            {**G, "length": 5950, "nIter": 8, "random": True},
            {**G, "random": True},
        ],
    ),
    ("griffinlim", "silence dc noise", [{**G, "nIter": 8}]),
    (
        "mel_to_stft",
        "sentence",
        [
            {**R, "nMels": 40, **o}
            for o in [
                {},
                {"nFft": 512},
                {"power": 1},
                {"power": 1.5},
                {"fMin": 200},
                {"fMax": 6000},
                {"htk": True},
                {"norm": None},
                {"norm": 2},
                {"sampleRate": 16000},
                {"nMels": 128},
                # Bands without a bin, and several in one.
                {"nFft": 256, "nMels": 60},
            ]
        ],
    ),
    ("mel_to_stft", "silence clicks faint", [{**R, "nMels": 40, "nFft": 512}]),
    ("unattainable", "silence", [{**R, "nFft": 512}]),
    (
        "mfcc_to_mel",
        "sentence",
        [
            R,
            {**R, "nMels": 64},
            {**R, "nMels": 13},
            {**R, "dctType": 1, "norm": None},
            {**R, "dctType": 1},
            {**R, "dctType": 3},
            {**R, "dctType": 3, "norm": None},
            {**R, "norm": None},
            {**R, "ref": 0.01},
            {**R, "lifter": 22},
            {**R, "lifter": 7.5},
        ],
    ),
    (
        "mfcc_to_audio",
        "sentence",
        [
            {**R, "random": True, **o}
            for o in [
                {},
                {"nIter": 8},
                {"nIter": 1, "random": False},
                {"melNorm": None, "nIter": 8},
                {"fMin": 200, "nIter": 8},
                {"fMax": 8000, "nIter": 8},
                {"htk": True, "nIter": 8},
                {"power": 1, "nIter": 8},
                {"momentum": 0.2, "nIter": 8},
                {"length": 5900, "nIter": 8},
                {"window": "hamming", "nIter": 8},
                {"hopLength": 160, "nIter": 8},
                {"winLength": 400, "nIter": 8},
                {"lifter": 22, "dctType": 3, "ref": 2, "nIter": 8},
            ]
        ],
    ),
]


def main():
    known = signals()
    cases = []
    for function, names, options in CASES:
        for signal in names.split():
            for o in options:
                arrays, extra = run(function, known[signal].astype(np.float32), o)
                parts = [kept(values, 60) for values in arrays]
                case = {"function": function, "signal": signal, "options": o}
                cases.append({**case, **extra, "parts": parts})
    head = {"generator": "tools/parity/inverse_goldens.py", "versions": versions()}
    text = json.dumps({**head, "cases": cases}, separators=(",", ":"))
    text = text.replace('},{"function"', '},\n{"function"')
    (FIXTURES / "inverse.golden.json").write_text(text + "\n")
    print(len(text) // 1000, "kB")


if __name__ == "__main__":
    main()
