"""Writes packages/features/fixtures/pyin.golden.json: librosa's pyin, split, preemphasis,
deemphasis, pcen, lpc, autocorrelate, poly_features, weightings, notes, times of
frames and sequence.viterbi.

    /tmp/parity/bin/python tools/parity/pyin_goldens.py --ravdess PATH

PATH is as for features_goldens.py, whose signals and voices these are. Real clips are compared
where they lie. All is computed in float64, as librosa's float32 is coarser than our float64.
"""

import argparse
import json
import warnings
from pathlib import Path

import librosa
import numpy as np
import soundfile

from features_goldens import FIXTURES, REAL_CLIPS, SR, VOICE_RATE, rounded, seeded, signals, snake
from features_goldens import versions, voices

# Hz; C2 to C7, as librosa's documentation advises, and the range of speech.
WIDE = {"sampleRate": SR, "fMin": 65.40639132514966, "fMax": 2093.004522404789}
SPEECH = {"sampleRate": SR, "fMin": 65, "fMax": 600}
AT_48K = {"sampleRate": VOICE_RATE, "fMin": 65, "fMax": 600, "frameLength": 4096}

PYIN_CHANGES = [
    {"sampleRate": 16000},
    {"fMin": 100},
    {"fMax": 180},
    {"frameLength": 1024},
    {"hopLength": 300},
    {"center": False},
    {"padMode": "reflect"},
    {"nThresholds": 20},
    {"betaParameters": [1.5, 6]},
    {"boltzmannParameter": 0.5},
    {"resolution": 0.3},
    {"maxTransitionRate": 3},
    {"switchProb": 0.4},
    {"noTroughProb": 0.5},
    {"fillNa": -1},
]

PCEN = {"sampleRate": SR}
PCEN_CHANGES = [
    {"sampleRate": 8000},
    {"hopLength": 256},
    {"gain": 0.5},
    {"gain": 0},
    {"bias": 10},
    {"bias": 0},
    {"power": 0.25},
    {"power": 0},
    {"timeConstant": 0.06},
    {"eps": 1e-3},
    {"b": 0.3},
    {"b": 1},
    {"maxSize": 3},
    {"maxSize": 4},
    {"maxSize": 60},
]

TABLE = [
    ("pyin", "chirp tones noise fading clicks silence dc one short murmur breath voice hiss "
     "faint burst", [WIDE]),
    ("pyin", "voice", [SPEECH]),
    ("pyin", "sentence", [SPEECH, *({**SPEECH, **change} for change in PYIN_CHANGES)]),
    ("split", "burst voice silence one short sentence clicks",
     [{}, {"topDb": 20}, {"topDb": 20, "hopLength": 200}, {"frameLength": 500, "topDb": 30},
      {"ref": 1}]),
    ("preemphasis", "sentence short", [{}, {"coef": 0.5}, {"zi": 0.25}, {"coef": 1}]),
    ("deemphasis", "sentence short", [{}, {"coef": 0.5}, {"zi": 0.25}, {"coef": 1}]),
    ("lpc", "sentence hiss dc silence", [{"order": 1}, {"order": 2}, {"order": 16}]),
    # What two samples predict exactly: of a higher order, rounding errors are predicted.
    ("lpc", "short", [{"order": 1}, {"order": 2}]),
    ("pcen", "sentence", [PCEN, *({**PCEN, **change} for change in PCEN_CHANGES)]),
    ("pcen", "silence noise", [PCEN]),
    ("autocorrelate", "sentence", [{}, {"maxSize": 100}]),
    ("autocorrelate", "short one silence", [{}]),
    ("a_weighting", "silence", [{}, {"minDb": -20}]),
    ("perceptual_weighting", "sentence", [{}, {"ref": 1e6, "aMin": 1e-3, "topDb": 20}]),
    (
        "poly_features",
        "sentence",
        [PCEN, {**PCEN, "order": 0}, {**PCEN, "order": 2}, {**PCEN, "order": 5},
         {**PCEN, "nFft": 501, "hopLength": 125}, {"sampleRate": 8000},
         {**PCEN, "winLength": 800, "window": "hamming"}, {**PCEN, "center": False},
         {**PCEN, "padMode": "reflect"}],
    ),
    ("poly_features", "noise silence", [PCEN]),
    ("fft_frequencies", "silence", [{"sampleRate": SR}, {"sampleRate": 16000, "nFft": 401}]),
    ("pcen_in_pieces", "sentence", [PCEN]),
    ("pcen_of_ref", "sentence", [PCEN]),
]


# Functions of one value: their name, its values, and their options.
SCALARS = [
    ("hz_to_midi", [0.1, 27.5, 440, 441.7, 9999.5], [{}]),
    ("midi_to_hz", [-3, 0, 60.5, 69, 127], [{}]),
    (
        "note_to_midi",
        "C C2 c#3 C\u266f3 C\u266d3 f4 Bb-1 A!8 G\U0001d12a6 B\U0001d12b6 C\u266d\U0001d12b5 "
        "A4+25 A4-60 D\u266e2 E+1 A4+50 G#4+50".split(),
        [{}, {"roundMidi": False}],
    ),
    ("note_to_hz", "C2 C7 A4 Bb3+30".split(), [{}, {"roundMidi": True}]),
    (
        "frames_to_time",
        [0, 1, 100, 12345],
        [{"sampleRate": SR}, {"sampleRate": 48000, "hopLength": 160}, {**PCEN, "nFft": 1001}],
    ),
    (
        "time_to_frames",
        [0, 0.01, 0.5, 1.23456, 100],
        [{"sampleRate": SR}, {"sampleRate": 48000, "hopLength": 160}, {**PCEN, "nFft": 1001}],
    ),
]


