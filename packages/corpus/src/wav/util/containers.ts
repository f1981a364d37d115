/** The first four letters of a WAV file: little-endian, big-endian, and beyond 4 GiB. */
export const CONTAINERS: readonly string[] = ['RIFF', 'RIFX', 'RF64', 'BW64'];
