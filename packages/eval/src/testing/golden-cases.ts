import type { Label } from '../util/label.ts';

/** A golden file's cases, with the "nan" and null that JSON needs put back. */
export function goldenCases<Case>(cases: unknown): Case[] {
  return JSON.parse(JSON.stringify(cases), (_, value) => {
    if (value === 'nan') return Number.NaN;
    return value === null ? undefined : value;
  });
}

/**
 * How far a metric may be from scikit-learn's. Sums of up to 200 weights, in whichever order,
 * differ by far less; scores are at most 1.
 */
export const ROUNDING: { rtol: number; atol: number } = { rtol: 0, atol: 1e-12 };

/** Targets, and the options that most cases share. */
export interface GoldenTargets {
  name: string;
  yTrue: Label[];
  sampleWeight?: number[];
}
