import type { Audio } from '@ser/recognizer';
import { peakOf } from '../microphone/loudness.ts';
import { closeMicrophone, openMicrophone } from '../microphone/microphone.ts';
import { Recording } from '../microphone/recording.ts';
import { SoundTap } from '../microphone/sound-tap.ts';

/** Seconds that a microphone may go without a sample. */
const STALL = 5;
/** Seconds of sound between two words about how much there is. */
const TELL_EVERY = 0.2;

/** What a recorder says. */
export interface RecorderEvents {
  onStarted(): void;
  /** How much there is, in seconds, and the highest sample of the last piece. */
  onPiece(seconds: number, peak: number): void;
  /** It is full, or was finished: all is released. */
  onDone(audio: Audio | undefined): void;
  /** All is released. */
  onFault(error: unknown): void;
}

/** Records the microphone once, up to a length. */
export class VoiceRecorder {
  readonly #events: RecorderEvents;
  readonly #recording: Recording;
  #stream: MediaStream | undefined;
  #tap: SoundTap | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;
  #told = 0;

  /** @param longest Seconds. */
  constructor(longest: number, events: RecorderEvents) {
    this.#recording = new Recording(longest);
    this.#events = events;
  }

  async start(): Promise<void> {
    try {
      this.#stream = await openMicrophone();
      for (const track of this.#stream.getAudioTracks()) {
        track.addEventListener('ended', () => this.#fail({ code: 'device-lost' }), { once: true });
      }
      this.#tap = await SoundTap.open(this.#stream, { onPiece: (piece) => this.#take(piece) });
      // It was ended while the browser asked.
      if (this.#isOver) this.#release();
      else this.#stall();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Ends it and gives what there is. */
  finish(): void {
    if (this.#isOver) return;
    this.cancel();
    this.#events.onDone(this.#recording.audio);
  }

  /** Ends it, and that is all. */
  cancel(): void {
    this.#isOver = true;
    this.#release();
  }

  #take(piece: Audio): void {
    if (this.#isOver) return;
    if (this.#recording.seconds === 0) this.#events.onStarted();
    this.#recording.push(piece);
    this.#stall();
    if (this.#recording.seconds - this.#told >= TELL_EVERY) {
      this.#told = this.#recording.seconds;
      this.#events.onPiece(this.#recording.seconds, peakOf(piece));
    }
    if (this.#recording.isFull) this.finish();
  }

  #stall(): void {
    clearTimeout(this.#timer);
    if (this.#isOver) return;
    this.#timer = setTimeout(() => this.#fail({ code: 'no-samples' }), 1000 * STALL);
  }

  #fail(error: unknown): void {
    if (this.#isOver) {
      this.#release();
      return;
    }
    this.cancel();
    this.#events.onFault(error);
  }

  #release(): void {
    clearTimeout(this.#timer);
    this.#tap?.close();
    this.#tap = undefined;
    closeMicrophone(this.#stream);
  }
}
