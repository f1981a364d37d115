import { PROTOCOLS, type ProtocolName } from '@ser/eval';
import { RECIPES } from '@ser/experiment';
import type { DataSet } from '../../data-sets/data-set.ts';

/** The part of a command's help that says what its protocols and the recipes are. */
export function trainingHelp(
  { speakersHelp }: Pick<DataSet, 'speakersHelp'>,
  protocols: readonly ProtocolName[],
): string {
  return `
Protocols:
${list(protocols.map((name) => [name, PROTOCOLS[name]]))}

${speakersHelp}

Recipes:
${list(RECIPES)}
  FILE.json       a recipe of your own; the README says what it holds`;
}

function list(entries: Iterable<[string, { description: string }]>): string {
  const all = [...entries];
  const width = Math.max(...all.map(([name]) => name.length));
  return all.map(([name, { description }]) => `  ${name.padEnd(width)} ${description}`).join('\n');
}
