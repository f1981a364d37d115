import { performance } from 'node:perf_hooks';

/** How long the phases of a command took, for people. */
export class PhaseTimes {
  readonly #now: () => number;
  readonly #phases: { name: string; start: number }[] = [];

  /** @param now milliseconds of a clock. Default: the process' own, which no date moves. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Ends the phase before it. @param name in the past, such as `trained`; one that goes on goes on */
  begin(name: string): void {
    if (this.#phases.at(-1)?.name !== name) this.#phases.push({ name, start: this.#now() });
  }

  /** The phases so far, such as `read 3 s, extracted 71 s, trained 5 s`. */
  toString(): string {
    const end = this.#now();
    return this.#phases
      .map(
        ({ name, start }, i) => `${name} ${secondsOf((this.#phases[i + 1]?.start ?? end) - start)}`,
      )
      .join(', ');
  }
}

/** Short times to a tenth, since the start of a program alone takes some. */
function secondsOf(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
}
