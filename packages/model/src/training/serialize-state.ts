import { ModelError } from '../model-error.ts';
import { encodeValue } from '../util/encode-value.ts';
import { checksum, HEADER_BYTES, STATE_MARK } from '../util/state-header.ts';
import type { TrainingState } from './training-state.ts';

/**
 * A training state as bytes, for a file or a database, in Node and in pages alike. Numbers come
 * back bit for bit from `deserializeState`, NaN and infinities too.
 *
 * @throws {ModelError} `bad-argument` when a callback's state holds something else than numbers,
 *   strings, booleans, null, undefined, typed arrays, arrays and plain objects.
 *
 * @example
 * onEpochEnd: async (logs, trainer) => {
 *   await store.write('resume.bin', serializeState(await trainer.captureState()));
 * }
 */
export function serializeState(state: TrainingState): Uint8Array<ArrayBuffer> {
  const payload = encode(state);
  const bytes = new Uint8Array(HEADER_BYTES + payload.length);
  new Uint32Array(bytes.buffer, 0, 3).set([STATE_MARK, payload.length, checksum(payload)]);
  bytes.set(payload, HEADER_BYTES);
  return bytes;
}

function encode(state: TrainingState): Uint8Array {
  try {
    return encodeValue(state, 'state');
  } catch (cause) {
    throw new ModelError('bad-argument', `serializeState: ${(cause as Error).message}`, { cause });
  }
}
