import { describe, expect, test } from 'vitest';
import { createExtractor } from '../extractor/create-extractor.ts';
import { presets } from '../extractor/presets.ts';
import { golden } from '../testing/golden.ts';
import { speechClips } from '../testing/speech-clips.ts';
import { describe as descriptorsOf } from './descriptors/descriptors.ts';
import { functionalGroups } from './functionals.ts';
import { type FunctionalGroup, GROUPS } from './groups/index.ts';

interface Row {
  clip: string;
  frames: number;
  f0: number[];
  descriptors: { step: number; values: number[] };
  step: number;
  groups: Record<FunctionalGroup, number[]>;
}

const { clips } = golden<{ clips: Row[] }>('functionals');
const samples = speechClips();

/** Every `step`-th value; what cannot be computed is 0. */
const kept = (values: ArrayLike<number>, step: number): number[] =>
  Array.from({ length: Math.ceil(values.length / step) }, (_, i) => values[i * step] || 0);

// Nine digits are kept of the goldens, and 1e-9 of sums that cancel.
const DIGITS = { rtol: 1e-8, atol: 1e-8 };
// Values are float32.
const SINGLE = { rtol: 2e-7, atol: 1e-6 };

test('the clips of the goldens are here', () => {
  expect(clips.map(({ clip }) => clip)).toEqual(Object.keys(samples));
});

describe.each(clips)('$clip', (row) => {
  const clip = descriptorsOf(samples[row.clip]);

  test('has the pitch of the reference, frame by frame', () => {
    expect(clip.frames).toBe(row.frames);
    // Hz.
    expect(clip.f0).toBeAllclose(row.f0, { rtol: 1e-8, atol: 0 });
  });

  test('has the descriptors of the reference', () => {
    const config = {
      ...presets.functionals,
      features: [{ kind: 'lld' as const }],
      statistic: null,
    };
    const values = createExtractor(config).extractSamples(samples[row.clip]);
    expect(values.length).toBe(19 * row.frames);
    const { step, values: expected } = row.descriptors;
    expect(kept(values, step)).toBeAllclose(expected, SINGLE);
  });

  test.each(functionalGroups())('has the %s of the reference', (group) => {
    const values = kept(GROUPS[group].compute(clip), row.step);
    expect(values).toBeAllclose(row.groups[group], DIGITS);
  });

  test('has them all, in this order, as features', () => {
    const values = createExtractor(presets.functionals).extractSamples(samples[row.clip]);
    expect(values.length).toBe(4171);
    if (row.step !== 1) return;
    expect(values).toBeAllclose(Object.values(row.groups).flat(), SINGLE);
  });
});
