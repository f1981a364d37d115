"""Writes packages/features/fixtures/kaldi.golden.json: filter banks and cepstra as Kaldi has them.

    python3 -m venv /tmp/parity && /tmp/parity/bin/pip install -r tools/parity/requirements.txt
    /tmp/parity/bin/python tools/parity/kaldi_goldens.py --ravdess PATH

From kaldi-native-fbank, with dither 0, of synthetic clips, of the same samples taken for those of
other rates, and of real clips at their 48 kHz, which the tests skip where they are not. `options`
are those of `kaldi.fbank` and `kaldi.mfcc`. Samples are within ±1, and multiplied by `scale` here.
Every STEP-th value is kept, of all frames one after the other, with eight digits.
"""

import argparse
from importlib.metadata import version
from pathlib import Path

import kaldi_native_fbank as knf
import numpy as np
import soundfile
from features_goldens import noise, voices, write

STEP = 11
REAL_CLIPS = ["03-01-05-02-01-01-01", "03-01-08-01-01-01-01"]

FRAME = {
    "sampleRate": "samp_freq",
    "frameLength": "frame_length_ms",
    "frameShift": "frame_shift_ms",
    "preemphasisCoefficient": "preemph_coeff",
    "removeDcOffset": "remove_dc_offset",
    "windowType": "window_type",
    "blackmanCoeff": "blackman_coeff",
    "roundToPowerOfTwo": "round_to_power_of_two",
    "snipEdges": "snip_edges",
}
MEL = {"numMelBins": "num_bins", "lowFreq": "low_freq", "highFreq": "high_freq"}
OWN = {
    "energyFloor": "energy_floor",
    "rawEnergy": "raw_energy",
    "htkCompat": "htk_compat",
    "useEnergy": "use_energy",
    "useLogFbank": "use_log_fbank",
    "usePower": "use_power",
    "numCeps": "num_ceps",
    "cepstralLifter": "cepstral_lifter",
}

SHARED = [
    {},
    {"scale": 1},
    {"frameLength": 32},
    {"frameShift": 12.5},
    {"preemphasisCoefficient": 0},
    {"preemphasisCoefficient": 0.9},
    {"removeDcOffset": False},
    {"windowType": "hamming"},
    {"windowType": "hanning"},
    {"windowType": "rectangular"},
    {"windowType": "blackman"},
    {"windowType": "blackman", "blackmanCoeff": 0.3},
    {"roundToPowerOfTwo": False},
    {"snipEdges": False},
    {"snipEdges": False, "frameLength": 23.125, "frameShift": 9.9375},
    {"numMelBins": 40},
    {"lowFreq": 100},
    {"highFreq": 4000},
    {"highFreq": -400},
    {"lowFreq": 0},
]
FBANK = [
    {"useEnergy": True},
    {"useEnergy": True, "htkCompat": True},
    {"useEnergy": True, "rawEnergy": False},
    {"useEnergy": True, "energyFloor": 1e8},
    {"useLogFbank": False},
    {"usePower": False},
    {"useLogFbank": False, "usePower": False, "scale": 1},
    # wenet; as the Audio Spectrogram Transformer, but that Kaldi refuses bands without a bin, of
    # which that has some; icefall and lhotse.
    {"numMelBins": 80},
    {"numMelBins": 80, "windowType": "hanning", "scale": 1, "htkCompat": True},
    {"numMelBins": 80, "snipEdges": False, "highFreq": -400, "scale": 1},
]
MFCC = [
    {"useEnergy": False},
    {"useEnergy": False, "htkCompat": True},
    {"htkCompat": True},
    {"rawEnergy": False},
    {"energyFloor": 1e8},
    {"numCeps": 20},
    {"numCeps": 23},
    {"cepstralLifter": 0},
    {"cepstralLifter": 10},
    {"numMelBins": 40, "numCeps": 40, "lowFreq": 20, "highFreq": -400},
]


def features(kind, samples, options):
    """[frames, values]"""
    frame = {FRAME[k]: v for k, v in options.items() if k in FRAME}
    config = knf.FbankOptions() if kind == "fbank" else knf.MfccOptions()
    config.frame_opts.dither = 0
    for name, value in frame.items():
        setattr(config.frame_opts, name, value)
    for name, value in options.items():
        if name in MEL:
            setattr(config.mel_opts, MEL[name], value)
        if name in OWN:
            setattr(config, OWN[name], value)
    online = (knf.OnlineFbank if kind == "fbank" else knf.OnlineMfcc)(config)
    scaled = (samples * options.get("scale", 32768)).astype(np.float32)
    online.accept_waveform(options.get("sampleRate", 16000), scaled.tolist())
    online.input_finished()
    return np.array([online.get_frame(t) for t in range(online.num_frames_ready)])


def case(kind, name, samples, options):
    values = features(kind, samples, options)
    kept = [float(f"{v:.8g}") for v in values.ravel()[::STEP].tolist()]
    return {
        "function": kind,
        "signal": name,
        "options": options,
        "shape": list(values.shape),
        "values": kept,
    }


def signals():
    """16-bit samples. `packages/features/src/kaldi/kaldi.test.ts` has the same formulas."""
    low, high, _ = [np.float32(y[::3]) for y in voices().values()]
    hiss = np.round(0.3 * noise(8000, 21) * 32768) / 32768
    faint = np.zeros(4000)
    faint[1000:3000] = np.round(3 * noise(2000, 22)) / 32768
    return {
        "low": low[2000:10000],
        "high": high[4000:12000],
        "hiss": np.float32(hiss),
        "faint": np.float32(faint),
        "constant": np.full(2000, 0.25, np.float32),
        "silence": np.zeros(1000, np.float32),
        "frame": low[5000:5400],
        "short": low[5000:5100],
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--ravdess", type=Path, required=True)
    args = parser.parse_args()
    known = signals()
    cases = []
    for kind, own in (("fbank", FBANK), ("mfcc", MFCC)):
        for options in SHARED + own:
            cases.append(case(kind, "low", known["low"], options))
        for name in known:
            if name not in ("low", "short"):
                cases.append(case(kind, name, known[name], {}))
        for name in ("frame", "short"):
            cases.append(case(kind, name, known[name], {"snipEdges": False}))
        for rate in (8000, 11025, 22050, 44100, 48000):
            cases.append(case(kind, "high", known["high"], {"sampleRate": rate}))
    paths = {p.stem: p for p in args.ravdess.rglob("*.wav")}
    for name in REAL_CLIPS:
        y = soundfile.read(paths[name], frames=96000, dtype="float32")[0]
        for kind, bins in (("fbank", 80), ("mfcc", 23)):
            options = {"sampleRate": 48000, "numMelBins": bins}
            cases.append(case(kind, name, y, options))
    write(
        "kaldi",
        {
            "generator": "tools/parity/kaldi_goldens.py",
            "versions": {"kaldi-native-fbank": version("kaldi-native-fbank"), "numpy": np.__version__},
            "step": STEP,
            "cases": cases,
        },
    )


if __name__ == "__main__":
    main()
