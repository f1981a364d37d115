"""kaldi-native-fbank at 16,000 Hz. The samples are a list already: making one is not counted."""

import numpy as np

DISTRIBUTIONS = ("kaldi-native-fbank",)


def rows(signals):
    import kaldi_native_fbank as knf

    samples = (signals["samples"] * 32768).tolist()

    def frames(online):
        online.accept_waveform(16000, samples)
        online.input_finished()
        return np.array([online.get_frame(t) for t in range(online.num_frames_ready)])

    fbank, mfcc = knf.FbankOptions(), knf.MfccOptions()
    fbank.mel_opts.num_bins = 80
    for options in (fbank, mfcc):
        options.frame_opts.dither = 0
    return {
        "kaldi.fbank, 80 bands": lambda: lambda: frames(knf.OnlineFbank(fbank)),
        "kaldi.mfcc": lambda: lambda: frames(knf.OnlineMfcc(mfcc)),
    }
