import type { ExtractedClip, LabelledClip } from '../extract-clips.ts';

/** A clip with what became of it; undefined as long as it must be extracted. */
export interface Looked<T> {
  readonly clip: LabelledClip;
  readonly settled?: T;
}

/** What {@link settleInOrder} is made of. */
export interface SettleSteps<T> {
  /** Extracts clips, in any order. */
  extract(clips: AsyncIterable<LabelledClip>): AsyncIterable<ExtractedClip>;
  /** What becomes of a clip that was extracted. */
  settle(clip: LabelledClip, result: ExtractedClip): Promise<T>;
}

/** Settled clips that may wait for one before them, beyond those that `extract` holds. */
export const MOST_WAITING = 128;

/**
 * What became of clips, in their order, where some are settled and others must be extracted first.
 * Those that wait for an earlier one are bounded: when there are too many, what extracts is handed
 * nothing more, finishes what it holds, and is called again for the rest.
 */
export async function* settleInOrder<T>(
  looked: AsyncIterator<Looked<T>, void>,
  { extract, settle }: SettleSteps<T>,
): AsyncGenerator<T, void, undefined> {
  let next = await looked.next();
  while (!next.done) {
    if (next.value.settled !== undefined) {
      yield next.value.settled;
      next = await looked.next();
      continue;
    }
    const order: { settled?: T }[] = [];
    const extracting = new Map<string, { clip: LabelledClip; settled?: T }>();
    let waiting = 0;
    let isDone = false;
    const missing = async function* (): AsyncGenerator<LabelledClip, void, undefined> {
      while (!next.done && waiting < MOST_WAITING) {
        const entry = { ...next.value };
        next = await looked.next();
        order.push(entry);
        if (entry.settled !== undefined) waiting++;
        else {
          extracting.set(entry.clip.id, entry);
          yield entry.clip;
        }
      }
      isDone = true;
    };
    for await (const result of extract(missing())) {
      const entry = extracting.get(result.id);
      if (!entry) continue;
      extracting.delete(result.id);
      entry.settled = await settle(entry.clip, result);
      waiting++;
      for (; order[0]?.settled !== undefined; waiting--) yield order.shift()?.settled as T;
    }
    for (const { settled } of order) if (settled !== undefined) yield settled;
    // It has ended before its time, as at an abort.
    if (!isDone) return;
  }
}
