import type { ExtractorConfig } from './extractor-config.ts';

/**
 * The reference recipe: means over the frames of 2.5 seconds from 0.6 seconds on, at 22,050 Hz.
 * Zero-crossing rate (1), chroma of the magnitude spectrum (12), MFCC (20), RMS (1) and mel power
 * spectrogram (128).
 */
const summary162: ExtractorConfig = {
  sampleRate: 22050,
  offset: 0.6,
  duration: 2.5,
  nFft: 2048,
  hopLength: 512,
  features: [
    { kind: 'zcr' },
    { kind: 'chroma', power: 1 },
    { kind: 'mfcc', nMfcc: 20 },
    { kind: 'rms' },
    { kind: 'mel', nMels: 128 },
  ],
  statistic: 'mean',
};

/** 25 ms windows of speech, at 16 kHz. */
const SPEECH = { sampleRate: 16000, nFft: 512, winLength: 400, statistic: null } as const;

/** 64 mel bands in dB from 50 Hz up, every 20 ms, the same live: `[frames, 64]`. */
const logMel: ExtractorConfig = {
  ...SPEECH,
  hopLength: 320,
  features: [{ kind: 'logmel', nMels: 64, fMin: 50, fMax: 8000, topDb: null }],
};

/** 13 MFCC with their first and second derivatives, every 10 ms: `[frames, 39]`. */
const mfccDeltas: ExtractorConfig = {
  ...SPEECH,
  hopLength: 160,
  features: [{ kind: 'mfcc', nMfcc: 13, nMels: 40, deltas: 2 }],
};

/** Pitch from 65 to 600 Hz, its certainty, and energy, every 10 ms: `[frames, 3]`. */
const prosody: ExtractorConfig = {
  sampleRate: 16000,
  nFft: 1024,
  hopLength: 160,
  features: [{ kind: 'pitch' }, { kind: 'rms' }],
  statistic: null,
};

/**
 * All functionals of the low-level descriptors of speech, of a clip of any length: 4,171 values.
 * The clip is brought to one level and loses the silence at its ends first.
 */
const functionals: ExtractorConfig = {
  sampleRate: 16000,
  nFft: 512,
  winLength: 400,
  hopLength: 160,
  level: -26,
  trim: 45,
  features: [{ kind: 'functionals' }],
};

/** Frames of eGeMAPS at 48 kHz, the rate of RAVDESS: openSMILE keeps a file's rate. */
const EGEMAPS = { sampleRate: 48000, nFft: 2880, hopLength: 480, center: false } as const;

/** eGeMAPSv02 of a clip at 48 kHz, the baseline of the literature: 88 values. */
const egemaps: ExtractorConfig = { ...EGEMAPS, features: [{ kind: 'egemaps' }] };

/** Its low-level descriptors, every 10 ms: `[frames, 25]`. */
const egemapsLld: ExtractorConfig = {
  ...EGEMAPS,
  features: [{ kind: 'egemapsLld' }],
  statistic: null,
};

/**
 * The 193 features of librosa's well-known notebooks: means over a whole clip at 22,050 Hz of 40
 * MFCC, chroma of the magnitude spectrum (12), mel power spectrogram (128), spectral contrast (7)
 * and the tonal centroids of what lasts in it (6).
 */
const librosa193: ExtractorConfig = {
  sampleRate: 22050,
  nFft: 2048,
  hopLength: 512,
  features: [
    { kind: 'mfcc', nMfcc: 40 },
    { kind: 'chroma', power: 1 },
    { kind: 'mel', nMels: 128 },
    { kind: 'contrast' },
    { kind: 'tonnetz', harmonic: true },
  ],
  statistic: 'mean',
};

/** Jitter, shimmer, harmonicity and the share of voiced frames as Praat measures them: 13 values. */
const voiceQuality: ExtractorConfig = {
  sampleRate: 48000,
  nFft: 2048,
  hopLength: 480,
  features: [{ kind: 'voiceQuality' }],
};

/** Five formants and their bandwidths in Hz as Praat finds them, every 10 ms: `[frames, 10]`. */
const formants: ExtractorConfig = {
  sampleRate: 48000,
  nFft: 2048,
  hopLength: 480,
  features: [{ kind: 'formants' }],
  statistic: null,
};

/** Pitch from 65 to 600 Hz by librosa's pYIN, and voicing, every 10 ms: `[frames, 3]`. */
const pyin: ExtractorConfig = {
  sampleRate: 16000,
  nFft: 1024,
  hopLength: 160,
  features: [{ kind: 'pyin' }],
  statistic: null,
};

const KALDI = { sampleRate: 16000, nFft: 400, hopLength: 160, center: false } as const;

/** Kaldi's filter banks, 80 bands every 10 ms: `[frames, 80]`. */
const kaldiFbank: ExtractorConfig = {
  ...KALDI,
  features: [{ kind: 'kaldiFbank', numMelBins: 80 }],
  statistic: null,
};

/** Kaldi's 13 MFCC, every 10 ms: `[frames, 13]`. */
const kaldiMfcc: ExtractorConfig = {
  ...KALDI,
  features: [{ kind: 'kaldiMfcc' }],
  statistic: null,
};

/** Configurations that have a name. */
export const presets: Readonly<
  Record<
    | 'summary162'
    | 'librosa193'
    | 'logMel'
    | 'mfccDeltas'
    | 'prosody'
    | 'functionals'
    | 'egemaps'
    | 'egemapsLld'
    | 'voiceQuality'
    | 'formants'
    | 'pyin'
    | 'kaldiFbank'
    | 'kaldiMfcc',
    ExtractorConfig
  >
> = {
  summary162,
  librosa193,
  logMel,
  mfccDeltas,
  prosody,
  functionals,
  egemaps,
  egemapsLld,
  voiceQuality,
  formants,
  pyin,
  kaldiFbank,
  kaldiMfcc,
};
