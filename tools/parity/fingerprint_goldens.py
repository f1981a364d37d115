"""Writes packages/corpus/fixtures/fingerprint.golden.json: sounds at 8 kHz and their fingerprints.

Written from the descriptions in packages/corpus/src/twins, with NumPy and SciPy in place of its
loops: filters by `scipy.signal.lfilter`, coefficients by `scipy.fft.dctn`.
"""

import json
import pathlib

import numpy as np
import scipy
from scipy.fft import dctn
from scipy.signal import lfilter

LOW_RATE = 8000
RATES = [4000, 8000, 11025, 16000, 44100, 48000]
SECONDS = 1.6
EVERY = 97


def sound(rate):
    """Three syllables, of which each has its own tones, over a constant offset and hum."""
    t = np.arange(round(SECONDS * rate)) / rate
    total = 0.1 + 0.05 * np.sin(2 * np.pi * 50 * t)
    for centre, width, hertz in [(0.35, 0.08, 300), (0.8, 0.12, 730), (1.15, 0.06, 1350)]:
        envelope = np.exp(-(((t - centre) / width) ** 2))
        total += 0.25 * envelope * np.sin(2 * np.pi * (hertz * t + 60 * t * t))
        total += 0.1 * envelope * np.sin(2 * np.pi * 2.1 * hertz * (t - centre))
    return total.astype(np.float32).astype(float)


def to_low_rate(samples, rate):
    step = rate / LOW_RATE
    length = len(samples) * LOW_RATE // rate
    bandwidth = 0.9 * min(1, 1 / step)
    reach = int(np.ceil(2 / bandwidth))
    low = np.zeros(length)
    for i in range(length):
        position = i * step
        whole = int(position)
        part = np.floor((position - whole) * 64) / 64
        offsets = np.arange(1 - reach, reach + 1)
        x = bandwidth * (offsets - part)
        weights = np.where(np.abs(x) < 2, np.sinc(x) * (0.5 + 0.5 * np.cos(np.pi * x / 2)), 0)
        around = samples[np.clip(whole + offsets, 0, len(samples) - 1)]
        low[i] = weights @ around / weights.sum()
    for _ in range(2):
        # As if the first sample had lasted for ever before.
        low = lfilter([1, -1], [1, -0.9], low - low[0])
    return low


def box(values, radius, times):
    for _ in range(times):
        values = np.convolve(values, np.ones(2 * radius + 1) / (2 * radius + 1), mode="same")
    return values


def envelopes(low):
    padded = np.concatenate([low, np.zeros(-len(low) % 32)])
    for centre in [320, 700, 1400, 2500]:
        omega = 2 * np.pi * centre / LOW_RATE
        alpha = np.sin(omega) * 0.9 / 2
        numerator, denominator = [alpha, 0, -alpha], [1 + alpha, -2 * np.cos(omega), 1 - alpha]
        filtered = lfilter(numerator, denominator, low)
        padded[: len(low)] = filtered
        yield box((padded**2).reshape(-1, 32).sum(axis=1), 4, 3)


def fingerprint(low):
    bands = np.array(list(envelopes(low)))
    energy = bands.sum(axis=0)
    centre = (energy * np.arange(len(energy))).sum() / energy.sum()
    slow = np.concatenate([[0], box(energy, 12, 2), [0]])
    peaks = []
    for i in range(1, len(slow) - 1):
        before, height, after = slow[i - 1 : i + 2]
        if height > before and height >= after:
            peaks.append((height, i - 1 + 0.5 * (before - after) / (before - 2 * height + after)))
    positions = [centre] + [position for _, position in sorted(peaks, reverse=True)[:3]]
    order = sorted(
        ((time, band) for time in range(12) for band in range(4)),
        key=lambda each: (each[0] + 2 * each[1], each[1]),
    )[1:25]
    codes = []
    for position in positions:
        frames = position + (np.arange(12) - 5.5) * 17
        patch = np.array(
            [np.interp(frames, np.arange(-1, len(energy) + 1), np.pad(band, 1), 0, 0) for band in bands]
        ).T
        coefficients = dctn(patch**0.35, norm="ortho")
        kept = np.array([coefficients[each] for each in order])
        codes.append(np.round(127 * kept / np.linalg.norm(kept)).astype(int).tolist())
    return (np.array(positions) * 32 / LOW_RATE).tolist(), codes


cases = []
for rate in RATES:
    low = to_low_rate(sound(rate), rate)
    anchors, codes = fingerprint(low)
    cases.append(
        {
            "sampleRate": rate,
            "length": len(low),
            "low": [float(f"{x:.9g}") for x in low[::EVERY]],
            "anchors": [round(x, 9) for x in anchors],
            "codes": codes,
        }
    )
golden = {
    "generator": "tools/parity/fingerprint_goldens.py",
    "versions": {"numpy": np.__version__, "scipy": scipy.__version__},
    "seconds": SECONDS,
    "every": EVERY,
    "cases": cases,
}
path = pathlib.Path(__file__).parents[2] / "packages/corpus/fixtures/fingerprint.golden.json"
path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
