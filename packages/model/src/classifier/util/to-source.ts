import { ModelError } from '../../model-error.ts';
import type { FileSource } from '../../stores/file-store.ts';
import { urlStore } from '../../stores/url-store.ts';

/** Where a classifier is loaded from; throws a ModelError `bad-argument` for what is no place. */
export function toSource(caller: string, from: string | URL | FileSource): FileSource {
  const source = typeof from === 'string' || from instanceof URL ? urlStore(from) : from;
  if (typeof source?.read === 'function') return source;
  throw new ModelError(
    'bad-argument',
    `${caller}: \`from\` must be a store or a web address, got ${typeof from}`,
  );
}
