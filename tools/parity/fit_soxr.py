"""Fits the Kaiser windows of packages/features/src/kernels/resample/resample-plan.ts to soxr.

    /tmp/parity/bin/python tools/parity/fit_soxr.py

Measures the gain of soxr HQ at frequencies of the pass band and of the transition band with sines.
The droop of the pass band is the short filter's, what falls off after it the long filter's. Whole
ratios have no droop, and their long filter is fitted to the impulse response.
"""

import numpy as np
import soxr
from numpy.polynomial.legendre import leggauss
from scipy.optimize import least_squares
from scipy.special import i0

NODES, WEIGHTS = leggauss(600)


def response(cutoff, half_width, beta, f):
    """Gain of a sinc under a Kaiser window at `f` cycles a sample, 1 at 0."""
    t, w = (NODES + 1) / 2 * half_width, WEIGHTS / 2 * half_width
    h = (
        2
        * cutoff
        * np.sinc(2 * cutoff * t)
        * i0(beta * np.sqrt(1 - (t / half_width) ** 2))
        / i0(beta)
    )
    return np.cos(2 * np.pi * np.outer(f, t)) @ (h * w) / np.sum(h * w)


def gain(rate, to, hz):
    """soxr's gain for a sine, from the middle half of its output."""
    y = soxr.resample(
        np.cos(2 * np.pi * hz * np.arange(int(rate * 0.5)) / rate), rate, to, quality="HQ"
    )
    middle = slice(len(y) // 4, 3 * len(y) // 4)
    t = np.arange(len(y))[middle] / to
    window = np.hanning(len(t))
    basis = np.stack([np.cos(2 * np.pi * hz * t), np.sin(2 * np.pi * hz * t)], 1)
    return np.linalg.lstsq(basis * window[:, None], y[middle] * window, rcond=None)[0][0]


def fit(residual, starts, scale):
    return min((least_squares(residual, s, x_scale=scale) for s in starts), key=lambda r: r.cost)


def impulse_response(ratio, up):
    """soxr's response at the higher of two rates, and the times of its samples."""
    low, length = 8000, 2000
    times = np.arange(-130 * ratio, 130 * ratio + 1)
    if up:
        y = soxr.resample(np.eye(1, length, length // 2, dtype=np.float32)[0], low, low * ratio, "HQ")
        return times, y[length // 2 * ratio + times].astype(float) / ratio
    values = np.zeros(len(times))
    for phase in range(ratio):
        start = length // 2 * ratio + phase
        x = np.eye(1, length * ratio, start, dtype=np.float32)[0]
        y = soxr.resample(x, low * ratio, low, "HQ")
        at = np.arange(len(y)) * ratio - start
        inside = np.abs(at) <= times[-1]
        values[at[inside] - times[0]] = y[inside]
    return times, values


def whole_ratio(ratio, up):
    """The long filter of a whole ratio: half width in samples of the higher rate, and beta."""
    times, measured = impulse_response(ratio, up)

    def residual(p):
        inside = np.clip(1 - (times / p[1] / ratio) ** 2, 0, None)
        window = np.where(inside > 0, i0(p[2] * np.sqrt(inside)), 0)
        h = np.sinc(p[0] * times / ratio) * window
        return (h / h.sum() - measured) * ratio * 1e5

    found = fit(residual, [[0.956872, w, 13.04] for w in (96.5, 102, 108)], [1e-4, 0.1, 0.01])
    cutoff, width, beta = found.x
    print(
        f"{'up' if up else 'down'} by {ratio}: cutoff {cutoff:.6f}, half width {width * ratio:.1f},"
        f" beta {beta:.3f} (off by {np.abs(found.fun).max() / 1e5:.0e})"
    )


def main():
    for ratio in (2, 3, 4, 5, 6, 8, 12, 16, 20, 32):
        whole_ratio(ratio, True)
    for ratio in (2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 128):
        whole_ratio(ratio, False)
    rows = [
        (r * 22050, 22050)
        for r in (1.02, 1.05, 48000 / 44100, 24750 / 22050, 1.2, 1.3, 44100 / 32000, 1.44)
    ]
    for rate, to in [*rows, (48000, 22050), (16000, 22050)]:
        between = rate if rate >= 2 * to else 2 * rate
        lower = min(rate, to) / 2
        flat, falling = np.linspace(0.3, 0.91, 24) * lower, np.linspace(0.925, 0.985, 9) * lower
        measured = [np.array([gain(rate, to, hz) for hz in band]) for band in (flat, falling)]
        short = fit(
            lambda p: (response(*p, flat / between) - measured[0]) * 1e5,
            [[0.45, w, b] for w in (6, 7, 8) for b in (11, 14)],
            [0.01, 0.1, 0.3],
        )
        droop = response(*short.x, falling / between)
        long = fit(
            lambda p: (
                (
                    response(
                        p[0] * lower / between, p[1] * between / lower, p[2], falling / between
                    )
                    * droop
                    - measured[1]
                )
                * 1e4
            ),
            [[0.9568, 48.6, 13.04]],
            [1e-3, 1, 0.1],
        )
        print(
            f"{rate:8.1f} -> {to}  step {between / to:.4f}"
            f"  short: cutoff {short.x[0]:.5f} half width {short.x[1]:.4f} beta {short.x[2]:.3f}"
            f"  long: cutoff {long.x[0]:.6f} of the lower Nyquist, half width"
            f" {long.x[1] * between / lower:.2f}, beta {long.x[2]:.3f}"
            f"  (off by {np.abs(short.fun).max() / 1e5:.0e}, {np.abs(long.fun).max() / 1e4:.0e})"
        )


if __name__ == "__main__":
    main()
