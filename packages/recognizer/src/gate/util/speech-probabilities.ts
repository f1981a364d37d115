import type { Audio } from '../../audio/audio.ts';
import { measureFrames } from './measure-frames.ts';
import { movingAverage } from './moving-average.ts';
import { noiseFloor } from './noise-floor.ts';

/** The periodicity at which a frame is as likely a voice as not, and how fast that changes. */
const VOICED_MIDDLE = 0.5;
const VOICED_SLOPE = 9;
/** The dB above the background at which a frame is as likely a sound of its own as not. */
const LOUD_MIDDLE = 3;
const LOUD_SLOPE = 1;

/** How many frames before and after are averaged; a click is shorter, a vowel is not. */
const LEVEL_REACH = 1;
const PERIODICITY_REACH = 2;

/** The probability of speech in each frame, in [0, 1], and how long a frame is. */
export interface SpeechProbabilities {
  readonly probabilities: Float64Array;
  readonly frameSeconds: number;
}

/**
 * A frame is speech as far as it is periodic, as vowels are, and louder than the background, as a
 * hum is not: the product of two logistic functions.
 */
export function speechProbabilities(audio: Audio): SpeechProbabilities {
  const { level, periodicity, frameSeconds } = measureFrames(audio);
  const smoothLevel = movingAverage(level, LEVEL_REACH);
  const smoothPeriodicity = movingAverage(periodicity, PERIODICITY_REACH);
  const floor = noiseFloor(smoothLevel);
  const probabilities = smoothPeriodicity.map(
    (value, f) =>
      logistic(VOICED_SLOPE * (value - VOICED_MIDDLE)) *
      logistic(LOUD_SLOPE * (smoothLevel[f] - floor[f] - LOUD_MIDDLE)),
  );
  return { probabilities, frameSeconds };
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
