// What each option may be at the least and at the most, and what it is by default.
import { describe, expect, test } from 'vitest';
import { shakenVoice } from '../testing/shaken-voice.ts';
import * as praat from './index.ts';

const { samples, sampleRate } = shakenVoice(16_000);
const short = samples.subarray(4000, 7200);
const pulses = praat.pulses(short, { sampleRate });

interface Option {
  readonly usual: unknown;
  readonly may: readonly unknown[];
  readonly mayNot: readonly unknown[];
}

const NO_NUMBER = [Number.NaN, Number.POSITIVE_INFINITY, '1'];
const cost = (usual: number): Option => ({
  usual,
  may: [0, 0.5, 9],
  mayNot: [-1e-9, ...NO_NUMBER],
});
const factor = (usual: number): Option => ({ usual, may: [1, 2.5], mayNot: [0.99, ...NO_NUMBER] });
const timeStep: Option = {
  usual: 0.01,
  may: [1 / 16_000, 0.004, 5],
  mayNot: [0, -1, 6.2e-5, ...NO_NUMBER],
};
const pitchFloor: Option = {
  usual: 75,
  may: [1, 599.5],
  mayNot: [0, -75, 1e-6, 4001, ...NO_NUMBER],
};

const pitch: Readonly<Record<string, Option>> = {
  method: { usual: 'ac', may: ['ac', 'cc'], mayNot: ['scc', null, 1] },
  timeStep: { ...timeStep, may: [...timeStep.may, null] },
  pitchFloor,
  pitchCeiling: { usual: 600, may: [75.5, 20_000], mayNot: [75, 0, ...NO_NUMBER] },
  maxCandidates: { usual: 15, may: [2, 1024], mayNot: [1, 1025, 3.5, ...NO_NUMBER] },
  veryAccurate: { usual: false, may: [true, false], mayNot: [1, 'yes', null] },
  silenceThreshold: cost(0.03),
  voicingThreshold: cost(0.45),
  octaveCost: cost(0.01),
  octaveJumpCost: cost(0.35),
  voicedUnvoicedCost: cost(0.14),
};
const periods: Readonly<Record<string, Option>> = {
  periodFloor: { usual: 0.0001, may: [1e-9, 0.02], mayNot: [0, -1, ...NO_NUMBER] },
  periodCeiling: { usual: 0.02, may: [0.0001, 5], mayNot: [0.00009, 0, ...NO_NUMBER] },
  maxPeriodFactor: factor(1.3),
};

type Call = (options: object) => unknown;

const FUNCTIONS: readonly [string, Call, Readonly<Record<string, Option>>][] = [
  ['pitch', (o) => praat.pitch(short, { sampleRate, ...o }), pitch],
  ['pulses', (o) => praat.pulses(short, { sampleRate, ...o }), pitch],
  ['jitter', (o) => praat.jitter(pulses, o), periods],
  [
    'shimmer',
    (o) => praat.shimmer(short, pulses, { sampleRate, ...o }),
    { ...periods, maxAmplitudeFactor: factor(1.6) },
  ],
  [
    'voiceReport',
    (o) => praat.voiceReport(short, { sampleRate, ...o }),
    { ...pitch, maxPeriodFactor: factor(1.3), maxAmplitudeFactor: factor(1.6) },
  ],
  [
    'harmonicity',
    (o) => praat.harmonicity(short, { sampleRate, ...o }),
    {
      method: { usual: 'cc', may: ['cc', 'ac'], mayNot: ['gne', null, 1] },
      timeStep,
      pitchFloor,
      silenceThreshold: cost(0.1),
      periodsPerWindow: { usual: 1, may: [1, 4.5], mayNot: [0.99, 0, -1, ...NO_NUMBER] },
    },
  ],
  [
    'formants',
    (o) => praat.formants(short, { sampleRate, ...o }),
    {
      timeStep: { ...timeStep, usual: 0.00625, may: [...timeStep.may, null] },
      maxFormants: { usual: 5, may: [1, 5.5, 50], mayNot: [0.5, 5.25, 50.5, ...NO_NUMBER] },
      formantCeiling: { usual: 5500, may: [1000, 12_000], mayNot: [0, 384_001, ...NO_NUMBER] },
      windowLength: { usual: 0.025, may: [0.005, 0.05], mayNot: [0, 0.0009, 1000, ...NO_NUMBER] },
      preEmphasisFrom: cost(50),
    },
  ],
];

const cases = FUNCTIONS.flatMap(([name, call, options]) =>
  Object.entries(options).map(([option, each]) => ({ name, option, call, ...each })),
);

describe.each(cases)('$name: `$option`', ({ name, option, call, usual, may, mayNot }) => {
  test('may be what its comment says', () => {
    for (const value of may) expect(() => call({ [option]: value }), String(value)).not.toThrow();
  });

  test('may not be anything else', () => {
    const error = expect.objectContaining({
      name: 'FeatureError',
      code: 'bad-argument',
      message: expect.stringContaining(`${name}: \`${option}\` must be`),
    });
    for (const value of mayNot) {
      expect(() => call({ [option]: value }), String(value)).toThrow(error);
    }
  });

  test(`is ${usual} by default`, () => {
    expect(call({ [option]: usual })).toEqual(call({}));
  });
});

test('the time step follows the lowest pitch, and the length of windows', () => {
  const stepOf = ({ times }: { times: Float64Array }): number => times[1] - times[0];
  const y = samples;
  expect(stepOf(praat.pitch(y, { sampleRate, pitchFloor: 100 }))).toBeCloseTo(0.0075, 9);
  expect(stepOf(praat.pitch(y, { sampleRate, method: 'cc' }))).toBeCloseTo(1 / 300, 9);
  expect(stepOf(praat.formants(y, { sampleRate, windowLength: 0.04 }))).toBeCloseTo(0.01, 9);
});

test('by autocorrelation a frame of harmonicity holds 4.5 longest periods', () => {
  const options = { sampleRate, method: 'ac' } as const;
  expect(praat.harmonicity(samples, options)).toEqual(
    praat.harmonicity(samples, { ...options, periodsPerWindow: 4.5 }),
  );
});

test('a rate is raised to its 1024-fold at most, which is work enough', () => {
  const clicks = Float32Array.of(0, 1, 0, 0, 1, 0, 0);
  expect(() => praat.formants(clicks, { sampleRate: 11, timeStep: 1 })).not.toThrow();
  expect(() => praat.formants(clicks, { sampleRate: 10, timeStep: 1 })).toThrow(
    'formants: `formantCeiling` must be at most 5120, got 5500',
  );
});

test('by autocorrelation it holds 3 at least, as in Praat', () => {
  const options = { sampleRate, method: 'ac' } as const;
  expect(() => praat.harmonicity(samples, { ...options, periodsPerWindow: 3 })).not.toThrow();
  expect(() => praat.harmonicity(samples, { ...options, periodsPerWindow: 2.9 })).toThrow(
    "harmonicity: `periodsPerWindow` must be at least 3 with method 'ac', got 2.9",
  );
});

test('pulses have the pitch that their options ask for', () => {
  const high = praat.pulses(samples, { sampleRate, pitchFloor: 200 });
  expect(high.length).not.toBe(praat.pulses(samples, { sampleRate }).length);
});
