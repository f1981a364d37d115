import { Alarm } from './alarm.ts';
import type { Environment } from './environment.ts';
import type { MediaStreamTrackLike } from './media-stream.ts';

/** How often it is looked whether the page stopped the track, which no event says; in seconds. */
const LOOK_EVERY = 0.25;

/**
 * Tells once how a track ends: 'device-lost' where it was a microphone's and nobody stopped it.
 *
 * @returns What ends the watch.
 */
export function watchTrack(
  track: MediaStreamTrackLike,
  environment: Environment,
  onEnd: (reason: 'ended' | 'device-lost') => void,
): () => void {
  const { deviceId = '' } = track.getSettings?.() ?? {};
  // A track from the network or from another tab has an identifier too, of no microphone.
  let isDevice = deviceId !== '';
  environment.listDevices().then(
    (devices) => {
      if (devices.some((device) => device !== '')) isDevice = devices.includes(deviceId);
    },
    () => {},
  );
  const end = (reason: 'ended' | 'device-lost'): void => {
    stop();
    onEnd(reason);
  };
  const onEvent = (): void => end(isDevice ? 'device-lost' : 'ended');
  const look = new Alarm(environment, LOOK_EVERY, () => {
    if (track.readyState === 'ended') end('ended');
    else look.set();
  });
  const stop = (): void => {
    look.clear();
    track.removeEventListener('ended', onEvent);
  };
  track.addEventListener('ended', onEvent);
  look.set();
  return stop;
}
