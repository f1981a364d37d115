import { getBackend } from '@tensorflow/tfjs-core';
import { ExperimentError } from '../../experiment-error.ts';
import { parsePlan } from '../../plan/parse-plan.ts';
import type { Plan } from '../../plan/plan.ts';

/** Throws unless a plan is one, of the kind that its caller carries out, on the backend that is set. */
export function checkPlan(caller: string, name: string, plan: Plan, expected: Plan['kind']): void {
  const { kind, backend } = parsePlan(`${caller}: ${name}`, plan);
  if (kind !== expected) {
    throw new ExperimentError(
      'bad-argument',
      `${caller}: \`${name}.kind\` must be ${expected}, got ${kind}`,
    );
  }
  const current = getBackend();
  if (backend !== current) {
    throw new ExperimentError(
      'bad-argument',
      `${caller}: \`${name}.backend\` must be the backend that tfjs uses, ` +
        `which is ${current || 'none'}, got ${backend}`,
    );
  }
}
