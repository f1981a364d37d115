"""Times openSMILE's eGeMAPS on two clips: prints JSON for ../features-egemaps.ts.

    python3 egemaps.py SAMPLES.f32

Raw float32: 3 s at 48,000 Hz, then 3 s at 16,000 Hz.
"""

import json
import sys
import time

import numpy as np
import opensmile

REPEATS = 40


def measure(run):
    for _ in range(5):
        run()
    walls, processors = [], []
    for _ in range(REPEATS):
        wall, processor = time.perf_counter(), time.process_time()
        run()
        walls.append((time.perf_counter() - wall) * 1e3)
        processors.append((time.process_time() - processor) * 1e3)
    return {"minimum": min(walls), "median": sorted(walls)[REPEATS // 2], "processor": min(processors)}


def main():
    samples = np.fromfile(sys.argv[1], dtype=np.float32)
    smile = opensmile.Smile(
        feature_set=opensmile.FeatureSet.eGeMAPSv02,
        feature_level=opensmile.FeatureLevel.Functionals,
    )
    high, low = samples[:144000], samples[144000:]
    timings = {
        "48 kHz": measure(lambda: smile.process_signal(high, 48000)),
        "16 kHz": measure(lambda: smile.process_signal(low, 16000)),
    }
    print(json.dumps(timings))


if __name__ == "__main__":
    main()
