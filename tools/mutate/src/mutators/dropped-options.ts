import type { Mistake } from './mistake.ts';
import { isNode, type Node } from './syntax.ts';

/** An option that is not handed on: a property of an object, or the last of several arguments. */
export function* droppedOptions(node: Node): Generator<Mistake> {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
  const given = (node.arguments as Node[]).filter(isNode);
  for (const argument of given)
    if (argument.type === 'ObjectExpression') yield* withoutOne(argument.properties as Node[]);
  const [before, last] = given.slice(-2);
  if (last?.type === 'Identifier')
    yield { mutator: 'DroppedArgument', start: before.end, end: last.end, replacement: '' };
}

function* withoutOne(properties: Node[]): Generator<Mistake> {
  for (const [i, { start, end }] of properties.entries()) {
    // The comma goes with its property.
    const upTo = properties[i + 1]?.start ?? end;
    yield { mutator: 'DroppedOption', start, end: upTo, replacement: '' };
  }
}
