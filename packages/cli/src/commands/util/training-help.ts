import { PROTOCOLS, type ProtocolName } from '@ser/eval';
import { RECIPES } from '@ser/experiment';

/** The part of a command's help that says what its protocols and the recipes are. */
export function trainingHelp(protocols: readonly ProtocolName[]): string {
  return `
Protocols:
${list(protocols.map((name) => [name, PROTOCOLS[name]]))}

RAVDESS' speakers are its actors: holdout tests 21 to 24, speaker the literature's five folds.

Recipes:
${list(RECIPES)}
  FILE.json  a recipe of your own; the README says what it holds`;
}

function list(entries: Iterable<[string, { description: string }]>): string {
  return [...entries]
    .map(([name, { description }]) => `  ${name.padEnd(10)} ${description}`)
    .join('\n');
}
