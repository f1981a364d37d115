import type { SniffedFormat } from '@ser/corpus';
import type { Audio, VoiceJson } from '@ser/recognizer';
import type { ExplainProgress } from '../../why/explain.ts';
import type { Explanation } from '../../why/explanation.ts';
import type { Analysis, Answer } from '../analysis.ts';
import type { ExampleName } from '../sound/examples.ts';
import type { SoundInput } from '../sound/sound.ts';

/** What is heard with the visitor's voice. */
interface Calibrated {
  /** Default: none. */
  readonly voice?: VoiceJson;
}

/** What the worker does, by name. A job has a file of its own beside this one. */
export interface Jobs {
  /** Reads the weights, and hears a sound, so that the next one takes less time. */
  warm: { input: Calibrated; progress: never; output: { labels: readonly string[] } };
  /** Gives a file of the published model. */
  'read-model': {
    input: { file: string };
    progress: never;
    output: Uint8Array<ArrayBuffer> | undefined;
  };
  /** Says what a file is by its first bytes. */
  sniff: { input: { file: Blob }; progress: never; output: SniffedFormat };
  /** Hears a sound, and computes what is drawn of it. */
  analyse: { input: SoundInput & Calibrated; progress: Partial<Analysis>; output: Analysis };
  /** Learns a voice from a recording of it, beside what is known of it. */
  calibrate: {
    input: { audio: Audio } & Calibrated;
    progress: { clips: number; of: number };
    output: { voice: VoiceJson; clips: number; seconds: number };
  };
  /** Hears a sound without a voice and with it. */
  compare: {
    input: { audio: Audio; voice: VoiceJson };
    progress: never;
    output: { before: Answer; after: Answer };
  };
  /** Finds which times and bands of a sound the answer rests on. */
  explain: {
    input: {
      sound: SoundInput;
      /** Seconds. Of a long sound, what is around it is explained. */
      at: number;
    } & Calibrated;
    progress: ExplainProgress;
    output: Explanation;
  };
  /** Writes a WAV file. */
  'write-wav': { input: Audio; progress: never; output: { bytes: Uint8Array<ArrayBuffer> } };
  /** Makes a built-in example, a WAV. */
  example: {
    input: { name: ExampleName };
    progress: never;
    output: { bytes: Uint8Array<ArrayBuffer> };
  };
}