def scalars():
    return [
        {
            "function": function,
            "value": value,
            "options": options,
            "expected": float(
                getattr(librosa, function)(value, **{snake(k): v for k, v in options.items()})
            ),
        }
        for function, values, many in SCALARS
        for options in many
        for value in values
    ]


def path(states, frames, seed, p_init):
    """Viterbi's path through random states. Observations are eighths, so that paths tie."""
    random = seeded(seed)
    prob = np.array([np.floor(8 * next(random)) / 8 for _ in range(states * frames)])
    transition = np.zeros((states, states))
    for k in range(states):
        transition[k, k] = 0.5
        transition[k, (k + 1) % states] += 0.25
        transition[k, (k + 3) % states] += 0.25
    found, logp = librosa.sequence.viterbi(
        prob.reshape(states, frames),
        transition,
        p_init=None if p_init is None else np.array(p_init),
        return_logp=True,
    )
    head = {"states": states, "frames": frames, "seed": seed, "pInit": p_init}
    return {**head, "path": found.tolist(), "logp": float(logp.item())}


PATHS = [
    (1, 5, 1, None),
    (2, 50, 2, None),
    (2, 50, 2, [0, 1]),
    (5, 60, 3, None),
    (5, 60, 4, [0.5, 0.125, 0.125, 0.25, 0]),
    (12, 80, 5, None),
]


def run(function, y, options):
    o = {snake(key): value for key, value in options.items()}
    match function:
        case "pyin":
            f0, flag, probability = librosa.pyin(y, **o)
            return [f0, flag.astype(int), probability]
        case "split":
            o["ref"] = o.get("ref", np.max)
            return [librosa.effects.split(y, **o)]
        case "preemphasis" | "deemphasis":
            samples, zf = getattr(librosa.effects, function)(y, return_zf=True, **o)
            return [samples, zf]
        case "lpc":
            return [librosa.lpc(y, **o)]
        case "pcen":
            s, zf = librosa.pcen(magnitudes(y), return_zf=True, **o)
            return [s, zf]
        case "autocorrelate":
            return [librosa.autocorrelate(y, **o)]
        case "a_weighting":
            return [librosa.A_weighting(np.arange(0, 20000, 137.5), **o)]
        case "perceptual_weighting":
            s = magnitudes(y) ** 2
            return [librosa.perceptual_weighting(s, 200 * np.arange(40), **o)]
        case "poly_features":
            # A power of Hz is a scale of its own.
            return list(librosa.feature.poly_features(y=y, **o))
        case "fft_frequencies":
            return [librosa.fft_frequencies(**o)]
        case "pcen_in_pieces":
            s = magnitudes(y)
            # lfilter wants a state a band, and its default stands for all of them.
            _, zf = librosa.pcen(s[:, :5], return_zf=True, **o)
            return [librosa.pcen(s[:, 5:], zi=zf, **o)]
        case "pcen_of_ref":
            s = magnitudes(y)
            return [librosa.pcen(s, ref=s[::-1], **o)]
    raise ValueError(function)


def magnitudes(y):
    s = librosa.feature.melspectrogram(y=y, sr=SR, n_mels=40, power=1)
    return (2**31 * s).astype(np.float32).astype(np.float64)


def part(values, count):
    """Evenly spaced values of an array, as in features_goldens.py, but it may be empty or NaN."""
    flat = np.asarray(values, dtype=float).ravel()
    step = max(1, len(flat) // count)
    most = float(np.abs(np.nan_to_num(flat)).max(initial=0))
    return {"shape": list(np.shape(values)), "step": step, "max": most, "values": rounded(flat[::step])}


def case(function, signal, options, y):
    arrays = run(function, y.astype(np.float32).astype(np.float64), options)
    if function == "pyin" and signal == "clicks":
        # Away from its click a frame's difference is constant but for rounding errors, and these
        # say which lags are troughs.
        arrays[2] = np.where(arrays[2] > 0.5, arrays[2], np.nan)
    # Every frame's pitch is compared.
    parts = [part(a, max(1, a.size) if function == "pyin" else 120) for a in arrays]
    return {"function": function, "signal": signal, "options": options, "parts": parts}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ravdess", type=Path, required=True)
    args = parser.parse_args()
    warnings.simplefilter("ignore")
    known = signals()
    cases = [case(f, s, o, known[s]) for f, names, many in TABLE for s in names.split() for o in many]
    spoken = [
        case("pyin", name, AT_48K, y[: 2 * VOICE_RATE]) for name, y in voices().items()
    ]
    clips = {p.stem: p for p in sorted(args.ravdess.rglob("03-0*-0[12].wav"))}
    real = [
        case("pyin", name, AT_48K, soundfile.read(clips[name], frames=96000, dtype="float32")[0])
        for name in REAL_CLIPS
    ]
    head = {"generator": "tools/parity/pyin_goldens.py", "versions": versions()}
    content = {
        **head, "cases": cases, "voices": spoken, "clips": real, "scalars": scalars(),
        "paths": [path(*each) for each in PATHS],
    }
    text = json.dumps(content, separators=(",", ":")).replace('},{"function"', '},\n{"function"')
    (FIXTURES / "pyin.golden.json").write_text(text + "\n")
    print(len(text) // 1000, "kB")


if __name__ == "__main__":
    main()
