import type { Plan } from './plan.ts';

/** The protocols that test the speakers of lists. */
const BY_LISTS: readonly Plan['protocol'][] = ['speaker', 'speaker-adapted', 'holdout'];

/**
 * What a reader must know of a plan whose lists of speakers are no literature's, in sentences: that
 * they were dealt, so that the figures compare with none that others have published.
 */
export function dealtNote({ protocol, speakers }: Pick<Plan, 'protocol' | 'speakers'>): string[] {
  if (!speakers?.dealt || !BY_LISTS.includes(protocol)) return [];
  const isHoldout = protocol === 'holdout';
  return [
    `The speakers were dealt into ${speakers.folds.length} ${isHoldout ? 'parts' : 'folds'}, as ` +
      'alike in labels and clips as whole speakers allow' +
      `${isHoldout ? ', of which the first is tested' : ''}: these are no literature's lists, so ` +
      'the figures compare with none that were published.',
  ];
}
