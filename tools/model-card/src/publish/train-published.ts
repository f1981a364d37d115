import { createHash } from 'node:crypto';
import { type Plan, run, splitRows, type Table, voiceAverages } from '@ser/experiment';
import { Classifier, type FileStore, memoryStore } from '@ser/model';
import { type FamiliarConditions, fitFamiliarity } from '@ser/recognizer';
import { PLANS } from '../train/plans.ts';
import { CardError } from '../util/card-error.ts';
import { note } from '../util/progress.ts';
import { familiarExamples } from './familiar-examples.ts';

/** The digest of the weights that are published: the recipe and the clips give them anywhere. */
const WEIGHTS_SHA256 = '0f89d54e77ed4524ddb0844accb3ffd68b9d80a22eba032ea52fd4cfa9500281';

/** Files by their names. */
export type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const MODEL_FILES = ['model.json', 'weights.bin'] as const;

/** What is published, but for what is chosen. */
export interface Published {
  readonly files: Files;
  /** The average voice of each variant. */
  readonly averages: ReadonlyMap<string, Float64Array>;
  /** What the model is familiar with. */
  readonly familiar: FamiliarConditions;
  /** The same of the model of voices that are calibrated to. */
  readonly familiarAdapted: FamiliarConditions;
}

/**
 * The published model's files, those of the adapted one in `adapted/`, and what belongs to them.
 *
 * @throws CardError `other-weights` where the table or the code give other weights than those that
 *   are published; `bad-file` for a table with song
 */
export async function trainPublished(table: Table): Promise<Published> {
  if (!table.rows.every(({ condition }) => condition === 'speech')) {
    throw new CardError('bad-file', 'publish: --data must hold speech alone');
  }
  const [plainPlan, adaptedPlan] = [PLANS.plain(), PLANS.adapted()];
  const plain = await filesOf('plain', plainPlan, table);
  checkWeights('publish', sha256(plain.files.get('weights.bin') as Uint8Array));
  const adapted = await filesOf('adapted', adaptedPlan, table);
  const files = new Map(plain.files);
  for (const [file, bytes] of adapted.files) files.set(`adapted/${file}`, bytes);
  const { train } = splitRows(table.rows, adaptedPlan);
  const familiarOf = async (store: FileStore, isAdapted: boolean): Promise<FamiliarConditions> => {
    const classifier = await Classifier.load(store);
    const familiar = fitFamiliarity(familiarExamples(table, train, classifier, isAdapted));
    classifier.dispose();
    return familiar;
  };
  return {
    files,
    averages: voiceAverages(table, train),
    familiar: await familiarOf(plain.store, false),
    familiarAdapted: await familiarOf(adapted.store, true),
  };
}

/**
 * Throws unless weights are those that are published.
 *
 * @throws CardError `other-weights`
 */
export function checkWeights(caller: string, found: string): void {
  if (found === WEIGHTS_SHA256) return;
  throw new CardError(
    'other-weights',
    `${caller}: weights.bin must have the SHA-256 ${WEIGHTS_SHA256}, got ${found}; ` +
      'is the table of other clips, or of other code?',
  );
}

async function filesOf(
  title: string,
  plan: Plan,
  table: Table,
): Promise<{ store: FileStore; files: Map<string, Uint8Array<ArrayBuffer>> }> {
  const store = memoryStore();
  const { summary } = await run(plan, table, { store });
  note(`${title}: hold-out UAR ${summary.test.uar.toFixed(3)}, weights ${summary.weightsSha256}`);
  const files = MODEL_FILES.map(
    (file) => [file, store.files.get(file) as Uint8Array<ArrayBuffer>] as const,
  );
  return { store, files: new Map(files) };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
