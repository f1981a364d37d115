/** A page without https has no microphones to ask for. */
class InsecurePageError extends Error {
  override readonly name = 'InsecurePageError';
}

/** What carries emotion must reach the model as it was spoken. */
const AS_IT_IS = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };

/**
 * Asks for a microphone, without what browsers do for calls: they cancel echo, take out noise and
 * even out loudness.
 *
 * @param deviceId Which one; empty for the one that the system prefers.
 * @throws {InsecurePageError} Where the page is not secure.
 * @throws {DOMException} As `getUserMedia`.
 */
export async function openMicrophone(deviceId = ''): Promise<MediaStream> {
  // Typed as always there; pages that are not secure have none.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices?.getUserMedia) throw new InsecurePageError('There is no navigator.mediaDevices.');
  const which = deviceId === '' ? {} : { deviceId: { exact: deviceId } };
  return devices.getUserMedia({ audio: { ...AS_IT_IS, ...which } });
}

/** Switches a microphone off; the browser's sign for it goes out. */
export function closeMicrophone(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** The microphones that the page may know of. Before it was allowed one, they have no names. */
export async function listMicrophones(): Promise<MediaDeviceInfo[]> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const all = (await devices?.enumerateDevices?.()) ?? [];
  return all.filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== '');
}
