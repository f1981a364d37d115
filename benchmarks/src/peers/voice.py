"""Times Praat, through parselmouth, on one clip: prints JSON for ../features-voice.ts.

    python3 voice.py SAMPLES.f32

Raw float32: 3 s at 48,000 Hz.
"""

import json
import sys
import time

import numpy as np
import parselmouth
from parselmouth.praat import call

REPEATS = 8
PERIODS = (0, 0, 0.0001, 0.02, 1.3)
JITTER = ("local", "local, absolute", "rap", "ppq5", "ddp")
SHIMMER = ("local", "local_dB", "apq3", "apq5", "apq11", "dda")


def pulses(sound):
    return call([sound, sound.to_pitch_ac()], "To PointProcess (cc)")


def quality(sound):
    points = pulses(sound)
    jitter = [call(points, f"Get jitter ({kind})", *PERIODS) for kind in JITTER]
    shimmer = [call([sound, points], f"Get shimmer ({kind})", *PERIODS, 1.6) for kind in SHIMMER]
    return [*jitter, *shimmer, call(sound.to_harmonicity_cc(), "Get mean", 0, 0)]


def measure(run):
    times = []
    for i in range(1 + REPEATS):
        start = time.perf_counter()
        run()
        if i >= 1:
            times.append((time.perf_counter() - start) * 1e3)
    times.sort()
    return {"minimum": times[0], "median": times[len(times) // 2]}


def main():
    samples = np.fromfile(sys.argv[1], dtype=np.float32)
    sound = parselmouth.Sound(samples.astype(float), 48000)
    timings = {
        "pitch": measure(sound.to_pitch_ac),
        "pulses": measure(lambda: pulses(sound)),
        "harmonicity": measure(sound.to_harmonicity_cc),
        "formants": measure(sound.to_formant_burg),
        "voiceQuality": measure(lambda: quality(sound)),
        "all": measure(lambda: (quality(sound), sound.to_formant_burg())),
    }
    print(json.dumps(timings))


if __name__ == "__main__":
    main()
