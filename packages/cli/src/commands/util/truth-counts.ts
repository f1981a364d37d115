import { visible } from '../../console/visible.ts';
import type { FilePrediction } from './prediction.ts';

/** How often predictions are right, of files whose truth is known. */
export class TruthCounts {
  readonly #known: ReadonlySet<string>;
  readonly #foreign = new Set<string>();
  #right = 0;
  #all = 0;

  /** @param labels of the model */
  constructor(labels: readonly string[]) {
    this.#known = new Set(labels);
  }

  add({ truth, emotion }: Pick<FilePrediction, 'truth' | 'emotion'>): void {
    if (truth === undefined || truth === null) return;
    this.#all++;
    if (truth === emotion) this.#right++;
    else if (!this.#known.has(truth)) this.#foreign.add(truth);
  }

  /** A line for people; undefined where no truth was known. */
  get line(): string | undefined {
    if (this.#all === 0) return undefined;
    const percent = ((100 * this.#right) / this.#all).toFixed(1);
    const foreign =
      this.#foreign.size > 0
        ? `; the model does not know ${[...this.#foreign].sort().map(visible).join(', ')}`
        : '';
    return `right: ${this.#right} of ${this.#all} files whose label is known (${percent} %)${foreign}`;
  }
}
