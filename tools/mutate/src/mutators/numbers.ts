import type { Mistake } from './mistake.ts';
import type { Node } from './syntax.ts';

/** Another number: constants, defaults and thresholds, which Stryker leaves alone. */
export function* numbers(node: Node): Generator<Mistake> {
  if (node.type !== 'NumericLiteral') return;
  const value = node.value as number;
  const other = value === 0 ? 1 : Number.isInteger(value) ? value + 1 : value * 2;
  yield { mutator: 'Number', start: node.start, end: node.end, replacement: String(other) };
}
