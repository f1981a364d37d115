/// <reference types="vite/client" />
import type { Audio } from '@ser/recognizer';
import workletUrl from './tap-worklet.ts?worker&url';

/** What a tap says. */
export interface TapEvents {
  /** Some 50 ms of sound, as they come. */
  onPiece(piece: Audio): void;
  /** Whether the browser renders sound; in a tab that it suspends it does not. Default: none. */
  onRunning?(isRunning: boolean): void;
}

/** The samples of a microphone, for its level and for recordings: `listen` keeps its own. */
export class SoundTap {
  readonly #context: AudioContext;
  readonly #onState: () => void;
  #source: AudioNode | undefined;
  #node: AudioWorkletNode | undefined;

  private constructor(onRunning: (isRunning: boolean) => void) {
    this.#context = new AudioContext();
    this.#onState = () => {
      const { state } = this.#context;
      if (state === 'closed') return;
      onRunning(state === 'running');
      if (state !== 'running') this.#context.resume().catch(() => {});
    };
  }

  /** Opens a tap. The stream stays the caller's. */
  static async open(
    stream: MediaStream,
    { onPiece, onRunning = () => {} }: TapEvents,
  ): Promise<SoundTap> {
    const tap = new SoundTap(onRunning);
    try {
      await tap.#connect(stream, onPiece);
      return tap;
    } catch (error) {
      tap.close();
      throw error;
    }
  }

  /** Releases everything but the stream. */
  close(): void {
    this.#context.removeEventListener('statechange', this.#onState);
    this.#source?.disconnect();
    this.#node?.disconnect();
    if (this.#node) {
      this.#node.port.onmessage = null;
      this.#node.port.postMessage('end');
    }
    if (this.#context.state !== 'closed') void this.#context.close();
  }

  async #connect(stream: MediaStream, onPiece: (piece: Audio) => void): Promise<void> {
    const context = this.#context;
    const { sampleRate } = context;
    await context.audioWorklet.addModule(workletUrl);
    const node = new AudioWorkletNode(context, 'tap');
    node.port.onmessage = ({ data }) => onPiece({ samples: data, sampleRate });
    this.#node = node;
    this.#source = context.createMediaStreamSource(stream);
    // The output is silence; a node that leads nowhere is not run by every browser.
    this.#source.connect(node).connect(context.destination);
    context.addEventListener('statechange', this.#onState);
    this.#onState();
  }
}
