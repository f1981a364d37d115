import type { OptionNames } from '@ser/internal';
import { badArgument, checkInteger } from '../../util/checks.ts';

/** A value for the harmonic part and one for the percussive part. */
export type Pair = readonly [harmonic: number, percussive: number];

/** The options of `decompose.hpss`, with librosa's names and defaults. */
export interface HpssOptions {
  /**
   * How many frames the median of the harmonic part spans, and how many bins that of the
   * percussive part, 1 to 4096: one number for both or a pair. Default 31.
   */
  kernelSize?: number | Pair;
  /** The exponent of the masks; `Infinity` for hard ones. Default 2. */
  power?: number;
  /** Whether to return the masks and not the parts. Default false. */
  mask?: boolean;
  /**
   * How many times as strong as the other part a part must be, 1 or more: one number for both or a
   * pair. Above 1 the parts do not sum to the whole, and what is left is neither. Default 1.
   */
  margin?: number | Pair;
}

/** The names of the options. */
export const HPSS_OPTIONS: OptionNames<HpssOptions> = {
  kernelSize: true,
  power: true,
  mask: true,
  margin: true,
};

/** The widest window of a median. Each value costs time in proportion to it. */
const MAX_KERNEL = 4096;

/** Throws unless the options of a separation are in their ranges. */
export function checkHpss(caller: string, options: HpssOptions): void {
  const { kernelSize = 31, power = 2, mask = false, margin = 1 } = options;
  checkPair(caller, 'kernelSize', kernelSize, (size, name) => {
    checkInteger(caller, name, size, 1, MAX_KERNEL);
  });
  checkPair(caller, 'margin', margin, (value, name) => {
    if (!(Number.isFinite(value) && value >= 1)) {
      throw badArgument(caller, name, '≥ 1 and finite', value);
    }
  });
  if (!(typeof power === 'number' && power > 0)) throw badArgument(caller, 'power', '> 0', power);
  if (typeof mask !== 'boolean') throw badArgument(caller, 'mask', 'true or false', mask);
}

/** One number as a pair. */
export const pairOf = (value: number | Pair): Pair =>
  typeof value === 'number' ? [value, value] : value;

function checkPair(
  caller: string,
  name: string,
  value: number | Pair,
  check: (each: number, name: string) => void,
): void {
  if (!Array.isArray(value)) {
    check(value as number, name);
    return;
  }
  if (value.length !== 2) {
    throw badArgument(caller, name, 'a number or [harmonic, percussive]', value);
  }
  value.forEach((each, i) => {
    check(each, `${name}[${i}]`);
  });
}
