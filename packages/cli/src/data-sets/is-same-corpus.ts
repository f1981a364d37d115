import { resolve } from 'node:path';
import { isSameJson } from '../data/same-json.ts';
import type { Labelling } from './labelling.ts';

/** How data are labelled, and where they lie. */
export interface LabelledData {
  labelling: Labelling | null;
  data: readonly string[];
}

/**
 * Whether two sets of data are of one corpus, in which equal names of speakers mean equal voices;
 * undefined where that cannot be known, as of two tables.
 */
export function isSameCorpus(a: LabelledData, b: LabelledData): boolean | undefined {
  const [first, second] = [a.labelling?.from ?? null, b.labelling?.from ?? null];
  const places = new Set(a.data.map((path) => resolve(path)));
  if (b.data.some((path) => places.has(resolve(path)))) return true;
  const isNamed = (from: typeof first): boolean => from === null || from.kind === 'scheme';
  if (isNamed(first) && isNamed(second)) return isSameJson(first, second);
  return first?.kind === 'csv' && isSameJson(first, second) ? true : undefined;
}
