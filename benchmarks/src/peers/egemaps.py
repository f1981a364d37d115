"""openSMILE's eGeMAPS; the signals are named after their rates."""

DISTRIBUTIONS = ("opensmile", "numpy")


def rows(signals):
    import opensmile

    smile = opensmile.Smile(
        feature_set=opensmile.FeatureSet.eGeMAPSv02,
        feature_level=opensmile.FeatureLevel.Functionals,
    )
    high, low = signals[48000], signals[16000]
    return {
        "egemaps, 48000": lambda: lambda: smile.process_signal(high, 48000),
        "egemaps, 16000": lambda: lambda: smile.process_signal(low, 16000),
    }
