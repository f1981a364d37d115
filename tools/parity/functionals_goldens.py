"""Writes packages/features/fixtures/functionals.golden.json, which holds the algorithm.

    python3 -m venv /tmp/parity && /tmp/parity/bin/pip install -r tools/parity/requirements.txt
    /tmp/parity/bin/python tools/parity/functionals_goldens.py

Low-level descriptors of synthetic clips at 16 kHz and the functionals of each group, in numpy and
float64: the reference of the kinds `lld` and `functionals`. No other program computes these groups.
Nine digits are kept. Clips: the voices of features_goldens.py, every third sample of them, and
what is short, silent, unvoiced, flat or voiced in one run.

Indices of frames count from 0, deviations are those of the population, dB are 10 log10 of a power,
and arrays are [frames, channels].
"""

import json
import warnings

import numpy as np
from features_goldens import FIXTURES, noise, versions, voices

RATE = 16000
HOP = 160
# Of the clips that are no voices, and of cepstra, every such value is kept.
STEP = 5


# Low-level descriptors


def frames(x, size):
    """Frames of `size` samples around 0, HOP, 2 HOP, …; zeros outside; 1 + len(x) // HOP of them."""
    count = 1 + len(x) // HOP
    padded = np.pad(x, (size // 2, size // 2 + HOP))
    return padded[np.arange(count)[:, None] * HOP + np.arange(size)[None]]


def hann(size):
    """A periodic Hann window."""
    return np.hanning(size + 1)[:-1]


def mel_weights(bands=64, lowest=50.0, highest=8000.0, size=512):
    """Triangles, equally spaced in HTK's mels, each over its sum. One that falls between two bins
    takes the bin nearest to its centre."""
    mels = np.linspace(
        2595 * np.log10(1 + lowest / 700), 2595 * np.log10(1 + highest / 700), bands + 2
    )
    edges = 700 * (10 ** (mels / 2595) - 1)
    hz = np.arange(size // 2 + 1) * RATE / size
    rising = (hz - edges[:-2, None]) / np.diff(edges)[:-1, None]
    falling = (edges[2:, None] - hz) / np.diff(edges)[1:, None]
    weights = np.maximum(0, np.minimum(rising, falling))
    for band in np.flatnonzero(weights.sum(1) < 1e-3):
        weights[band, np.argmin(abs(hz - edges[band + 1]))] = 1
    return weights / weights.sum(1, keepdims=True)


def log_mel(y):
    """[frames, 64] dB: 25 ms frames, 512-point transforms, |X|² / Σ window², floor -90 dB."""
    window = hann(400)
    power = abs(np.fft.rfft(frames(y, 400) * window, 512)) ** 2 / (window**2).sum()
    return 10 * np.log10(power @ mel_weights().T + 1e-9)


def track_pitch(y, lowest=65.0, highest=800.0, candidates=5):
    """Pitch in Hz, 0 where unvoiced, and the highest peak of the autocorrelation.

    1. Of 48 ms frames less their mean: r = acf(frame · Hann) / acf[0] / acf(Hann).
    2. Candidates: r[l - 1] < r[l] >= r[l + 1], r[l] > 0.2, lags 20 to 245; the five best by
       r - 0.01 log2(65 l / 16000).
    3. A parabola refines each lag; its score stays.
    4. The unvoiced candidate scores 0.45 + max(0, 2 - (frame's peak / clip's peak) / 0.0435).
    5. The path with the highest sum of scores less 0.35 per octave jumped, and 0.14 for a change
       between voiced and unvoiced.
    """
    window = hann(768)
    expected = np.fft.irfft(abs(np.fft.rfft(window, 2048)) ** 2)[:400]
    framed = frames(y, 768)
    framed = framed - framed.mean(1, keepdims=True)
    peaks = abs(framed).max(1) / (abs(y).max() + 1e-9)
    acf = np.fft.irfft(abs(np.fft.rfft(framed * window, 2048)) ** 2, axis=1)[:, :400]
    r = acf / (acf[:, :1] + 1e-9) / (expected / expected[0])
    first, end = int(RATE / highest), int(RATE / lowest)
    lags, inner = np.arange(first, end), r[:, first:end]
    is_peak = (inner > r[:, first - 1 : end - 1]) & (inner >= r[:, first + 1 : end + 1])
    is_peak &= inner > 0.2
    score = np.where(is_peak, inner - 0.01 * np.log2(lowest * lags / RATE), -9)
    best = np.argsort(-score, axis=1, kind="stable")[:, :candidates]
    count, row, lag = len(r), np.arange(len(r))[:, None], lags[best]
    a, b, c = r[row, lag - 1], r[row, lag], r[row, lag + 1]
    curve = a - 2 * b + c
    curved = abs(curve) > 1e-9
    shift = np.where(curved, 0.5 * (a - c) / np.where(curved, curve, 1), 0)
    hz = np.concatenate([np.zeros((count, 1)), RATE / (lag + np.clip(shift, -1, 1))], 1)
    unvoiced = 0.45 + np.maximum(0, 2 - peaks / 0.0435)
    scores = np.concatenate([unvoiced[:, None], score[row, best]], 1)
    octave, voiced = np.log2(np.maximum(hz, 1)), hz > 0
    total, back = scores[0].copy(), np.zeros(hz.shape, int)
    for t in range(1, count):
        both = voiced[t - 1][:, None] & voiced[t][None]
        change = 0.14 * (voiced[t - 1][:, None] != voiced[t][None])
        jump = 0.35 * abs(octave[t - 1][:, None] - octave[t][None])
        ways = total[:, None] - np.where(both, jump, change)
        back[t] = ways.argmax(0)
        total = ways.max(0) + scores[t]
    path = np.zeros(count, int)
    path[-1] = total.argmax()
    for t in range(count - 1, 0, -1):
        path[t - 1] = back[t, path[t]]
    return hz[np.arange(count), path], np.clip(np.where(is_peak, inner, 0).max(1), 0, 1)


def cosine_rows(size, rows):
    """The first rows of a cosine transform: √(2 / size) · cos(π (i + 0.5) row / size)."""
    angles = np.pi * (np.arange(size) + 0.5)[None] * np.arange(rows)[:, None] / size
    return np.cos(angles) * np.sqrt(2 / size)


class Clip:
    """The tracks that functionals share."""

    def __init__(self, y):
        self.bands = log_mel(y)
        self.count = len(self.bands)
        self.f0, self.periodicity = track_pitch(y)
        self.voiced = self.f0 > 0
        self.has_pitch = self.voiced.sum() > 5
        self.level = 10 * np.log10((10 ** (self.bands / 10)).mean(1) + 1e-9)
        self.cepstra = self.bands @ cosine_rows(64, 24).T
        self.loud = self.level > self.level.max() - 30
        self.pitch = np.log2(np.maximum(self.f0, 1) / 200)
        self.line = np.zeros(self.count)
        if self.has_pitch:
            where = np.flatnonzero(self.voiced)
            self.line = np.interp(np.arange(self.count), where, self.pitch[where])
        everything = np.ones(self.count, bool)
        self.voiced_or_all = self.voiced if self.has_pitch else everything
        unvoiced = (~self.voiced & self.loud, ~self.voiced)
        self.unvoiced = next((mask for mask in unvoiced if mask.sum() > 3), everything)
        # Sixteen cepstra, level, pitch and periodicity on scales of the same size.
        self.joint = np.column_stack(
            [self.cepstra[:, :16], self.level, 20 * self.line, 20 * self.periodicity]
        )

    def described(self):
        """The 19 low-level descriptors."""
        return np.column_stack([self.cepstra[:, :16], self.level, self.line, self.periodicity])


# Functionals

UPPER = np.triu_indices(19)
# How large each channel of `joint` usually is.
SCALES = np.array(
    [180, 50, 30, 20, 20, 16, 14, 12, 12, 12, 10, 10, 10, 10, 10, 10, 20, 15, 6], float
)
# Bands of modulation in bins of 0.25 Hz.
NINE = [(1, 4), (4, 8), (8, 12), (12, 16), (16, 24), (24, 32), (32, 48), (48, 64), (64, 100)]
SIX = [(1, 8), (8, 16), (16, 24), (24, 40), (40, 64), (64, 110)]


def ranked(x, p):
    """Of n sorted values that at floor(p n)."""
    return np.sort(x, 0)[min(len(x) - 1, int(p * len(x)))]


def distribution(x):
    quartiles = ranked(x, 0.75) - ranked(x, 0.25)
    ranks = [ranked(x, p) for p in (0.05, 0.5, 0.95)]
    return np.concatenate([x.mean(0), x.std(0), *ranks, quartiles])


def steps(x):
    d = x[2:] - x[:-2]
    if len(d) == 0:
        return np.zeros(4 * x.shape[1])
    return np.concatenate([abs(d).mean(0), d.std(0), d.max(0), d.min(0)])


def masked(x, mask):
    """The frames of a mask; all of them where it has five at most."""
    return x[mask] if mask.sum() > 5 else x


def softened(products, s, t=None):
    """C_ij / √(s_i t_j): between a covariance and a correlation."""
    return products / np.sqrt(np.outer(s, s if t is None else t))


def softened_covariance(x):
    x = x - x.mean(0)
    return softened(x.T @ x / len(x), x.std(0) + 0.5)[UPPER]


def correlation(clip):
    x = clip.joint[clip.loud]
    x = x - x.mean(0)
    return (x.T @ x / len(x) / np.outer(x.std(0) + 0.5, x.std(0) + 0.5))[UPPER]


def delta_moments(clip, lag):
    """Second moments, not centred, of changes over `lag` frames, both of which are loud."""
    both = clip.loud[lag:] & clip.loud[:-lag]
    d = masked(clip.joint[lag:] - clip.joint[:-lag], both)
    return softened(d.T @ d / len(d), d.std(0) + 0.5)[UPPER]


def slope_covariance(x, loud, lag, softening):
    """Centred values with the slopes around them, row by row."""
    inner = loud[lag:-lag]
    d = masked(x[2 * lag :] - x[: -2 * lag], inner)
    x = masked(x[lag:-lag], inner)
    products = (x - x.mean(0)).T @ d / len(d)
    return softened(products, x.std(0) + softening, d.std(0) + softening).ravel()


def modulation(x, bands):
    """The power of bands of the first 4 s less the mean, per frame of the clip, as a logarithm."""
    padded = np.zeros((400, x.shape[1]))
    padded[: min(400, len(x))] = (x - x.mean(0))[:400]
    power = abs(np.fft.rfft(padded, axis=0)) ** 2
    sums = np.stack([power[a:b].sum(0) / len(x) for a, b in bands])
    return np.log(sums + 1e-2).ravel()


def contour(clip):
    """Eight cosine coefficients of 40 equally spaced points of each track."""
    x = np.column_stack(
        [clip.cepstra[:, :16], clip.level, clip.line, clip.periodicity, clip.voiced]
    )
    t = np.linspace(0, clip.count - 1, 40)
    i = t.astype(int)
    late = (t - i)[:, None]
    points = x[i] * (1 - late) + x[np.minimum(i + 1, clip.count - 1)] * late
    return (cosine_rows(40, 8) / np.sqrt(20) @ points).ravel()


def runs(mask):
    """Where runs begin, and where they have ended."""
    d = np.diff(np.concatenate([[0], mask.astype(int), [0]]))
    return np.flatnonzero(d == 1), np.flatnonzero(d == -1)


def pitch(clip):
    if not clip.has_pitch:
        return np.zeros(23)
    voiced = clip.voiced
    p, e = clip.pitch[voiced], clip.level[voiced]
    step = np.diff(clip.pitch)[voiced[1:] & voiced[:-1]]
    step = step if len(step) else np.zeros(1)
    slopes = []
    for a, b in zip(*runs(voiced)):
        if b - a > 5:
            q = max(2, (b - a) // 4)
            rise = clip.pitch[b - q : b].mean() - clip.pitch[a : a + q].mean()
            slopes.append(rise / (b - a) * 100)
    slopes = slopes or [0.0]
    h = max(1, len(p) // 4)
    return np.array(
        [
            p.mean(),
            p.std(),
            *np.percentile(p, [2, 10, 25, 50, 75, 90, 98]),
            np.ptp(np.percentile(p, [5, 95])),
            abs(step).mean(),
            step.std(),
            np.mean(slopes),
            np.std(slopes),
            np.max(slopes),
            np.min(slopes),
            p[0],
            p[-1],
            p[:h].mean(),
            p[-h:].mean(),
            np.average(p, weights=10 ** (e / 20)),
            np.corrcoef(p, e)[0, 1] if p.std() > 1e-4 else 0,
            abs(np.diff(step)).mean() if len(step) > 1 else 0,
        ]
    )


def voicing(clip):
    a, b = runs(clip.voiced)
    length = b - a if len(a) else np.zeros(1)
    clear, seconds = clip.periodicity[clip.voiced_or_all], clip.count / 100
    return np.array(
        [
            clip.voiced.mean(),
            clip.periodicity.mean(),
            clear.mean(),
            clear.std(),
            *np.percentile(clear, [10, 90]),
            length.mean(),
            length.max(),
            len(a) / seconds,
            seconds,
            np.log(seconds),
            len(a),
            (~clip.loud).mean(),
        ]
    )


def halves(clip):
    """Voiced frames at or above the median pitch, and at or above the median level."""
    p, e = clip.line[clip.voiced_or_all], clip.level[clip.voiced_or_all]
    return p >= np.median(p), e >= np.median(e)


def conditional_cepstra(clip):
    x = clip.cepstra[clip.voiced_or_all][:, :16]

    def mean(mask):
        return x[mask].mean(0) if mask.any() else x.mean(0)

    return np.concatenate([mean(mask) - mean(~mask) for mask in halves(clip)])


def conditional_descriptors(clip):
    x = clip.joint[clip.voiced_or_all]

    def mean(mask):
        return x[mask].mean(0) if mask.any() else x.mean(0)

    def std(mask):
        return x[mask].std(0) if mask.sum() > 2 else x.std(0)

    (high, loud), early = halves(clip), np.arange(len(x)) < len(x) // 2
    return np.concatenate(
        [
            std(high) - std(~high),
            std(loud) - std(~loud),
            mean(early) - mean(~early),
            std(early) - std(~early),
        ]
    )


def higher_moments(clip):
    def moments(z):
        d = z - z.mean(0)
        return [(d**p).mean(0) / (z.std(0) + 0.3) ** p for p in (3, 4)]

    inner = clip.loud[2:-2]
    slopes = masked(clip.joint[4:] - clip.joint[:-4], inner)
    return np.concatenate(moments(masked(clip.joint[2:-2], inner)) + moments(slopes))


def thirds(clip):
    def third(i):
        first = int(clip.count * i / 3)
        return clip.joint[first : max(first + 3, int(clip.count * (i + 1) / 3))]

    parts = [third(i) for i in range(3)]
    return np.concatenate([part.mean(0) for part in parts] + [part.std(0) for part in parts])


def extreme_cepstra(clip):
    k = max(3, clip.count // 10)

    def mean_of_first(key):
        return clip.cepstra[np.argsort(-key, kind="stable")[:k]].mean(0)

    heights = np.where(clip.voiced, clip.pitch, -9)
    return np.concatenate([mean_of_first(clip.level), mean_of_first(heights)])


def acceleration(clip):
    x = clip.joint
    return masked(x[6:] - 2 * x[3:-3] + x[:-6], clip.loud[3:-3])


def mean_and_std(x):
    return np.concatenate([x.mean(0), x.std(0)])


def voiced_cepstra(clip):
    voiced = mean_and_std(clip.cepstra[clip.voiced_or_all])
    return np.concatenate([voiced, clip.cepstra[clip.unvoiced].mean(0)])


def mel_distribution(clip):
    ranks = [ranked(clip.bands, p) for p in (0.1, 0.5, 0.9)]
    return np.concatenate([*ranks, abs(clip.bands[2:] - clip.bands[:-2]).mean(0)])


# In the order of the vector.
GROUPS = {
    "cepstra": lambda c: distribution(c.cepstra),
    "cepstraSteps": lambda c: steps(c.cepstra),
    "longTermSpectrum": lambda c: mean_and_std(c.bands[c.loud]),
    "voicedCepstra": voiced_cepstra,
    "level": lambda c: np.concatenate([distribution(c.level[:, None]), steps(c.level[:, None])]),
    "contour": contour,
    "pitch": pitch,
    "voicing": voicing,
    "prosodyModulation": lambda c: modulation(
        np.column_stack([c.level, c.cepstra[:, 1:6], c.line]), NINE
    ),
    "cepstraModulation": lambda c: modulation(
        np.column_stack([c.cepstra, c.line, c.periodicity]), NINE
    ),
    "melModulation": lambda c: modulation(c.bands, SIX),
    "melDistribution": mel_distribution,
    "covariance": lambda c: softened_covariance(c.joint[c.loud]),
    "correlation": correlation,
    "deltaMoments4": lambda c: delta_moments(c, 4),
    "conditionalCepstra": conditional_cepstra,
    "deltaMoments1": lambda c: delta_moments(c, 1),
    "deltaMoments10": lambda c: delta_moments(c, 10),
    "deltaMoments20": lambda c: delta_moments(c, 20),
    "voicedCovariance": lambda c: softened_covariance(c.joint[c.voiced_or_all]),
    "slopeCovariance2": lambda c: slope_covariance(c.joint, c.loud, 2, 0.5),
    "accelerationCovariance": lambda c: softened_covariance(acceleration(c)),
    "higherMoments": higher_moments,
    "thirds": thirds,
    "conditionalDescriptors": conditional_descriptors,
    "extremeCepstra": extreme_cepstra,
    "slopeCovariance10": lambda c: slope_covariance(c.joint / SCALES, c.loud, 10, 0.03),
}


def functionals(clip):
    """Name of a group -> its values. What a clip is too short for is 0."""
    with np.errstate(all="ignore"), warnings.catch_warnings():
        # Means of no frames.
        warnings.simplefilter("ignore")
        return {name: np.nan_to_num(group(clip)) for name, group in GROUPS.items()}


# Clips


def clips():
    """Name -> samples at 16 kHz. `packages/features/src/testing/speech-clips.ts` has the same."""
    spoken = {name: samples[::3] for name, samples in voices().items()}
    low, high = spoken["low"], spoken["high"]
    return spoken | {
        # Inside of a loud stretch: voiced from end to end.
        "one run": high[2000:8500],
        "silence": np.zeros(8000),
        "constant": np.full(4000, 0.25),
        "unvoiced": (0.1 * noise(8000, 21)).astype(np.float32).astype(float),
        "one sample": low[5000:5001],
        "2 frames": low[5000:5300],
        "3 frames": low[5000:5400],
        "7 frames": low[5000:6000],
        "20 frames": low[5000:8100],
        "21 frames": low[5000:8200],
        "22 frames": low[5000:8400],
        # More than the 4 s of which modulation is taken.
        "long": np.concatenate([low, spoken["brief"]]),
    }


def kept(values, step):
    return [float(f"{value:.9g}") for value in np.asarray(values, float).ravel()[::step]]


def row(name, samples):
    clip = Clip(samples)
    step = 1 if name in voices() else STEP
    return {
        "clip": name,
        "frames": clip.count,
        "f0": kept(clip.f0, 1),
        "descriptors": {"step": STEP, "values": kept(clip.described(), STEP)},
        "step": step,
        "groups": {group: kept(values, step) for group, values in functionals(clip).items()},
    }


def main():
    content = {
        "generator": "tools/parity/functionals_goldens.py",
        "versions": versions(),
        "clips": [row(name, samples) for name, samples in clips().items()],
    }
    text = json.dumps(content, separators=(",", ":")) + "\n"
    (FIXTURES / "functionals.golden.json").write_text(text)


if __name__ == "__main__":
    main()
