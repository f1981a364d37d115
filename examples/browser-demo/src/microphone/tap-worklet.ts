/** What an AudioWorklet has that TypeScript's libraries do not declare. */
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: typeof TapProcessor): void;
declare const sampleRate: number;

/** Seconds of a piece, about. */
const PIECE = 0.05;
const QUANTUM = 128;

/** Posts what it hears, the mean of the channels, in pieces. Anything posted to it ends it. */
class TapProcessor extends AudioWorkletProcessor {
  readonly #size = QUANTUM * Math.ceil((PIECE * sampleRate) / QUANTUM);
  #piece = new Float32Array(this.#size);
  #count = 0;
  #isOver = false;

  constructor() {
    super();
    this.port.onmessage = () => {
      this.#isOver = true;
    };
  }

  process([channels]: Float32Array[][]): boolean {
    if (this.#isOver) return false;
    for (let i = 0; i < (channels[0]?.length ?? 0); i++) {
      let sum = 0;
      for (const channel of channels) sum += channel[i];
      this.#piece[this.#count++] = sum / channels.length;
      if (this.#count < this.#size) continue;
      this.port.postMessage(this.#piece, [this.#piece.buffer]);
      this.#piece = new Float32Array(this.#size);
      this.#count = 0;
    }
    return true;
  }
}

registerProcessor('tap', TapProcessor);

export {};
