"""Times the functionals of openSMILE's Python package on a sound of noise.

Arguments: seconds, sample rate. Prints JSON: {"milliseconds": {name: {"minimum", "median"}}}.
"""

import json
import sys
import time

import numpy as np
import opensmile

REPEATS, WARM_UPS = 20, 3

seconds, rate = float(sys.argv[1]), int(sys.argv[2])
signal = np.random.default_rng(0).normal(0, 0.1, round(seconds * rate)).astype(np.float32)
times = {}
for name in ("ComParE_2016", "eGeMAPSv02"):
    smile = opensmile.Smile(
        feature_set=getattr(opensmile.FeatureSet, name),
        feature_level=opensmile.FeatureLevel.Functionals,
        num_workers=1,
    )
    own = []
    for i in range(WARM_UPS + REPEATS):
        start = time.perf_counter()
        values = smile.process_signal(signal, rate)
        if i >= WARM_UPS:
            own.append((time.perf_counter() - start) * 1000)
    own.sort()
    label = f"openSMILE {name}, {values.shape[1]} functionals"
    times[label] = {"minimum": own[0], "median": own[len(own) // 2]}
print(json.dumps({"milliseconds": times}))
