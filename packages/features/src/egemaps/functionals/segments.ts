/** A change of voicing counts from the second frame on. */
const CONFIRMED = 2;

/** A shorter segment is not counted. */
const SHORTEST = 3;

/** The lengths in frames of what is voiced without a break, and of what is not. */
export interface Segments {
  readonly voiced: number[];
  readonly unvoiced: number[];
}

/**
 * The segments of a clip. One begins with the first frame of its kind since two frames of the other
 * kind followed each other, and ends with the last before two of the other kind do. Its length is
 * from its first to its last frame, one less than their number. Found from openSMILE's output.
 */
export function segmentsOf(voiced: readonly boolean[]): Segments {
  const segments = { voiced: [] as number[], unvoiced: [] as number[] };
  const first: [number, number] = [-1, -1];
  const last: [number, number] = [-1, -1];
  let state = -1;
  let start = 0;
  let run = 0;
  const close = (): void => {
    const length = last[state] - start;
    if (length + 1 >= SHORTEST) (state === 1 ? segments.voiced : segments.unvoiced).push(length);
  };
  voiced.forEach((each, t) => {
    const kind = Number(each) as 0 | 1;
    const other = (1 - kind) as 0 | 1;
    run = t > 0 && voiced[t - 1] === each ? run + 1 : 1;
    last[kind] = t;
    if (first[kind] < 0) first[kind] = t;
    if (run !== CONFIRMED) return;
    first[other] = -1;
    if (state === kind) return;
    if (state >= 0) close();
    state = kind;
    start = first[kind];
  });
  if (state >= 0) close();
  return segments;
}
