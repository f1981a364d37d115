"""Times kaldi-native-fbank on one clip, one thread: prints JSON for ../features-kaldi.ts.

    python3 features_kaldi.py SAMPLES.f32

Raw float32 at 16,000 Hz. The samples are a list already: making one is not counted.
"""

import json
import sys
import time

import kaldi_native_fbank as knf
import numpy as np

REPEATS = 100


def measure(run):
    times = []
    for i in range(10 + REPEATS):
        start = time.perf_counter()
        run()
        if i >= 10:
            times.append((time.perf_counter() - start) * 1e3)
    times.sort()
    return {"minimum": times[0], "median": times[len(times) // 2]}


def frames(online, samples):
    online.accept_waveform(16000, samples)
    online.input_finished()
    return np.array([online.get_frame(t) for t in range(online.num_frames_ready)])


def main():
    samples = (np.fromfile(sys.argv[1], dtype=np.float32) * 32768).tolist()
    fbank = knf.FbankOptions()
    fbank.mel_opts.num_bins = 80
    mfcc = knf.MfccOptions()
    for options in (fbank, mfcc):
        options.frame_opts.dither = 0
    timings = {
        "kaldi.fbank, 80 bands": measure(lambda: frames(knf.OnlineFbank(fbank), samples)),
        "kaldi.mfcc": measure(lambda: frames(knf.OnlineMfcc(mfcc), samples)),
    }
    print(json.dumps(timings))


if __name__ == "__main__":
    main()
