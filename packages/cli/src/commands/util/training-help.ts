import { PROTOCOLS, type ProtocolName } from '@ser/eval';
import { RECIPES } from '@ser/experiment';
import type { DataSet } from '../../data-sets/data-set.ts';

/** Of what a help prints after the options, which commander leaves as it is. */
const COLUMNS = 100;

const ADAPTED_HELP = `
\`evaluate\` does not adapt to a voice, and \`predict\` only with --voice. The figures of
speaker-adapted are not theirs: train under another protocol for a model to use.
`;

/** The part of a command's help that says what its protocols and the recipes are. */
export function trainingHelp(
  { speakersHelp }: Pick<DataSet, 'speakersHelp'>,
  protocols: readonly ProtocolName[],
): string {
  return `
Protocols:
${list(protocols.map((name) => [name, PROTOCOLS[name]]))}

${speakersHelp}
${protocols.includes('speaker-adapted') ? ADAPTED_HELP : ''}
Recipes:
${list(RECIPES)}
  FILE.json       a recipe of your own; the README says what it holds`;
}

/** Entries below each other, with their descriptions in a column of their own. */
function list(entries: Iterable<[string, { description: string }]>): string {
  const all = [...entries];
  const width = Math.max(...all.map(([name]) => name.length));
  const indent = ' '.repeat(2 + width + 1);
  return all
    .map(([name, { description }]) => {
      const lines = linesOf(description, COLUMNS - indent.length);
      return `  ${name.padEnd(width)} ${lines.join(`\n${indent}`)}`;
    })
    .join('\n');
}

/** A text in lines of at most so many columns, broken between words. */
function linesOf(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && `${line} ${word}`.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
