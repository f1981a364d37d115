import { HOLDOUT_ACTORS } from '@ser/eval';
import type { ProtocolName } from './choose-split.ts';

/** Actors that `holdout` needs beside those it tests: three to validate and more to train on. */
const OTHER_ACTORS = 6;

/** `holdout` where the data has its test actors and enough others, else `clip`. */
export function defaultProtocol(actors: Iterable<number>): ProtocolName {
  const all = new Set(actors);
  const heldOut = HOLDOUT_ACTORS.filter((actor) => all.has(actor)).length;
  return heldOut > 0 && all.size - heldOut >= OTHER_ACTORS ? 'holdout' : 'clip';
}
