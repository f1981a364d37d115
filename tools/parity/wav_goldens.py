"""Writes packages/corpus/fixtures/wav.golden.json with libsndfile. Run by hand:

    python tools/parity/wav_goldens.py

Each case is a small WAV that libsndfile wrote and the mono float32 samples that
librosa.load(path, sr=None) reads from it.
"""

import base64
import json
import struct
import tempfile
from pathlib import Path

import librosa
import numpy as np
import soundfile

OUT = Path(__file__).parents[2] / "packages/corpus/fixtures/wav.golden.json"
SUBTYPES = "PCM_U8 PCM_16 PCM_24 PCM_32 FLOAT DOUBLE ULAW ALAW".split()
LAYOUTS = (("WAV", "LITTLE"), ("WAV", "BIG"), ("WAVEX", "FILE"), ("RF64", "FILE"))
FRAMES = 31


def case(name, path):
    samples, rate = librosa.load(path, sr=None)
    return {
        "name": name,
        "wav": base64.b64encode(path.read_bytes()).decode(),
        "sampleRate": int(rate),
        "samples": samples.tolist(),
    }


def cases(folder):
    rng = np.random.default_rng(20261122)
    path = folder / "x.wav"
    for subtype in SUBTYPES:
        for layout, endian in LAYOUTS:
            for channels in (1, 2):
                sound = rng.uniform(-1, 1, (FRAMES, channels))
                sound[:3] = [[-1.0], [0.0], [1.0]]
                soundfile.write(path, sound, 44100, subtype=subtype, format=layout, endian=endian)
                yield case(f"{subtype} {layout} {endian} {channels}", path)
    for name, tag in (("every code of A-law", 6), ("every code of u-law", 7)):
        codes = bytes(range(256))
        header = struct.pack(
            "<4sI4s4sIHHIIHH4sI",
            b"RIFF",
            36 + 256,
            b"WAVE",
            b"fmt ",
            16,
            tag,
            1,
            8000,
            8000,
            1,
            8,
            b"data",
            256,
        )
        path.write_bytes(header + codes)
        yield case(name, path)
    for channels in (3, 7):
        sound = rng.uniform(-1.2, 1.2, (FRAMES, channels))
        soundfile.write(path, sound, 44100, subtype="FLOAT", format="WAVEX")
        yield case(f"FLOAT of {channels} channels", path)
    for layout in ("WAV", "WAVEX", "RF64"):
        with soundfile.SoundFile(path, "w", 44100, 1, "PCM_U8", format=layout) as file:
            file.title = "an odd length"  # a LIST chunk before the samples
            file.write(rng.uniform(-1, 1, FRAMES))
            file.comment = "after an odd number of bytes"
        yield case(f"{layout} with text around its samples", path)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        golden = {
            "generator": "tools/parity/wav_goldens.py",
            "versions": {
                "libsndfile": soundfile.__libsndfile_version__,
                "librosa": librosa.__version__,
            },
            "cases": list(cases(Path(folder))),
        }
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
