"""Praat, through parselmouth, at 48,000 Hz."""

DISTRIBUTIONS = ("praat-parselmouth",)
PERIODS = (0, 0, 0.0001, 0.02, 1.3)
JITTER = ("local", "local, absolute", "rap", "ppq5", "ddp")
SHIMMER = ("local", "local_dB", "apq3", "apq5", "apq11", "dda")


def rows(signals):
    import parselmouth
    from parselmouth.praat import call

    sound = parselmouth.Sound(signals["samples"].astype(float), 48000)

    def pulses():
        return call([sound, sound.to_pitch_ac()], "To PointProcess (cc)")

    def quality():
        points = pulses()
        jitter = [call(points, f"Get jitter ({kind})", *PERIODS) for kind in JITTER]
        shimmer = [
            call([sound, points], f"Get shimmer ({kind})", *PERIODS, 1.6) for kind in SHIMMER
        ]
        return [*jitter, *shimmer, call(sound.to_harmonicity_cc(), "Get mean", 0, 0)]

    return {
        "praat.pitch": lambda: sound.to_pitch_ac,
        "praat.pulses": lambda: pulses,
        "praat.harmonicity": lambda: sound.to_harmonicity_cc,
        "praat.formants": lambda: sound.to_formant_burg,
        "voiceQuality": lambda: quality,
    }
