import { CorpusError } from '../../corpus-error.ts';
import type { Container } from './container.ts';

/** What a decoder gives for a part of a file: a channel each. */
export interface DecodedPart {
  channelData: readonly Float32Array[];
  /** Hz; 0 where there are no samples. */
  sampleRate: number;
}

/** Takes a file part by part; without one it gives what is left, and ends. */
export interface PartDecoder {
  (part?: Uint8Array): Promise<DecodedPart>;
  /** Ends without giving what is left. */
  free(): void;
}

/** Loads `audio-decode`, which a program installs for itself, and starts one of its decoders. */
export async function loadDecoder(
  codec: Container['codec'],
  name: string,
  load: () => Promise<typeof import('audio-decode')> = () => import('audio-decode'),
): Promise<PartDecoder> {
  let module: typeof import('audio-decode');
  try {
    module = await load();
  } catch (cause) {
    const message =
      `decodeAudio: ${name} must be a WAV file where the package audio-decode is not installed, ` +
      `got another sound (\`npm install audio-decode\`, or convert the file)`;
    throw new CorpusError('missing-decoder', message, { file: name, cause });
  }
  return module.default[codec]();
}
