"""Writes packages/corpus/fixtures/audio.golden.json with FFmpeg and libsndfile. Run by hand:

    python tools/parity/audio_goldens.py

Each case is a small file of a compressed format and the mono float32 samples that a reference
decoder reads from it: libsndfile FLAC, MP3, Vorbis and Opus, FFmpeg (through PyAV) AAC and ALAC,
which libsndfile does not know. `frames` says how many samples were encoded.
"""

import base64
import io
import json
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import soundfile

OUT = Path(__file__).parents[2] / "packages/corpus/fixtures/audio.golden.json"
SECONDS = 0.12


def sound(rate, channels):
    """A gliding buzz in a little noise; the channels differ."""
    rng = np.random.default_rng(20261126)
    t = np.arange(int(SECONDS * rate)) / rate
    phase = 2 * np.pi * (140 * t + 200 * t * t)
    buzz = sum(np.sin(k * phase) / k for k in range(1, 9)) * (0.2 + t)
    channel = lambda gain: 0.3 * gain * buzz + 0.005 * rng.standard_normal(len(t))
    return np.stack([channel(1 - 0.4 * i) for i in range(channels)], 1).astype(np.float32)


def with_libsndfile(samples, rate, kind, subtype):
    file = io.BytesIO()
    soundfile.write(file, samples, rate, format=kind, subtype=subtype)
    return file.getvalue()


def with_ffmpeg(samples, rate, container, codec, bit_rate):
    file = io.BytesIO()
    with av.open(file, "w", format=container) as output:
        layout = "mono" if samples.shape[1] == 1 else "stereo"
        stream = output.add_stream(codec, rate=rate, layout=layout)
        if codec == "aac":
            # Each decoder substitutes noise of its own.
            stream.options = {"aac_pns": "0"}
        if bit_rate:
            stream.bit_rate = bit_rate
        planes = np.ascontiguousarray(samples.T)
        frame = av.AudioFrame.from_ndarray(planes, format="fltp", layout=layout)
        frame.sample_rate, frame.pts, frame.time_base = rate, 0, Fraction(1, rate)
        wanted = av.AudioResampler(format=stream.format, layout=layout, rate=rate)
        for each in wanted.resample(frame) + wanted.resample(None):
            output.mux(stream.encode(each))
        output.mux(stream.encode(None))
    return file.getvalue()


def read_libsndfile(data):
    samples, rate = soundfile.read(io.BytesIO(data), dtype="float32", always_2d=True)
    return samples, rate


def read_ffmpeg(data):
    with av.open(io.BytesIO(data)) as source:
        planar = av.AudioResampler(format="fltp")
        frames = [part for frame in source.decode(audio=0) for part in planar.resample(frame)]
        rate = frames[0].sample_rate
        return np.concatenate([frame.to_ndarray() for frame in frames], 1).T, rate


# name, rate, channels, encoder, its arguments, reader
CASES = (
    ("flac of 16 bits", 16000, 1, with_libsndfile, ("FLAC", "PCM_16"), read_libsndfile),
    ("flac of 24 bits, stereo", 44100, 2, with_libsndfile, ("FLAC", "PCM_24"), read_libsndfile),
    ("mp3", 16000, 1, with_libsndfile, ("MP3", "MPEG_LAYER_III"), read_libsndfile),
    ("mp3 of FFmpeg, stereo", 44100, 2, with_ffmpeg, ("mp3", "libmp3lame", 64000), read_libsndfile),
    ("vorbis", 16000, 1, with_libsndfile, ("OGG", "VORBIS"), read_libsndfile),
    ("vorbis, stereo", 44100, 2, with_libsndfile, ("OGG", "VORBIS"), read_libsndfile),
    ("opus", 48000, 1, with_libsndfile, ("OGG", "OPUS"), read_libsndfile),
    ("opus of FFmpeg, stereo", 48000, 2, with_ffmpeg, ("ogg", "libopus", 32000), read_libsndfile),
    ("aac in m4a", 16000, 1, with_ffmpeg, ("ipod", "aac", 32000), read_ffmpeg),
    ("aac in m4a, stereo", 44100, 2, with_ffmpeg, ("ipod", "aac", 64000), read_ffmpeg),
    ("alac in m4a", 16000, 1, with_ffmpeg, ("ipod", "alac", None), read_ffmpeg),
    ("aac in adts", 44100, 1, with_ffmpeg, ("adts", "aac", 64000), read_ffmpeg),
    ("aac in adts of 16 kHz", 16000, 1, with_ffmpeg, ("adts", "aac", 32000), read_ffmpeg),
)


def encoded(samples):
    return base64.b64encode(samples.astype("<f4").tobytes()).decode()


def case(name, rate, channels, write, args, read):
    source = sound(rate, channels)
    file = write(source, rate, *args)
    samples, found = read(file)
    print(f"{name}: {len(file)} bytes, {len(source)} frames become {len(samples)} at {found} Hz")
    return {
        "name": name,
        "file": base64.b64encode(file).decode(),
        "sampleRate": int(found),
        "reader": read.__name__.removeprefix("read_"),
        "frames": len(source),
        "samples": encoded(samples.mean(1)),
    }


def main():
    versions = {
        "pyav": av.__version__,
        "libavcodec": ".".join(map(str, av.library_versions["libavcodec"])),
        "libsndfile": soundfile.__libsndfile_version__,
    }
    golden = {
        "generator": "tools/parity/audio_goldens.py",
        "versions": versions,
        # Samples are mono, float32, little endian.
        "cases": [case(*each) for each in CASES],
    }
    OUT.write_text(json.dumps(golden, indent=1) + "\n")


if __name__ == "__main__":
    main()
