import { badArgument } from './checks.ts';

/** How a signal is padded before the first sample and after the last, as by `numpy.pad`. */
export type PadMode = 'constant' | 'edge' | 'reflect' | 'symmetric';

/**
 * The index of the sample that pads at an index outside of `length` samples; -1 for a zero.
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
