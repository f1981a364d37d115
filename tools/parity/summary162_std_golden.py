"""Writes packages/features/fixtures/summary162-std.golden.json from librosa.

    python3 -m venv /tmp/parity && /tmp/parity/bin/pip install -r tools/parity/requirements.txt
    /tmp/parity/bin/python tools/parity/summary162_std_golden.py --ravdess PATH

PATH is a folder with all 2,452 WAVs of RAVDESS, speech and song, in any layout. The file holds the
standard deviation of each of the 162 reference features over these clips as they are, without
variants: the unit in which the tests of `presets.summary162` measure. Six digits are kept.
"""

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import librosa
import numpy as np
from features_goldens import FIXTURES, summary162, versions

CLIPS = 2452


def row(path):
    y, sr = librosa.load(path, duration=2.5, offset=0.6)
    return summary162(y, sr)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ravdess", type=Path, required=True)
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    # Archives are unpacked side by side, and a clip may lie in two layouts: its name tells it.
    clips = {
        p.name: p
        for p in sorted(arguments.ravdess.rglob("03-*.wav"))
        if not p.name.startswith("._")
    }
    if len(clips) != CLIPS:
        raise SystemExit(f"{arguments.ravdess} has {len(clips)} clips, not {CLIPS}")
    with ProcessPoolExecutor(arguments.jobs) as pool:
        rows = list(pool.map(row, clips.values(), chunksize=32))
    # In float32, as the first of these files was: its sixth digit would come out otherwise.
    std = np.std(np.stack(rows).astype(np.float32), axis=0)
    content = {
        "generator": "tools/parity/summary162_std_golden.py",
        "versions": versions(),
        "what": "standard deviation of each of the 162 reference features "
        f"over the {CLIPS} RAVDESS clips",
        "std": [float(f"{value:.6g}") for value in std],
    }
    (FIXTURES / "summary162-std.golden.json").write_text(
        json.dumps(content, separators=(",", ":")) + "\n"
    )


if __name__ == "__main__":
    main()
