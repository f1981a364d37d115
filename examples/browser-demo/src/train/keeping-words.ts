import type { Keeping } from './work/kept-files.ts';

const WORDS: Record<Keeping, string> = {
  device: '',
  refused:
    'This browser keeps nothing for this page; private windows do so. You can train all the same: ' +
    'the run is in this tab alone, and gone when it is closed or reloaded. Download the classifier ' +
    'before that.',
  full:
    'This device has no room left for what this page keeps. Nothing is lost, and training goes on: ' +
    'the rest is in this tab alone, and gone when it is closed or reloaded. Download the classifier ' +
    'before that. What was kept until then stays. Room comes from deleting the run that is kept ' +
    'here, or other files of this device.',
};

/** Where a run is kept, where it is not on the device. */
export const keepingWords = (keeping: Keeping): string => WORDS[keeping];
