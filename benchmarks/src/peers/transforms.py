"""Real transforms in double precision: numpy's pocketfft, and FFTW with a measured plan."""

import numpy as np

DISTRIBUTIONS = ("numpy", "pyfftw")
# Rows of one call, so that Python's own time is lost among them.
COUNT = 64
SIZES = (400, 1000, 1009, 1103, 2047, 2048, 4096, 16384)


def frames(size):
    return np.random.default_rng(0).standard_normal((COUNT, size))


def numpy_rfft(size):
    def make():
        x = frames(size)
        return lambda: np.fft.rfft(x), COUNT

    return make


def fftw_rfft(size):
    def make():
        import pyfftw

        x = pyfftw.empty_aligned((COUNT, size), dtype="float64")
        y = pyfftw.empty_aligned((COUNT, size // 2 + 1), dtype="complex128")
        plan = pyfftw.FFTW(x, y, axes=(1,), flags=("FFTW_MEASURE",), threads=1)
        x[:] = frames(size)
        return plan.execute, COUNT

    return make


def rows(signals):
    return {
        **{f"numpy {size}": numpy_rfft(size) for size in SIZES},
        **{f"FFTW {size}": fftw_rfft(size) for size in SIZES},
    }
