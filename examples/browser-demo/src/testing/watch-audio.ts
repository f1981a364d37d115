/** What `watchAudio` puts into a page, as `watched`. */
export interface Watched {
  /** What `getUserMedia` was asked for, each time. */
  readonly asked: unknown[];
  /** Suspends every context, whatever the page asks, until `resume`. */
  suspend(): void;
  resume(): void;
  /** Ends the tracks as the browser does when a device is unplugged. */
  unplug(): void;
  /** Makes the microphones send zeros, as a switch of the device does. */
  mute(isMuted: boolean): void;
  /** While it is taken away there is no microphone, as Chromium says it on a machine without one. */
  takeAway(isTaken: boolean): void;
  /** Whether each track is stopped and each context closed. */
  isReleased(): boolean;
}

/** Runs in a page before its scripts: notes what opens microphones and renders sound. */
export function watchAudio(): void {
  const tracks: MediaStreamTrack[] = [];
  const contexts: AudioContext[] = [];
  let isHeld = false;
  let isGone = false;
  const asked: unknown[] = [];
  const Context = AudioContext;
  const { resume } = Context.prototype;
  globalThis.AudioContext = class extends Context {
    constructor(options?: AudioContextOptions) {
      super(options);
      contexts.push(this);
    }
    override resume() {
      return isHeld ? Promise.resolve() : super.resume();
    }
  };
  // Pages that are not secure have none.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const open = devices?.getUserMedia.bind(devices);
  if (devices && open) {
    devices.getUserMedia = async (constraints) => {
      asked.push(constraints);
      if (isGone) throw new DOMException('Requested device not found', 'NotFoundError');
      const stream = await open(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    };
  }
  const watched: Watched = {
    asked,
    suspend() {
      isHeld = true;
      for (const context of contexts) if (context.state === 'running') void context.suspend();
    },
    resume() {
      isHeld = false;
      for (const context of contexts) if (context.state === 'suspended') void resume.call(context);
    },
    unplug() {
      for (const track of tracks) track.dispatchEvent(new Event('ended'));
    },
    mute(isMuted) {
      for (const track of tracks) track.enabled = !isMuted;
    },
    takeAway(isTaken) {
      isGone = isTaken;
    },
    isReleased: () =>
      tracks.every(({ readyState }) => readyState === 'ended') &&
      contexts.every(({ state }) => state === 'closed'),
  };
  Object.assign(globalThis, { watched });
}
