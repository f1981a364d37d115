import type { Fingerprint, Problem } from '@ser/corpus';

/** A file's bytes, and the modules that read them: a worker finds no packages by their names. */
export interface Sound {
  /** Its name, for messages. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** URLs of `@ser/corpus` and `@ser/corpus/node`. */
  readonly modules: readonly [corpus: string, decoder: string];
}

/** What came of a sound. */
export interface FingerprintedSound {
  /** What contradicts itself in its header. */
  readonly problems: readonly Problem[];
  /** Whether it could be read. */
  readonly isRead: boolean;
  /** Undefined of a sound in which there is nothing to compare, too. */
  readonly fingerprint: Fingerprint | undefined;
}

/** The path of this file, which is TypeScript in the sources and JavaScript in the build. */
export const SOUND_WORKER: string = import.meta.url;

/** What a sound is found again by; runs on this thread, or in a worker. */
export async function fingerprintSound({
  file,
  bytes,
  modules: [corpus, decoder],
}: Sound): Promise<FingerprintedSound> {
  const { CorpusError, fingerprint }: typeof import('@ser/corpus') = await import(corpus);
  const { decodeAudio }: typeof import('@ser/corpus/node') = await import(decoder);
  const problems: Problem[] = [];
  const onProblem = (problem: Problem): void => void problems.push(problem);
  try {
    const audio = await decodeAudio(bytes, { name: file, onProblem });
    return { problems, isRead: true, fingerprint: fingerprint(audio) };
  } catch (error) {
    if (!CorpusError.isInstance(error)) throw error;
    return { problems, isRead: false, fingerprint: undefined };
  }
}
