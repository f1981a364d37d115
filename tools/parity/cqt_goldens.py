"""Writes packages/features/fixtures/cqt.golden.json from librosa.

    python3 -m venv /tmp/parity && /tmp/parity/bin/pip install -r tools/parity/requirements.txt
    /tmp/parity/bin/python tools/parity/cqt_goldens.py

Constant-Q transforms and what is made of them: of synthetic signals, which the tests make again;
of two seconds of the voices at their 48 kHz; and, of each function, a case for every option in
which it alone is changed.
"""

import json

import librosa
import numpy as np
from features_goldens import FIXTURES, SR, VOICE_RATE, kept, moved, signals, snake, versions, voices

R = {"sampleRate": SR}
V = {"sampleRate": VOICE_RATE}
KEPT = 96
CQT = [
    ("hopLength", 384),
    ("hopLength", 441),
    ("fMin", 55),
    ("nBins", 72),
    ("nBins", 40),
    ("nBins", 1),
    ("binsPerOctave", 24),
    ("tuning", -0.3),
    ("tuning", None),
    ("filterScale", 0.7),
    ("norm", 2),
    ("norm", None),
    ("sparsity", 0),
    ("sparsity", 0.2),
    ("window", "hamming"),
    ("window", ["kaiser", 6]),
    ("scale", False),
]
CHROMA = [
    ("hopLength", 384),
    ("fMin", 50),
    ("norm", 2),
    ("norm", None),
    ("tuning", 0.2),
    ("nChroma", 6),
    ("nOctaves", 5),
    ("window", [0.25, 0.5, 0.25, 0.125]),
    ("binsPerOctave", 24),
    ("binsPerOctave", None),
    ("cqtMode", "hybrid"),
]
CENS = [("winLenSmooth", 10), ("winLenSmooth", None), ("smoothingWindow", "cosine")]
# Function, options that all calls have, signals, and the changes, each made of the first signal,
# which begins quietly: the first samples of sounds that do not are the resampler's, see PARITY.md.
TABLE = [
    ("cqt", R, "breath voice chirp tones burst silence dc one short", CQT),
    ("cqt", R, "noise", [("padMode", "edge"), ("padMode", "reflect")]),
    ("cqt", {**R, "nBins": 36}, "breath", [("hopLength", 1024), ("scale", False)]),
    ("vqt", R, "breath voice", [*CQT, ("gamma", 0), ("gamma", 10)]),
    ("vqt", {**R, "nBins": 30}, "breath", [("intervals", [1, 1.125, 1.25, 1.5, 1.6])]),
    ("pseudo_cqt", R, "breath voice", [c for c in CQT if c[0] != "nBins" or c[1] > 1]),
    ("hybrid_cqt", R, "breath voice short", CQT),
    ("chroma_cqt", R, "breath voice chirp tones noise dc one", [*CHROMA, ("threshold", 3)]),
    ("chroma_cens", R, "breath voice tones", [*CHROMA, *CENS]),
    ("tonnetz_of_samples", R, "breath voice noise", [*CHROMA, ("threshold", 3)]),
    (
        "filters.cq_to_chroma",
        {"nInput": 80},
        "silence",
        [
            ("nInput", 30),
            ("binsPerOctave", 36),
            ("nChroma", 6),
            ("fMin", 55),
            ("window", [0.5, 1, 0.25]),
            ("baseC", False),
        ],
    ),
]
ON_VOICES = [
    ("cqt", V),
    ("cqt", {**V, "nBins": 60, "scale": False}),
    ("vqt", V),
    ("hybrid_cqt", V),
    ("chroma_cqt", V),
    ("chroma_cens", V),
    ("tonnetz_of_samples", V),
]


def run(function, y, options):
    o = {snake(key): value for key, value in options.items()}
    if "intervals" in o:
        o["intervals"] = np.array(o["intervals"])
    if isinstance(o.get("window"), list):
        given = o["window"]
        o["window"] = tuple(given) if isinstance(given[0], str) else np.array(given)
    match function:
        case "cqt" | "vqt":
            c = getattr(librosa, function)(y, **o)
            return [c.real, c.imag]
        case "pseudo_cqt" | "hybrid_cqt":
            return [getattr(librosa, function)(y, **o)]
        case "chroma_cqt" | "chroma_cens":
            return [getattr(librosa.feature, function)(y=y, **o)]
        case "tonnetz_of_samples":
            return [librosa.feature.tonnetz(y=y, **o)]
        case "filters.cq_to_chroma":
            return [librosa.filters.cq_to_chroma(**o)]
    raise ValueError(function)


def case(function, signal, options, y):
    parts = [kept(values, KEPT, whole_rows=True) for values in run(function, y, options)]
    return {"function": function, "signal": signal, "options": options, "parts": parts}


def cases():
    known = {name: y.astype(np.float32) for name, y in signals().items()}
    for function, base, names, changes in TABLE:
        bases = {name: case(function, name, base, known[name]) for name in names.split()}
        yield from bases.values()
        signal = names.split()[0]
        for name, value in changes:
            other = case(function, signal, {**base, name: value}, known[signal])
            if not any(moved(a, b) for a, b in zip(bases[signal]["parts"], other["parts"])):
                print(f"{function} does not change with {name}={value}")
            yield {**other, "change": name}
    for name, y in voices().items():
        start = y[: 2 * VOICE_RATE].astype(np.float32)
        for function, options in ON_VOICES:
            yield case(function, name, options, start)


def main():
    content = {
        "generator": "tools/parity/cqt_goldens.py",
        "versions": versions(),
        "cases": list(cases()),
    }
    text = json.dumps(content, separators=(",", ":")).replace('},{"function"', '},\n{"function"')
    (FIXTURES / "cqt.golden.json").write_text(text + "\n")
    print(len(content["cases"]), "cases,", len(text) // 1000, "kB")


if __name__ == "__main__":
    main()
