import type { Mistake } from './mistake.ts';
import { isNode, type Node } from './syntax.ts';

const ACTIONS = new Set(['CallExpression', 'AwaitExpression', 'AssignmentExpression']);

/** A step that is left out: a call, a wait or an assignment that stands alone. */
export function* droppedStatements(node: Node): Generator<Mistake> {
  if (node.type !== 'ExpressionStatement' || !isNode(node.expression)) return;
  const { type, callee } = node.expression;
  if (!ACTIONS.has(type) || (isNode(callee) && callee.type === 'Super')) return;
  yield { mutator: 'DroppedStatement', start: node.start, end: node.end, replacement: ';' };
}
