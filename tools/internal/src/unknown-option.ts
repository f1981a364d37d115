import { closestName } from './closest-name.ts';

/** A name for each option of a type; the compiler refuses one that is missing or too much. */
export type OptionNames<Options> = { readonly [Name in keyof Options]-?: true };

/**
 * What is wrong with options that hold one which a function does not know, to stand behind
 * `function: `. A plain JavaScript program, or one that spreads an object, gets no other warning.
 *
 * @returns Undefined where the function knows them all.
 *
 * @example
 * const OPTIONS: OptionNames<RmsOptions> = { frameLength: true, hopLength: true };
 * unknownOption({ hop_length: 512 }, OPTIONS);
 * // `options` must hold none but frameLength, hopLength, got hop_length (did you mean `hopLength`?)
 */
export function unknownOption(
  options: object,
  names: Readonly<Record<string, true>>,
): string | undefined {
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(names, name));
  if (unknown === undefined) return undefined;
  const known = Object.keys(names);
  const meant = closestName(unknown, known);
  const hint = meant === undefined ? '' : ` (did you mean \`${meant}\`?)`;
  return `\`options\` must hold none but ${known.join(', ')}, got ${unknown}${hint}`;
}
