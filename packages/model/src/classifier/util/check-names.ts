import { ModelError } from '../../model-error.ts';

/** Throws a ModelError `bad-argument` unless `names` are as many different texts as outputs. */
export function checkNames(
  caller: string,
  name: string,
  names: readonly string[],
  outputs: number,
): void {
  const fail = (problem: string) =>
    new ModelError('bad-argument', `${caller}: \`${name}\` ${problem}`);
  if (!Array.isArray(names) || !names.every((each) => typeof each === 'string')) {
    throw fail('must be a list of strings');
  }
  if (names.length !== outputs) {
    throw fail(`must name the model's ${outputs} outputs, got ${names.length}`);
  }
  const seen = new Set<string>();
  for (const each of names) {
    if (seen.has(each)) throw fail(`must differ, got ${JSON.stringify(each)} twice`);
    seen.add(each);
  }
}
