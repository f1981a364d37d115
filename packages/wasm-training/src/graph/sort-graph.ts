import type { Model, Symbolic } from './symbolic.ts';

/**
 * What a model computes of its inputs, each behind what it is made of, in the order in which tfjs
 * runs it: gradients that are added up have its bits then.
 */
export function sortGraph({ inputs, outputs: [output] }: Model): Symbolic[] {
  const visited = new Set(inputs);
  const sorted: Symbolic[] = [];
  const visit = (symbolic: Symbolic): void => {
    if (visited.has(symbolic)) return;
    for (const input of symbolic.inputs.toReversed()) visit(input);
    visited.add(symbolic);
    sorted.push(symbolic);
  };
  visit(output);
  return sorted;
}
