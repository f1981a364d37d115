import { EvaluationError } from '../evaluation-error.ts';
import { recordingOf } from '../splits/recording-of.ts';
import type { Row } from '../splits/row.ts';
import type { Split } from '../splits/split.ts';
import { groupIndices } from './group-indices.ts';
import { naturalOrder } from './natural-order.ts';
import type { Random } from './random.ts';
import { shuffled } from './shuffled.ts';

/**
 * Draws `count` clips of each tested voice to adapt to it. They are not tested, nor is any clip
 * that holds the recording of one of them. The draw depends on the names of voices and clips, not
 * on the order of the rows.
 *
 * @param test Originals.
 * @returns Indices ascend.
 * @throws {EvaluationError} `too-few` when no clip of a voice would be left to test.
 */
export function drawAdaptation(
  caller: string,
  rows: readonly Row[],
  test: readonly number[],
  count: number,
  random: Random,
): Required<Pick<Split, 'test' | 'adaptation'>> {
  const voices = groupIndices(test.map((i) => rows[i].speaker));
  const drawn = [...voices.keys()].sort(naturalOrder).flatMap((speaker) => {
    const own = (voices.get(speaker) ?? []).map((i) => test[i]);
    const byName = own.sort((a, b) => naturalOrder(rows[a].clip, rows[b].clip));
    return shuffled(byName, random).slice(0, count);
  });
  const heard = new Set(drawn.map((i) => recordingOf(rows[i])));
  const tested = test.filter((i) => !heard.has(recordingOf(rows[i])));
  const left = new Set(tested.map((i) => rows[i].speaker));
  for (const [speaker, own] of voices) {
    if (left.has(speaker)) continue;
    throw new EvaluationError(
      'too-few',
      `${caller}: each tested speaker must have clips beside the ${count} of \`adaptation\`, ` +
        `got ${own.length} of ${speaker}`,
    );
  }
  return { test: tested, adaptation: drawn.sort((a, b) => a - b) };
}
