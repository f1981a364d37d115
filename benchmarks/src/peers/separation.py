"""librosa's separation and inversion at 22,050 Hz."""

import numpy as np

DISTRIBUTIONS = ("librosa", "numpy", "scipy")


def rows(signals):
    import librosa

    y, inverse = signals["clip"], librosa.feature.inverse
    d = librosa.stft(y)
    s = np.abs(d)
    mel = librosa.feature.melspectrogram(y=y, sr=22050)
    mfcc = librosa.feature.mfcc(y=y, sr=22050)
    return {
        "decompose.hpss": lambda: lambda: librosa.decompose.hpss(d),
        "harmonic": lambda: lambda: librosa.effects.harmonic(y),
        "griffinlim": lambda: lambda: librosa.griffinlim(s, init=None),
        "inverse.melToStft": lambda: lambda: inverse.mel_to_stft(mel, sr=22050),
        "inverse.mfccToAudio": lambda: lambda: inverse.mfcc_to_audio(mfcc, sr=22050),
    }
