import { createHash } from 'node:crypto';
import { type Plan, run, splitRows, type Table, voiceAverages } from '@ser/experiment';
import { memoryStore } from '@ser/model';
import { PLANS } from '../train/plans.ts';
import { CardError } from '../util/card-error.ts';
import { note } from '../util/progress.ts';

/** The digest of the weights that are published: the recipe and the clips give them anywhere. */
export const WEIGHTS_SHA256 = 'dc5228549e67e91ac6a57064d6bbf49c093ead616d82890dde2e8f1c65568332';

/** Files by their names. */
export type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const MODEL_FILES = ['model.json', 'weights.bin'] as const;

/**
 * The published model's files, those of the adapted one in `adapted/`, and the average voices.
 *
 * @throws CardError `other-weights` where the table or the code give other weights than those that
 *   are published
 */
export async function trainPublished(
  table: Table,
): Promise<{ files: Files; averages: ReadonlyMap<string, Float64Array> }> {
  const plain = await filesOf('plain', PLANS.plain(), table);
  const found = sha256(plain.get('weights.bin') as Uint8Array);
  if (found !== WEIGHTS_SHA256) {
    throw new CardError(
      'other-weights',
      `publish: weights.bin must have the SHA-256 ${WEIGHTS_SHA256}, got ${found}; ` +
        'is the table of other clips, or of other code?',
    );
  }
  const plan = PLANS.adapted();
  const adapted = await filesOf('adapted', plan, table);
  const files = new Map(plain);
  for (const [file, bytes] of adapted) files.set(`adapted/${file}`, bytes);
  const speech = table.rows.every(({ condition }) => condition === 'speech');
  if (!speech) throw new CardError('bad-file', 'publish: --data must hold speech alone');
  return { files, averages: voiceAverages(table, splitRows(table.rows, plan).train) };
}

async function filesOf(
  title: string,
  plan: Plan,
  table: Table,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const store = memoryStore();
  const { summary } = await run(plan, table, { store });
  note(`${title}: hold-out UAR ${summary.test.uar.toFixed(3)}, weights ${summary.weightsSha256}`);
  return new Map(
    MODEL_FILES.map((file) => [file, store.files.get(file) as Uint8Array<ArrayBuffer>]),
  );
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
