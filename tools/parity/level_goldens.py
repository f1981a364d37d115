"""Writes packages/features/fixtures/level.golden.json with numpy.

    /tmp/parity/bin/python tools/parity/level_goldens.py

The level of a clip and where its sound begins and ends, of the voices and of a few short signals
of features_goldens.py, at several rates; and the middle of the voices. The fixture holds numbers
only.
"""

import json

import numpy as np
import soxr
from features_goldens import FIXTURES, signals, voices

LEVEL = -26
RANGES = [10, 20, 30, 45, 60]
RATES = [8000, 11025, 16000, 22050, 48000]
SECONDS = [0.25, 1, 1.5, 3]


def frame_powers(y, rate):
    """Mean squares of 25 ms frames every 10 ms, centred at 0, hop, 2 * hop ...; zeros outside."""
    win, hop = int(0.025 * rate + 0.5), int(0.01 * rate + 0.5)
    padded = np.pad(y, (win // 2, win + hop))
    starts = np.arange(1 + len(y) // hop) * hop
    return (padded[starts[:, None] + np.arange(win)] ** 2).mean(1), win, hop


def level_gain(y, rate, db):
    """What brings the mean square of the frames within 30 dB of the loudest to `db`."""
    e, _, _ = frame_powers(y, rate)
    return np.sqrt(10 ** (db / 10) / (e[e >= e.max() / 1000].mean() + 1e-12))


def sound_range(y, rate, db):
    """From the first to the last frame whose mean square is within `db` of the loudest."""
    powers, win, hop = frame_powers(y, rate)
    e = 10 * np.log10(powers + 1e-12)
    loud = np.flatnonzero(e > e.max() - db)
    start, end = loud[0] * hop - win // 2, loud[-1] * hop + win - win // 2
    return [int(max(0, start)), int(min(len(y), end))]


def case(name, y, rate):
    gain = level_gain(y, rate, LEVEL)
    trimmed = {str(db): sound_range(y * gain, rate, db) for db in RANGES}
    return {"signal": name, "sampleRate": rate, "gain": gain, "trimmed": trimmed}


def middle(name, y, seconds, rate=48000):
    """The middle of what is within 45 dB of the loudest at 16 kHz: where it starts, and its length."""
    start, end = (e * rate // 16000 for e in sound_range(soxr.resample(y, rate, 16000), 16000, 45))
    centre, half = (start + end) // 2, int(seconds * rate) // 2
    first = max(0, centre - half)
    length = len(y[first : centre + half])
    return {"signal": name, "seconds": seconds, "start": first, "length": length}


def main():
    # The first 48,000 samples of a voice, read at every rate.
    speech = {name: y[:48000] for name, y in voices().items()}
    few = [(name, signals()[name]) for name in ("silence", "one", "short", "fading")]
    odd = {name: y.astype(np.float32).astype(float) for name, y in few}
    cases = [case(name, y, rate) for name, y in {**speech, **odd}.items() for rate in RATES]
    # With half a second of digital silence before, so that there is something to leave out.
    paused = {name: np.concatenate([np.zeros(24000), y]) for name, y in speech.items()}
    middles = [middle(name, y, s) for name, y in paused.items() for s in SECONDS]
    head = {"generator": "tools/parity/level_goldens.py", "versions": {"numpy": np.__version__, "soxr": soxr.__version__}}
    golden = {**head, "level": LEVEL, "cases": cases, "middles": middles}
    text = json.dumps(golden, separators=(",", ":"))
    (FIXTURES / "level.golden.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
