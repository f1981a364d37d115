"""Writes packages/features/fixtures/egemaps.golden.json from openSMILE's Python package.

    python3 -m venv /tmp/parity && /tmp/parity/bin/pip install -r tools/parity/requirements.txt
    /tmp/parity/bin/python tools/parity/egemaps_goldens.py --ravdess PATH

PATH is a folder with RAVDESS' WAVs of actors 1 and 2, in any layout. eGeMAPSv02 of the voices of
features_goldens.py at several rates, of clips without voice or of the shortest lengths, and of every
fourth clip of RAVDESS. Of low-level descriptors evenly spaced frames are kept, of functionals all.
"""

import argparse
import json
import warnings
from pathlib import Path

import numpy as np
import opensmile
import soundfile
from features_goldens import FIXTURES, noise, voices

# Frames kept of a clip's descriptors: about so many.
KEPT = 16
# Of the RAVDESS clips, every so many-th is kept.
EVERY = 4


def smile(level):
    return opensmile.Smile(
        feature_set=opensmile.FeatureSet.eGeMAPSv02,
        feature_level=getattr(opensmile.FeatureLevel, level),
    )


LLD = smile("LowLevelDescriptors")
FUNCTIONALS = smile("Functionals")


def values(smile, samples, rate):
    return smile.process_signal(np.asarray(samples, np.float32), rate).to_numpy()


def digits(array):
    """Seven digits, as float32 has."""
    return [float(f"{value:.7g}") for value in np.ravel(array)]


def clips():
    """Name -> rate and samples. `egemaps.test.ts` has the same formulas."""
    spoken = voices()
    result = {}
    for name, samples in spoken.items():
        for step in (1, 3, 6):
            result[f"{name} {48000 // step}"] = 48000 // step, samples[::step]
    low = spoken["low"][::3]
    return {
        **result,
        "low 44100": (44100, spoken["low"]),
        "low 22050": (22050, spoken["low"][::2]),
        "silence": (16000, np.zeros(8000)),
        "constant": (16000, np.full(8000, 0.25)),
        "unvoiced": (16000, 0.1 * noise(16000, 21)),
        "60 ms": (16000, low[5000:5960]),
        "75 ms": (16000, low[5000:6200]),
        "200 ms": (16000, low[5000:8200]),
    }


def row(name, rate, samples):
    lld = values(LLD, samples, rate)
    step = max(1, len(lld) // KEPT)
    return {
        "clip": name,
        "sampleRate": rate,
        "frames": len(lld),
        "step": step,
        "lld": [digits(frame) for frame in lld[::step]],
        "functionals": digits(values(FUNCTIONALS, samples, rate)),
    }


def real(path):
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    return {
        "clip": path.stem,
        "functionals": digits(values(FUNCTIONALS, samples.mean(1), rate)),
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--ravdess", type=Path, required=True)
    args = parser.parse_args()
    warnings.simplefilter("ignore")
    paths = sorted(args.ravdess.rglob("03-*-0[12].wav"), key=lambda path: path.stem)
    content = {
        "generator": "tools/parity/egemaps_goldens.py",
        "versions": {"opensmile": opensmile.__version__, "numpy": np.__version__},
        "lldNames": LLD.feature_names,
        "names": FUNCTIONALS.feature_names,
        "rows": [row(name, *clip) for name, clip in clips().items()],
        "real": [real(path) for path in paths[::EVERY]],
    }
    text = json.dumps(content, separators=(",", ":")).replace('{"clip"', '\n{"clip"')
    (FIXTURES / "egemaps.golden.json").write_text(text + "\n")
    print(len(text) // 1000, "kB")


if __name__ == "__main__":
    main()
