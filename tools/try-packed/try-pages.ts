import { startChromium } from '../browser-testing/src/start-chromium.ts';
import { buildPages } from './build-pages.ts';
import { hearInPage } from './hear-in-page.ts';
import { serveFolder } from './serve-folder.ts';

/** What a careful site sends. Nothing may be fetched, evaluated, or made from a blob. */
export const POLICY: string =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; connect-src 'none'";

/** How Chromium hears a WAV in place of a microphone. */
export const microphoneOf = (voice: string): string[] => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-audio-capture=${voice}`,
];

/**
 * Builds a page with each bundler, opens it in Chromium under a strict content security policy, and
 * has it name the emotion in a file and in what a microphone hears.
 *
 * @param voice the path of a WAV in which somebody speaks
 */
export async function tryPages(project: string, voice: string): Promise<void> {
  const browser = await startChromium(microphoneOf(voice));
  if (typeof browser === 'string') {
    console.log(`Not run: the pages of bundlers, since no Chromium starts here (${browser}).`);
    return;
  }
  try {
    const built = await buildPages(project);
    for (const [bundler, folder] of Object.entries(built)) {
      const site = await serveFolder(folder, { 'content-security-policy': POLICY });
      try {
        const heard = await hearInPage(browser, site.url, voice);
        console.log(`A page built by ${bundler} hears a file (${heard}) and a microphone.`);
      } catch (error) {
        throw new Error(`${folder}, built by ${bundler}: ${error}`, { cause: error });
      } finally {
        site.close();
      }
    }
  } finally {
    await browser.close();
  }
}
