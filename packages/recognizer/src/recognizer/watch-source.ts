import type { FileSource } from '@ser/model/linear';
import { RecognizerError } from '../recognizer-error.ts';
import { abortable } from '../util/abortable.ts';
import { describeValue } from '../util/checks.ts';

/** A source that is watched while a model is loaded. */
export interface WatchedSource {
  readonly source: FileSource;
  /** From now on it reads as the first one does. */
  stop(): void;
}

/**
 * A source that gives up when a signal is aborted, tells of each file that was read, and gives bytes
 * or undefined.
 *
 * @throws {RecognizerError} From `read`, `bad-model` for anything else.
 */
export function watchSource(
  caller: string,
  source: FileSource,
  signal: AbortSignal | undefined,
  onRead: (file: string) => void,
): WatchedSource {
  let stopped = false;
  return {
    source: {
      name: source.name ?? 'source',
      async read(file, options) {
        if (stopped) return checkBytes(caller, file, await source.read(file, options));
        signal?.throwIfAborted();
        const bytes = await abortable(Promise.resolve(source.read(file, options)), signal);
        checkBytes(caller, file, bytes);
        onRead(file);
        return bytes;
      },
    },
    stop() {
      stopped = true;
    },
  };
}

/** Throws unless a file is bytes, of this page or of another frame, or undefined. */
function checkBytes<Bytes>(caller: string, file: string, bytes: Bytes): Bytes {
  if (bytes === undefined) return bytes;
  if (Object.prototype.toString.call(bytes) === '[object Uint8Array]') return bytes;
  const expected = `read('${file}') as a Uint8Array, or undefined where there is no such file`;
  const text = `${caller}: \`source\` must ${expected}, got ${describeValue(bytes)}`;
  throw new RecognizerError('bad-model', text);
}
