"""Writes packages/features/fixtures/praat.golden.json and praat-clips.golden.json with parselmouth.

    /tmp/parity/bin/python tools/parity/praat_goldens.py SPEECH

What Praat's commands answer about the voices of features_goldens.py, about pulses that come and are
loud as chance has it, and about the first two seconds of three RAVDESS clips of the folder SPEECH,
which are compared where they lie. Every option of every command is changed alone. The fixtures hold
numbers only.
"""

import json
import math
import re
import sys
from pathlib import Path

import numpy as np
import parselmouth
import soundfile
from features_goldens import FIXTURES, FULL_SCALE, REAL_CLIPS, VOICE_RATE, seeded, voices
from parselmouth.praat import call

# Of each array about as many values are kept.
KEPT = 40
OPTIONS_KEPT = 20
RATES = [16000, 22050, 44100]


def shaken(rate, pitch=130.0, seconds=1.0):
    """Pulses of which each comes up to 2 % early or late, and is up to 10 % too loud or faint."""
    random = seeded(rate)
    n = round(seconds * rate)
    y = np.zeros(n)
    time = 0.05
    while time < seconds - 0.05:
        at = time * rate
        first = math.floor(at)
        loudness = 1 + 0.2 * (next(random) - 0.5)
        y[first] += loudness * (1 - (at - first))
        y[first + 1] += loudness * (at - first)
        time += (1 + 0.04 * (next(random) - 0.5)) / (pitch * (1 + 0.1 * time))
    for hz, width in ((600, 80), (1300, 100), (2600, 140), (3600, 200)):
        radius = math.exp(-math.pi * width / rate)
        a, b = 2 * radius * math.cos(2 * math.pi * hz / rate), -radius * radius
        before = last = 0.0
        for i in range(n):
            before, last = last, (1 - a - b) * y[i] + a * last + b * before
            y[i] = last
    y *= 0.5 / np.abs(y).max()
    y += [0.002 * (2 * next(random) - 1) for _ in range(n)]
    return np.round(y * FULL_SCALE) / FULL_SCALE


def pitch_of(sound, o):
    method = o.get("method", "ac")
    return call(
        sound,
        f"To Pitch ({method})",
        o.get("timeStep", 0),
        o.get("pitchFloor", 75),
        o.get("maxCandidates", 15),
        "yes" if o.get("veryAccurate") else "no",
        o.get("silenceThreshold", 0.03),
        o.get("voicingThreshold", 0.45),
        o.get("octaveCost", 0.01),
        o.get("octaveJumpCost", 0.35),
        o.get("voicedUnvoicedCost", 0.14),
        o.get("pitchCeiling", 600),
    )


def pulses_of(sound, o):
    return call([sound, pitch_of(sound, o)], "To PointProcess (cc)")


def periods(o, part):
    names = (("periodFloor", 0.0001), ("periodCeiling", 0.02), ("maxPeriodFactor", 1.3))
    return [*part, *(o.get(name, usual) for name, usual in names)]


def report_of(sound, o):
    """Praat's voice report: what commands answer too, and what it prints of few digits."""
    floor, ceiling = o.get("pitchFloor", 75), o.get("pitchCeiling", 600)
    pitch, points = pitch_of(sound, o), pulses_of(sound, o)
    factors = [o.get("maxPeriodFactor", 1.3), o.get("maxAmplitudeFactor", 1.6)]
    limits = [0, 0, 0.8 / ceiling, 1.25 / floor, factors[0]]
    thresholds = [o.get("silenceThreshold", 0.03), o.get("voicingThreshold", 0.45)]
    ranges = [0, 0, floor, ceiling, *factors, *thresholds]
    text = call([sound, pitch, points], "Voice report", *ranges)

    def printed(pattern):
        found = re.search(pattern, text)
        return [float(number) for number in found.groups()] if found else [math.nan, math.nan]

    unvoiced, frames = printed(r"unvoiced frames: .*\((\d+) / (\d+)\)")
    number = r"([\d.]+)"
    broken, duration = printed(rf"voice breaks: .*\({number} seconds / {number} seconds\)")
    jitters = ("local", "local, absolute", "rap", "ppq5", "ddp")
    shimmers = ("local", "local_dB", "apq3", "apq5", "apq11", "dda")
    return {
        "pitch": [
            call(pitch, "Get quantile", 0, 0, 0.5, "Hertz"),
            call(pitch, "Get mean", 0, 0, "Hertz"),
            call(pitch, "Get standard deviation", 0, 0, "Hertz"),
            call(pitch, "Get minimum", 0, 0, "Hertz", "Parabolic"),
            call(pitch, "Get maximum", 0, 0, "Hertz", "Parabolic"),
        ],
        "periods": [
            call(points, "Get number of points"),
            call(points, "Get number of periods", *limits),
            call(points, "Get mean period", *limits),
            call(points, "Get stdev period", *limits),
        ],
        "voicing": [unvoiced / frames, printed(r"Number of voice breaks: (\d+)")[0]],
        "jitter": [call(points, f"Get jitter ({kind})", *limits) for kind in jitters],
        "shimmer": [
            call([sound, points], f"Get shimmer ({kind})", *limits, factors[1])
            for kind in shimmers
        ],
        "printed": [
            broken / duration if duration > 0 else 0,
            printed(r"Mean autocorrelation: ([\d.]+)")[0],
            printed(r"Mean noise-to-harmonics ratio: ([\d.]+)")[0],
        ],
        "hnr": [printed(r"Mean harmonics-to-noise ratio: (-?[\d.]+)")[0]],
    }


