import { CorpusError } from '../corpus-error.ts';
import type { Problem } from '../problem.ts';
import { decodeWav } from '../wav/decode-wav.ts';
import { decodeWavStream } from '../wav/decode-wav-stream.ts';
import type { WavOptions } from '../wav/wav-options.ts';
import { inChunks } from './in-chunks.ts';

/** What a file gave: samples, and either what was said of it or why it ended. */
export interface Reading {
  samples: Float32Array;
  sampleRate: number;
  problems: Problem[];
  error?: { code: string; message: string };
}

/** What `decodeWav` makes of a file. */
export function readWhole(bytes: Uint8Array, options: WavOptions = {}): Reading {
  const problems: Problem[] = [];
  try {
    const audio = decodeWav(bytes, { ...options, onProblem: (problem) => problems.push(problem) });
    return { ...audio, problems };
  } catch (error) {
    return { samples: new Float32Array(0), sampleRate: 0, problems: [], error: described(error) };
  }
}

/** What `decodeWavStream` makes of it, in chunks of these sizes. */
export async function readStream(
  bytes: Uint8Array,
  sizes: readonly number[],
  options: WavOptions = {},
): Promise<Reading> {
  const problems: Problem[] = [];
  const onProblem = (problem: Problem): void => void problems.push(problem);
  const parts: Float32Array[] = [];
  let sampleRate = 0;
  let error: Reading['error'];
  try {
    for await (const audio of decodeWavStream(inChunks(bytes, sizes), { ...options, onProblem })) {
      if (audio.samples.length === 0) throw new TypeError('a part without samples');
      parts.push(audio.samples);
      sampleRate = audio.sampleRate;
    }
  } catch (thrown) {
    error = described(thrown);
  }
  const samples = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    samples.set(part, at);
    at += part.length;
  }
  return { samples, sampleRate, problems, ...(error && { error }) };
}

/** Names the function as `decodeWav` does, so that both can be compared. */
function described(error: unknown): { code: string; message: string } {
  if (!CorpusError.isInstance(error)) throw error;
  return { code: error.code, message: alike(error.message) };
}

/** A message without the names of the function and of its argument. */
export function alike(message: string): string {
  return message.replace(/^decodeWav(Stream)?: (`(bytes|chunks)`)?/, '');
}
