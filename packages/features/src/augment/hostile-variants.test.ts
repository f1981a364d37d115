import { runLimited } from '@ser/testing';
import { describe, expect, test } from 'vitest';

const module = new URL('../testing/hostile.ts', import.meta.url);
// Node and the package take 120 MiB.
const limits = { module, cpuSeconds: 1, megabytes: 200 };

const slow = (rate: number): object => ({ kind: 'timeStretch', rate });
const variant = (...steps: object[]): { name: string; steps: object[] } => ({ name: 'bad', steps });

describe.each<[string, { name: string; steps: object[] }]>([
  ['steps[0]', variant(slow(1e-9))],
  ['steps[0]', variant({ kind: 'pitchShift', nSteps: 120 })],
  ['steps[0]', variant({ kind: 'pitchShift', nSteps: 1e308 })],
  ['steps[1]', variant(slow(0.1), slow(0.1))],
  ['steps[1]', variant(slow(0.1), { kind: 'pitchShift', nSteps: 12 })],
  ['steps', variant(...new Array(1000).fill(slow(1)))],
])('a variant whose %s would take gigabytes', (path, bad) => {
  test('is refused where it is read', async () => {
    const { error } = await runLimited({ ...limits, call: 'readVariants', args: [[bad]] });
    expect(error).toMatchObject({ name: 'FeatureError', code: 'bad-argument' });
    expect(error?.message).toContain(`parseVariantConfigs: \`[0].${path}\` must be`);
  });

  test('is refused where it is made', async () => {
    const { error } = await runLimited({ ...limits, call: 'makeVariant', args: [bad] });
    expect(error).toMatchObject({ name: 'FeatureError', code: 'bad-argument' });
    expect(error?.message).toContain(`applyVariant: \`${path}\` must be`);
  });
});

test('a thousand variants are refused', async () => {
  const many = Array.from({ length: 1000 }, (_, i) => ({ ...variant(slow(1)), name: `v${i}` }));
  const { error } = await runLimited({ ...limits, call: 'readVariants', args: [many] });
  expect(error).toMatchObject({ name: 'FeatureError', code: 'bad-argument' });
  expect(error?.message).toBe('parseVariantConfigs: `value` must be at most 64 items, got 1000');
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
