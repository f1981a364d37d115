import { decibels } from './decibels.ts';

// The bands in Hz whose powers are compared.
const ALPHA_SPLIT = 1000;
const HAMMARBERG_SPLIT = 2000;
const TOP = 5000;

/** How a spectrum is balanced between low and high. */
export interface Balance {
  /** The power from 1 to 5 kHz over that below, in dB. */
  readonly alphaRatio: (powers: Float64Array) => number;
  /** The strongest bin below 2 kHz over the strongest from there to 5 kHz, in dB. */
  readonly hammarbergIndex: (powers: Float64Array) => number;
}

/** The balance of spectra of so many bins. */
export function balance(binHz: number, bins: number): Balance {
  const end = Math.min(Math.floor(TOP / binHz) + 1, bins);
  const alphaSplit = Math.ceil(ALPHA_SPLIT / binHz);
  const hammarbergSplit = Math.ceil(HAMMARBERG_SPLIT / binHz);
  return {
    alphaRatio: (powers) =>
      decibels(sum(powers, alphaSplit, end)) - decibels(sum(powers, 0, alphaSplit)),
    hammarbergIndex: (powers) =>
      decibels(greatest(powers, 0, hammarbergSplit)) -
      decibels(greatest(powers, hammarbergSplit, end)),
  };
}

function sum(values: Float64Array, from: number, end: number): number {
  let total = 0;
  for (let i = from; i < end; i++) total += values[i];
  return total;
}

function greatest(values: Float64Array, from: number, end: number): number {
  let most = 0;
  for (let i = from; i < end; i++) if (values[i] > most) most = values[i];
  return most;
}
