"""soxr at librosa's quality; the signals are named after their rates."""

DISTRIBUTIONS = ("soxr", "numpy")
RATES = (
    (48000, 16000),
    (44100, 16000),
    (22050, 16000),
    (8000, 16000),
    (48000, 22050),
    (44100, 22050),
)


def rows(signals):
    import soxr

    def make(source, target):
        y = signals[source]
        return lambda: soxr.resample(y, source, target, quality="HQ")

    return {
        f"{source} to {target}": lambda s=source, t=target: make(s, t) for source, target in RATES
    }
