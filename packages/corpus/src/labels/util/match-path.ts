import { AUDIO_ENDINGS } from '../../sources/audio-endings.ts';
import { endingOf } from '../../sources/util/is-candidate.ts';

/**
 * A path in the form in which paths are compared: composed (NFC), since file systems write one name
 * in two ways, forward slashes, no `./`, no `.wav`, and small letters in another ending of
 * `AUDIO_ENDINGS`.
 */
export function pathKey(path: string): string {
  const key = path
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^(\.\/)+/, '')
    .replace(/\.wav$/i, '');
  return withoutEnding(key) + endingOf(key, AUDIO_ENDINGS).toLowerCase();
}

/** The key of a file that is no WAV, as a table names it that leaves the ending out or says `.wav`. */
export function withoutEnding(key: string): string {
  return key.slice(0, key.length - endingOf(key, AUDIO_ENDINGS).length);
}

/** The last name of a path's key. */
export function baseOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

/**
 * The keys that name the same file as `key`. That is the longest one that `key` ends with. Where
 * there is none, it is all that end with `key`, since a table's paths may start at a folder further
 * up.
 */
export function matchKeys(key: string, candidates: readonly string[]): readonly string[] {
  const ends = candidates.filter((each) => key === each || key.endsWith(`/${each}`));
  if (ends.length > 0) return [ends.reduce((a, b) => (b.length > a.length ? b : a))];
  return candidates.filter((each) => each.endsWith(`/${key}`));
}
