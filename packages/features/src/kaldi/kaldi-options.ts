import type { OptionNames } from '@ser/internal';
import type { Random } from '../util/random.ts';

/** A window of Kaldi's. `'povey'` is the Hann window to the power of 0.85. */
export type KaldiWindow = 'povey' | 'hamming' | 'hanning' | 'rectangular' | 'blackman';

/** How a frame is read, with Kaldi's names and defaults. */
export interface KaldiFrameOptions {
  /** What samples are multiplied by first: Kaldi's are whole numbers of 16 bits. Default 32768. */
  scale?: number;
  /** The share of each sample that is taken from the next one, 0 to 1. Default 0.97. */
  preemphasisCoefficient?: number;
  /** Whether the mean of each frame is taken from it. Default true. */
  removeDcOffset?: boolean;
  /** The window of a frame, which is symmetric. Default `'povey'`. */
  windowType?: KaldiWindow;
  /** The constant of the window `'blackman'`. Default 0.42. */
  blackmanCoeff?: number;
  /** Whether frames are filled with zeros to a power of two. Default true. */
  roundToPowerOfTwo?: boolean;
  /**
   * Whether there are only frames that fit into the signal. Without it frame t lies around sample
   * `(t + 0.5) * shift`, and the signal is mirrored at its ends. Default true.
   */
  snipEdges?: boolean;
}

/** Kaldi's mel bands. */
export interface KaldiMelOptions {
  /** How many bands, at least 3. Default 23. */
  numMelBins?: number;
  /** Lowest frequency in Hz. Default 20. */
  lowFreq?: number;
  /** Highest frequency in Hz; 0 and less are counted from the Nyquist frequency. Default 0. */
  highFreq?: number;
}

/** The energy of a frame as a value. */
export interface KaldiEnergyOptions {
  /** The energy below which it does not fall; 0 is none. Default 0. */
  energyFloor?: number;
  /** Whether energy is that before pre-emphasis and window. Default true. */
  rawEnergy?: boolean;
  /**
   * Whether energy comes last, as in HTK, and not first; in cepstra also coefficient 0, which is
   * multiplied by √2. Default false.
   */
  htkCompat?: boolean;
}

/** How a signal is cut into frames, and what is added to it. */
export interface KaldiSignalOptions {
  /** Samples per second. Default 16000. */
  sampleRate?: number;
  /** The length of a frame in milliseconds. Default 25. */
  frameLength?: number;
  /** From one frame to the next, in milliseconds. Default 10. */
  frameShift?: number;
  /**
   * The deviation of the normal noise that is added to the scaled samples of each frame. Default 0;
   * in Kaldi 1, whose numbers are others each time.
   */
  dither?: number;
  /** A generator of uniform numbers, which dither other than 0 needs. Default: none. */
  random?: Random;
}

/** The options of `kaldi.fbank` that say what is computed of a frame. */
export interface FbankFrameOptions extends KaldiFrameOptions, KaldiMelOptions, KaldiEnergyOptions {
  /** Whether the logarithm of the energy is a value of its own. Default false. */
  useEnergy?: boolean;
  /** Whether bands are natural logarithms. Default true. */
  useLogFbank?: boolean;
  /** Whether bands are sums of power, and not of magnitudes. Default true. */
  usePower?: boolean;
}

/** The options of `kaldi.mfcc` that say what is computed of a frame. */
export interface MfccFrameOptions extends KaldiFrameOptions, KaldiMelOptions, KaldiEnergyOptions {
  /** How many coefficients. Default 13. */
  numCeps?: number;
  /** Coefficient k is multiplied by `1 + sin(πk / lifter) * lifter / 2`; 0 is off. Default 22. */
  cepstralLifter?: number;
  /** Whether the logarithm of the energy takes the place of coefficient 0. Default true. */
  useEnergy?: boolean;
}

/** The options of `kaldi.fbank`. */
export interface FbankOptions extends KaldiSignalOptions, FbankFrameOptions {}

/** The options of `kaldi.mfcc`. */
export interface KaldiMfccOptions extends KaldiSignalOptions, MfccFrameOptions {}

const SHARED: OptionNames<
  KaldiSignalOptions & KaldiFrameOptions & KaldiMelOptions & KaldiEnergyOptions
> = {
  sampleRate: true,
  frameLength: true,
  frameShift: true,
  dither: true,
  random: true,
  scale: true,
  preemphasisCoefficient: true,
  removeDcOffset: true,
  windowType: true,
  blackmanCoeff: true,
  roundToPowerOfTwo: true,
  snipEdges: true,
  numMelBins: true,
  lowFreq: true,
  highFreq: true,
  energyFloor: true,
  rawEnergy: true,
  htkCompat: true,
};

/** The names of the options of `fbank`. */
export const FBANK_OPTIONS: OptionNames<FbankOptions> = {
  ...SHARED,
  useEnergy: true,
  useLogFbank: true,
  usePower: true,
};

/** The names of the options of `mfcc`. */
export const MFCC_OPTIONS: OptionNames<KaldiMfccOptions> = {
  ...SHARED,
  numCeps: true,
  cepstralLifter: true,
  useEnergy: true,
};
