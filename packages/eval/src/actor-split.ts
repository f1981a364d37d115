import { EvaluationError } from './evaluation-error.ts';
import { type Random, shuffled } from './random.ts';
import { type Channel, groupByClip, type Row, type Split } from './row.ts';

/** What `speakerSplits` and `holdoutSplit` have in common. */
export interface ActorSplitOptions {
  seed: number;
  /** Channels that validate and test; speech alone unless given. */
  channels?: readonly Channel[];
  /** Channels that train; `channels` unless given. */
  trainChannels?: readonly Channel[];
  /** How many actors of the training side validate; 3 unless given, 0 for none. */
  validationActors?: number;
}

/** Splits rows by actor; indices ascend. */
export function actorSplit(
  caller: string,
  rows: readonly Row[],
  testActors: readonly number[],
  random: Random,
  {
    channels = ['speech'],
    trainChannels = channels,
    validationActors = 3,
  }: Omit<ActorSplitOptions, 'seed'>,
): Split {
  const clips = groupByClip(caller, rows, [...channels, ...trainChannels]);
  const originals = clips
    .map(({ original }) => original)
    .filter((i) => channels.includes(rows[i].channel))
    .sort((a, b) => a - b);
  const actors = [...new Set(rows.map(({ actor }) => actor))].sort((a, b) => a - b);
  const others = actors.filter((actor) => !testActors.includes(actor));
  if (!Number.isInteger(validationActors) || validationActors < 0) {
    throw new EvaluationError(
      'bad-argument',
      `${caller}: \`validationActors\` must be an integer of 0 or more, got ${validationActors}`,
    );
  }
  const eligible = others.filter((actor) => originals.some((i) => rows[i].actor === actor));
  const chosen = new Set(mixedActors(eligible, random).slice(0, validationActors));
  const split: Split = {
    train: [...rows.keys()].filter(
      (i) =>
        trainChannels.includes(rows[i].channel) &&
        others.includes(rows[i].actor) &&
        !chosen.has(rows[i].actor),
    ),
    validation: originals.filter((i) => chosen.has(rows[i].actor)),
    test: originals.filter((i) => testActors.includes(rows[i].actor)),
  };
  if (split.test.length === 0 || split.train.length === 0 || chosen.size < validationActors) {
    throw new EvaluationError(
      'too-few',
      `${caller}: \`rows\` must hold an actor of ${testActors.join(', ')} to test, ` +
        `${validationActors} others to validate and another to train, ` +
        `got the actors ${actors.join(', ') || 'none'} in ${channels.join(' and ')}`,
    );
  }
  return split;
}

/**
 * Actors in random order, men and women in turn as far as they last; in RAVDESS odd numbers are
 * men and even ones women.
 */
function mixedActors(actors: readonly number[], random: Random): number[] {
  const men = shuffled(actors, random).filter((actor) => actor % 2 === 1);
  const women = shuffled(actors, random).filter((actor) => actor % 2 === 0);
  const [first, second] = shuffled([men, women], random);
  const turns = Math.max(men.length, women.length);
  return Array.from({ length: turns }, (_, i) => [first[i], second[i]])
    .flat()
    .filter((actor) => actor !== undefined);
}
