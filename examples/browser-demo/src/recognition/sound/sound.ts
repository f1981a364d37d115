import type { Audio } from '@ser/recognizer';

/** A sound as the page gives it to the worker. */
export type SoundInput =
  /** A WAV file. */
  | { readonly kind: 'wav'; readonly file: File }
  /** A file that browsers decode, too long to be decoded in one piece. */
  | { readonly kind: 'streamed'; readonly file: File }
  /** What `decodeAudioData` gave. */
  | {
      readonly kind: 'channels';
      readonly channels: readonly Float32Array[];
      readonly sampleRate: number;
    };

/** A sound that is read from its start to its end. */
export interface Sound {
  /** Seconds. */
  readonly duration: number;
  /** Hz. */
  readonly sampleRate: number;
  /** The samples in pieces of at most `PIECE` seconds, mono. */
  pieces(signal: AbortSignal): AsyncIterable<Audio>;
}
