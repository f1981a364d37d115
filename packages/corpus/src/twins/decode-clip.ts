import { CorpusError } from '../corpus-error.ts';
import type { Audio } from '../wav/decode-wav.ts';

/** Decodes the file of a clip, as `decodeWav` and `decodeAudio` do; `name` is for messages. */
export type DecodeClip = (bytes: Uint8Array, options: { name: string }) => Audio | Promise<Audio>;

/** Refuses a `decode` that is no function. */
export function checkDecode(caller: string, decode: DecodeClip): void {
  if (typeof decode === 'function') return;
  const message = `${caller}: \`decode\` must be a function of bytes, got ${decode}`;
  throw new CorpusError('bad-argument', message);
}
