import { expect, test } from 'vitest';
import { type PadMode, padSource } from './pad-source.ts';

// What `numpy.pad` gives.
test.each<[mode: PadMode, samples: number[], padding: number, padded: number[]]>([
  ['constant', [1, 2, 3], 2, [0, 0, 1, 2, 3, 0, 0]],
  ['edge', [1, 2, 3], 2, [1, 1, 1, 2, 3, 3, 3]],
  ['reflect', [1, 2, 3], 7, [2, 3, 2, 1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3, 2, 1, 2]],
  ['symmetric', [1, 2, 3], 4, [3, 3, 2, 1, 1, 2, 3, 3, 2, 1, 1]],
  ['reflect', [5], 2, [5, 5, 5, 5, 5]],
  ['symmetric', [5], 2, [5, 5, 5, 5, 5]],
  ['edge', [5], 2, [5, 5, 5, 5, 5]],
])('%s of %o by %i', (mode, samples, padding, padded) => {
  const source = padSource(mode, samples.length);
  const values = padded.map((_, i) => {
    const index = i - padding;
    const at = index >= 0 && index < samples.length ? index : source(index);
    return at < 0 ? 0 : samples[at];
  });
  expect(values).toEqual(padded);
});

test('a mode that is not known is refused', () => {
  expect(() => padSource('wrap' as PadMode, 3)).toThrow('`padMode` must be one of constant, edge');
});
