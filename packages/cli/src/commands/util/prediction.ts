import type { LabelScore } from '@ser/recognizer';
import type { Problem } from '../../console/problems.ts';

/** What was recognised in a sound, or in a window of it, as JSON has it. */
export interface Prediction {
  /** Null where no speech was heard. */
  emotion: string | null;
  /** Of every label, in the order of the model; none where no speech was heard. */
  scores: Record<string, number>;
  /** Whether speech was heard. */
  speech: boolean;
  /** Whether it is like what the model was trained on; null where that is not known. */
  familiar: boolean | null;
}

/** The emotion in a whole file. */
export interface FilePrediction extends Prediction {
  file: string;
  /** What it is labelled as; null where nobody knows it. Default: nobody was asked. */
  truth?: string | null;
  /** Codes of what makes the emotion doubtful. */
  warnings: WarningCode[];
}

/** What makes an emotion doubtful. */
export type WarningCode =
  /** No speech was heard, and no emotion is named. */
  | 'no-speech'
  /** It is not like what the model was trained on. */
  | 'unfamiliar'
  /** It is silent in the excerpt that the model takes of it. */
  | 'silent'
  /** It is longer than an utterance. */
  | 'long';

/** A window of a file. */
export interface WindowPrediction extends Prediction {
  /** Seconds. */
  start: number;
  end: number;
}

/** The emotions in a file, window by window. */
export interface FileWindows {
  file: string;
  windows: WindowPrediction[];
  /** What ended the file before its time; null where it was read to its end. */
  problem: FileProblem | null;
}

/** Why a file was not read to its end. */
export type FileProblem = Pick<Problem, 'code' | 'message'>;

/** What a recogniser's answer says, sorted as it is, in the words of the command line. */
export function predictionOf(
  labels: readonly string[],
  {
    scores,
    speech,
    familiar,
  }: { scores: readonly LabelScore[]; speech: boolean; familiar: boolean | null },
): Prediction {
  const byLabel = new Map(scores.map(({ label, score }) => [label, score]));
  const own = labels.filter((label) => byLabel.has(label));
  return {
    emotion: scores.length > 0 ? scores[0].label : null,
    scores: Object.fromEntries(own.map((label) => [label, byLabel.get(label) ?? 0])),
    speech,
    familiar,
  };
}
