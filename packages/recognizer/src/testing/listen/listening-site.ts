import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, serve } from '@ser/browser-testing';
import { speak, toWav } from '../speak.ts';

const source = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** A page that no click has touched, which listens as soon as it is loaded. */
const UNTOUCHED = `<!doctype html><title>untouched</title>
<script src="ser.js"></script>
<script>
(async () => {
  const recognizer = await ser.loadRecognizer();
  const { stream } = new AudioContext().createMediaStreamDestination();
  const options = { worklet: 'worklet.js', worker: false, resumeTimeout: 0.1 };
  try {
    await recognizer.listen(stream, options).next();
    window.found = 'none';
  } catch (error) {
    window.found = error.code;
  }
})();
</script>`;

/** Pages with the recogniser, and a voice for Chromium's microphone. */
export interface ListeningSite {
  readonly url: string;
  /** A WAV file. */
  readonly voice: string;
  close(): Promise<void>;
}

/** Bundles the package, its worker and its worklet from their sources, and serves them. */
export async function listeningSite(): Promise<ListeningSite> {
  const folder = await mkdtemp(join(tmpdir(), 'ser-listen-'));
  const put = (name: string, content: string | Uint8Array): Promise<void> =>
    writeFile(join(folder, name), content);
  await put('ser.js', await bundle(source('index.ts'), 'ser'));
  await put('worker.js', await bundle(source('listen/worker.ts'), 'worker'));
  await put('worklet.js', await bundle(source('listen/worklet.ts'), 'worklet'));
  await put('other.js', 'throw new Error("another worker");');
  await put('untouched.html', UNTOUCHED);
  const { samples, sampleRate } = speak({ seconds: 8, sampleRate: 48_000 });
  await put('voice.wav', toWav([samples], sampleRate));
  const site = await serve((name) => join(folder, name));
  return {
    url: site.url,
    voice: join(folder, 'voice.wav'),
    async close() {
      site.close();
      await rm(folder, { recursive: true });
    },
  };
}
