import type { FileSource } from '@ser/model/linear';
import { abortable } from '../util/abortable.ts';

/** A source that is watched while a model is loaded. */
export interface WatchedSource {
  readonly source: FileSource;
  /** From now on it reads as the first one does. */
  stop(): void;
}

/** A source that gives up when a signal is aborted, and tells of each file that was read. */
export function watchSource(
  source: FileSource,
  signal: AbortSignal | undefined,
  onRead: (file: string) => void,
): WatchedSource {
  let stopped = false;
  return {
    source: {
      name: source.name,
      async read(file, options) {
        if (stopped) return source.read(file, options);
        signal?.throwIfAborted();
        const bytes = await abortable(source.read(file, options), signal);
        onRead(file);
        return bytes;
      },
    },
    stop() {
      stopped = true;
    },
  };
}
