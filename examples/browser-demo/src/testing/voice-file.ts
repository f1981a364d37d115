import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Audio } from '@ser/recognizer';
import { encodeWav } from '../recognition/sound/encode-wav.ts';
import { speak } from '../recognition/sound/speak.ts';

const RATE = 48_000;
/** Seconds of speech, and of the pause after it. */
const [SPEECH, PAUSE] = [2.6, 0.9];
const MANNERS = [
  { pitch: 210, range: 0.3, rate: 5, loudness: 0.5, tilt: 0.7, seed: 1 },
  { pitch: 190, range: 0.15, rate: 3.5, loudness: 0.3, tilt: 1, seed: 2 },
];

/** What Chromium's fake microphone plays, again and again: a synthetic voice that pauses. */
export interface VoiceFile {
  /** The arguments of Chromium. */
  readonly args: readonly string[];
  /** One time through. */
  readonly audio: Audio;
  remove(): Promise<void>;
}

/** Writes a voice for a fake microphone. */
export async function voiceFile(): Promise<VoiceFile> {
  const folder = await mkdtemp(join(tmpdir(), 'ser-demo-voice-'));
  const path = join(folder, 'voice.wav');
  const seconds = MANNERS.length * (SPEECH + PAUSE);
  const samples = new Float32Array(seconds * RATE);
  MANNERS.forEach((manner, i) => {
    samples.set(speak(manner, SPEECH, RATE), i * (SPEECH + PAUSE) * RATE);
  });
  await writeFile(path, encodeWav({ samples, sampleRate: RATE }));
  return {
    // Without --use-fake-ui-for-media-stream: a page has the microphone where it was granted.
    args: ['--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${path}`],
    audio: { samples, sampleRate: RATE },
    remove: () => rm(folder, { recursive: true }),
  };
}
