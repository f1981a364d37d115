import { bluestein } from './bluestein.ts';
import { pairRadices } from './radices.ts';
import { type ComplexTransform, stockham } from './stockham.ts';

/** The complex transform of any length in JavaScript. */
export function complexTransform(n: number): ComplexTransform {
  const stages = pairRadices(n);
  return stages ? stockham(n, stages) : bluestein(n, n);
}
