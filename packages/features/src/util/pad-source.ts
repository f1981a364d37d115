import { badArgument } from './checks.ts';

/** What stands before the first sample and after the last; names and meanings are `numpy.pad`'s. */
export type PadMode = 'constant' | 'edge' | 'reflect' | 'symmetric';

/**
 * Which of `length` samples stands at an index outside of them; -1 is a zero.
 *
 * @throws {FeatureError} for an unknown mode.
 */
export function padSource(mode: PadMode, length: number): (index: number) => number {
  const fold = (index: number, period: number): number => ((index % period) + period) % period;
  switch (mode) {
    case 'constant':
      return () => -1;
    case 'edge':
      return (index) => (index < 0 ? 0 : length - 1);
    case 'reflect': {
      const period = Math.max(1, 2 * (length - 1));
      return (index) => Math.min(fold(index, period), period - fold(index, period));
    }
    case 'symmetric':
      return (index) => Math.min(fold(index, 2 * length), 2 * length - 1 - fold(index, 2 * length));
    default:
      throw badArgument('pad', 'padMode', 'one of constant, edge, reflect, symmetric', mode);
  }
}
