/// <reference types="vite/client" />
import type { Audio, ListenedWindow, ListenReason, VoiceJson } from '@ser/recognizer';
import workletUrl from '@ser/recognizer/worklet?worker&url';
import { peakOf } from '../microphone/loudness.ts';
import { closeMicrophone, openMicrophone } from '../microphone/microphone.ts';
import { SoundTap } from '../microphone/sound-tap.ts';

/** Whether sound comes. A microphone that is switched off may send zeros, which no room does. */
type SoundState = 'runs' | 'suspended' | 'muted' | 'silent';

/** Seconds of zeros after which a microphone is silent. */
const SILENCE = 3;

/** What a session says. */
export interface SessionEvents {
  onStarted(stream: MediaStream): void;
  onWindow(window: ListenedWindow): void;
  onPiece(piece: Audio): void;
  onSound(state: SoundState): void;
  /** Everything is released. Not called where the page stopped it. */
  onEnd(reason: ListenReason | undefined): void;
  onFault(error: unknown): void;
}

/** One time of listening to the microphone, from Start to Stop. */
export class LiveSession {
  readonly #events: SessionEvents;
  readonly #abort = new AbortController();
  #stream: MediaStream | undefined;
  #tap: SoundTap | undefined;
  #isSuspended = false;
  /** Seconds. */
  #zeros = 0;

  constructor(events: SessionEvents) {
    this.#events = events;
  }

  /** Listens until it is stopped, ended or fails. It never rejects. */
  async run(deviceId: string, voice: VoiceJson | undefined): Promise<void> {
    const { signal } = this.#abort;
    try {
      const reason = await this.#listen(deviceId, voice, signal);
      this.#release();
      if (!signal.aborted) this.#events.onEnd(reason);
    } catch (error) {
      this.#release();
      if (!signal.aborted) this.#events.onFault(error);
    }
  }

  /** Ends it at once, whatever it waits for. */
  stop(): void {
    this.#abort.abort();
    this.#release();
  }

  async #listen(
    deviceId: string,
    voice: VoiceJson | undefined,
    signal: AbortSignal,
  ): Promise<ListenReason | undefined> {
    const loading = import('@ser/recognizer').then(({ loadRecognizer }) =>
      loadRecognizer({ voice }),
    );
    // It is waited for below; a microphone that is refused comes first.
    loading.catch(() => {});
    const stream = await openMicrophone(deviceId);
    this.#stream = stream;
    signal.throwIfAborted();
    this.#tap = await SoundTap.open(stream, {
      onPiece: (piece) => {
        this.#watch(piece);
        this.#events.onPiece(piece);
      },
      onRunning: (isRunning) => {
        this.#isSuspended = !isRunning;
        this.#tell();
      },
    });
    signal.throwIfAborted();
    for (const track of stream.getAudioTracks()) {
      track.addEventListener('mute', this.#tell);
      track.addEventListener('unmute', this.#tell);
    }
    using recognizer = await loading;
    signal.throwIfAborted();
    const listening = recognizer.listen(stream, { signal, worklet: workletUrl });
    this.#events.onStarted(stream);
    for await (const window of listening) {
      if (!signal.aborted) this.#events.onWindow(window);
    }
    return listening.reason;
  }

  #watch(piece: Audio): void {
    const wasSilent = this.#zeros >= SILENCE;
    const { samples, sampleRate } = piece;
    this.#zeros = peakOf(piece) > 0 ? 0 : this.#zeros + samples.length / sampleRate;
    if (wasSilent !== this.#zeros >= SILENCE) this.#tell();
  }

  readonly #tell = (): void => {
    if (this.#abort.signal.aborted) return;
    const isMuted = this.#stream?.getAudioTracks().some(({ muted }) => muted);
    const isSilent = this.#zeros >= SILENCE;
    const sound = isMuted ? 'muted' : isSilent ? 'silent' : 'runs';
    this.#events.onSound(this.#isSuspended ? 'suspended' : sound);
  };

  #release(): void {
    for (const track of this.#stream?.getAudioTracks() ?? []) {
      track.removeEventListener('mute', this.#tell);
      track.removeEventListener('unmute', this.#tell);
    }
    this.#tap?.close();
    this.#tap = undefined;
    closeMicrophone(this.#stream);
  }
}
