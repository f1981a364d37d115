import type { WindowPrediction } from './prediction.ts';

/** What the windows of a file say together, in the memory of a few numbers. */
export class WindowCounts {
  /** How many windows there are. */
  windows = 0;
  /** Those that are not like what the model was trained on. */
  unfamiliar = 0;
  /** Windows of each emotion that was named, in the order in which they came. */
  readonly emotions: Map<string, number> = new Map();

  add({ emotion, familiar }: Pick<WindowPrediction, 'emotion' | 'familiar'>): void {
    this.windows++;
    if (familiar === false) this.unfamiliar++;
    if (emotion !== null) this.emotions.set(emotion, (this.emotions.get(emotion) ?? 0) + 1);
  }
}
