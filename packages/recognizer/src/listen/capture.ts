import { RecognizerError } from '../recognizer-error.ts';
import { Alarm } from './alarm.ts';
import type { Environment } from './environment.ts';
import type { CheckedListenOptions } from './listen-options.ts';
import type { MediaStreamTrackLike } from './media-stream.ts';
import { watchTrack } from './watch-track.ts';

/** What a capture says. */
export interface CaptureEvents {
  /** The first samples came. */
  onHeard(): void;
  /** The context renders, or does not any more. */
  onRunning(isRunning: boolean): void;
  onEnd(reason: 'ended' | 'device-lost' | 'suspended'): void;
  onError(error: RecognizerError): void;
}

/**
 * A track's samples, as the audio thread posts them: track → source → worklet → port. The track is
 * the user's, and never stopped.
 */
export class Capture {
  readonly #environment: Environment;
  readonly #events: CaptureEvents;
  readonly #context: AudioContext;
  readonly #isOwn: boolean;
  readonly #worklet: URL | string;
  readonly #track: MediaStreamTrackLike;
  readonly #resume: Alarm;
  readonly #unwatch: () => void;
  #source: MediaStreamAudioSourceNode | undefined;
  #node: AudioWorkletNode | undefined;
  #hasRun = false;
  #isClosed = false;

  constructor(
    track: MediaStreamTrackLike,
    { context, worklet, resumeTimeout }: CheckedListenOptions,
    environment: Environment,
    events: CaptureEvents,
  ) {
    this.#environment = environment;
    this.#events = events;
    this.#track = track;
    this.#isOwn = context === undefined;
    this.#context = (context as AudioContext | undefined) ?? openContext(environment);
    this.#worklet = worklet ?? environment.workletAddress();
    this.#resume = new Alarm(environment, resumeTimeout, () => this.#onStillSuspended());
    this.#unwatch = watchTrack(track, environment, (reason) => events.onEnd(reason));
  }

  /**
   * Builds the nodes.
   *
   * @returns Where the samples come, or undefined if it was closed meanwhile.
   */
  async open(): Promise<MessagePort | undefined> {
    const context = this.#context;
    if (context.audioWorklet === undefined) {
      throw noWorklet();
    }
    context.addEventListener('statechange', this.#onState);
    this.#ask();
    this.#onState();
    try {
      await context.audioWorklet.addModule(this.#worklet);
    } catch (cause) {
      if (this.#isClosed) return undefined;
      const text =
        `listen: the worklet ${this.#worklet} cannot be loaded; put a copy of ` +
        '@ser/recognizer/worklet there, or give its address as `worklet`';
      throw new RecognizerError('no-such-path', text, { cause });
    }
    if (this.#isClosed) return undefined;
    const { port1, port2 } = new MessageChannel();
    this.#node = this.#environment.openNode(context, 'ser-capture');
    this.#node.port.onmessage = () => this.#events.onHeard();
    this.#node.port.postMessage({ port: port1 }, [port1]);
    this.#source = this.#environment.openSource(context, this.#track as MediaStreamTrack);
    // The output is silence; a node that leads nowhere is not run by every browser.
    this.#source.connect(this.#node).connect(context.destination);
    return port2;
  }

  /** Releases all but the track, and a context of the user's. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#unwatch();
    this.#resume.clear();
    this.#context.removeEventListener('statechange', this.#onState);
    this.#source?.disconnect();
    if (this.#node !== undefined) {
      this.#node.port.onmessage = null;
      this.#node.port.postMessage('stop');
      this.#node.disconnect();
    }
    if (this.#isOwn && this.#context.state !== 'closed') await this.#context.close();
  }

  readonly #onState = (): void => {
    const { state } = this.#context;
    if (state === 'closed') {
      this.#events.onEnd('ended');
      return;
    }
    const isRunning = state === 'running';
    this.#events.onRunning(isRunning);
    if (isRunning) {
      this.#hasRun = true;
      this.#resume.clear();
      return;
    }
    this.#resume.set();
    // The page that suspends its own context means it.
    if (this.#isOwn && this.#hasRun) this.#ask();
  };

  /** Asks the browser to run the context. The promise may never settle: the state tells. */
  #ask(): void {
    this.#context.resume().catch(() => {});
  }

  #onStillSuspended(): void {
    if (this.#hasRun) {
      this.#events.onEnd('suspended');
      return;
    }
    const text =
      'listen: the browser does not start the AudioContext; call listen, and loop over it, from ' +
      'a click or a key press';
    this.#events.onError(new RecognizerError('no-gesture', text));
  }
}

function openContext(environment: Environment): AudioContext {
  try {
    return environment.openContext();
  } catch (cause) {
    throw noWorklet(cause);
  }
}

function noWorklet(cause?: unknown): RecognizerError {
  const text =
    'listen: a MediaStream needs an AudioContext with an AudioWorklet, which there is in pages ' +
    'that are served by https or from localhost';
  return new RecognizerError('no-audio-worklet', text, { cause });
}
