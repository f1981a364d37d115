import { runLimited } from '@ser/testing';
import { expect, test } from 'vitest';

const module = new URL('../testing/hostile.ts', import.meta.url);
// Node and the package take 120 MiB.
const limits = { module, cpuSeconds: 1, megabytes: 200 };

const mfcc = { sampleRate: 16_000, features: [{ kind: 'mfcc' }] };
const featured = (...features: object[]): object => ({ ...mfcc, features });

const refused: [text: string, config: object][] = [
  ['`features[0].nMfcc`', featured({ kind: 'mfcc', nMfcc: 16_384, nMels: 16_384 })],
  ['`features[0].nMels`', featured({ kind: 'mel', nMels: 16_384 })],
  ['`features[0].nChroma`', featured({ kind: 'chroma', nChroma: 16_384 })],
  ['`features[0].nBands`', featured({ kind: 'contrast', nBands: 16_384 })],
  ['`features[0].numMelBins`', featured({ kind: 'kaldiFbank', numMelBins: 16_384 })],
  ['`features[0].numCeps`', featured({ kind: 'kaldiMfcc', numCeps: 16_384 })],
  ['`features[0].deltaWidth`', featured({ kind: 'mfcc', deltas: 1, deltaWidth: 1_000_001 })],
  [
    '`features[0].groups[1]`',
    featured({ kind: 'functionals', groups: new Array(1000).fill('pitch') }),
  ],
  ['`features`', featured(...new Array(16).fill({ kind: 'functionals' }))],
  ['`nFft`', { ...mfcc, nFft: 2 ** 30 }],
  ['`nFft`', { ...mfcc, nFft: 2 ** 22 }],
  ['`winLength`', { ...mfcc, winLength: 2 ** 30 }],
  ['`hopLength`', { ...mfcc, nFft: 2 ** 16, hopLength: 1 }],
  ['`frames`', { ...mfcc, statistic: null, frames: 50_000_000 }],
  ['`frames`', { ...mfcc, statistic: null, frames: 4_000_000 }],
  ['`duration`', { ...mfcc, duration: 1e9 }],
  ['`offset`', { ...mfcc, offset: 1e9 }],
  ['`sampleRate`', { ...mfcc, sampleRate: 1e9 }],
  ['`window[1]`', { ...mfcc, window: ['kaiser', 1e9] }],
  ['`statistic`', { ...mfcc, statistic: new Array(1000).fill('q50') }],
  [
    '`features[1]`',
    { ...mfcc, nFft: 2 ** 15, features: new Array(3).fill({ kind: 'mel', nMels: 1000 }) },
  ],
  [
    '`features`',
    {
      ...mfcc,
      statistic: new Array(128).fill('q50'),
      features: new Array(64).fill({ kind: 'mel', nMels: 100 }),
    },
  ],
];

test('what would take gigabytes, or for ever, is refused at once', async () => {
  const configs = refused.map(([, config]) => config);
  const { value } = await runLimited({ ...limits, call: 'refusedConfigs', args: [configs] });
  expect(value).toEqual(
    refused.map(([text]) =>
      ['parseExtractorConfig', 'createExtractor'].map((caller) => ({
        name: 'FeatureError',
        code: 'bad-argument',
        message: expect.stringContaining(`${caller}: ${text} must be`),
      })),
    ),
  );
});

test.each([
  ['a million features', 'readFeatures', 1_000_000],
  ['a name of 50 million letters', 'readLongName', 50_000_000],
])('%s are refused', async (_, call, count) => {
  // The text alone takes 50 MiB, twice.
  const { error } = await runLimited({ ...limits, megabytes: 400, call, args: [count] });
  expect(error).toMatchObject({ name: 'FeatureError', code: 'bad-argument' });
  expect(error?.message.length).toBeLessThan(500);
});

// The greatest that are allowed, each of which a machine with 1 GiB must bear.
test.each<[string, object]>([
  ['transform', { ...mfcc, sampleRate: 48_000, nFft: 2 ** 16, hopLength: 2 ** 14 }],
  [
    'bank of filters',
    {
      ...mfcc,
      nFft: 2 ** 14,
      features: [
        { kind: 'mel', nMels: 1024 },
        { kind: 'mel', nMels: 1000 },
      ],
    },
  ],
  ['number of features', { ...mfcc, features: new Array(64).fill({ kind: 'pitch' }) }],
  ['number of frames', { ...mfcc, statistic: null, frames: 800_000 }],
])('the greatest %s is fine', async (_, config) => {
  const limited = { module, cpuSeconds: 10, megabytes: 900, call: 'extractSecond' };
  const { error } = await runLimited({ ...limited, args: [config] });
  expect(error).toBeUndefined();
});