def parts_of(o):
    """Ranges in seconds. 0 to 0 is the whole sound, which options are changed of."""
    return {"values": (0, 0)} if o else {"values": (0, 0), "part": (0.4, 0.8)}


def run(function, y, rate, o):
    """Praat's answer as arrays by name."""
    sound = parselmouth.Sound(y, rate)
    match function:
        case "pitch":
            pitch = pitch_of(sound, o)
            chosen = pitch.selected_array
            voiced = chosen["frequency"] > 0
            voiced &= chosen["frequency"] < o.get("pitchCeiling", 600)
            return {
                "times": pitch.xs(),
                "f0": np.where(voiced, chosen["frequency"], 0),
                "strength": np.where(voiced, chosen["strength"], 0),
            }
        case "pulses":
            points = pulses_of(sound, o)
            count = call(points, "Get number of points")
            return {"times": [call(points, "Get time from index", i + 1) for i in range(count)]}
        case "jitter":
            points = pulses_of(sound, {})
            kinds = ("local", "local, absolute", "rap", "ppq5", "ddp")
            return {
                name: [call(points, f"Get jitter ({k})", *periods(o, part)) for k in kinds]
                for name, part in parts_of(o).items()
            }
        case "shimmer":
            points = pulses_of(sound, {})
            kinds = ("local", "local_dB", "apq3", "apq5", "apq11", "dda")
            factor = o.get("maxAmplitudeFactor", 1.6)
            return {
                name: [
                    call([sound, points], f"Get shimmer ({k})", *periods(o, part), factor)
                    for k in kinds
                ]
                for name, part in parts_of(o).items()
            }
        case "voiceReport":
            return report_of(sound, o)
        case "harmonicity":
            method = o.get("method", "cc")
            harmonicity = call(
                sound,
                f"To Harmonicity ({method})",
                o.get("timeStep", 0.01),
                o.get("pitchFloor", 75),
                o.get("silenceThreshold", 0.1),
                o.get("periodsPerWindow", 4.5 if method == "ac" else 1),
            )
            mean = call(harmonicity, "Get mean", 0, 0)
            return {"times": harmonicity.xs(), "values": harmonicity.values[0], "mean": [mean]}
        case "formants":
            most = o.get("maxFormants", 5)
            formants = call(
                sound,
                "To Formant (burg)",
                o.get("timeStep", 0),
                most,
                o.get("formantCeiling", 5500),
                o.get("windowLength", 0.025),
                o.get("preEmphasisFrom", 50),
            )
            count = call(formants, "Get number of frames")
            times = [call(formants, "Get time from frame number", t + 1) for t in range(count)]
            answer = {"times": times}
            for k in range(1, math.floor(most) + 1):
                answer[f"f{k}"] = [formants.get_value_at_time(k, t) for t in times]
                answer[f"b{k}"] = [formants.get_bandwidth_at_time(k, t) for t in times]
            return answer


# Each function, what its changes start from, and a change of every option.
OPTIONS = [
    (
        "pitch",
        {},
        {
            "method": "cc",
            "timeStep": 0.007,
            "pitchFloor": 60,
            "pitchCeiling": 140,
            "veryAccurate": True,
            "silenceThreshold": 0.6,
            "voicingThreshold": 0.9,
            "octaveCost": 0.2,
        },
    ),
    ("pitch", {"pitchFloor": 40, "pitchCeiling": 79}, {"maxCandidates": 2}),
    ("pitch", {"pitchFloor": 40, "octaveCost": 0}, {"octaveJumpCost": 0}),
    ("pitch", {"voicingThreshold": 0.9}, {"voicedUnvoicedCost": 0}),
    ("pitch", {"method": "cc"}, {"veryAccurate": True, "pitchFloor": 90}),
    ("pulses", {}, {"pitchFloor": 140, "method": "cc"}),
    ("jitter", {}, {"periodFloor": 0.0073, "periodCeiling": 0.0072, "maxPeriodFactor": 1.01}),
    (
        "shimmer",
        {},
        {
            "periodFloor": 0.0073,
            "periodCeiling": 0.0072,
            "maxPeriodFactor": 1.01,
            "maxAmplitudeFactor": 1.04,
        },
    ),
    (
        "voiceReport",
        {},
        {
            "method": "cc",
            "pitchFloor": 140,
            "pitchCeiling": 140,
            "silenceThreshold": 0.6,
            "voicingThreshold": 0.9,
            "maxPeriodFactor": 1.01,
            "maxAmplitudeFactor": 1.04,
        },
    ),
    (
        "harmonicity",
        {},
        {
            "method": "ac",
            "timeStep": 0.004,
            "pitchFloor": 100,
            "silenceThreshold": 0.7,
            "periodsPerWindow": 1.5,
        },
    ),
    ("harmonicity", {"method": "ac"}, {"periodsPerWindow": 3, "pitchFloor": 100}),
    (
        "formants",
        {},
        {
            "timeStep": 0.01,
            "maxFormants": 4,
            "formantCeiling": 5000,
            "windowLength": 0.04,
            "preEmphasisFrom": 200,
        },
    ),
    ("formants", {"maxFormants": 5.5}, {"formantCeiling": 9000}),
]

