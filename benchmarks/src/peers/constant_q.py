"""librosa's constant-Q functions at 22,050 Hz."""

DISTRIBUTIONS = ("librosa", "numpy", "scipy", "soxr")


def rows(signals):
    import librosa

    y, feature = signals["clip"], librosa.feature
    return {
        "cqt": lambda: lambda: librosa.cqt(y),
        "vqt": lambda: lambda: librosa.vqt(y),
        "hybridCqt": lambda: lambda: librosa.hybrid_cqt(y),
        "chromaCqt": lambda: lambda: feature.chroma_cqt(y=y),
        "tonnetz": lambda: lambda: feature.tonnetz(y=y),
    }
