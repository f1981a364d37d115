import { ALAW, MULAW } from './companded.ts';
import type { Encoding, EncodingName } from './encoding.ts';
import { FLOAT } from './float.ts';
import { PCM } from './pcm.ts';

/** Every encoding that is read, by its name. */
export const ENCODINGS: Readonly<Record<EncodingName, Encoding>> = {
  pcm: PCM,
  float: FLOAT,
  alaw: ALAW,
  mulaw: MULAW,
};
