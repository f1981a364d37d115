import assert from 'node:assert/strict';
import { copyFileSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename, join } from 'node:path';
import { build } from 'vite';
import type { Browser } from '../browser-testing/src/index.ts';
import { startChromium } from '../browser-testing/src/start-chromium.ts';
import type { ReadmeModule } from './readme-modules.ts';
import { serveFolder } from './serve-folder.ts';
import { microphoneOf } from './try-pages.ts';

/** What a README's code finds in its page by name, as `input`, `button` and `output`. */
const PAGE = `<!doctype html>
<title>a block</title>
<input id="input" type="file" multiple />
<button id="button" type="button">Start</button>
<button id="load" type="button">Load</button>
<output id="output"></output>
`;

/** Loads a block when the files are chosen that it may read at once. */
const LOAD_MODULE = `
document.querySelector('#load').addEventListener('click', async () => {
  try {
    await import('./block.js');
  } finally {
    document.body.dataset.loaded = 'yes';
  }
});
`;

/** Starts a block as a worker, sends it a recording, and prints its answer. */
const LOAD_WORKER = `
import { decodeWav } from '@ser/corpus';
document.querySelector('#load').addEventListener('click', async () => {
  const worker = new Worker(new URL('./block.js', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }) => console.log(JSON.stringify(data)));
  worker.addEventListener('error', ({ message }) => console.error(message));
  const bytes = new Uint8Array(await document.querySelector('#input').files[0].arrayBuffer());
  worker.postMessage(decodeWav(bytes));
  document.body.dataset.loaded = 'yes';
});
`;

/**
 * Builds a page of each block that runs in a browser, with Vite, from the packages that a project has
 * installed. In Chromium each is given its files, its button is pressed, and it must say what its
 * README says, without a complaint of the browser.
 */
export async function tryPageBlocks(
  project: string,
  modules: readonly ReadmeModule[],
): Promise<void> {
  const browser = await startChromium(microphoneOf(join(project, 'voice.wav')));
  if (typeof browser === 'string') {
    console.log(`Not run: the code for pages, since no Chromium starts here (${browser}).`);
    return;
  }
  try {
    const built = await buildBlocks(project, modules);
    const site = await serveFolder(built, {});
    try {
      const faults: string[] = [];
      for (const each of modules) {
        await tryBlock(browser, site.url, project, each).catch((error) => faults.push(`${error}`));
      }
      if (faults.length > 0) throw new Error(faults.join('\n'));
    } finally {
      site.close();
    }
  } finally {
    await browser.close();
  }
  console.log(`The ${modules.length} pieces of code for pages and workers run in Chromium.`);
}

const folderOf = ({ name }: ReadmeModule): string => name.replace(/\.ts$/, '');

async function buildBlocks(project: string, modules: readonly ReadmeModule[]): Promise<string> {
  const root = join(project, 'page-blocks');
  const input = modules.map((each) => {
    const folder = join(root, folderOf(each));
    mkdirSync(folder, { recursive: true });
    const load = each.place?.kind === 'worker' ? LOAD_WORKER : LOAD_MODULE;
    writeFileSync(join(folder, 'block.js'), stripTypeScriptTypes(each.plain));
    writeFileSync(join(folder, 'load.js'), load);
    const html = join(folder, 'index.html');
    writeFileSync(html, `${PAGE}<script type="module" src="./load.js"></script>\n`);
    return html;
  });
  const outDir = join(project, 'built-blocks');
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2022', rolldownOptions: { input } },
  });
  // tfjs asks for its files beside the page.
  for (const file of globSync('node_modules/@tensorflow/tfjs-backend-wasm/dist/*.wasm', {
    cwd: project,
  })) {
    for (const each of modules) {
      copyFileSync(join(project, file), join(outDir, folderOf(each), basename(file)));
    }
  }
  // Browsers ask for it.
  writeFileSync(join(outDir, 'favicon.ico'), '');
  return outDir;
}

async function tryBlock(
  browser: Browser,
  url: string,
  project: string,
  each: ReadmeModule,
): Promise<void> {
  const { place, plain, name } = each;
  assert.ok(place !== undefined);
  const page = await browser.newPage();
  const said: string[] = [];
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
    // A page that has said enough is closed, and what it still says is lost.
    else
      valuesOf(message).then(
        (text) => said.push(text),
        () => {},
      );
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  try {
    await page.goto(`${url}${folderOf(each)}/index.html`);
    const files = place.files.map((file) => join(project, file));
    const input = page.locator('#input');
    if (files.some((file) => file.endsWith('/'))) {
      await input.evaluate((element) => element.toggleAttribute('webkitdirectory', true));
    }
    // Some blocks wait until they are chosen, others read them at once.
    const waits = plain.includes('input.addEventListener');
    if (!waits) await input.setInputFiles(files);
    await page.locator('#load').click();
    await page.waitForFunction(() => document.body.dataset.loaded === 'yes');
    if (waits) await input.setInputFiles(files);
    if (plain.includes('button.addEventListener')) await page.locator('#button').click();
    const deadline = Date.now() + LIMIT;
    for (;;) {
      const shown = (await page.locator('#output').textContent()) ?? '';
      if (complaints.length === 0 && [...said, shown].some((text) => place.says.test(text))) break;
      if (complaints.length > 0 || Date.now() > deadline) {
        throw new Error(`it says ${JSON.stringify([...said, shown])}, not ${place.says}`);
      }
      await page.waitForTimeout(100);
    }
  } catch (error) {
    const report = `${name} does not run in a page: ${error}\n${complaints.join('\n')}`;
    throw new Error(report, { cause: error });
  } finally {
    await page.close();
  }
}

/** Milliseconds that a block may take until it says something. */
const LIMIT = 60_000;

/** What a page has logged, of arrays their items too. */
const valuesOf = async (message: {
  args(): { jsonValue(): Promise<unknown> }[];
}): Promise<string> => (await Promise.all(message.args().map((arg) => arg.jsonValue()))).join(' ');
