import type { Labels } from '../clip.ts';
import { CorpusError } from '../corpus-error.ts';

/** What the tests' data set says about a clip. */
export interface NumberedInfo extends Labels {
  id: string;
}

/**
 * Describes the data set that the tests write: `CONDITION-LABEL-SPEAKER.wav`, two digits each, in
 * any folder. The id is the file's name.
 */
export function describeNumbered(path: string): NumberedInfo {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [, condition, label, speaker] = /^(\d\d)-(\d\d)-(\d\d)\.wav$/i.exec(name) ?? [];
  if (speaker === undefined) {
    throw new CorpusError('bad-filename', `describeNumbered: ${name} must be like 01-02-03.wav`);
  }
  return { id: name.slice(0, -'.wav'.length), condition, label, speaker };
}
