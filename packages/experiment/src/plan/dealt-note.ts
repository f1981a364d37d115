import type { Plan } from './plan.ts';

/** The protocols that test the speakers of lists. */
const BY_LISTS: readonly Plan['protocol'][] = ['speaker', 'speaker-adapted', 'holdout'];

/**
 * What a reader must know of a plan whose lists of speakers are no literature's, in sentences: that
 * they were dealt, so that the figures compare with none that others have published.
 */
export function dealtNote({ protocol, speakers }: Pick<Plan, 'protocol' | 'speakers'>): string[] {
  if (!speakers?.dealt || !BY_LISTS.includes(protocol)) return [];
  const into =
    protocol === 'holdout'
      ? `the first of ${speakers.folds.length} parts is tested`
      : `into ${speakers.folds.length} folds`;
  return [
    `The sorted speakers were dealt in turn, ${into}: these are no literature's lists, so ` +
      'the figures compare with none that were published.',
  ];
}
