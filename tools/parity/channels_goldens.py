"""Writes packages/features/fixtures/channels.golden.json from librosa.

    python3 -m venv /tmp/parity && /tmp/parity/bin/pip install -r tools/parity/requirements.txt
    /tmp/parity/bin/python tools/parity/channels_goldens.py

librosa on sounds of two channels, which the tests make again: which of its functions take each
channel by itself, and what the others do. The script fails where one of the first gives other
numbers for both channels together, or one of the others the same.
"""

import json

import librosa
import numpy as np
from features_goldens import FIXTURES, SR, kept, signals, snake, versions

R = {"sampleRate": SR}
PITCH = {**R, "fMin": 65, "fMax": 2000}
# Functions that take each channel by itself: ours, librosa's, and options.
ALONE = [
    ("stft", "stft", {}),
    ("melspectrogram", "feature.melspectrogram", R),
    ("chromaStft", "feature.chroma_stft", {**R, "tuning": 0}),
    ("chromaCqt", "feature.chroma_cqt", {**R, "tuning": 0}),
    ("cqt", "cqt", R),
    ("rms", "feature.rms", {}),
    ("zeroCrossingRate", "feature.zero_crossing_rate", {}),
    ("spectralCentroid", "feature.spectral_centroid", R),
    ("spectralBandwidth", "feature.spectral_bandwidth", R),
    ("spectralRolloff", "feature.spectral_rolloff", R),
    ("spectralFlatness", "feature.spectral_flatness", {}),
    ("spectralContrast", "feature.spectral_contrast", {**R, "linear": True}),
    ("yin", "yin", PITCH),
    ("pyin", "pyin", PITCH),
    ("lpc", "lpc", {"order": 8}),
    ("resample", "resample", {"origSr": SR, "targetSr": 16000}),
    ("preemphasis", "effects.preemphasis", {}),
    ("harmonic", "effects.harmonic", {}),
    ("percussive", "effects.percussive", {}),
    ("timeStretch", "effects.time_stretch", {"rate": 0.8}),
    ("piptrack", "piptrack", R),
]
# Functions that do not.
TOGETHER = [
    ("mfcc", "feature.mfcc", R),
    ("powerToDb", "power_to_db", {"ref": "max"}),
    ("powerToDb", "power_to_db", {"topDb": 60}),
    ("amplitudeToDb", "amplitude_to_db", {"ref": "max", "topDb": None}),
    ("spectralContrast", "feature.spectral_contrast", R),
    ("chromaStft", "feature.chroma_stft", R),
    ("estimateTuning", "estimate_tuning", R),
    ("chromaCqt", "feature.chroma_cqt", R),
    ("trim", "effects.trim", {"topDb": 30}),
    ("split", "effects.split", {"topDb": 30}),
]
POSITIONAL = ("stft", "cqt", "yin", "pyin", "lpc", "resample", "effects.")


def sounds():
    """A loud channel and one 60 dB quieter, sounding at other times and of another tuning."""
    known = signals()
    n = np.arange(SR)
    loud = np.where(n < 12000, known["voice"], 0)
    quiet = np.where(n > 6000, 1e-3 * (known["tones"] + 0.1 * known["noise"]), 0)
    return np.stack([loud, quiet]).astype(np.float32)


def call(name, y, options):
    o = {snake(key): value for key, value in options.items()}
    if o.get("ref") == "max":
        o["ref"] = np.max
    function = librosa
    for part in name.split("."):
        function = getattr(function, part)
    if name.endswith("_to_db"):
        s = np.abs(librosa.stft(y))
        return [function(s if name[0] == "a" else s**2, **o)]
    if name == "effects.trim":
        return [function(y, **o)[1]]
    # In float64, as librosa's float32 autocorrelation is coarse.
    given = y.astype(np.float64) if name in ("yin", "pyin", "lpc") else y
    result = function(given, **o) if name.startswith(POSITIONAL) else function(y=given, **o)
    if np.iscomplexobj(result):
        return [result.real, result.imag]
    several = result if isinstance(result, tuple) else [result]
    return [np.asarray(part, dtype=float) for part in several]


def same(a, b):
    """But for the order of sums in float32."""
    return np.shape(a) == np.shape(b) and np.allclose(a, b, rtol=1e-3, atol=1e-6, equal_nan=True)


def case(ours, name, options, together):
    y = sounds()
    both = call(name, y, options)
    each = [call(name, channel, options) for channel in y]
    joint = name in ("estimate_tuning", "effects.trim", "effects.split")
    if joint:
        differs = any(not same(each[c][0], both[0]) for c in (0, 1))
    else:
        differs = any(
            not same(part[c], each[c][i]) for i, part in enumerate(both) for c in (0, 1)
        )
    if differs != together:
        raise ValueError(f"{name} {options}: the channels are {'' if differs else 'not '}one")
    split = [[part] for part in both] if joint else [list(part) for part in both]
    parts = [
        [kept(channel, 64, whole_rows=np.ndim(channel) > 1) for channel in part]
        for part in split
    ]
    return {"function": ours, "options": options, "together": together, "parts": parts}


def main():
    cases = [case(*row, False) for row in ALONE] + [case(*row, True) for row in TOGETHER]
    content = {
        "generator": "tools/parity/channels_goldens.py",
        "versions": versions(),
        "cases": cases,
    }
    text = json.dumps(content, separators=(",", ":")).replace('},{"function"', '},\n{"function"')
    (FIXTURES / "channels.golden.json").write_text(text + "\n")
    print(len(cases), "cases,", len(text) // 1000, "kB")


if __name__ == "__main__":
    main()
