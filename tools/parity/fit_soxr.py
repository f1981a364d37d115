"""Fits the Kaiser windows of packages/features/src/kernels/resample/resample-plan.ts to soxr.

    /tmp/parity/bin/python tools/parity/fit_soxr.py

Measures the gain of soxr HQ at frequencies of the pass band and of the transition band with sines.
The droop of the pass band is the short filter's, what falls off after it the long filter's.
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


def main():
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
