import { seeded } from '@ser/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createExtractor } from '../extractor/create-extractor.ts';
import type { ExtractorConfig } from '../extractor/extractor-config.ts';
import { presets } from '../extractor/presets.ts';
import { FeatureError } from '../feature-error.ts';
import { createFrameStream } from './create-frame-stream.ts';

const everything: ExtractorConfig = {
  sampleRate: 16000,
  nFft: 256,
  hopLength: 64,
  features: [
    { kind: 'zcr' },
    { kind: 'rms' },
    { kind: 'chroma', tuning: 0.1, power: 1 },
    { kind: 'mfcc', nMels: 30, lifter: 22, topDb: null },
    { kind: 'mel', nMels: 10, power: 1.5 },
    { kind: 'logmel', nMels: 20, topDb: null },
    { kind: 'pitch', fMin: 100 },
  ],
  statistic: null,
};

const configs: Record<string, ExtractorConfig> = {
  everything,
  'not centred': { ...everything, center: false, winLength: 200, hopLength: 100 },
  'hops longer than frames': { ...everything, hopLength: 300 },
  'the preset logMel': presets.logMel,
  'the preset prosody': presets.prosody,
};

/** A signal with a silence in it. */
function signal(length: number): Float32Array {
  const random = seeded(length);
  return Float32Array.from({ length }, (_, i) => (i % 2000 < 400 ? 0 : random() - 0.5));
}

/** The frames of a signal pushed in chunks of the given lengths, over and over. */
function streamed(config: ExtractorConfig, samples: Float32Array, chunks: number[]): number[] {
  const stream = createFrameStream(config);
  const frame = new Float32Array(stream.names.length);
  const values: number[] = [];
  const pull = (): void => {
    while (stream.pull(frame)) values.push(...frame);
  };
  for (let at = 0, i = 0; at < samples.length; i++) {
    const end = Math.min(samples.length, at + chunks[i % chunks.length]);
    stream.push(samples.subarray(at, end));
    // Not after every chunk: the buffer has to grow too.
    if (i % 3 !== 1) pull();
    at = end;
  }
  stream.end();
  pull();
  return values;
}

test.each(Object.entries(configs))(
  '%s: the frames of the whole signal, bit for bit',
  (_, config) => {
    const { nFft = 2048, center = true } = config;
    const extractor = createExtractor(config);
    const length = fc.integer({ min: center ? 1 : nFft, max: 6000 });
    const chunks = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(length, chunks, (n, sizes) => {
        const samples = signal(n);
        expect(streamed(config, samples, sizes)).toEqual([...extractor.extractSamples(samples)]);
      }),
      { numRuns: 25 },
    );
  },
);

test('single samples are chunks too, and empty ones do nothing', () => {
  const samples = signal(700);
  const expected = [...createExtractor(everything).extractSamples(samples)];
  expect(streamed(everything, samples, [1])).toEqual(expected);
  const stream = createFrameStream(everything);
  stream.push(new Float32Array(0));
  stream.end();
  expect(stream.pull(new Float32Array(stream.names.length))).toBe(false);
});

test.each<[string, Partial<ExtractorConfig>]>([
  ['statistic', { statistic: 'mean' }],
  ['statistic', { statistic: undefined }],
  ['frames', { frames: 3 }],
  ['offset', { offset: 0.5 }],
  ['duration', { duration: 1 }],
  ['level', { level: -26 }],
  ['trim', { trim: 45 }],
  ['features[1].topDb', { features: [{ kind: 'rms' }, { kind: 'logmel' }] }],
  ['features[0].deltas', { features: [{ kind: 'mfcc', topDb: null, deltas: 2 }] }],
  ['padMode', { padMode: 'reflect' }],
  ['features[0].topDb', { features: [{ kind: 'mfcc' }] }],
  ['features[0].deltas', { features: [{ kind: 'logmel', topDb: null, deltas: 1 }] }],
  ['features[0].tuning', { features: [{ kind: 'chroma' }] }],
  ['features[0].kind', { features: [{ kind: 'contrast', nBands: 3 }] }],
])('`%s` that needs the whole signal is refused', (option, change) => {
  const call = (): unknown => createFrameStream({ ...presets.prosody, ...change });
  expect(call).toThrow(FeatureError);
  expect(call).toThrow(`createFrameStream: \`${option}\``);
});

test('what is as in a whole signal may be written out', () => {
  const whole = { offset: 0, duration: null, level: null, trim: null, frames: null };
  const written = { ...whole, padMode: 'constant' } as const;
  expect(() => createFrameStream({ ...everything, ...written })).not.toThrow();
});

test.each<[string, Partial<ExtractorConfig>, wait: number]>([
  ['centred', {}, 256 / 2],
  ['centred and of odd length', { nFft: 255 }, 128],
  ['not centred', { center: false }, 256],
])('frames that are %s come with the first sample that completes them', (_, change, wait) => {
  const config = { ...everything, features: [{ kind: 'rms' }], ...change } as const;
  const stream = createFrameStream(config);
  const frame = new Float32Array(1);
  const pushes: number[] = [];
  for (let pushed = 1; pushed <= 400; pushed++) {
    stream.push(Float32Array.of(0.5));
    while (stream.pull(frame)) pushes.push(pushed);
  }
  const frames = Math.floor((400 - wait) / 64) + 1;
  expect(pushes).toEqual(Array.from({ length: frames }, (_, t) => wait + 64 * t));
});

test('a second end adds nothing', () => {
  const stream = createFrameStream(everything);
  const frame = new Float32Array(stream.names.length);
  stream.push(signal(1000));
  stream.end();
  let frames = 0;
  while (stream.pull(frame)) frames++;
  stream.end();
  expect(stream.pull(frame)).toBe(false);
  expect(frames).toBe(1 + Math.floor(1000 / 64));
});

test('a stream has the names of its extractor', () => {
  expect(createFrameStream(everything).names).toEqual(createExtractor(everything).names);
});

test('two streams beside each other do not disturb each other', () => {
  const alone = streamed(everything, signal(900), [100]);
  const [a, b] = [createFrameStream(everything), createFrameStream(presets.prosody)];
  const [frame, other] = [a, b].map(({ names }) => new Float32Array(names.length));
  const values: number[] = [];
  const samples = signal(900);
  for (let at = 0; at < 900; at += 100) {
    a.push(samples.subarray(at, at + 100));
    b.push(new Float32Array(100).fill(0.9));
    while (a.pull(frame)) {
      values.push(...frame);
      b.pull(other);
    }
  }
  expect(values).toEqual(alone.slice(0, values.length));
  expect(values.length).toBeGreaterThan(0);
});

test('more samples than there is memory for, of which no frame is pulled, are refused', () => {
  const stream = createFrameStream(everything);
  stream.push(signal(1000));
  // Memory of zeros is not there before it is read.
  expect(() => stream.push(new Float32Array(2 ** 29))).toThrow(
    'push: `samples` must be at most 536869784 long while 1128 samples wait for `pull`, got 536870912',
  );
  const frame = new Float32Array(stream.names.length);
  expect(stream.pull(frame)).toBe(true);
});

test('samples after the end, samples that are not finite and a short frame are refused', () => {
  const stream = createFrameStream(everything);
  expect(() => stream.push(Float32Array.of(Number.NaN))).toThrow('push: `samples` must be finite');
  expect(() => stream.push(null as never)).toThrow('push: `samples` must be a Float32Array');
  expect(() => stream.pull(new Float32Array(3))).toThrow('pull: `out` must be');
  stream.end();
  expect(() => stream.push(Float32Array.of(1))).toThrow('pushed before `end`');
});
