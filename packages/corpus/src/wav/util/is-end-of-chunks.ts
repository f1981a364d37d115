import { CONTAINERS } from './containers.ts';
import { type FileBytes, textAt } from './file-bytes.ts';
import { isFourCC } from './is-four-cc.ts';
import { CHUNK_HEADER_BYTES } from './next-chunk.ts';
import type { WavReporter } from './wav-reporter.ts';

/** The bytes of an ID3v1 tag, which stands at the end of a file. */
const ID3V1_BYTES = 128;

/**
 * Whether a file whose samples were found has no chunk at `at`. What else stands there is noted,
 * unless it is zeros or a tag; another recording is refused.
 *
 * @param size The bytes of the chunk, if it is one.
 */
export function isEndOfChunks(
  file: FileBytes,
  at: number,
  size: number,
  { fail, note }: WavReporter,
): boolean {
  const rest = file.length - at;
  const present = rest - CHUNK_HEADER_BYTES;
  const id = textAt(file, at, 4);
  if (id.startsWith('TAG') && rest === ID3V1_BYTES) return true;
  if (CONTAINERS.includes(id)) {
    fail('malformed-wav', 'must hold one recording', `another that begins at byte ${at}`);
  }
  const isNamed = isFourCC(file, at);
  if (isNamed && size <= present) return false;
  if (file.isZeroFrom(at)) return true;
  const got = isNamed
    ? `"${id}" with ${present} of its ${size} bytes`
    : `${rest} bytes that are no chunk`;
  note('trailing-bytes', 'must have chunks alone behind its samples', got);
  return true;
}
