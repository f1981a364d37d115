import { Instrumenter } from '@stryker-mutator/instrumenter';
import { droppedOptions } from './dropped-options.ts';
import { droppedStatements } from './dropped-statements.ts';
import type { Mistake } from './mistake.ts';
import { numbers } from './numbers.ts';
import { isInMessage, isOptionNames, type Node, parseModule, walk } from './syntax.ts';

const OURS = [numbers, droppedOptions, droppedStatements];

/**
 * All mistakes for a module: Stryker's, and ours. None touches the words of a message, or a list of
 * option names.
 */
export async function mistakesOf(text: string): Promise<Mistake[]> {
  const spared: Node[] = [];
  const mistakes: Mistake[] = [];
  walk(parseModule(text), (node, around) => {
    if (isInMessage([...around, node]) || isOptionNames(node)) spared.push(node);
    for (const mutator of OURS) mistakes.push(...mutator(node));
  });
  mistakes.push(...(await strykers(text)));
  return mistakes.filter(
    ({ start, end }) => !spared.some((node) => node.start <= start && end <= node.end),
  );
}

const silent = () => {};
const logger = {
  ...{ trace: silent, debug: silent, info: silent, warn: silent, error: silent, fatal: silent },
  ...{ isTraceEnabled: () => false, isDebugEnabled: () => false, isInfoEnabled: () => false },
  ...{ isWarnEnabled: () => false, isErrorEnabled: () => false, isFatalEnabled: () => false },
};

async function strykers(text: string): Promise<Mistake[]> {
  const files = [{ name: 'module.ts', mutate: true, content: text }];
  const options = { plugins: null, ignorers: [], excludedMutations: [] };
  const { mutants } = await new Instrumenter(logger).instrument(files, options);
  const lines = [0];
  for (const line of text.split('\n')) lines.push(lines[lines.length - 1] + line.length + 1);
  return mutants.map(({ mutatorName, location: { start, end }, replacement }) => ({
    mutator: mutatorName,
    start: lines[start.line] + start.column,
    end: lines[end.line] + end.column,
    replacement,
  }));
}
