import type { OptionNames } from '@ser/internal';
import type { Labels } from '../clip.ts';
import { CorpusError } from '../corpus-error.ts';
import { checkOptions } from '../util/check-options.ts';

/** The options of `labelsFromFolders`. */
export interface LabelsFromFoldersOptions {
  /**
   * Which folder is named after the speaker. `parent` is the folder that holds the label's folder,
   * as in `SPEAKER/LABEL/file.wav`; with `none` the speaker is ''. Default 'none'.
   */
  speaker?: 'parent' | 'none';
}

const LABELS_FROM_FOLDERS_OPTIONS: OptionNames<LabelsFromFoldersOptions> = { speaker: true };

/**
 * Labels from the names of folders: a clip's label is the folder that its file is in. Names are
 * composed (NFC): file systems write one name in two ways, and both are one label.
 *
 * @returns The `describe` of a source. It throws `no-label` for a file that is not in such folders.
 * @throws {CorpusError} `bad-argument` for another `speaker`.
 *
 * @example
 * labelsFromFolders()('happy/7.wav'); // { label: 'happy', speaker: '' }
 * const describe = labelsFromFolders({ speaker: 'parent' });
 * describe('ann/happy/7.wav'); // { label: 'happy', speaker: 'ann' }
 */
export function labelsFromFolders(
  options: LabelsFromFoldersOptions = {},
): (path: string) => Labels {
  checkOptions('labelsFromFolders', options, LABELS_FROM_FOLDERS_OPTIONS);
  const { speaker = 'none' } = options;
  if (speaker !== 'parent' && speaker !== 'none') {
    const got = JSON.stringify(speaker);
    const message = `labelsFromFolders: \`speaker\` must be parent or none, got ${got}`;
    throw new CorpusError('bad-argument', message);
  }
  const layout = speaker === 'parent' ? 'SPEAKER/LABEL/' : 'LABEL/';
  return (path) => {
    const [label, parent] = path.normalize('NFC').split('/').slice(0, -1).reverse();
    if (label === undefined || (speaker === 'parent' && parent === undefined)) {
      const message = `labelsFromFolders: a file must lie in ${layout}, got ${path}`;
      throw new CorpusError('no-label', message, { file: path });
    }
    return { label, speaker: speaker === 'parent' ? parent : '' };
  };
}