EVERY = [
    ("pitch", {}),
    ("pitch", {"method": "cc"}),
    ("pitch", {"veryAccurate": True}),
    ("pulses", {}),
    ("jitter", {}),
    ("shimmer", {}),
    ("voiceReport", {}),
    ("harmonicity", {}),
    ("harmonicity", {"method": "ac"}),
    ("formants", {}),
]


def edges():
    """What is flat or silent in places, voiced by moments, or shorter than a frame."""
    y = shaken(16000)
    gap = y.copy()
    gap[6000:9000] = 0
    clipped = np.clip(20 * y, -0.5, 0.5).astype(np.float32).astype(float)
    moments = {"method": "cc", "pitchFloor": 100, "voicedUnvoicedCost": 0, "timeStep": 0.002}
    yield "gap", gap, "voiceReport", {"pitchFloor": 100}
    yield "gap", gap, "harmonicity", {}
    yield "gap", gap, "pitch", {"method": "cc"}
    yield "clipped", clipped, "harmonicity", {}
    yield "clipped", clipped, "pitch", {"method": "cc"}
    yield "clipped", clipped, "pulses", {**moments, "voicingThreshold": 0.95}
    yield "gap", gap, "pulses", {**moments, "voicingThreshold": 0.9}
    for options in ({}, {"formantCeiling": 5000}, {"windowLength": 0.04, "maxFormants": 4}):
        yield "short", y[4000:4479], "formants", options


def rounded(value):
    return float(f"{value:.10g}") if math.isfinite(value) else None


def case(function, signal, rate, options, y, count, change=None):
    parts = {}
    for name, values in run(function, y, rate, options).items():
        step = max(1, len(values) // count)
        kept = [rounded(value) for value in values[::step]]
        parts[name] = {"length": len(values), "step": step, "values": kept}
    named = {"change": change} if change else {}
    return {
        "function": function,
        "signal": signal,
        "sampleRate": rate,
        "options": options,
        **named,
        "parts": parts,
    }


def changed(y, rate):
    for function, base, changes in OPTIONS:
        yield case(function, f"shaken {rate}", rate, base, y, OPTIONS_KEPT)
        for name, value in changes.items():
            options = {**base, name: value}
            yield case(function, f"shaken {rate}", rate, options, y, OPTIONS_KEPT, name)


def write(name, cases):
    content = {
        "generator": "tools/parity/praat_goldens.py",
        "versions": {"praat": parselmouth.PRAAT_VERSION, "parselmouth": parselmouth.__version__},
        "cases": list(cases),
    }
    path = FIXTURES / f"{name}.golden.json"
    path.write_text(json.dumps(content, separators=(",", ":"), allow_nan=False) + "\n")
    print(path.name, path.stat().st_size)


def main(speech):
    known = {f"shaken {rate}": (rate, shaken(rate)) for rate in RATES}
    for name, y in voices().items():
        known[name] = (VOICE_RATE, y[: 2 * VOICE_RATE])
    of_known = [
        case(function, name, rate, options, y, KEPT)
        for name, (rate, y) in known.items()
        for function, options in EVERY
    ]
    of_edges = [
        case(function, signal, 16000, options, y, KEPT) for signal, y, function, options in edges()
    ]
    write("praat", [*of_known, *changed(known["shaken 16000"][1], 16000), *of_edges])
    of_clips = []
    for name in REAL_CLIPS:
        path = min(Path(speech).rglob(f"{name}.wav"))
        y, rate = soundfile.read(path)
        y = (y if y.ndim == 1 else y.mean(axis=1))[: 2 * rate]
        y = y.astype(np.float32).astype(float)
        of_clips += [case(function, name, rate, options, y, KEPT) for function, options in EVERY]
    write("praat-clips", of_clips)


if __name__ == "__main__":
    main(sys.argv[1])
