import type { ProtocolName } from '@ser/eval';
import type { DataSet } from '../data-sets/data-set.ts';

/** Speakers that `holdout` needs beside those that it tests. */
const LEAST_OTHERS = 6;

/** `holdout` where the data has its test speakers and enough others, else `clip`. */
export function defaultProtocol(
  { speakers: lists }: Pick<DataSet, 'speakers'>,
  speakers: Iterable<string>,
): ProtocolName {
  const all = new Set(speakers);
  const heldOut = (lists?.holdout ?? []).filter((speaker) => all.has(speaker)).length;
  return heldOut > 0 && all.size - heldOut >= LEAST_OTHERS ? 'holdout' : 'clip';
}
