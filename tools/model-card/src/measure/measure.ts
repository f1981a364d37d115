import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Prediction } from '@ser/eval';
import { run, runFolds, type Table } from '@ser/experiment';
import { memoryStore } from '@ser/model';
import { folderStore } from '@ser/model/node';
import { loadRecognizer, parseRecognizerConfig } from '@ser/recognizer';
import type { Choices } from '../publish/choose.ts';
import { checkWeights } from '../publish/train-published.ts';
import type { Results } from '../results/results.ts';
import { CONDITIONS } from '../sounds/conditions.ts';
import { PLANS } from '../train/plans.ts';
import { startBackend } from '../train/start-backend.ts';
import { atTemperature } from '../util/at-temperature.ts';
import { MODEL_FOLDER } from '../util/paths.ts';
import { note } from '../util/progress.ts';
import { readTable } from '../util/read-table.ts';
import { checkEqual } from './check-equal.ts';
import { holdoutClips } from './holdout-clips.ts';
import { type Answered, answersUnder, conditionFigures } from './measure-conditions.ts';
import { measureFolds, measureHoldout } from './measure-voices.ts';
import { measureWindows } from './measure-windows.ts';
import { measuredFolds } from './measured.ts';
import { mp3Conditions } from './mp3-conditions.ts';
import { readSounds } from './read-sounds.ts';
import { reportOf } from './report-of.ts';

/** What `measure` is given. */
export interface MeasureOptions {
  /** A folder of RAVDESS. */
  data: string;
  /** The table of its speech. */
  table: string;
  /** The hold-out's clips as they come out of MP3 files. */
  mp3: string;
  /** Figures of other sounds. Default: those of the results before. */
  sounds?: string;
}

/** Measures everything that the card says, and writes it to `results.json`. */
export async function measure({ data, table: path, mp3, sounds }: MeasureOptions): Promise<void> {
  const clips = await holdoutClips(data);
  const encoded = mp3Conditions(mp3, clips);
  // A folder that is not there is known before anything is trained.
  for (const condition of encoded) await condition.clips[0].audio();
  const soundFigures = await readSounds(sounds);
  note(`reading ${path}`);
  const table = await readTable('--table', path);
  await startBackend();
  const config = parseRecognizerConfig(await readJson('recognizer.json'));
  const temperature = config.adapted?.temperature ?? 1;

  const { predictions, fitSeconds } = await trainAgain(table);
  const scaled = (own: readonly Prediction[]) =>
    own.map((each) => ({ ...each, scores: atTemperature(each.scores, config.temperature) }));

  using recognizer = await loadRecognizer();
  const { labels } = recognizer;
  const answers = new Map<string, Answered[]>();
  let millisecondsPerSecond = 0;
  for (const condition of CONDITIONS) {
    const before = process.cpuUsage();
    answers.set(condition.name, await answersUnder(condition, clips, recognizer));
    if (condition.name === 'clean') {
      const { user, system } = process.cpuUsage(before);
      millisecondsPerSecond = Math.round((user + system) / 1000 / (await secondsOf(clips)));
    }
  }
  const clean = answers.get('clean') as Answered[];
  checkEqual('the recogniser and the run', clean, scaled(predictions));
  const [, ...changed] = CONDITIONS.map((condition) =>
    conditionFigures(condition, answers.get(condition.name) as Answered[], clean),
  );
  for (const condition of encoded) {
    const { name, title } = condition;
    const unchanged = { name, title, change: <T>(audio: T): T => audio };
    const own = await answersUnder(unchanged, condition.clips, recognizer);
    changed.push(conditionFigures(condition, own, clean));
  }
  const windows = await measureWindows(clips, recognizer);
  note(`windows: UAR ${windows.windows.uar.value}`);

  const holdout = await measureHoldout(table, clips, recognizer, temperature);
  const speaker = await runFolds(PLANS.speaker(), table, { store: memoryStore() });
  note(`speaker: UAR ${speaker.summary.mean.uar.toFixed(3)}`);
  const adapted = await measureFolds(table, temperature);

  const results: Results = {
    version: 1,
    labels,
    weightsSha256: await sha256Of('weights.bin'),
    adaptedSha256: await sha256Of('adapted/weights.bin'),
    fitSeconds,
    millisecondsPerSecond,
    choices: (await readJson('choices.json')) as Choices,
    holdout: reportOf(labels, clean),
    holdoutAdapted: holdout.figures,
    holdoutAdaptedCalibration: holdout.calibration,
    speaker: {
      ...reportOf(labels, scaled(speaker.predictions)),
      ...measuredFolds(speaker.predictions),
    },
    speakerAdapted: adapted.figures,
    speakerAdaptedSex: adapted.sex,
    conditions: [conditionFigures(CONDITIONS[0], clean, clean), ...changed],
    windows,
    sounds: soundFigures,
  };
  const text = `${JSON.stringify(results, null, 2)}\n`;
  await folderStore(MODEL_FOLDER).write('results.json', new TextEncoder().encode(text));
  note(`wrote ${join(MODEL_FOLDER, 'results.json')}`);
}

/** Trains the published weights once more: they are the same, and this is what they cost. */
async function trainAgain(
  table: Table,
): Promise<{ predictions: readonly Prediction[]; fitSeconds: number }> {
  const before = process.cpuUsage();
  const { predictions, summary } = await run(PLANS.plain(), table, { store: memoryStore() });
  const { user, system } = process.cpuUsage(before);
  checkWeights('measure', summary.weightsSha256);
  note(`hold-out: UAR ${summary.test.uar.toFixed(3)}`);
  return { predictions, fitSeconds: Math.round((user + system) / 1e6) };
}

async function secondsOf(
  clips: readonly { audio(): Promise<{ samples: ArrayLike<number>; sampleRate: number }> }[],
): Promise<number> {
  let seconds = 0;
  for (const { audio } of clips) {
    const { samples, sampleRate } = await audio();
    seconds += samples.length / sampleRate;
  }
  return seconds;
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(join(MODEL_FOLDER, file), 'utf8'));
}

async function sha256Of(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(join(MODEL_FOLDER, file)))
    .digest('hex');
}
