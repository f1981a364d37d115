/** How long windows may be, and how far apart they may begin, in seconds: [least, most]. */
export const WINDOW_LIMITS: {
  readonly length: readonly [number, number];
  readonly hop: readonly [number, number];
} = { length: [0.5, 60], hop: [0.05, 3600] };
