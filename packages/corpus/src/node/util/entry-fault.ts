import type { Entry } from 'yauzl';
import type { CorpusErrorCode } from '../../corpus-error.ts';

/** 256 MiB, 46 minutes of 16 bits at 48 kHz. A larger entry is not one utterance. */
const MAX_CLIP_BYTES = 2 ** 28;
/** 16 MiB: nearly three minutes. An entry of more bytes is held to the ratio below. */
const MAX_TIGHT_BYTES = 2 ** 24;
/** Bytes that one byte of a long recording unpacks to, at most. Speech has 1.2 to 3 of them. */
const MAX_RATIO = 100;

/** An entry of a zip, by its name and by what a message calls it. */
export interface NamedEntry {
  entry: Entry;
  /** Its path in the zip. */
  name: string;
  /** The zip's path and the entry's name. */
  file: string;
}

/** Why an entry is left out, in the words of `Fail`. */
export interface EntryFault {
  code: CorpusErrorCode;
  expected: string;
  got: string;
}

/** What keeps an entry from being one recording, by what the zip's directory says of it. */
export function entryFault({ entry }: NamedEntry): EntryFault | undefined {
  const { compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) {
    return { code: 'encrypted-zip', expected: 'must not be encrypted', got: 'an encrypted entry' };
  }
  if (uncompressedSize > MAX_CLIP_BYTES) {
    const expected = `must be a clip of at most ${MAX_CLIP_BYTES} bytes`;
    return { code: 'bad-zip', expected, got: `${uncompressedSize} in the directory` };
  }
  if (uncompressedSize > MAX_TIGHT_BYTES && uncompressedSize > MAX_RATIO * compressedSize) {
    const expected = `must unpack to ${MAX_TIGHT_BYTES} bytes or ${MAX_RATIO} times its own at most`;
    return { code: 'bad-zip', expected, got: `${uncompressedSize} from ${compressedSize}` };
  }
  return undefined;
}
