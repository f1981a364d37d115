// Prints what a first visit costs, and how fast a clip is heard: `npx -y pnpm@12 measure`.
import { startChromium } from '@ser/browser-testing';
import { encodeWav } from '../recognition/sound/encode-wav.ts';
import { makeExample } from '../recognition/sound/examples.ts';
import { dropFiles, rowsWhenDone } from './drop-files.ts';
import { gzippedSize } from './first-load.ts';
import { openDemo } from './open-demo.ts';

const CLIPS = 20;
/** Tasks of the main thread count from here on, in ms, as Lighthouse counts them. */
const LONG = 50;

const browser = await startChromium();
if (typeof browser === 'string') throw new Error(browser);
const demo = await openDemo(browser, { serviceWorkers: 'block' });
const { page, site, folder } = demo;
await page.locator('files-view h1').waitFor();
const paint = await page.evaluate(
  () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
);
const blocking = await page.evaluate(
  (least) =>
    new Promise<number>((resolve) => {
      new PerformanceObserver((list, observer) => {
        const over = list.getEntries().map(({ duration }) => duration - least);
        observer.disconnect();
        resolve(over.reduce((sum, time) => sum + Math.max(0, time), 0));
      }).observe({ type: 'longtask', buffered: true });
      // Where there was no long task, nothing is observed.
      setTimeout(() => resolve(0), 3000);
    }),
  LONG,
);
const names = site.requests.map((path) => path.replace('/some/demo/', ''));
const bytes = await gzippedSize(folder, names);
const wav = encodeWav(makeExample('lively'));
const times: number[] = [];
for (let i = 0; i < CLIPS; i++) {
  await dropFiles(page, [{ name: `${i}.wav`, bytes: wav }]);
  await rowsWhenDone(page, i + 1);
  const words = await page.locator('sound-panel .columns .muted').first().textContent();
  times.push(Number(/heard in (\d+) ms/.exec(words ?? '')?.[1]));
}
times.sort((a, b) => a - b);
console.log(`first load, gzipped:    ${Math.round(bytes / 1000)} kB in ${names.length} files`);
console.log(`first contentful paint: ${Math.round(paint)} ms`);
console.log(`total blocking time:    ${Math.round(blocking)} ms`);
console.log(
  `a clip of 3.2 s, heard: ${times[CLIPS / 2]} ms (median), ${times[CLIPS - 1]} ms at most`,
);
await demo.close();
await browser.close();
