import type { Recognizer } from '@ser/recognizer';
import type { ConditionFigures } from '../results/results.ts';
import type { Condition } from '../sounds/conditions.ts';
import { randomOf } from '../sounds/random-of.ts';
import { to16Bits } from '../sounds/to-16-bits.ts';
import { note } from '../util/progress.ts';
import { rounded } from '../util/rounded.ts';
import { type Answer, answerOf } from './answer-of.ts';
import type { HoldoutClip } from './holdout-clips.ts';
import { bounded, measured, type Tested, uarOf } from './measured.ts';

/** A clip and what was said of it under a condition. */
export type Answered = Tested & Answer;

/** What the recogniser says of the clips under each condition, as WAV files of 16 bits have them. */
export async function answersUnder(
  { name, change }: Condition,
  clips: readonly HoldoutClip[],
  recognizer: Recognizer,
): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const { clip, speaker, truth, audio } of clips) {
    const changed = to16Bits(change(await audio(), randomOf(`${clip}.wav`)));
    answers.push({ clip, speaker, truth, ...(await answerOf(recognizer, changed)) });
  }
  note(`${name}: UAR ${uarOf(answers).toFixed(3)}`);
  return answers;
}

/** The figures of a condition beside those of the clean clips. */
export function conditionFigures(
  { name, title }: Pick<Condition, 'name' | 'title'>,
  answers: readonly Answered[],
  clean: readonly Answered[],
): ConditionFigures {
  const share = (is: (answer: Answered) => boolean): number =>
    rounded(answers.filter(is).length / answers.length);
  const pairs = answers.map((answer, i) => ({ speaker: answer.speaker, answer, clean: clean[i] }));
  return {
    name,
    title,
    ...measured(answers),
    cost: bounded(
      pairs,
      (own) => uarOf(own.map((pair) => pair.clean)) - uarOf(own.map((pair) => pair.answer)),
    ),
    refused: share(({ refused }) => refused),
    unfamiliar: share(({ familiar }) => familiar === false),
  };
}
