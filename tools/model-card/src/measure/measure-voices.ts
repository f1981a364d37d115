import { type Plan, splitFolds, type Table } from '@ser/experiment';
import { Classifier, nestedStore } from '@ser/model';
import { folderStore } from '@ser/model/node';
import type { Recognizer } from '@ser/recognizer';
import { CHOSEN_HEARD } from '../publish/choose.ts';
import type { AdaptedFigures, CalibrationFigures, GroupFigures } from '../results/results.ts';
import { PLANS } from '../train/plans.ts';
import { trainFolds } from '../train/train-folds.ts';
import { atTemperature } from '../util/at-temperature.ts';
import { MODEL_FOLDER } from '../util/paths.ts';
import { note } from '../util/progress.ts';
import { type Heard, hear } from '../voices/hear.ts';
import { type AdaptedFolds, type TestedClip, testVoices } from '../voices/test-voices.ts';
import { adaptedFigures } from './adapted-figures.ts';
import { scoresOf } from './answer-of.ts';
import { checkEqual } from './check-equal.ts';
import type { HoldoutClip } from './holdout-clips.ts';
import { calibrationOf, groupsOf } from './report-of.ts';

/** How many clips of a voice are heard. */
const HEARD: readonly Heard[] = [1, 3, 5, 10, 'all'];

/** What hearing some clips of a voice gains. */
export interface VoiceFigures {
  readonly figures: readonly AdaptedFigures[];
  /** After all other clips of a voice. */
  readonly sex: readonly GroupFigures[];
  /** After as many clips as the temperature was chosen for. */
  readonly calibration: CalibrationFigures;
}

/** The literature's five folds of all actors. */
export async function measureFolds(table: Table, temperature: number): Promise<VoiceFigures> {
  const plan = PLANS.adaptedFolds();
  const trained = await trainFolds(plan, table, 'speaker-adapted');
  try {
    const all = await testVoices(plan, table, trained, 'all');
    checkEqual('the folds and their saved models', all, trained.predictions);
    return await measureVoices(plan, table, trained, temperature);
  } finally {
    trained.dispose();
  }
}

/** The hold-out, by the model that is published and by the recogniser that reads it. */
export async function measureHoldout(
  table: Table,
  clips: readonly HoldoutClip[],
  recognizer: Recognizer,
  temperature: number,
): Promise<VoiceFigures> {
  const plan = PLANS.adapted();
  const classifier = await Classifier.load(nestedStore(folderStore(MODEL_FOLDER), 'adapted'));
  const folds = { splits: splitFolds(table.rows, plan), classifiers: [classifier] };
  try {
    const five = await testVoices(plan, table, folds, CHOSEN_HEARD);
    const first = five.filter(({ seed }) => seed === 0);
    checkEqual(
      'the recogniser, calibrated to a voice, and its model',
      await askCalibrated(table, plan, clips, recognizer),
      first.map((clip) => ({ ...clip, scores: atTemperature(clip.scores, temperature) })),
    );
    return await measureVoices(plan, table, folds, temperature);
  } finally {
    classifier.dispose();
  }
}

async function measureVoices(
  plan: Plan,
  table: Table,
  folds: AdaptedFolds,
  temperature: number,
): Promise<VoiceFigures> {
  const { labels } = table;
  const tested = new Map<Heard, TestedClip[]>();
  for (const heard of HEARD) tested.set(heard, await testVoices(plan, table, folds, heard));
  const figures = [...tested].map(([heard, own]) =>
    adaptedFigures(labels, heard, own, temperature),
  );
  for (const { heard, uar } of figures) note(`${heard} clips heard: UAR ${uar.value}`);
  const chosen = tested.get(CHOSEN_HEARD) as TestedClip[];
  return {
    figures,
    sex: groupsOf(tested.get('all') as TestedClip[], ({ gender }) => gender),
    calibration: calibrationOf(
      labels,
      chosen.map((clip) => ({ ...clip, scores: atTemperature(clip.scores, temperature) })),
    ),
  };
}

/** What the recogniser says of the tested clips after it was calibrated to those that were drawn. */
async function askCalibrated(
  table: Table,
  plan: Plan,
  clips: readonly HoldoutClip[],
  recognizer: Recognizer,
): Promise<{ clip: string; scores: number[] }[]> {
  const [{ test, adaptation = [] }] = hear(table, plan, CHOSEN_HEARD, 0);
  const clipsOf = (rows: readonly number[], speaker: string): HoldoutClip[] => {
    const own = new Set(rows.map((row) => table.rows[row].clip));
    return clips.filter((clip) => clip.speaker === speaker && own.has(clip.clip));
  };
  const said: { clip: string; scores: number[] }[] = [];
  for (const speaker of new Set(clips.map((clip) => clip.speaker))) {
    const heard = await Promise.all(clipsOf(adaptation, speaker).map((clip) => clip.audio()));
    using calibrated = await recognizer.calibrate(heard, { speech: false });
    for (const { clip, audio } of clipsOf(test, speaker)) {
      const found = await calibrated.recognize(await audio(), { speech: false });
      said.push({ clip, scores: scoresOf(table.labels, found) });
    }
  }
  return said;
}
