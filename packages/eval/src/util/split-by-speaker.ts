import { EvaluationError } from '../evaluation-error.ts';
import { recordingOf } from '../splits/recording-of.ts';
import type { Row } from '../splits/row.ts';
import type { SpeakerSplitOptions } from '../splits/speaker-split-options.ts';
import type { Split } from '../splits/split.ts';
import { checkInteger } from './check-integer.ts';
import { checkList } from './check-list.ts';
import { checkStrings } from './check-strings.ts';
import { drawInTurn } from './draw-in-turn.ts';
import { type ClipRows, groupByClip } from './group-by-clip.ts';
import { hasCondition } from './has-condition.ts';
import { listed } from './listed.ts';
import type { Random } from './random.ts';

/**
 * Splits rows by speaker; indices ascend. A recording that two speakers have stands on one side: it
 * is tested rather than it validates, and validates rather than it trains.
 */
export function splitBySpeaker(
  caller: string,
  rows: readonly Row[],
  testSpeakers: readonly string[],
  random: Random,
  {
    conditions,
    testConditions = conditions,
    validationSpeakers = 3,
    speakerGroups,
  }: Omit<SpeakerSplitOptions, 'seed'>,
): Split {
  if (conditions !== undefined) checkStrings(caller, 'conditions', conditions);
  if (testConditions !== undefined) checkStrings(caller, 'testConditions', testConditions);
  checkStrings(caller, 'testSpeakers', testSpeakers);
  if (speakerGroups !== undefined) {
    checkList(caller, 'speakerGroups', speakerGroups);
    for (const group of speakerGroups) checkStrings(caller, 'speakerGroups', group);
  }
  checkInteger(caller, 'validationSpeakers', validationSpeakers, 0);
  const trains = (row: Row): boolean => hasCondition(row, conditions);
  const tests = (row: Row): boolean => hasCondition(row, testConditions);
  const clips = groupByClip(caller, rows, (row) => trains(row) || tests(row));
  checkSpeakers(caller, 'rows', rows, clips);
  const originals = clips
    .map(({ original }) => original)
    .filter((i) => tests(rows[i]))
    .sort((a, b) => a - b);
  const speakers = [...new Set(rows.map(({ speaker }) => speaker))].sort();
  const others = speakers.filter((speaker) => !testSpeakers.includes(speaker));
  // A twin of a tested speaker's recording, under another name, is not heard before the test.
  const tested = recordingsOf(rows, clips, new Set(testSpeakers));
  const untested = originals.filter((i) => !tested.has(recordingOf(rows[i])));
  const withOriginals = new Set(untested.map((i) => rows[i].speaker));
  const eligible = others.filter((speaker) => withOriginals.has(speaker));
  const drawn = drawInTurn(eligible, speakerGroups ?? [eligible], random);
  const chosen = new Set(drawn.slice(0, validationSpeakers));
  const training = new Set(others.filter((speaker) => !chosen.has(speaker)));
  const validated = recordingsOf(rows, clips, chosen);
  const isTrained = (row: Row): boolean =>
    trains(row) &&
    training.has(row.speaker) &&
    !tested.has(recordingOf(row)) &&
    !validated.has(recordingOf(row));
  const split: Split = {
    train: [...rows.keys()].filter((i) => isTrained(rows[i])),
    validation: untested.filter((i) => chosen.has(rows[i].speaker)),
    test: originals.filter((i) => testSpeakers.includes(rows[i].speaker)),
  };
  if (split.test.length === 0 || split.train.length === 0 || chosen.size < validationSpeakers) {
    const validating = validationSpeakers > 0 ? `, ${validationSpeakers} others to validate` : '';
    throw new EvaluationError(
      'too-few',
      `${caller}: \`rows\` must hold a speaker of ${listed(testSpeakers)} to test${validating} ` +
        'and another to train, none with a recording of the others, ' +
        `got the speakers ${listed(speakers)}` +
        (testConditions ? ` in ${testConditions.join(' and ')}` : ''),
    );
  }
  return split;
}

/** What the clips of `speakers` hold, in each condition that takes part. */
function recordingsOf(
  rows: readonly Row[],
  clips: readonly ClipRows[],
  speakers: ReadonlySet<string>,
): Set<string> {
  const own = clips
    .map(({ original }) => rows[original])
    .filter((row) => speakers.has(row.speaker));
  return new Set(own.map(recordingOf));
}

/** Checks that every clip has a speaker, which decides its side. */
function checkSpeakers(
  caller: string,
  name: string,
  rows: readonly Row[],
  clips: readonly ClipRows[],
): void {
  const unknown = clips.find(({ original }) => rows[original].speaker === '');
  if (unknown) {
    throw new EvaluationError(
      'bad-argument',
      `${caller}: \`${name}\` must name the speaker of every clip, got "" for ${unknown.clip}`,
    );
  }
}
