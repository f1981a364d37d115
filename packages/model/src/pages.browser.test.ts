import { fileURLToPath } from 'node:url';
import {
  type Browser,
  bundle,
  needsChromium,
  type Page,
  type Site,
  serve,
  startChromium,
} from '@ser/browser-testing';
import { describeWith } from '@ser/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Classifier } from './classifier/classifier.ts';
import { buildModel } from './models/build-model.ts';
import { StandardScaler } from './preprocessing/standard-scaler.ts';
import { memoryStore } from './stores/memory-store.ts';
import {
  type Loaded,
  ldaDigest,
  type loadChosen,
  type Run,
  type Task,
  train,
  trainFrom,
} from './testing/work-in-page.ts';

const entry = fileURLToPath(new URL('./testing/work-in-page.ts', import.meta.url));
const backendFiles = fileURLToPath(
  new URL('.', import.meta.resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm')),
);
/** A GPU in software, where Chromium has one. */
const SOFTWARE_GPU = [
  '--enable-unsafe-swiftshader',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
  '--use-vulkan=swiftshader',
];
const browser = await startChromium();

/** What the bundle puts into the page. */
declare const work: {
  train: typeof train;
  trainFrom: typeof trainFrom;
  loadChosen: typeof loadChosen;
  ldaDigest: typeof ldaDigest;
};

describeWith(needsChromium(browser))('in Chromium', () => {
  let site: Site;
  let script: string;

  beforeAll(async () => {
    site = await serve((name) => (/^[\w-]+\.wasm$/.test(name) ? backendFiles + name : undefined));
    script = await bundle(entry, 'work');
  });
  afterAll(async () => {
    site?.close();
    if (typeof browser !== 'string') await browser.close();
  });

  /** Does something in a new page. */
  async function onPage<T>(
    path: '' | 'isolated/',
    use: (page: Page) => Promise<T>,
    where: Browser = browser as Browser,
  ): Promise<T> {
    const page = await where.newPage();
    try {
      await page.goto(site.url + path);
      await page.addScriptTag({ content: script });
      return await use(page);
    } finally {
      await page.close();
    }
  }

  const trainOn = (task: Task, path: '' | 'isolated/' = '', where?: Browser): Promise<Run> =>
    onPage(
      path,
      (page) => page.evaluate((each) => work.train(each), { wasmPath: site.url + path, ...task }),
      where,
    );

  test('a seed gives the weights that it gives in Node, bit for bit, on any threads', async () => {
    const inNode = await train({ backend: 'wasm', size: 'reference' });
    expect(inNode.losses[1]).toBeLessThan(inNode.losses[0]);
    const task: Task = { backend: 'wasm', size: 'reference' };
    const runs = [
      // It is not isolated, and has one thread.
      await trainOn({ ...task, threads: 2 }),
      await trainOn({ ...task, threads: 2 }, 'isolated/'),
    ];
    for (const run of runs) expect(run).toEqual(inNode);
    expect(inNode.tensorsLeft).toBe(0);
  });

  test('a run that begins in a page ends in Node with the same bits, and vice versa', async () => {
    const trainInPage = (state?: number[]) =>
      onPage('', (page) =>
        page.evaluate(([path, each]) => work.trainFrom(path, each), [site.url, state] as const),
      );
    const [inNode, inPage] = [await trainFrom(), await trainInPage()];
    expect(inPage).toEqual(inNode);
    expect((await trainFrom(undefined, inPage.state)).weights).toEqual(inNode.weights);
    expect((await trainInPage(inNode.state)).weights).toEqual(inNode.weights);
  });

  test('a discriminant analysis has the same bits in a page and in Node', async () => {
    const inPage = await onPage('', (page) => page.evaluate(() => work.ldaDigest()));
    expect(inPage).toEqual(await ldaDigest());
  });

  test('a page that chooses says what it took and passed over', async () => {
    const { backend, reason } = await trainOn({ size: 'small' });
    expect(['webgpu', 'wasm']).toContain(backend);
    expect(reason).toContain(`${backend} is the fastest that starts here; tensorflow is not`);
  });

  test.each(['', 'isolated/'] as const)(
    'a .wasm file that is not there is named, with what came (%s)',
    async (path) => {
      const wasmPath = `${site.url}none/`;
      await expect(trainOn({ backend: 'wasm', size: 'small', wasmPath }, path)).rejects.toThrow(
        new RegExp(
          `wasm does not start \\(\\[GET\\] "${wasmPath}tfjs-backend-wasm[-\\w]*\\.wasm": 404.*` +
            'setWasmPaths',
        ),
      );
    },
  );

  test('webgl and webgpu train as cpu does, where they start', async ({ skip }) => {
    const gpu = await startChromium(SOFTWARE_GPU);
    if (typeof gpu === 'string') return skip(gpu);
    try {
      const cpu = await train({ backend: 'cpu', size: 'gpu' });
      const missing: string[] = [];
      for (const backend of ['webgl', 'webgpu']) {
        const run = await trainOn({ backend, size: 'gpu' }, '', gpu).catch((error: Error) => {
          if (!error.message.includes(`${backend} does not start`)) throw error;
          missing.push(backend);
        });
        if (!run) continue;
        expect(run.backend).toBe(backend);
        expect(run.tensorsLeft).toBe(0);
        // Sums in another order, and GPUs that round as they like.
        expect(run.losses).toBeAllclose(cpu.losses, { rtol: 0, atol: 1e-3 });
      }
      if (missing.length > 0) skip(`not run: ${missing.join(', ')} did not start`);
    } finally {
      await gpu.close();
    }
  });

  describe('a classifier from chosen files', () => {
    const examples = [[1, 2, 3, 4, 5, 6]];
    let classifier: Classifier;
    let loaded: Loaded;

    beforeAll(async () => {
      classifier = new Classifier({
        model: buildModel({
          inputShape: [6, 1],
          classes: 2,
          blocks: [{ filters: 3, kernelSize: 3 }],
        }),
        labels: ['calm', 'angry'],
        scaler: new StandardScaler([1, 1, 1, 1, 1, 1], [2, 2, 2, 2, 2, 2]),
      });
      const store = memoryStore();
      await classifier.save(store);
      const contents = [...store.files].map(([name, bytes]): [string, number[]] => [
        name,
        [...bytes],
      ]);
      loaded = await onPage('', (page) =>
        page.evaluate(([files, rows]) => work.loadChosen(files, rows), [
          contents,
          examples,
        ] as const),
      );
    });

    afterAll(() => classifier.dispose());

    test('predicts as the one that was saved', async () => {
      const expected = await classifier.predict(examples.map((each) => Float32Array.from(each)));
      expect(loaded.predictions[0].label).toBe(expected[0].label);
      const { calm } = expected[0].scores;
      // cpu in the page, wasm here: float32 either way.
      expect(loaded.predictions[0].scores.calm).toBeAllclose(calm, { rtol: 0, atol: 5e-6 });
    });

    test('is one that tfjs itself reads', () => {
      expect(loaded.plainParameters).toBe(classifier.model.countParams());
    });

    test('needs its weights, whole', () => {
      expect(loaded.errors).toEqual([
        'no-such-path: Classifier.load: 1 chosen file (model.json): there is no weights.bin',
        expect.stringMatching(/^corrupt-model: .*weights\.bin must have \d+ bytes, got 10$/),
      ]);
    });
  });
});
