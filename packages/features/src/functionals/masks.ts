/** Which frames have a property: 1 where they have it. */
export type Mask = Uint8Array;

/** A mask of so few frames that what it selects says nothing. */
const TOO_FEW = 5;

/** The values that have a property. */
export function maskOf(values: Float64Array, holds: (value: number) => boolean): Mask {
  const mask = new Uint8Array(values.length);
  for (let t = 0; t < values.length; t++) mask[t] = holds(values[t]) ? 1 : 0;
  return mask;
}

/** How many frames have the property. */
export function countOf(mask: Mask): number {
  let count = 0;
  for (let t = 0; t < mask.length; t++) count += mask[t];
  return count;
}

/** The frames from `first` to before `end` for which a condition holds. */
export function framesWhere(
  first: number,
  end: number,
  holds: (frame: number) => boolean,
): Int32Array {
  const frames = new Int32Array(Math.max(0, end - first));
  let count = 0;
  for (let t = first; t < end; t++) if (holds(t)) frames[count++] = t;
  return frames.subarray(0, count);
}

/** As `framesWhere`; all frames of the range where the condition holds for five of them at most. */
export function framesWhereOrAll(
  first: number,
  end: number,
  holds: (frame: number) => boolean,
): Int32Array {
  const frames = framesWhere(first, end, holds);
  return frames.length > TOO_FEW ? frames : framesWhere(first, end, () => true);
}

/** Runs of frames that have the property: where each begins, and where it has ended. */
export function runsOf(mask: Mask): [first: number, end: number][] {
  const runs: [number, number][] = [];
  for (let t = 0; t < mask.length; t++) {
    if (!mask[t]) continue;
    const first = t;
    while (t < mask.length && mask[t]) t++;
    runs.push([first, t]);
  }
  return runs;
}
