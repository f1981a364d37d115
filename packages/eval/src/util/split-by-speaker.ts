import { EvaluationError } from '../evaluation-error.ts';
import type { Row, Split } from '../splits/row.ts';
import { drawInTurn } from './draw-in-turn.ts';
import { groupByClip } from './group-by-clip.ts';
import { hasCondition } from './has-condition.ts';
import type { Random } from './random.ts';

/** What `speakerSplits` and `holdoutSplit` have in common. */
export interface SpeakerSplitOptions {
  seed: number;
  /** Conditions that train. Default: all. */
  conditions?: readonly string[];
  /** Conditions that validate and test. Default: `conditions`. */
  testConditions?: readonly string[];
  /** How many speakers of the training side validate; 0 for none. Default 3. */
  validationSpeakers?: number;
  /**
   * Groups from which the validation speakers are drawn in turn, such as men and women. Speakers
   * of no group never validate. Default: all speakers in one group.
   */
  speakerGroups?: readonly (readonly string[])[];
}

/** Splits rows by speaker; indices ascend. */
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
  if (!Number.isInteger(validationSpeakers) || validationSpeakers < 0) {
    throw new EvaluationError(
      'bad-argument',
      `${caller}: \`validationSpeakers\` must be an integer of 0 or more, got ${validationSpeakers}`,
    );
  }
  const trains = (row: Row): boolean => hasCondition(row, conditions);
  const tests = (row: Row): boolean => hasCondition(row, testConditions);
  const clips = groupByClip(caller, rows, (row) => trains(row) || tests(row));
  checkSpeakers(caller, rows, clips);
  const originals = clips
    .map(({ original }) => original)
    .filter((i) => tests(rows[i]))
    .sort((a, b) => a - b);
  const speakers = [...new Set(rows.map(({ speaker }) => speaker))].sort();
  const others = speakers.filter((speaker) => !testSpeakers.includes(speaker));
  const withOriginals = new Set(originals.map((i) => rows[i].speaker));
  const eligible = others.filter((speaker) => withOriginals.has(speaker));
  const drawn = drawInTurn(eligible, speakerGroups ?? [eligible], random);
  const chosen = new Set(drawn.slice(0, validationSpeakers));
  const training = new Set(others.filter((speaker) => !chosen.has(speaker)));
  const split: Split = {
    train: [...rows.keys()].filter((i) => trains(rows[i]) && training.has(rows[i].speaker)),
    validation: originals.filter((i) => chosen.has(rows[i].speaker)),
    test: originals.filter((i) => testSpeakers.includes(rows[i].speaker)),
  };
  if (split.test.length === 0 || split.train.length === 0 || chosen.size < validationSpeakers) {
    throw new EvaluationError(
      'too-few',
      `${caller}: \`rows\` must hold a speaker of ${testSpeakers.join(', ')} to test, ` +
        `${validationSpeakers} others to validate and another to train, ` +
        `got the speakers ${speakers.join(', ') || 'none'}` +
        (testConditions ? ` in ${testConditions.join(' and ')}` : ''),
    );
  }
  return split;
}

/** Checks that every clip has a speaker: without one nobody knows on which side it belongs. */
function checkSpeakers(
  caller: string,
  rows: readonly Row[],
  clips: readonly { clip: string; original: number }[],
): void {
  const unknown = clips.find(({ original }) => rows[original].speaker === '');
  if (unknown) {
    throw new EvaluationError(
      'bad-argument',
      `${caller}: \`rows\` must name the speaker of every clip, got "" for ${unknown.clip}`,
    );
  }
}
