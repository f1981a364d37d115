import { dirname } from 'node:path';
import { CorpusError } from '@ser/corpus';
import { AUDIO_ENDINGS, fromZip } from '@ser/corpus/node';
import { errorCode } from '../console/error-code.ts';
import { isExpectedError } from '../console/is-expected-error.ts';
import { readPlainFile } from './read-plain-file.ts';

/**
 * The bytes of a clip by its name, which may lead into a zip: `ravdess.zip/Actor_01/x.wav`.
 *
 * @throws CorpusError `unreadable-file`
 */
export async function readClipFile(file: string): Promise<Uint8Array> {
  try {
    return await readPlainFile(file);
  } catch (cause) {
    if (!isExpectedError(cause)) throw cause;
    if (errorCode(cause) === 'ENOTDIR') return readFromZip(file, dirname(file));
    throw unreadable(file, cause);
  }
}

async function readFromZip(file: string, place: string): Promise<Uint8Array> {
  if (dirname(place) === place) throw unreadable(file, new Error('there is no such zip'));
  const isLower = await readPlainFile(place, { read: async () => Buffer.alloc(0), most: Infinity })
    .then(() => false)
    .catch(() => true);
  if (isLower) return readFromZip(file, dirname(place));
  const name = file.slice(place.length + 1).replaceAll('\\', '/');
  const describe = (path: string): object | undefined => (path === name ? {} : undefined);
  try {
    for await (const clip of fromZip(place, { describe, endings: AUDIO_ENDINGS })) {
      return await clip.bytes();
    }
  } catch (cause) {
    if (!isExpectedError(cause)) throw cause;
    throw unreadable(file, cause);
  }
  throw unreadable(file, new Error(`there is no such clip in ${place}`));
}

function unreadable(file: string, cause: Error): CorpusError {
  return new CorpusError('unreadable-file', `${file}: ${cause.message}`, { file, cause });
}
