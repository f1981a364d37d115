import type { Describe, Labels } from '../clip.ts';
import { CorpusError } from '../corpus-error.ts';

/**
 * Gives other names to labels, so that two data sets speak of the same ones.
 *
 * @param describe What reads a path, such as that of `labelsFromCsv` or `labelsFromScheme`.
 * @param map The new name of each label. With null its clips are not wanted: they are left out, and
 *   are no problem. Labels that it does not name stay as they are.
 * @returns The `describe` of a source.
 * @throws {CorpusError} `bad-argument`
 *
 * @example
 * const describe = mapLabels(labelsFromFolders(), { anger: 'angry', boredom: null });
 * describe('anger/7.wav'); // { label: 'angry', speaker: '' }
 * describe('boredom/8.wav'); // undefined
 */
export function mapLabels<Info extends Labels>(
  describe: Describe<Info>,
  map: Readonly<Record<string, string | null>>,
): Describe<Info> {
  const fail = (name: string, expected: string, got: string): never => {
    const message = `mapLabels: \`${name}\` must ${expected}, got ${got}`;
    throw new CorpusError('bad-argument', message);
  };
  if (typeof describe !== 'function') fail('describe', 'be a function of a path', `${describe}`);
  if (typeof map !== 'object' || map === null || Array.isArray(map)) {
    fail('map', 'be an object such as {"anger": "angry"}', JSON.stringify(map) ?? `${map}`);
  }
  const names = new Map(Object.entries(map));
  for (const [label, name] of names) {
    if (name === null || (typeof name === 'string' && name !== '')) continue;
    fail('map', `have a text or null for "${label}"`, JSON.stringify(name) ?? `${name}`);
  }
  return (path) => {
    const info = describe(path);
    if (info === undefined) return undefined;
    const name = names.get(info.label);
    if (name === null) return undefined;
    return name === undefined ? info : { ...info, label: name };
  };
}
