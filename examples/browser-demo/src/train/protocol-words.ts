import type { ProtocolName } from '@ser/eval';

/** What a protocol means for somebody who has not met it. */
export const PROTOCOL_WORDS: Readonly<Record<ProtocolName, { title: string; words: string }>> = {
  holdout: {
    title: 'New speakers, once',
    words:
      'Some speakers are kept aside. The model never hears them before the test, as it has never ' +
      'heard you. This is the honest figure for new people.',
  },
  speaker: {
    title: 'New speakers, in folds',
    words:
      'The speakers are dealt into folds, and the fold that you choose is tested by a model that ' +
      'was trained on the others. As honest as one hold-out; all folds together test everybody.',
  },
  loso: {
    title: 'One new speaker',
    words: 'A fold for each speaker, who is tested by a model that was trained on all others.',
  },
  'speaker-adapted': {
    title: 'New speakers, after hearing them without labels',
    words:
      'Speakers are new, but the model may listen to other clips of theirs first, without being ' +
      'told the emotions. Of use for a page that calibrates to a voice; the saved model does not ' +
      'adapt by itself.',
  },
  clip: {
    title: 'New clips of known speakers',
    words:
      'Clips are dealt into folds, so that the tested voices have trained too. No clip is on both ' +
      'sides, but figures are higher than for new people. It needs no names of speakers.',
  },
  reference: {
    title: 'The reference project’s split',
    words:
      'Rows are drawn at random after copies with noise and other pitch were made, so that a copy ' +
      'of a tested clip may have trained. Figures are too good; only for comparison with others ' +
      'that were made this way.',
  },
  selection: {
    title: 'New speakers among those on whom recipes are chosen',
    words:
      'Folds of speakers for trying recipes out, so that those of the hold-out stay untouched. ' +
      'Choose here, and test the choice once with the hold-out.',
  },
};

/** The order in which they are offered: what most people want first, what misleads last. */
export const PROTOCOL_ORDER: readonly ProtocolName[] = [
  'holdout',
  'speaker',
  'loso',
  'speaker-adapted',
  'selection',
  'clip',
  'reference',
];
