"""Writes packages/corpus/fixtures/wav-headers.golden.json with libsndfile. Run by hand:

    python tools/parity/wav_header_goldens.py

Each case is a small WAV whose header contradicts itself or the file, and the mono float32 samples
that librosa.load(path, sr=None) reads from it with libsndfile; null where libsndfile refuses it.
"""

import base64
import itertools
import json
import struct
import tempfile
from pathlib import Path

import numpy as np
import soundfile

OUT = Path(__file__).parents[2] / "packages/corpus/fixtures/wav-headers.golden.json"
RATE = 16000
#: The bytes of the samples of each case.
BYTES = 24
PCM, FLOAT, ALAW, MULAW, EXTENSIBLE = 1, 3, 6, 7, 0xFFFE
#: Sizes that writers put in place of one that they do not know.
UNFILLED = (0x7FFFFFFF, 0xFFFFFFFF, 0x80000000, 0x7FFFF000, 0x7FFFFFDB, 0xFFFFFFDB, 0x7FFFFF00)


def chunk(name, body, size=None, pad=True):
    count = len(body) if size is None else size
    return name + struct.pack("<I", count) + body + (b"\0" if pad and len(body) % 2 else b"")


def fmt(tag=PCM, channels=1, bits=16, align=None, rate=RATE, byte_rate=None, valid=None, sub=PCM):
    align = channels * ((bits + 7) // 8) if align is None else align
    byte_rate = rate * align if byte_rate is None else byte_rate
    body = struct.pack("<HHIIHH", tag, channels, rate, byte_rate & 0xFFFFFFFF, align, bits)
    if tag == EXTENSIBLE:
        guid = struct.pack("<IHH", sub, 0, 0x10) + bytes.fromhex("800000aa00389b71")
        body += struct.pack("<HHI", 22, bits if valid is None else valid, 0) + guid
    return chunk(b"fmt ", body)


def riff(*chunks, name=b"RIFF", size=None):
    body = b"WAVE" + b"".join(chunks)
    return name + struct.pack("<I", len(body) if size is None else size) + body


def ds64(size):
    return chunk(b"ds64", struct.pack("<QQQI", 0, size, 0, 0))


def id3(size):
    return b"ID3\4\0\0" + bytes([0, 0, size >> 7, size & 127]) + bytes(size)


def sounds():
    rng = np.random.default_rng(20261125)
    codes = rng.integers(0, 256, BYTES, dtype=np.uint8).tobytes()
    return codes, rng.uniform(-1, 1, BYTES // 4).astype("<f4").tobytes(), rng.uniform(-1, 1, BYTES // 8).tobytes()


def cases():
    codes, floats, doubles = sounds()
    data = chunk(b"data", codes)
    # Bits and block align.
    for channels, bits, align in itertools.product((1, 2), (0, 1, 8, 12, 16, 20, 24, 32, 40), range(9)):
        # 24 bits in four bytes have tests of their own.
        if not (16 < bits <= 24 and align == 4 * channels):
            head = fmt(channels=channels, bits=bits, align=align)
            yield f"PCM {channels} x {bits} bits, block align {align}", riff(head, data)
    for bits, align, byte_rate in itertools.product((16, 24, 32, 64), (0, 2, 4, 8), (0, 1, None)):
        head = fmt(FLOAT, bits=bits, align=align, byte_rate=byte_rate)
        body = chunk(b"data", doubles if bits == 64 else floats)
        yield f"float {bits} bits, block align {align}, byte rate {byte_rate}", riff(head, body)
    for tag, channels, bits, align in itertools.product(
        (ALAW, MULAW), (1, 2), (0, 4, 8, 16), (0, 1, 2, 4)
    ):
        head = fmt(tag, channels, bits, align)
        yield f"tag {tag}, {channels} x {bits} bits, block align {align}", riff(head, data)
    for sub, bits, valid, align in itertools.product(
        (PCM, FLOAT, MULAW), (8, 16, 32), (0, 8, 16, 24, 33), (1, 2, 4)
    ):
        head = fmt(EXTENSIBLE, 1, bits, align, valid=valid, sub=sub)
        body = chunk(b"data", floats) if sub == FLOAT else data
        name = f"extensible tag {sub}, {bits} bits, {valid} valid, block align {align}"
        yield name, riff(head, body)
    for field in range(8):
        guid = bytearray(fmt(EXTENSIBLE))
        guid[8 + 24 + 2 * field] ^= 1
        yield f"extensible, another byte {2 * field} in its GUID", riff(bytes(guid), data)
    ambisonic = bytes.fromhex("2107d3118644c8c1ca000000")
    for sub, body in ((PCM, data), (FLOAT, chunk(b"data", floats))):
        head = fmt(EXTENSIBLE, 1, 16 if sub == PCM else 32, sub=sub)
        yield f"Ambisonic B, tag {sub}", riff(head[:-12] + ambisonic, body)
    # Rates.
    for rate in (0, 1, 44100, 2**31 - 1, 2**31, 2**32 - 1):
        yield f"rate {rate}", riff(fmt(rate=rate), data)
    for byte_rate in (0, 1, 44100, 2**32 - 1):
        yield f"byte rate {byte_rate}", riff(fmt(byte_rate=byte_rate), data)
    # Sizes.
    for size in (0, 8, 36, 60, 2**31 - 1, 2**32 - 1):
        yield f"RIFF size {size}", riff(fmt(), data, size=size)
    for size, total in itertools.product(UNFILLED, (None, 0, 8, 36, 2**32 - 1)):
        yield f"data size {size}, RIFF size {total}", riff(fmt(), chunk(b"data", codes, size), size=total)
    for size in (1, 2, 7, 22, 23, 25, 26, 60, 68, 48, 10**6, 10**9, 2 * 10**9, 3 * 10**9):
        yield f"data size {size} of {BYTES}", riff(fmt(), chunk(b"data", codes, size))
    for cut in (1, 2, 3, 10, 22, 23):
        yield f"cut by {cut} bytes", riff(fmt(), data)[:-cut]
    for long, short in ((24, 2**32 - 1), (24, 20), (24, 0), (20, 2**32 - 1), (20, 24)):
        name = f"RF64, ds64 {long}, data {short}"
        head = ds64(long) + fmt()
        yield name, riff(head, chunk(b"data", codes, short), name=b"RF64", size=2**32 - 1)
    # What stands around.
    for size in (10, 11, 127, 500):
        yield f"ID3 of {size} bytes", id3(size) + riff(fmt(), data)
    yield "two ID3 tags", id3(5) + id3(300) + riff(fmt(), data)
    for size in (1, 2, 3, 30):
        junk = chunk(b"junk", b"\1" * size)
        yield f"junk of {size} bytes before fmt", riff(junk, fmt(), data)
        yield f"junk of {size} bytes before data", riff(fmt(), junk, data)
        yield f"junk of {size} bytes behind data", riff(fmt(), data, junk)
        yield f"{size} bytes behind the file", riff(fmt(), data) + b"\1" * size
        body = chunk(b"data", codes[:size], pad=False)
        yield f"{size} samples of 8 bits, no padding", riff(fmt(bits=8), body)
        yield f"{size} samples of 8 bits, no padding, LIST", riff(fmt(bits=8), body, chunk(b"LIST", b"INFO"))
    # Chunks that are there twice.
    yield "two fmt", riff(fmt(), fmt(rate=8000), data)
    yield "two files", riff(fmt(), data) * 2
    yield "no fmt", riff(data)
    yield "no data", riff(fmt())
    yield "short fmt", riff(chunk(b"fmt ", fmt()[8:22]), data)
    yield "short extensible fmt", riff(chunk(b"fmt ", fmt(EXTENSIBLE)[8:26]), data)
    for channels in (0, 1025, 65535):
        yield f"{channels} channels", riff(fmt(channels=channels, align=2), data)


def read(path):
    """What librosa.load reads, without the decoders that it tries where libsndfile refuses."""
    try:
        samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except soundfile.LibsndfileError:
        return None
    return {"sampleRate": int(rate), "samples": np.mean(samples, axis=1).tolist()}


def golden_case(name, wav, path):
    path.write_bytes(wav)
    return {"name": name, "wav": base64.b64encode(wav).decode(), "read": read(path)}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.wav"
        golden = {
            "generator": "tools/parity/wav_header_goldens.py",
            "versions": {"libsndfile": soundfile.__libsndfile_version__},
            "cases": [golden_case(name, wav, path) for name, wav in cases()],
        }
    OUT.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
    print(len(golden["cases"]), sum(case["read"] is None for case in golden["cases"]))
