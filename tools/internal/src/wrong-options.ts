import { unknownOption } from './unknown-option.ts';

/**
 * What is wrong with options that are no object, or hold one which a function does not know, to
 * stand behind `function: `.
 *
 * @returns Undefined where nothing is.
 */
export function wrongOptions(
  options: unknown,
  names: Readonly<Record<string, true>>,
): string | undefined {
  const isArray = Array.isArray(options) || ArrayBuffer.isView(options);
  if (typeof options === 'object' && options !== null && !isArray) {
    return unknownOption(options, names);
  }
  // Its kind alone: the text may be long.
  const kind = isArray ? 'an array' : options === null ? 'null' : typeof options;
  return `\`options\` must be an object, got ${kind}`;
}
