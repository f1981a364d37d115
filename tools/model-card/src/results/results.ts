import type { Choices } from '../publish/choose.ts';
import type { Heard } from '../voices/hear.ts';

/** A figure, and bounds that hold with 95 % over actors; null where there is one actor alone. */
export interface Bounded {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** How well clips were recognised. */
export interface Measured {
  readonly n: number;
  readonly uar: Bounded;
  readonly accuracy: Bounded;
}

/** The same of a part of the clips. */
export interface GroupFigures extends Measured {
  readonly group: string;
}

/** How well one emotion was recognised. */
export interface EmotionFigures {
  readonly emotion: string;
  readonly n: number;
  readonly recall: Bounded;
  readonly precision: number;
}

/** Clips by their highest score. */
interface ScoreBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** The mean of the highest scores. */
  readonly score: number;
  /** The share that is right. */
  readonly accuracy: number;
}

/** Whether scores are as often right as they say. */
export interface CalibrationFigures {
  readonly calibrationError: number;
  /** In nats. */
  readonly logLoss: number;
  readonly brierScore: number;
  readonly bins: readonly ScoreBin[];
}

/** How often the model is right where its highest score is at least as high. */
export interface Coverage {
  readonly score: number;
  /** Of all clips. */
  readonly share: number;
  readonly accuracy: number;
}

/** Everything about one set of tested clips. */
export interface Report extends Measured {
  readonly speakers: number;
  readonly emotions: readonly EmotionFigures[];
  readonly groups: Readonly<
    Record<'sex' | 'actor' | 'intensity' | 'statement', readonly GroupFigures[]>
  >;
  /** Rows: true label; columns: predicted label. */
  readonly confusion: readonly (readonly number[])[];
  readonly calibration: CalibrationFigures;
  readonly coverage: readonly Coverage[];
}

/** Voices of whom some clips were heard. */
export interface AdaptedFigures extends Measured {
  readonly heard: Heard;
  /** Of the draws. */
  readonly deviation: number;
  readonly calibrationError: number;
}

/** The clips of the hold-out under one condition. */
export interface ConditionFigures extends Measured {
  readonly name: string;
  readonly title: string;
  /** How much UAR it costs against the clean clips; below 0 where it gains. */
  readonly cost: Bounded;
  /** The share that the gate takes for no speech. The figures above take them for speech. */
  readonly refused: number;
  /** The share that is called unfamiliar. */
  readonly unfamiliar: number;
}

/** Windows of clips. */
export interface WindowFigures {
  readonly length: number;
  readonly hop: number;
  /** Of all windows with speech. */
  readonly windows: Measured;
  /** Of clips by the mean of their windows' scores. */
  readonly clips: Measured;
  /** The share of windows without speech. */
  readonly refused: number;
}

/** How the gate and the threshold take sounds that hold no voice, or one of another kind. */
export interface SoundFigures {
  /** As the card's table has it. */
  readonly title: string;
  /** How many sounds. */
  readonly n: number;
  /** The share that the gate takes for speech. */
  readonly heard: number;
  /** The share of all that is heard and called familiar. */
  readonly familiar: number;
}

/** `results.json`: everything that the card says. */
export interface Results {
  readonly version: 1;
  readonly labels: readonly string[];
  readonly weightsSha256: string;
  readonly adaptedSha256: string;
  /** Of the fit of the published weights, on two cores. */
  readonly fitSeconds: number;
  /** Of recognising a second of sound. */
  readonly millisecondsPerSecond: number;
  readonly choices: Choices;
  /** Of the actors 21 to 24. */
  readonly holdout: Report;
  /** Of the same, each clip after all others of its voice, or after five. */
  readonly holdoutAdapted: readonly AdaptedFigures[];
  readonly holdoutAdaptedCalibration: CalibrationFigures;
  /** Of the literature's five folds of all actors. */
  readonly speaker: Report;
  readonly speakerAdapted: readonly AdaptedFigures[];
  /** Of the folds after all other clips of a voice, by sex. */
  readonly speakerAdaptedSex: readonly GroupFigures[];
  readonly conditions: readonly ConditionFigures[];
  readonly windows: WindowFigures;
  /** Other sounds, where they were measured. */
  readonly sounds: readonly SoundFigures[];
}
