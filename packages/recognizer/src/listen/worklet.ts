/** What an AudioWorklet has that TypeScript's libraries do not declare. */
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: typeof CaptureProcessor): void;
/** Samples per second. */
declare const sampleRate: number;

/** How long a batch is, in seconds, about. */
const BATCH = 0.032;

/** Samples that are rendered at once. */
const QUANTUM = 128;

/**
 * Posts what it hears to the port that it was given, as batches of samples of the channels' mean.
 * It imports nothing: a page may copy this file. The page posts `{ port }` to it, then 'stop'.
 */
class CaptureProcessor extends AudioWorkletProcessor {
  readonly #size = QUANTUM * Math.ceil((BATCH * sampleRate) / QUANTUM);
  #batch = new Float32Array(this.#size);
  #count = 0;
  #out: MessagePort | undefined;
  #isHeard = false;
  #isStopped = false;

  constructor() {
    super();
    this.port.onmessage = ({ data }) => {
      if (data === 'stop') {
        this.#isStopped = true;
        this.#out?.close();
      } else this.#out = data.port;
    };
  }

  process([channels]: Float32Array[][]): boolean {
    if (this.#isStopped) return false;
    if (this.#out === undefined || channels.length === 0) return true;
    for (let i = 0; i < channels[0].length; i++) {
      let sum = 0;
      for (const channel of channels) sum += channel[i];
      this.#batch[this.#count++] = sum / channels.length;
      if (this.#count === this.#size) this.#post(this.#out);
    }
    return true;
  }

  #post(out: MessagePort): void {
    const samples = this.#batch;
    out.postMessage({ samples, sampleRate, at: Date.now() }, [samples.buffer]);
    this.#batch = new Float32Array(this.#size);
    this.#count = 0;
    if (this.#isHeard) return;
    this.#isHeard = true;
    this.port.postMessage('heard');
  }
}

registerProcessor('ser-capture', CaptureProcessor);
