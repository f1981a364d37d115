import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  bundle,
  needsChromium,
  type Page,
  type Site,
  serve,
  startChromium,
} from '@ser/browser-testing';
import { memoryStore } from '@ser/model';
import { SPEAKERS } from '@ser/ravdess';
import { readSummary162 } from '@ser/ravdess-data/node';
import { describeWith } from '@ser/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Plan } from '../plan/plan.ts';
import { RECIPES } from '../recipe/recipes.ts';
import type { ExperimentEvent } from '../reporter.ts';
import { readParquet } from '../table/read-parquet.ts';
import { selectRows } from '../table/table.ts';
import { writeParquet } from '../table/write-parquet.ts';
import { smallPlan } from '../testing/small-plan.ts';
import {
  type digestOf,
  trainBaseline,
  type WorkerMessage,
  type WorkerTask,
} from '../testing/train-baseline.ts';

const EPOCHS = 3;
const TABLE = 'table.parquet';
const WORKER = 'worker.js';
const entry = fileURLToPath(new URL('../testing/train-baseline.ts', import.meta.url));
const backendFiles = fileURLToPath(
  new URL('.', import.meta.resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm')),
);
const browser = await startChromium();

const recipe = RECIPES.get('baseline');
if (!recipe) throw new Error('there is no recipe baseline');
const plan: Plan = smallPlan({
  recipe,
  epochs: EPOCHS,
  speakers: SPEAKERS,
  data: ['some clips of the embedded table'],
});

/** Every so many clips of the embedded table: a step of 64 rows an epoch, and a short one. */
const EVERY = 24;

async function someClips(): Promise<Uint8Array> {
  const table = await readParquet('embedded', await readSummary162());
  const originals = table.rows.flatMap(({ variant }, i) => (variant === 'original' ? [i] : []));
  const indices = originals.filter((_, i) => i % EVERY === 0);
  return writeParquet(selectRows(table, indices));
}

/** What the bundle puts into the page. */
declare const experiment: { digestOf: typeof digestOf };

/** What a worker has posted: its events, and then how it ended. */
interface Ended {
  events: ExperimentEvent[];
  last: Exclude<WorkerMessage, { event: unknown }>;
}

/** Gives a task to a dedicated worker, in the page. */
function inWorker({ script, task }: { script: string; task: WorkerTask }): Promise<Ended> {
  const worker = new Worker(script);
  const events: ExperimentEvent[] = [];
  return new Promise<Ended>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
      if ('event' in data) events.push(data.event);
      else resolve({ events, last: data });
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}

describeWith(needsChromium(browser))('in a worker of Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ser-experiment-'));
  const nodeStore = memoryStore();
  let nodeSha256: string;
  let site: Site;
  let page: Page;

  beforeAll(async () => {
    const script = await bundle(entry, 'experiment');
    const answer = 'onmessage = ({ data }) => experiment.work(data, postMessage.bind(self));';
    const table = await someClips();
    writeFileSync(join(folder, TABLE), table);
    writeFileSync(join(folder, WORKER), `${script}\n${answer}\n`);
    const paths = new Map([
      [WORKER, join(folder, WORKER)],
      [TABLE, join(folder, TABLE)],
    ]);
    site = await serve(
      (name) => paths.get(name) ?? (/^[\w-]+\.wasm$/.test(name) ? backendFiles + name : undefined),
    );
    if (typeof browser === 'string') return;
    page = await browser.newPage();
    await page.goto(site.url);
    await page.addScriptTag({ content: script });
    const summary = await trainBaseline(plan, table, { store: nodeStore });
    nodeSha256 = summary.weightsSha256;
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    site?.close();
    if (typeof browser !== 'string') await browser.close();
  });

  /** Trains the plan in a new worker of the page. */
  const train = (task: Pick<WorkerTask, 'database' | 'interruptAfter'>) =>
    page.evaluate(inWorker, {
      script: WORKER,
      task: { plan, table: site.url + TABLE, wasmPath: site.url, ...task },
    });
  const digest = (database: string, file: string) =>
    page.evaluate(([name, each]) => experiment.digestOf(name, each), [database, file] as const);

  describe('three epochs', () => {
    let ended: Ended;
    beforeAll(async () => {
      ended = await train({ database: 'whole' });
    });

    test('end with Node’s weights, bit for bit', () => {
      const summary = { weightsSha256: nodeSha256, epochs: EPOCHS };
      expect(ended.last).toMatchObject({ summary });
    });

    test('leave the weights in IndexedDB, where the page finds them', async () => {
      const bytes = nodeStore.files.get('weights.bin')?.length;
      expect(await digest('whole', 'weights.bin')).toEqual([nodeSha256, bytes]);
    });
  });

  describe('a run that was interrupted', () => {
    let first: Ended;
    let second: Ended;
    beforeAll(async () => {
      first = await train({ database: 'parts', interruptAfter: 1 });
      second = await train({ database: 'parts' });
    });

    test('says so', () => {
      expect(first.last).toEqual({ interrupted: true });
    });

    test('ends in another worker with the same weights', () => {
      expect(second.last).toMatchObject({ summary: { weightsSha256: nodeSha256 } });
    });

    test('trains no epoch twice', () => {
      const epochs = [...first.events, ...second.events].flatMap((event) =>
        event.kind === 'epoch' ? [event.logs.epoch] : [],
      );
      expect(epochs).toEqual([0, 1, 2]);
    });
  });
});
