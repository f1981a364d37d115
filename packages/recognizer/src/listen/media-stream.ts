/** What is needed of a `MediaStreamTrack`, which Node's types do not have. */
export interface MediaStreamTrackLike extends EventTarget {
  readonly readyState: string;
  getSettings?(): { deviceId?: string };
}

/** What is needed of a `MediaStream`, which Node's types do not have. */
export interface MediaStreamLike {
  getAudioTracks(): MediaStreamTrackLike[];
}

/** What is needed of an `AudioContext`, which Node's types do not have. */
export interface AudioContextLike extends EventTarget {
  readonly state: string;
  /** Samples per second. */
  readonly sampleRate: number;
  /** Missing where the page is not secure. */
  readonly audioWorklet?: object;
  resume(): Promise<void>;
}

/** What is needed of a `Worker`, which Node's types do not have. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): void;
}

/** Whether `value` is a stream of a page, or of another frame. */
export function isMediaStream(value: unknown): value is MediaStreamLike {
  return typeof Object(value).getAudioTracks === 'function';
}
