import type { Audio } from '../samples.ts';

/** A decoder of the bytes of a file, such as `decodeWav` of `@ser/corpus`. */
export type Decode = (bytes: Uint8Array) => Audio | Promise<Audio>;
