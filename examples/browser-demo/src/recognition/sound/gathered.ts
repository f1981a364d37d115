import type { Audio } from '@ser/recognizer';

/** The same sound in pieces of at least so many seconds, but for the last. */
export async function* gathered(
  pieces: AsyncIterable<Audio>,
  seconds: number,
): AsyncGenerator<Audio> {
  let parts: Audio[] = [];
  let size = 0;
  for await (const piece of pieces) {
    parts.push(piece);
    size += piece.samples.length;
    if (size < seconds * piece.sampleRate) continue;
    yield joined(parts);
    parts = [];
    size = 0;
  }
  if (parts.length > 0) yield joined(parts);
}

/** Pieces of one rate as one. */
export function joined(parts: readonly Audio[]): Audio {
  const samples = new Float32Array(parts.reduce((sum, part) => sum + part.samples.length, 0));
  let at = 0;
  for (const part of parts) {
    samples.set(part.samples, at);
    at += part.samples.length;
  }
  return { samples, sampleRate: parts[0].sampleRate };
}
