// Every kind of feature, a line each. `FeatureConfig` and the error messages follow from this list.
export { bandwidthKind } from './bandwidth.ts';
export { centroidKind } from './centroid.ts';
export { chromaKind } from './chroma.ts';
export { contrastKind } from './contrast.ts';
export { flatnessKind } from './flatness.ts';
export { formantsKind } from './formants.ts';
export { functionalsKind } from './functionals.ts';
export { lldKind } from './lld.ts';
export { logmelKind } from './logmel.ts';
export { melKind } from './mel.ts';
export { mfccKind } from './mfcc.ts';
export { pitchKind } from './pitch.ts';
export { rmsKind } from './rms.ts';
export { rolloffKind } from './rolloff.ts';
export { voiceQualityKind } from './voice-quality.ts';
export { zcrKind } from './zcr.ts';
