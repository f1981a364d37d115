import { CorpusError } from '../corpus-error.ts';
import type { NamingScheme } from './naming-scheme.ts';
import { checkScheme } from './util/check-scheme.ts';
import { createSchemeReader, type SchemeLabels } from './util/scheme-reader.ts';

/** How names that no scheme describes can be read all the same. */
const REMEDY =
  'describe names of your own in a JSON file: {"version": 1, "name": "mine", "description": ' +
  String.raw`"my calls", "pattern": "(?<speaker>\\d+)_(?<label>[a-z]+)\\.wav$", "example": ` +
  '"12_happy.wav"}; or list the files in a CSV file with the columns file, label and speaker';

/**
 * Labels from the names of files, as a scheme describes them: one of `NAMING_SCHEMES`, or a
 * description of one's own.
 *
 * @returns The `describe` of a source. Where the scheme has a group `id`, that is the clip's. It
 *   throws `no-label` for a file that does not fit.
 * @throws {CorpusError} `bad-scheme`, as `parseNamingScheme` does.
 *
 * @example
 * const describe = labelsFromScheme(NAMING_SCHEMES.get('emodb'));
 * describe('wav/03a01Fa.wav'); // { id: '03a01Fa', label: 'happy', speaker: '03' }
 */
export function labelsFromScheme(scheme: NamingScheme): (path: string) => SchemeLabels {
  const checked = checkScheme('labelsFromScheme', '`scheme`', scheme);
  const { name, pattern, example, labels = {} } = checked;
  const read = createSchemeReader(checked);
  return (path) => {
    const { labels: found, got } = read(path);
    if (found !== undefined) return found;
    const expected =
      got === undefined
        ? `fit ${pattern}, such as ${example}, got ${path}`
        : `have one of the labels ${Object.keys(labels).join(', ')}, got ${got} in ${path}`;
    const message = `labelsFromScheme: a path of ${name} must ${expected} (${REMEDY})`;
    throw new CorpusError('no-label', message, { file: path });
  };
}
