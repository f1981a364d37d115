import { EvaluationError } from '../evaluation-error.ts';
import type { Row } from '../splits/row.ts';
import type { SpeakerSplitOptions } from '../splits/speaker-split-options.ts';
import type { Split } from '../splits/split.ts';
import { checkInteger } from './check-integer.ts';
import { drawInTurn } from './draw-in-turn.ts';
import { groupByClip } from './group-by-clip.ts';
import { hasCondition } from './has-condition.ts';
import type { Random } from './random.ts';

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
    const validating = validationSpeakers > 0 ? `, ${validationSpeakers} others to validate` : '';
    throw new EvaluationError(
      'too-few',
      `${caller}: \`rows\` must hold a speaker of ${testSpeakers.join(', ')} to test${validating} ` +
        'and another to train, ' +
        `got the speakers ${speakers.join(', ') || 'none'}` +
        (testConditions ? ` in ${testConditions.join(' and ')}` : ''),
    );
  }
  return split;
}

/** Checks that every clip has a speaker, which decides its side. */
function checkSpeakers(
  caller: string,
  name: string,
  rows: readonly Row[],
  clips: readonly { clip: string; original: number }[],
): void {
  const unknown = clips.find(({ original }) => rows[original].speaker === '');
  if (unknown) {
    throw new EvaluationError(
      'bad-argument',
      `${caller}: \`${name}\` must name the speaker of every clip, got "" for ${unknown.clip}`,
    );
  }
}
