import { PROTOCOLS } from '@ser/eval';
import type { Plan } from '../../plan/plan.ts';

/** The lines that stand above figures which are too high; none under a protocol that is honest. */
export function leakWarning({ protocol }: Pick<Plan, 'protocol'>): string[] {
  return PROTOCOLS[protocol].leaks
    ? [
        '',
        'THIS PROTOCOL LEAKS: rows of one clip stand on both sides, ' +
          'so the test figures are too high.',
      ]
    : [];
}
