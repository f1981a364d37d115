"""Writes packages/features/fixtures/librosa193.golden.json from librosa.

    python3 -m venv /tmp/parity && /tmp/parity/bin/pip install -r tools/parity/requirements.txt
    /tmp/parity/bin/python tools/parity/librosa193_goldens.py --ravdess PATH

PATH is a folder with all 2,452 WAVs of RAVDESS, speech and song, in any layout. The file holds the
193 values of whole clips at 22,050 Hz, as the well-known notebooks compute them: of clips of actors
1 and 2, which are compared where they lie, and of the voices that the tests make again. `std` is
the standard deviation of each value over every sixth clip of RAVDESS.
"""

import argparse
import json
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import librosa
import numpy as np
import soundfile
from features_goldens import FIXTURES, FULL_SCALE, ROUNDING, VOICE_RATE, rounded, versions, voices

SR = 22050
CLIPS = 2452
# The values that are divided by those of their own frame: chroma, and tonnetz at the end.
RELATIVE = np.r_[40:52, 187:193]


def librosa193(y, sr):
    """The recipe, as its users wrote it."""
    stft = np.abs(librosa.stft(y))
    rows = [
        librosa.feature.mfcc(y=y, sr=sr, n_mfcc=40),
        librosa.feature.chroma_stft(S=stft, sr=sr),
        librosa.feature.melspectrogram(y=y, sr=sr),
        librosa.feature.spectral_contrast(S=stft, sr=sr),
        librosa.feature.tonnetz(y=librosa.effects.harmonic(y), sr=sr),
    ]
    return np.concatenate([np.mean(r.T, axis=0) for r in rows])


def values(path):
    return librosa193(*librosa.load(path, sr=SR))


def both(path):
    """The values, and those without the resampler's rounding errors."""
    y, sr = librosa.load(path, sr=SR)
    return librosa193(y, sr), librosa193(np.where(np.abs(y) < ROUNDING, np.float32(0), y), sr)


def row(pair, std):
    moved = np.abs(pair[1] - pair[0])[RELATIVE] / std[RELATIVE]
    return {"movedByRounding": float(f"{moved.max():.3g}"), "values": rounded(pair[0])}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ravdess", type=Path, required=True)
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    clips = {
        p.stem: p
        for p in sorted(arguments.ravdess.rglob("03-*.wav"))
        if not p.name.startswith("._")
    }
    if len(clips) != CLIPS:
        raise SystemExit(f"{arguments.ravdess} has {len(clips)} clips, not {CLIPS}")
    mini = [name for name in sorted(clips) if name.endswith(("-01", "-02"))]
    # Every thirteenth clip of two actors, and the one whose values are widely known.
    chosen = dict.fromkeys([*mini[::13], "03-01-08-01-01-01-01"])
    spoken = {}
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(arguments.jobs) as pool:
        for name, y in voices().items():
            spoken[name] = Path(folder) / f"{name}.wav"
            # Of integers: of floats, libsndfile scales by one less than full scale.
            soundfile.write(spoken[name], (y * FULL_SCALE).astype(np.int16), VOICE_RATE)
        rows = list(pool.map(values, [clips[name] for name in sorted(clips)[::6]], chunksize=8))
        std = np.std(np.stack(rows), axis=0)
        of_clips = dict(zip(chosen, pool.map(both, [clips[name] for name in chosen])))
        of_voices = dict(zip(spoken, pool.map(both, spoken.values())))
    content = {
        "generator": "tools/parity/librosa193_goldens.py",
        "versions": versions(),
        "std": [float(f"{value:.6g}") for value in std],
        "voices": {name: row(pair, std) for name, pair in of_voices.items()},
        "clips": {name: row(pair, std) for name, pair in of_clips.items()},
    }
    text = json.dumps(content, separators=(",", ":"))
    (FIXTURES / "librosa193.golden.json").write_text(text.replace('},"', '},\n"') + "\n")
    print(len(rows), "clips,", len(text) // 1000, "kB")


if __name__ == "__main__":
    main()
