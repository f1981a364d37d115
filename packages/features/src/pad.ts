import { invalid } from './check.ts';
import type { Samples } from './samples.ts';

/** What stands before the first sample and after the last; names and meanings are `numpy.pad`'s. */
export type PadMode = 'constant' | 'edge' | 'reflect' | 'symmetric';

/**
 * The signal with `padding` more samples on both sides.
 *
 * @throws FeatureError for an unknown mode
 */
export function pad(samples: Samples, padding: number, mode: PadMode): Float64Array {
  const n = samples.length;
  const padded = new Float64Array(n + 2 * padding);
  padded.set(samples, padding);
  const at = source(mode, n);
  if (at) {
    for (let i = 1; i <= padding; i++) {
      padded[padding - i] = samples[at(-i)];
      padded[padding + n - 1 + i] = samples[at(n - 1 + i)];
    }
  }
  return padded;
}

/** Which sample stands at an index outside of the signal; undefined for zeros. */
function source(mode: PadMode, n: number): ((index: number) => number) | undefined {
  const fold = (index: number, period: number): number => ((index % period) + period) % period;
  switch (mode) {
    case 'constant':
      return undefined;
    case 'edge':
      return (index) => (index < 0 ? 0 : n - 1);
    case 'reflect': {
      const period = Math.max(1, 2 * (n - 1));
      return (index) => Math.min(fold(index, period), period - fold(index, period));
    }
    case 'symmetric':
      return (index) => Math.min(fold(index, 2 * n), 2 * n - 1 - fold(index, 2 * n));
    default:
      throw invalid('pad', 'padMode', 'one of constant, edge, reflect, symmetric', mode);
  }
}
