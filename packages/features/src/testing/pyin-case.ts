import * as features from '../index.ts';
import type { Case } from './case.ts';
import { golden } from './golden.ts';

/** The goldens of tools/parity/pyin_goldens.py. */
export interface PyinGolden {
  readonly cases: Case[];
  readonly voices: Case[];
  readonly clips: Case[];
  readonly scalars: ScalarCase[];
  readonly paths: PathCase[];
}

/** A path through random states. */
interface PathCase {
  readonly states: number;
  readonly frames: number;
  readonly seed: number;
  readonly pInit: number[] | null;
  readonly path: number[];
  readonly logp: number;
}

/** One call of a librosa function of one value. */
export interface ScalarCase {
  readonly function: string;
  readonly value: number | string;
  readonly options: Record<string, unknown>;
  readonly expected: number;
}

/** All of the goldens. */
export const pyinGolden = (): PyinGolden => golden<PyinGolden>('pyin');

/** The cases of a function of one value. */
export function scalarsOf(name: string): ScalarCase[] {
  return pyinGolden().scalars.filter((each) => each.function === name);
}

/** The cases of synthetic signals whose function has one of these names. */
export function casesOf(...names: string[]): Case[] {
  return pyinGolden().cases.filter((each) => names.includes(each.function));
}

/** The values of an array of librosa's, NaN where it has none or where none is compared. */
export const librosas = ({ parts }: Case, part: number): number[] =>
  parts[part].values.map((value) => value ?? Number.NaN);

/** Of our array, the values that were kept of librosa's. */
export function keptOf(values: ArrayLike<number>, { parts }: Case, part: number): number[] {
  const { shape, step } = parts[part];
  const length = shape.reduce((a, b) => a * b, 1);
  if (values.length !== length) throw new Error(`${values.length} values, librosa has ${length}`);
  return Array.from({ length: Math.ceil(length / step) }, (_, k) => values[k * step]);
}

/** The mel spectrogram that the goldens of `pcen` normalise. */
export function magnitudes(samples: Float32Array): features.Matrix {
  const mel = features.melspectrogram(samples, { sampleRate: 22050, nMels: 40, power: 1 });
  return { ...mel, data: mel.data.map((value) => 2 ** 31 * value) };
}
