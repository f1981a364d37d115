import type { Audio } from '../audio/audio.ts';
import type { AudioInput } from '../audio/audio-input.ts';
import type { ListenInput } from '../listen/listen.ts';
import type { ListenOptions } from '../listen/listen-options.ts';
import type { Listening } from '../listen/listening.ts';
import type { UsingDisposable } from '../util/using-disposable.ts';
import type { VoiceJson } from '../voice/voice-json.ts';
import type { WindowScores } from '../windows/window-scores.ts';
import type {
  CalibrateOptions,
  EmbedOptions,
  RecognizeOptions,
  WindowsOptions,
} from './options.ts';
import type { Recognition } from './recognition.ts';

/** A model that hears emotions, ready to be used. */
export interface Recognizer extends UsingDisposable {
  /** What it can answer, in the order of the model. */
  readonly labels: readonly string[];
  /** The rate that sounds are brought to, in Hz. Sounds of any rate are taken. */
  readonly sampleRate: number;
  /** The names of the values that `embed` gives. */
  readonly names: readonly string[];
  /** What it was calibrated to, to be kept and given to `loadRecognizer`; else undefined. */
  readonly voice: VoiceJson | undefined;
  /** The emotion in a sound. */
  recognize(audio: AudioInput, options?: RecognizeOptions): Promise<Recognition>;
  /** The emotion in each window of a sound, which may be one that has no end. */
  windows(
    audio: AudioInput | AsyncIterable<Audio>,
    options?: WindowsOptions,
  ): AsyncIterable<WindowScores>;
  /**
   * The emotion in a stream, window by window, as long as it lives: of a MediaStream, which is read
   * and scored off the page's main thread and never stopped, or of chunks of mono samples.
   */
  listen(stream: ListenInput, options?: ListenOptions): Listening;
  /** The standardised features of a sound, from which a calibrated voice is taken out. */
  embed(audio: AudioInput, options?: EmbedOptions): Promise<Float32Array>;
  /** A recogniser for one voice, from some of its clips, without their labels. */
  calibrate(
    clips: Iterable<AudioInput> | AsyncIterable<AudioInput>,
    options?: CalibrateOptions,
  ): Promise<Recognizer>;
  /** Ends it: every later call throws `disposed`. */
  dispose(): void;
}
