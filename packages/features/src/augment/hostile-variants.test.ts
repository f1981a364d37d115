import { runLimited } from '@ser/testing';
import { expect, test } from 'vitest';

const module = new URL('../testing/hostile.ts', import.meta.url);
// Node and the package take 120 MiB.
const limits = { module, cpuSeconds: 1, megabytes: 200 };

const slow = (rate: number): object => ({ kind: 'timeStretch', rate });
const variant = (...steps: object[]): object => ({ name: 'bad', steps });

const refused: [path: string, variant: object][] = [
  ['steps[0]', variant(slow(1e-9))],
  ['steps[0]', variant({ kind: 'pitchShift', nSteps: 120 })],
  ['steps[0]', variant({ kind: 'pitchShift', nSteps: 1e308 })],
  ['steps[1]', variant(slow(0.1), slow(0.1))],
  ['steps[1]', variant(slow(0.1), { kind: 'pitchShift', nSteps: 12 })],
  ['steps', variant(...new Array(1000).fill(slow(1)))],
];

test('what would take gigabytes is refused at once', async () => {
  const variants = refused.map(([, bad]) => bad);
  const { value } = await runLimited({ ...limits, call: 'refusedVariants', args: [variants] });
  expect(value).toEqual(
    refused.map(([path]) =>
      [`parseVariantConfigs: \`[0].${path}\``, `applyVariant: \`${path}\``].map((text) => ({
        name: 'FeatureError',
        code: 'bad-argument',
        message: expect.stringContaining(`${text} must be`),
      })),
    ),
  );
});

const refusedRecordings: [path: string, variant: object][] = [
  ['steps[0].rate', variant({ kind: 'speed', rate: 1e-9 })],
  ['steps[0].rate', variant({ kind: 'speed', rate: 1e9 })],
  ['steps[1]', variant({ kind: 'speed', rate: 0.1 }, { kind: 'speed', rate: 0.1 })],
  ['steps[1]', variant({ kind: 'speed', rate: 0.1 }, slow(0.1))],
  ['steps[0].rt60', variant({ kind: 'room', rt60: 1e9 })],
  ['steps[0].rt60[1]', variant({ kind: 'room', rt60: [1, 1e9] })],
  ['steps[0].db', variant({ kind: 'gain', db: 1e9 })],
  ['steps[0].snrDb', variant({ kind: 'noise', snrDb: [-1e9, 1] })],
  ['steps[0].sampleRate', variant({ kind: 'bandLimit', sampleRate: 1e9 })],
  ['steps[0].lowest', variant({ kind: 'bandLimit', sampleRate: 8000, lowest: 1e-9 })],
  ['steps[0].seconds', variant({ kind: 'middle', seconds: 1e9 })],
];

test('so are recordings that would become as long', async () => {
  const variants = refusedRecordings.map(([, bad]) => bad);
  const { value } = await runLimited({
    ...limits,
    call: 'refusedRecordings',
    args: [variants],
  });
  expect(value).toEqual(
    refusedRecordings.map(([path]) =>
      [`parseVariantConfigs: \`[0].${path}`, `extractVariant: \`${path}`].map((text) => ({
        name: 'FeatureError',
        code: 'bad-argument',
        message: expect.stringContaining(text),
      })),
    ),
  );
});

test('what only the rate of a clip shows to be too much is refused there', async () => {
  const steps = [{ kind: 'bandLimit', sampleRate: 40 }];
  const fast = new Array(64).fill({ kind: 'speed', rate: 16 });
  const loud = new Array(64).fill({ kind: 'gain', db: 200 });
  const { value } = await runLimited({
    ...limits,
    call: 'extractedVariants',
    args: [[{ name: 'low', steps }, variant(...fast), variant(...loud)]],
  });
  expect(value).toEqual([
    expect.objectContaining({ code: 'bad-argument', message: expect.stringContaining('1/1024') }),
    expect.objectContaining({
      code: 'bad-argument',
      message: 'speed: `sampleRate` must be at most 768000, got 12288000',
    }),
    expect.objectContaining({ code: 'bad-audio', message: expect.stringContaining('finite') }),
  ]);
});

test('the longest echo and the slowest speed are fine', async () => {
  const { value } = await runLimited({
    module,
    cpuSeconds: 10,
    megabytes: 700,
    call: 'extractedVariants',
    args: [[variant({ kind: 'room', rt60: 10 }), variant({ kind: 'speed', rate: 1 / 16 })]],
  });
  expect(value).toEqual([null, null]);
});

test('the echo of a short clip takes no memory for what is not heard', async () => {
  // At full length, 7,680,000 samples, it would take 120 MiB.
  const { value } = await runLimited({
    ...limits,
    cpuSeconds: 10,
    call: 'echoOfFile',
    args: [{ length: 1000, sampleRate: 768_000, rt60: 10 }],
  });
  expect(value).toBe(1000);
});

test('a file that says to have a rate of gigahertz has no echo', async () => {
  const { error } = await runLimited({
    ...limits,
    call: 'echoOfFile',
    args: [{ length: 1000, sampleRate: 4e9, rt60: 10 }],
  });
  expect(error).toMatchObject({ name: 'FeatureError', code: 'bad-argument' });
  expect(error?.message).toBe('room: `sampleRate` must be at most 768000, got 4000000000');
});

test('a million variants are refused', async () => {
  const { error } = await runLimited({
    ...limits,
    megabytes: 500,
    call: 'readVariants',
    args: [1_000_000],
  });
  expect(error).toMatchObject({ name: 'FeatureError', code: 'bad-argument' });
  expect(error?.message).toBe('parseVariantConfigs: `value` must be at most 64 items, got 1000000');
});

test('the slowest variant is fine', async () => {
  const { error } = await runLimited({
    module,
    cpuSeconds: 10,
    megabytes: 500,
    call: 'makeVariant',
    args: [variant(slow(1 / 16), slow(16))],
  });
  expect(error).toBeUndefined();
});
