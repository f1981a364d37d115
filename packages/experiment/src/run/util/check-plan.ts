import { ExperimentError } from '../../experiment-error.ts';
import type { Plan } from '../../plan/plan.ts';

/** Throws unless a plan is of the kind that its caller carries out. */
export function checkKind(caller: string, { kind }: Plan, expected: Plan['kind']): void {
  if (kind === expected) return;
  throw new ExperimentError(
    'bad-argument',
    `${caller}: \`plan.kind\` must be ${expected}, got ${kind}`,
  );
}
