import { EvaluationError } from '../evaluation-error.ts';
import type { SpeakerLists } from '../protocols/protocol.ts';
import { checkList } from './check-list.ts';
import { checkObject } from './check-objects.ts';

/**
 * The lists of speakers that a protocol needs.
 *
 * @throws {EvaluationError} `bad-argument` when there are none.
 */
export function checkSpeakerLists(
  caller: string,
  name: string,
  speakers?: SpeakerLists,
): SpeakerLists {
  if (speakers) {
    checkObject(caller, name, speakers);
    checkList(caller, `${name}.folds`, speakers.folds);
    checkList(caller, `${name}.holdout`, speakers.holdout);
    return speakers;
  }
  throw new EvaluationError(
    'bad-argument',
    `${caller}: \`${name}\` must name the speakers that are tested, got none`,
  );
}
