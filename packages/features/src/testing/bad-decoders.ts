import type { Audio } from '../samples.ts';
import { decodeRaw } from './raw-audio.ts';

// Decoders that do what the first byte of a clip says; others they decode as `decodeRaw` does.

/** Bytes of which `decodeBadly` makes a worker end, or never answer. */
export const BAD: Readonly<
  Record<'exits' | 'exitsLater' | 'throwsLater' | 'loops' | 'waits', Uint8Array>
> = {
  exits: new Uint8Array([1]),
  exitsLater: new Uint8Array([2]),
  throwsLater: new Uint8Array([3]),
  loops: new Uint8Array([4]),
  waits: new Uint8Array([5]),
};

/** Decodes `decodeRaw`'s format, or misbehaves. */
export async function decodeBadly(bytes: Uint8Array): Promise<Audio> {
  if (bytes.length > 1) return decodeRaw(bytes);
  switch (bytes[0]) {
    case 1:
      return process.exit(3);
    case 2:
      // After the answer: the clip is decoded, and the worker is lost to the next one.
      setImmediate(() => process.exit(3));
      return { samples: new Float32Array(2000), sampleRate: 8000 };
    case 3:
      setImmediate(() => {
        throw new RangeError('thrown by nobody’s promise');
      });
      return new Promise(() => {});
    case 4:
      for (;;);
    default:
      return new Promise(() => {});
  }
}
