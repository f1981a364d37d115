"""Writes packages/features/fixtures/separation.golden.json from librosa.

    /tmp/parity/bin/python tools/parity/separation_goldens.py --ravdess PATH

PATH is a folder with RAVDESS' WAVs of actors 1 and 2, in any layout.

librosa's `effects.hpss`, `harmonic` and `percussive` do not hand their `window` on. Where a case
names one, the transforms are called with it here. Signals of two and three frames are left out:
scipy 1.17 reads the row before where a window reflects a line four times.
"""

import argparse
import json
from pathlib import Path

import librosa
import numpy as np
import soundfile
from features_goldens import FIXTURES, REAL_CLIPS, kept, signals, snake, versions


def run(function, y, options):
    o = {snake(key): float(v) if v == "Infinity" else v for key, v in options.items()}
    if function == "magnitudes":
        d = np.abs(librosa.stft(y, n_fft=512))
        return list(librosa.decompose.hpss(d, **o))
    if function == "spectrum":
        parts = librosa.decompose.hpss(librosa.stft(y, n_fft=512), **o)
        return [each for part in parts for each in (part.real, part.imag)]
    if "window" in o:
        window = o.pop("window")
        parts = librosa.decompose.hpss(librosa.stft(y, window=window))
        parts = [librosa.istft(part, window=window, length=len(y)) for part in parts]
        return parts if function == "hpss" else [parts[function == "percussive"]]
    parts = getattr(librosa.effects, function)(y, **o)
    return list(parts) if function == "hpss" else [parts]


SEPARATIONS = [
    {"kernelSize": 9},
    {"kernelSize": [13, 6]},
    {"kernelSize": [200, 1000]},
    {"kernelSize": 1},
    {"power": 1},
    {"power": 0.7},
    {"power": "Infinity"},
    {"margin": 2.5},
    {"margin": [1, 5]},
    {"margin": [3, 1], "power": 1},
    {"mask": True},
    {"mask": True, "margin": 1.5},
]
TRANSFORMS = [
    {"nFft": 1024},
    {"nFft": 501, "hopLength": 125},
    {"hopLength": 300},
    {"winLength": 1500},
    {"window": "hamming"},
    {"padMode": "reflect"},
]
CASES = [
    ("magnitudes", "sentence", [{}, *SEPARATIONS]),
    ("magnitudes", "silence clicks", [{}, {"mask": True}, {"mask": True, "margin": 2}]),
    ("magnitudes", "faint", [{}]),
    ("magnitudes", "burst", [{"mask": True, "power": "Infinity"}]),
    ("spectrum", "voice noise clicks silence short one", [{}]),
    ("spectrum", "voice", [{"margin": [2, 3], "kernelSize": [17, 31], "power": 1}]),
    ("hpss", "voice clicks silence dc one", [{}]),
    ("hpss", "hiss", [{}, *TRANSFORMS, *[o for o in SEPARATIONS if "mask" not in o][::3]]),
    ("harmonic", "voice fading", [{}]),
    ("harmonic", "hiss", [*TRANSFORMS, {"margin": [3, 1]}, {"kernelSize": [5, 11]}, {"power": 1}]),
    ("percussive", "voice fading", [{}]),
    ("percussive", "hiss", [*TRANSFORMS, {"margin": [1, 3]}, {"kernelSize": [5, 11]}, {"power": 1}]),
]
ON_CLIPS = [("magnitudes", [{"mask": True}]), ("harmonic", [{}]), ("percussive", [{"margin": 2}])]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ravdess", type=Path, required=True)
    args = parser.parse_args()
    known = signals()
    clips = {p.stem: p for p in args.ravdess.rglob("03-0*-0[12].wav")}
    for name in REAL_CLIPS:
        known[name] = soundfile.read(clips[name], frames=96000, dtype="float32")[0]
    cases = [
        {
            "function": function,
            "signal": signal,
            "options": o,
            "parts": [kept(v, 60) for v in run(function, known[signal].astype(np.float32), o)],
        }
        for function, names, options in [
            *CASES,
            *((function, " ".join(REAL_CLIPS), options) for function, options in ON_CLIPS),
        ]
        for signal in names.split()
        for o in options
    ]
    head = {"generator": "tools/parity/separation_goldens.py", "versions": versions()}
    text = json.dumps({**head, "cases": cases}, separators=(",", ":"))
    text = text.replace('},{"function"', '},\n{"function"')
    (FIXTURES / "separation.golden.json").write_text(text + "\n")
    print(len(text) // 1000, "kB")


if __name__ == "__main__":
    main()
