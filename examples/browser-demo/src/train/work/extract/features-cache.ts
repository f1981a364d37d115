import { type FileStore, sha256 } from '@ser/model';
import { canonicalJson } from '../same-json.ts';
import type { ClipRows, ClipTask } from './extract-clip.ts';

/** What tells the features of one clip from all others. */
export type FeaturesKey = Pick<ClipTask, 'config' | 'variants' | 'seed'> & {
  readonly id: string;
  /** Of the state of its file. */
  readonly stamp: string;
};

/** Keeps what was extracted, a clip a file, so that a reload or another run begins with it. */
export class FeaturesCache {
  readonly #store: FileStore;

  constructor(store: FileStore) {
    this.#store = store;
  }

  async read(key: FeaturesKey): Promise<ClipRows | undefined> {
    const file = await fileOf(key);
    const bytes = file && (await this.#store.read(file));
    if (!bytes) return undefined;
    const count = key.variants.length + 1;
    const values = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
    const size = values.length / count;
    return Array.from({ length: count }, (_, i) => values.slice(i * size, (i + 1) * size));
  }

  /** Where nothing can be kept, such as on a full disk, work goes on without. */
  async write(key: FeaturesKey, rows: ClipRows): Promise<void> {
    const file = await fileOf(key);
    if (!file) return;
    const values = new Float32Array(rows.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const row of rows) {
      values.set(row, at);
      at += row.length;
    }
    await this.#store.write(file, new Uint8Array(values.buffer)).catch(() => {});
  }
}

/** Empty where the clip's file has no stamp, or the platform no digest. */
function fileOf(key: FeaturesKey): Promise<string> | '' {
  return key.stamp && sha256(new TextEncoder().encode(canonicalJson(key)));
}
