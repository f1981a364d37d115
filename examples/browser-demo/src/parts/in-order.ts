import type { LabelScore } from '@ser/recognizer';
import { EMOTIONS } from './emotions.ts';

/** Scores in the order of the emotions, so that no bar jumps and two sides can be compared. */
export const inOrder = (scores: readonly LabelScore[]): LabelScore[] =>
  [...scores].sort((a, b) => EMOTIONS.indexOf(a.label) - EMOTIONS.indexOf(b.label));
