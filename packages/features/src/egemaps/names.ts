/** What eGeMAPS says of the spectrum, in the order of its descriptors. */
export const SPECTRAL_NAMES = [
  'Loudness_sma3',
  'alphaRatio_sma3',
  'hammarbergIndex_sma3',
  'slope0-500_sma3',
  'slope500-1500_sma3',
  'spectralFlux_sma3',
  'mfcc1_sma3',
  'mfcc2_sma3',
  'mfcc3_sma3',
  'mfcc4_sma3',
] as const;

/** What it says of the voice. */
const VOICE_NAMES = [
  'F0semitoneFrom27.5Hz_sma3nz',
  'jitterLocal_sma3nz',
  'shimmerLocaldB_sma3nz',
  'HNRdBACF_sma3nz',
  'logRelF0-H1-H2_sma3nz',
  'logRelF0-H1-A3_sma3nz',
  'F1frequency_sma3nz',
  'F1bandwidth_sma3nz',
  'F1amplitudeLogRelF0_sma3nz',
  'F2frequency_sma3nz',
  'F2bandwidth_sma3nz',
  'F2amplitudeLogRelF0_sma3nz',
  'F3frequency_sma3nz',
  'F3bandwidth_sma3nz',
  'F3amplitudeLogRelF0_sma3nz',
] as const;

/** What is said of a contour. */
const CONTOUR = [
  'amean',
  'stddevNorm',
  'percentile20.0',
  'percentile50.0',
  'percentile80.0',
  'pctlrange0-2',
  'meanRisingSlope',
  'stddevRisingSlope',
  'meanFallingSlope',
  'stddevFallingSlope',
];

const of = (names: readonly string[], statistics: readonly string[]): string[] =>
  names.flatMap((name) => statistics.map((statistic) => `${name}_${statistic}`));

const MOMENTS = ['amean', 'stddevNorm'];

/** Names of what is said of voiced frames alone, and of unvoiced ones. */
const VOICED = [
  'alphaRatioV_sma3nz',
  'hammarbergIndexV_sma3nz',
  'slopeV0-500_sma3nz',
  'slopeV500-1500_sma3nz',
  'spectralFluxV_sma3nz',
  'mfcc1V_sma3nz',
  'mfcc2V_sma3nz',
  'mfcc3V_sma3nz',
  'mfcc4V_sma3nz',
];
const UNVOICED = [
  'alphaRatioUV_sma3nz',
  'hammarbergIndexUV_sma3nz',
  'slopeUV0-500_sma3nz',
  'slopeUV500-1500_sma3nz',
  'spectralFluxUV_sma3nz',
];

/** The names of the 25 low-level descriptors of eGeMAPSv02, as openSMILE writes and orders them. */
export const egemapsLldNames = (): string[] => [...SPECTRAL_NAMES, ...VOICE_NAMES];

/** The names of the 88 functionals of eGeMAPSv02, as openSMILE writes and orders them. */
export const egemapsNames = (): string[] => [
  ...of([VOICE_NAMES[0], 'loudness_sma3'], CONTOUR),
  ...of(SPECTRAL_NAMES.slice(5), MOMENTS),
  ...of(VOICE_NAMES.slice(1), MOMENTS),
  ...of(VOICED, MOMENTS),
  ...of(UNVOICED, ['amean']),
  'loudnessPeaksPerSec',
  'VoicedSegmentsPerSec',
  'MeanVoicedSegmentLengthSec',
  'StddevVoicedSegmentLengthSec',
  'MeanUnvoicedSegmentLength',
  'StddevUnvoicedSegmentLength',
  'equivalentSoundLevel_dBp',
];
