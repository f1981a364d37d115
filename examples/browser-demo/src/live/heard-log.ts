/** What the log needs of a window. */
export interface LoggedWindow {
  /** Seconds. */
  readonly end: number;
  readonly speech: boolean;
  readonly scores: readonly { readonly label: string; readonly score: number }[];
}

/** A line of the log: from then on it sounded like that. */
export interface LogLine {
  /** Seconds. */
  readonly time: number;
  /** Undefined for a pause. */
  readonly label: string | undefined;
  readonly score: number;
}

/** Windows in a row that must agree: a single one of another mind is no news. */
const AGREEING = 3;
/** Lines that are kept. */
const MOST = 100;

/** Changes of what is heard, without the flicker of single windows. */
export class HeardLog {
  #lines: readonly LogLine[] = [];
  #label: string | undefined;
  #count = 0;

  /** The newest first. */
  get lines(): readonly LogLine[] {
    return this.#lines;
  }

  /** @returns Whether there is a new line. */
  push({ end, speech, scores: [first] }: LoggedWindow): boolean {
    const label = speech ? first?.label : undefined;
    this.#count = label === this.#label ? this.#count + 1 : 1;
    this.#label = label;
    if (this.#count < AGREEING) return false;
    const [last] = this.#lines;
    // A pause at the beginning is nothing to tell.
    if (last ? last.label === label : label === undefined) return false;
    const line = { time: end, label, score: speech ? (first?.score ?? 0) : 0 };
    this.#lines = [line, ...this.#lines].slice(0, MOST);
    return true;
  }
}
