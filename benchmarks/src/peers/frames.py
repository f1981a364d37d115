"""librosa's features of frames; the signals are named after their rates."""

DISTRIBUTIONS = ("librosa", "numpy", "scipy", "numba")
FRAMINGS = (
    (400, 160, 16000),
    (512, 160, 16000),
    (1000, 250, 22050),
    (1103, 220, 22050),
    (2047, 512, 22050),
    (2048, 512, 22050),
    (4096, 1024, 22050),
)
PITCH = {"fmin": 65.40639132514966, "fmax": 2093.004522404789}


def rows(signals):
    import librosa

    feature = librosa.feature
    made = {}
    for size, hop, sr in FRAMINGS:
        y, options = signals[sr], {"n_fft": size, "hop_length": hop}
        made[f"stft {size}/{hop}"] = lambda y=y, o=options: lambda: librosa.stft(y, **o)
        made[f"mfcc {size}/{hop}"] = lambda y=y, sr=sr, o=options: (
            lambda: feature.mfcc(y=y, sr=sr, **o)
        )
    y, sr = signals[22050], 22050
    spectrum = librosa.stft(y)
    made |= {
        "melspectrogram 2048/512": lambda: lambda: feature.melspectrogram(y=y, sr=sr),
        "istft 2048/512": lambda: lambda: librosa.istft(spectrum),
        "spectralFlatness 2048/512": lambda: lambda: feature.spectral_flatness(y=y),
        "spectralContrast 2048/512": lambda: lambda: feature.spectral_contrast(y=y, sr=sr),
        "yin 2048/512": lambda: lambda: librosa.yin(y, sr=sr, **PITCH),
        "timeStretch": lambda: lambda: librosa.effects.time_stretch(y, rate=0.8),
    }
    return made
