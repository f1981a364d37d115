import type { Environment } from '../../listen/environment.ts';
import type { MediaStreamLike, MediaStreamTrackLike } from '../../listen/media-stream.ts';
import { FakeTimers } from './fake-timers.ts';

/** An EventTarget that counts its listeners. */
class CountingTarget extends EventTarget {
  readonly #listeners = new Set<string>();

  override addEventListener(type: string, listener: EventListener): void {
    this.#listeners.add(type);
    super.addEventListener(type, listener);
  }

  override removeEventListener(type: string, listener: EventListener): void {
    this.#listeners.delete(type);
    super.removeEventListener(type, listener);
  }

  /** The kinds of events that are listened to. */
  get listeners(): string[] {
    return [...this.#listeners];
  }
}

/** A track of a microphone. */
export class FakeTrack extends CountingTarget implements MediaStreamTrackLike {
  readyState = 'live';
  deviceId = 'microphone';
  getSettings = (): { deviceId: string } => ({ deviceId: this.deviceId });

  /** As the page does it: no event comes. */
  stop(): void {
    this.readyState = 'ended';
  }

  /** As the browser does it. */
  end(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

/** A context without sound. */
export class FakeContext extends CountingTarget {
  state = 'suspended';
  readonly sampleRate = 1000;
  readonly destination = {};
  /** Whether the browser lets it run. */
  mayRun = true;
  resumed = 0;
  readonly modules: string[] = [];
  readonly audioWorklet: { addModule(address: unknown): Promise<void> } = {
    addModule: async (address) => {
      this.modules.push(String(address));
    },
  };

  async resume(): Promise<void> {
    this.resumed += 1;
    if (this.mayRun) this.become('running');
  }

  async close(): Promise<void> {
    this.become('closed');
  }

  become(state: string): void {
    if (this.state === state) return;
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

/** A node, with the worklet's end of its port. */
export class FakeNode {
  isConnected = false;
  isStopped = false;
  /** Where the worklet posts samples. */
  out: MessagePort | undefined;
  readonly port = {
    onmessage: null as (() => void) | null,
    postMessage: (message: unknown): void => {
      if (message === 'stop') this.isStopped = true;
      else this.out = (message as { port: MessagePort }).port;
    },
  };

  connect<Node>(node: Node): Node {
    this.isConnected = true;
    return node;
  }

  disconnect(): void {
    this.isConnected = false;
  }

  /** Samples, as the worklet posts them. */
  play(samples: Float32Array, at: number): void {
    this.out?.postMessage({ samples, sampleRate: 1000, at });
    this.port.onmessage?.();
  }
}

/** A page whose clock and sound are moved by hand. */
export class FakePage extends FakeTimers implements Environment {
  readonly context: FakeContext = new FakeContext();
  readonly node: FakeNode = new FakeNode();
  readonly source: FakeNode = new FakeNode();
  devices: string[] = ['microphone'];
  contexts = 0;
  openWorker: Environment['openWorker'] = () => undefined;
  openWorkerAt: Environment['openWorkerAt'] = () => {
    throw new Error('no worker here');
  };

  openContext = (): AudioContext => {
    this.contexts += 1;
    return this.context as unknown as AudioContext;
  };

  openNode = (): AudioWorkletNode => this.node as unknown as AudioWorkletNode;
  openSource = (): MediaStreamAudioSourceNode =>
    this.source as unknown as MediaStreamAudioSourceNode;
  workletAddress = (): URL => new URL('https://page.test/worklet.js');
  listDevices = async (): Promise<string[]> => this.devices;
}

/** A stream of these tracks. */
export function streamOf(...tracks: FakeTrack[]): MediaStreamLike {
  return { getAudioTracks: () => tracks };
}
