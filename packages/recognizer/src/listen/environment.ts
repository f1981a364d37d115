/** A clock and its timers, which tests replace. */
export interface Timers {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls once, after some milliseconds. */
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** What a page has and Node has not. Nothing of it is looked for before a stream is listened to. */
export interface Environment extends Timers {
  /** Undefined where there are none, or they are forbidden. */
  openWorker(): Worker | undefined;
  openWorkerAt(address: URL | string): Worker;
  openContext(): AudioContext;
  openNode(context: AudioContext, processor: string): AudioWorkletNode;
  openSource(context: AudioContext, track: MediaStreamTrack): MediaStreamAudioSourceNode;
  /** Where the worklet's file is. */
  workletAddress(): URL;
  /** The identifiers of all microphones, where the page may know them. */
  listDevices(): Promise<string[]>;
}

export const PAGE: Environment = {
  now: () => Date.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as number),

  openWorker() {
    if (typeof Worker === 'undefined') return undefined;
    try {
      // Bundlers look for these very words.
      return new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
    } catch {
      return undefined;
    }
  },

  openWorkerAt: (address) => new Worker(address, { type: 'module' }),
  openContext: () => new AudioContext(),

  openNode: (context, processor) =>
    new AudioWorkletNode(context, processor, { numberOfInputs: 1, numberOfOutputs: 1 }),

  openSource: (context, track) =>
    new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([track]) }),

  // Vite would put a small file into the page as a data: address, which a strict policy forbids.
  workletAddress: () => new URL('./worklet.js?no-inline', import.meta.url),

  async listDevices() {
    const devices = await navigator.mediaDevices?.enumerateDevices();
    return (devices ?? []).filter(({ kind }) => kind === 'audioinput').map((each) => each.deviceId);
  },
};
