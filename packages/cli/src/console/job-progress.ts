import type { ExperimentEvent } from '@ser/experiment';
import { type Progress, startProgress } from './progress.ts';

/** The length of the bar. */
const PERCENT = 100;
/** So many runs stand beside the bar. */
const MOST_NAMED = 4;

type JobEvent = Extract<ExperimentEvent, { kind: 'job' }>;
type OfRun = Pick<JobEvent, 'fold' | 'folds' | 'seed'>;

/** One bar for all runs that are trained at a time: how much of the whole is done. */
export class JobProgress {
  /** How much is done of each run that is at work. */
  readonly #shares = new Map<string, number>();
  #bar: Progress | undefined;

  /** Takes what happens in a run. */
  update({ event, done, total, ...run }: JobEvent): void {
    const share = shareOf(event);
    if (share === undefined) return;
    this.#shares.set(shortName(run), share);
    let sum = done;
    for (const each of this.#shares.values()) sum += each;
    this.#bar ??= startProgress('training', PERCENT);
    this.#bar.update(Math.floor((PERCENT * sum) / total), this.#detail());
  }

  /** A run is at work no more. */
  end(run: OfRun): void {
    this.#shares.delete(shortName(run));
  }

  /** Takes the bar away. */
  stop(): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }

  #detail(): string {
    const all = [...this.#shares].map(
      ([name, share]) => `${name} ${Math.floor(PERCENT * share)} %`,
    );
    const rest = all.length - MOST_NAMED;
    return [...all.slice(0, MOST_NAMED), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
  }
}

function shareOf(event: ExperimentEvent): number | undefined {
  if (event.kind === 'step') return event.step / event.steps;
  if (event.kind === 'fit') return event.share;
  return event.kind === 'trained' ? 1 : undefined;
}

function shortName({ fold, seed }: OfRun): string {
  return seed > 0 ? `fold ${fold} seed ${seed}` : `fold ${fold}`;
}
