import { createFrameStream, presets } from '../index.ts';

/** What an AudioWorklet has that TypeScript's libraries do not declare. */
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
/** Samples per second of the context. */
declare const sampleRate: number;
declare function registerProcessor(name: string, processor: typeof LogMelProcessor): void;

/** Posts each frame of `presets.logMel` of its input, at whatever rate. */
class LogMelProcessor extends AudioWorkletProcessor {
  readonly #stream = createFrameStream(presets.logMel, { sampleRate });
  readonly #frame = new Float32Array(this.#stream.names.length);

  process([[samples]]: Float32Array[][]): boolean {
    if (samples) this.#stream.push(samples);
    while (this.#stream.pull(this.#frame)) this.port.postMessage(this.#frame);
    return true;
  }
}

registerProcessor('log-mel', LogMelProcessor);
