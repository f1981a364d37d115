// Sounds of several channels: librosa's functions that do not take each channel by itself, and
// `each` for all others.
export { chromaStft } from './chroma-stft.ts';
export { amplitudeToDb, powerToDb } from './decibels.ts';
export { each } from './each.ts';
export { estimateTuning } from './estimate-tuning.ts';
export { mfcc } from './mfcc.ts';
export { spectralContrast } from './spectral-contrast.ts';
export { split } from './split.ts';
export { type TrimmedChannels, trim } from './trim.ts';
export type { Channel } from './util/check-channels.ts';
