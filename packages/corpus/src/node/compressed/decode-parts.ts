import type { CorpusError } from '../../corpus-error.ts';
import type { Audio } from '../../wav/decode-wav.ts';
import type { Container } from './container.ts';
import { type DecodedPart, loadDecoder, type PartDecoder } from './load-decoder.ts';
import { toMono } from './mono.ts';

/** Bytes for the decoder at a time: few enough that no file fills the memory before it is stopped. */
const PART_BYTES = 8192;
/** 2²⁸ samples: 90 minutes at 48 kHz, 1 GiB. Silence is packed a thousandfold, and more. */
const MOST_SAMPLES = 2 ** 28;

/** What could be decoded, and what is wrong with it. */
interface Decoded {
  audio: Audio;
  /** What came in place of a whole file. Default: none. */
  fault?: string;
}

/**
 * Decodes a file part by part.
 *
 * @throws What `errorOf` makes where nothing can be decoded, or too much.
 */
export async function decodeParts(
  bytes: Uint8Array,
  container: Container,
  name: string,
  errorOf: (got: string, cause?: unknown) => CorpusError,
  mostSamples: number = MOST_SAMPLES,
): Promise<Decoded> {
  const { codec, least, most, bits, fault } = container;
  const tooLong = `more than ${mostSamples} samples (cut it into clips)`;
  if (most !== undefined && most > mostSamples) throw errorOf(tooLong);
  const partBytes = most === undefined ? PART_BYTES : bytes.length;
  const decoder = await loadDecoder(codec, name);
  const parts: Float32Array[] = [];
  let count = 0;
  let sampleRate = 0;
  let failure: unknown;
  for await (const part of decodedParts(decoder, bytes, partBytes, (error) => (failure = error))) {
    if (sampleRate !== 0 && part.sampleRate !== sampleRate) {
      throw errorOf(`${sampleRate} Hz and ${part.sampleRate} Hz`);
    }
    sampleRate = part.sampleRate;
    const mono = toMono(part, bits);
    count += mono.length;
    if (count > mostSamples) throw errorOf(tooLong);
    parts.push(mono);
  }
  const why = failure instanceof Error ? failure.message : failure && String(failure);
  const wrong = fault ?? (why ? String(why) : undefined);
  if (count === 0 || sampleRate === 0) throw errorOf(wrong ?? 'no sound', failure);
  const samples = new Float32Array(count);
  let at = 0;
  for (const part of parts) {
    samples.set(part, at);
    at += part.length;
  }
  const audio = { samples, sampleRate };
  if (wrong !== undefined) return { audio, fault: wrong };
  // AAC below 24 kHz comes at twice its rate.
  const needed = least * (container.sampleRate ? sampleRate / container.sampleRate : 1);
  return count < needed ? { audio, fault: `${count} of ${needed} samples` } : { audio };
}

/** All parts with samples; `onFailure` is told what the decoder throws, which ends them. */
async function* decodedParts(
  decoder: PartDecoder,
  bytes: Uint8Array,
  partBytes: number,
  onFailure: (error: unknown) => void,
): AsyncGenerator<DecodedPart, void, undefined> {
  try {
    for (let at = 0; at < bytes.length; at += partBytes) {
      const part = await decoder(bytes.subarray(at, at + partBytes));
      if (part.channelData.length > 0) yield part;
    }
    const rest = await decoder();
    if (rest.channelData.length > 0) yield rest;
  } catch (error) {
    onFailure(error);
  } finally {
    decoder.free();
  }
}
