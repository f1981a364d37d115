import {
  brierScore,
  calibrationCurve,
  confusionMatrix,
  expectedCalibrationError,
  logLoss,
} from '@ser/eval';
import { parseFilename } from '@ser/ravdess';
import type {
  CalibrationFigures,
  Coverage,
  EmotionFigures,
  GroupFigures,
  Report,
} from '../results/results.ts';
import { rounded } from '../util/rounded.ts';
import { bounded, measured, type Tested } from './measured.ts';

/** Bins of a table of scores; the calibration error has its own 15. */
const BINS = 10;

/** From where on a highest score is looked at. */
const SURE = [0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** Everything about tested clips of RAVDESS. */
export function reportOf(labels: readonly string[], tested: readonly Tested[]): Report {
  return {
    ...measured(tested),
    speakers: new Set(tested.map(({ speaker }) => speaker)).size,
    emotions: labels.map((emotion) => emotionFigures(emotion, tested)),
    groups: {
      sex: groupsOf(tested, ({ gender }) => gender),
      actor: groupsOf(tested, ({ actor }) => String(actor)),
      intensity: groupsOf(tested, ({ intensity }) => intensity),
      statement: groupsOf(tested, ({ statement }) => String(statement)),
    },
    confusion: confusionMatrix(
      tested.map(({ truth }) => truth),
      tested.map(({ predicted }) => predicted),
      { labels },
    ),
    calibration: calibrationOf(labels, tested),
    coverage: coverageOf(tested),
  };
}

function emotionFigures(emotion: string, tested: readonly Tested[]): EmotionFigures {
  const right = ({ truth, predicted }: Tested): boolean => truth === predicted;
  const share = (own: readonly Tested[]): number => own.filter(right).length / own.length;
  const own = tested.filter(({ truth }) => truth === emotion);
  const named = tested.filter(({ predicted }) => predicted === emotion);
  return {
    emotion,
    n: own.length,
    recall: bounded(own, share),
    precision: named.length === 0 ? 0 : rounded(share(named)),
  };
}

/** The figures of groups of clips, by what their file names say. */
export function groupsOf(
  tested: readonly Tested[],
  keyOf: (info: ReturnType<typeof parseFilename>) => string,
): GroupFigures[] {
  const groups = new Map<string, Tested[]>();
  for (const each of tested) {
    const key = keyOf(parseFilename(`${each.clip}.wav`));
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const order = new Intl.Collator('en', { numeric: true });
  return [...groups]
    .sort(([a], [b]) => order.compare(a, b))
    .map(([group, own]) => ({ group, ...measured(own) }));
}

/** Whether scores are as often right as they say. */
export function calibrationOf(
  labels: readonly string[],
  tested: readonly Tested[],
): CalibrationFigures {
  const truth = tested.map((each) => each.truth);
  const scores = tested.map((each) => each.scores);
  const bins = calibrationCurve(truth, scores, { labels, nBins: BINS });
  return {
    calibrationError: rounded(expectedCalibrationError(truth, scores, { labels })),
    logLoss: rounded(logLoss(truth, scores, { labels })),
    brierScore: rounded(brierScore(truth, scores, { labels })),
    bins: bins
      .filter(({ count }) => count > 0)
      .map(({ from, to, count, confidence, accuracy }) => ({
        from: rounded(from),
        to: rounded(to),
        count,
        score: rounded(confidence),
        accuracy: rounded(accuracy),
      })),
  };
}

function coverageOf(tested: readonly Tested[]): Coverage[] {
  return SURE.map((score) => {
    const own = tested.filter(({ scores }) => Math.max(...scores) >= score);
    const right = own.filter(({ truth, predicted }) => truth === predicted);
    return {
      score,
      share: rounded(own.length / tested.length),
      accuracy: own.length === 0 ? 0 : rounded(right.length / own.length),
    };
  });
}
