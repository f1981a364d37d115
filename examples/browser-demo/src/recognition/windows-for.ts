/** How a sound is cut into windows. */
export interface WindowPlan {
  /** Seconds of a window. */
  readonly length: number;
  /** Seconds from one window to the next. */
  readonly hop: number;
  /** Whether each is heard at several speeds. */
  readonly versions: boolean;
}

/** Seconds up to which windows are short, so that a sentence has more than one. */
const SENTENCE = 6;
/** How many windows a long sound has, at most. */
const MOST = 600;

/** The windows of a sound of so many seconds. */
export function windowsFor(duration: number): WindowPlan {
  if (duration <= SENTENCE) return { length: 1.5, hop: 0.25, versions: false };
  return { length: 3, hop: Math.max(1, duration / MOST), versions: false };
}
