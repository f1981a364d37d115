import { expect, it } from 'vitest';
import { voiceOffsets } from './voice-offsets.ts';
import { addClip } from './voice-sums.ts';

const averages = {
  original: Float32Array.of(1, 10),
  fast: Float32Array.of(2, 8),
};
const clips = [
  { original: [4, 10], fast: [6, 9] },
  { original: [8, 16], fast: [8, 7] },
];
const voice = clips.reduce<ReturnType<typeof addClip> | undefined>(
  (sums, { original, fast }) =>
    addClip(
      sums,
      new Map([
        ['original', Float32Array.from(original)],
        ['fast', Float32Array.from(fast)],
      ]),
    ),
  undefined,
);

// As `voiceOffsets` of @ser/experiment has it, by hand:
// n / (n + prior) * (mean - average) + (average - average of the originals).
it('go from the average voice half of the way to the mean of two clips', () => {
  if (!voice) return expect.unreachable();
  const offsets = voiceOffsets(voice, { averages, priorClips: 2 });
  expect(voice.n).toBe(2);
  expect([...offsets.keys()]).toEqual(['original', 'fast']);
  expect(offsets.get('original')).toEqual(Float64Array.of(0.5 * (6 - 1), 0.5 * (13 - 10)));
  expect(offsets.get('fast')).toEqual(
    Float64Array.of(0.5 * (7 - 2) + (2 - 1), 0.5 * (8 - 8) + (8 - 10)),
  );
});

it('go a quarter of the way with a prior of six clips', () => {
  if (!voice) return expect.unreachable();
  const offsets = voiceOffsets(voice, { averages, priorClips: 6 });
  expect(offsets.get('original')).toEqual(Float64Array.of(1.25, 0.75));
});

it('adding a clip leaves what was heard before', () => {
  const one = addClip(undefined, new Map([['original', Float32Array.of(1)]]));
  const two = addClip(one, new Map([['original', Float32Array.of(2)]]));
  expect(one).toEqual({ n: 1, sums: new Map([['original', Float64Array.of(1)]]) });
  expect(two).toEqual({ n: 2, sums: new Map([['original', Float64Array.of(3)]]) });
});
