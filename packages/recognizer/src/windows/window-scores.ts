import type { LabelScore } from '../recognizer/recognition.ts';

/** What was recognised in a window of a sound. */
export interface WindowScores {
  /** Where the window begins, in seconds from the start of the sound. */
  start: number;
  /** Where it ends. */
  end: number;
  /** As a `Recognition`: sorted, of all labels; empty where no speech was heard. */
  scores: LabelScore[];
  /** Whether speech was heard, or was not looked for. */
  speech: boolean;
  /** False where the window is unlike what the model was trained on; null where not known. */
  familiar: boolean | null;
}
