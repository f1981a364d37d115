import { seeded } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import { createExtractor } from '../extractor/create-extractor.ts';
import { presets } from '../extractor/presets.ts';

const { names, extractSamples } = createExtractor(presets.functionals);
const random = seeded(5);
const noise = Float32Array.from({ length: 16000 }, () => random() - 0.5);
const tone = noise.map((_, i) => 0.5 * Math.sin(i / 15));

// From one frame to more than the longest difference needs, and the ends of frames.
const LENGTHS = [1, 2, 159, 160, 161, 319, 320, 480, 640, 800, 960, 1120, 1600, 3199, 3200, 3520];

describe.each(LENGTHS)('a clip of %i samples', (length) => {
  test.each([
    ['noise', noise],
    ['a tone', tone],
    ['silence', new Float32Array(16000)],
    ['a constant', new Float32Array(16000).fill(0.3)],
    ['nothing but a click', new Float32Array(16000).fill(1, 0, 1)],
    ['full scale', new Float32Array(16000).fill(1)],
    ['as quiet as can be', new Float32Array(16000).fill(1e-40)],
  ])('of %s has finite values', (_, samples) => {
    const values = extractSamples(samples.subarray(0, length));
    expect(names.filter((_, i) => !Number.isFinite(values[i]))).toEqual([]);
  });
});

const group = (values: Float32Array, name: string): Float32Array =>
  values.filter((_, i) => names[i].startsWith(`${name}_`));

test.each([
  // Changes over 20 frames, and two slopes over as many.
  ['deltaMoments20', 20],
  ['slopeCovariance10', 21],
])('%s are 0 in a clip of %i frames, which is too short', (name, frames) => {
  const [short, enough] = [frames, frames + 1].map((count) =>
    group(extractSamples(noise.subarray(0, 160 * (count - 1))), name),
  );
  expect(new Set(short)).toEqual(new Set([0]));
  expect(new Set(enough).size).toBeGreaterThan(100);
});

test('a clip without voiced frames has a pitch of 0', () => {
  expect(new Set(group(extractSamples(noise), 'pitch'))).toEqual(new Set([0]));
});
