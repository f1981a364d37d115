import { ModelError } from '../model-error.ts';
import { checkBytes } from '../util/check-bytes.ts';
import { decodeValue } from '../util/decode-value.ts';
import { isTrainingState } from '../util/is-training-state.ts';
import { checksum, HEADER_BYTES, STATE_MARK } from '../util/state-header.ts';
import type { TrainingState } from './training-state.ts';

/**
 * Reads what `serializeState` has written. Nothing in the bytes is run.
 *
 * @throws {ModelError} `bad-argument` for what is no bytes; `corrupt-state` when the bytes are damaged, cut short or something else.
 *
 * @example
 * const bytes = await store.read('resume.bin');
 * await fit(model, data, { epochs: 40, resumeFrom: bytes && deserializeState(bytes) });
 */
export function deserializeState(bytes: Uint8Array): TrainingState {
  const fail = (problem: string, cause?: unknown) =>
    new ModelError('corrupt-state', `deserializeState: \`bytes\` ${problem}`, { cause });
  checkBytes('deserializeState', 'bytes', bytes);
  if (bytes.length < HEADER_BYTES) {
    throw fail(`must hold at least ${HEADER_BYTES} bytes, got ${bytes.length}`);
  }
  // A Buffer of Node would share its memory in `slice`.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [mark, length, expectedChecksum] = new Uint32Array(plain.slice(0, HEADER_BYTES).buffer);
  if (mark !== STATE_MARK) {
    throw fail('must come from serializeState of this version, on a machine of this byte order');
  }
  const payload = plain.subarray(HEADER_BYTES);
  if (payload.length !== length) {
    throw fail(`must hold ${HEADER_BYTES + length} bytes, got ${bytes.length}`);
  }
  if (checksum(payload) !== expectedChecksum) throw fail('are damaged: the checksum differs');
  let state: unknown;
  try {
    state = decodeValue(payload);
  } catch (cause) {
    throw fail(`are damaged: ${(cause as Error).message}`, cause);
  }
  if (!isTrainingState(state)) throw fail('do not hold a training state');
  return state;
}
