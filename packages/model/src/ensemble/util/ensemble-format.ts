import { ModelError } from '../../model-error.ts';
import type { FileSource, FileStore } from '../../stores/file-store.ts';
import { nestedStore } from '../../stores/nested-store.ts';
import type { EnsembleMean } from './mix-scores.ts';

/** The file that describes a saved ensemble. */
export const ENSEMBLE_FILE = 'ensemble.json';

/** The version of {@link EnsembleJson}. */
const VERSION = 1;
/** Bytes of `ensemble.json`; one of a hundred members has 3 kB. */
const MAX_BYTES = 65536;
/** The most members of an ensemble that is loaded. */
const MAX_MEMBERS = 256;

/** What `ensemble.json` holds. */
export interface EnsembleJson {
  version: number;
  members: number;
  weights: number[];
  mean: EnsembleMean;
}

/** The folder's name of the member `i`, counted from 0. */
export function memberName(i: number): string {
  return `member-${i + 1}`;
}

export function memberFolder(store: FileStore, i: number): FileStore {
  return nestedStore(store, memberName(i));
}

/**
 * Reads `ensemble.json`. Weights and mean are checked by who makes an ensemble of them.
 *
 * @throws {ModelError} `no-such-path`, `foreign-model` or `corrupt-model`; what the source throws.
 */
export async function readEnsembleJson(from: FileSource): Promise<EnsembleJson> {
  const bytes = await from.read(ENSEMBLE_FILE, { maxBytes: MAX_BYTES });
  const where = `Ensemble.load: ${from.name}`;
  if (!bytes) throw new ModelError('no-such-path', `${where}: there is no ${ENSEMBLE_FILE}`);
  const corrupt = (what: string, cause?: unknown) =>
    new ModelError('corrupt-model', `${where}: ${ENSEMBLE_FILE} ${what}`, { cause });
  if (bytes.length > MAX_BYTES) throw corrupt(`must have at most ${MAX_BYTES} bytes`);
  let json: Partial<EnsembleJson> | null;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw corrupt(`is not JSON: ${(cause as Error).message}`, cause);
  }
  if (json?.version !== VERSION) {
    throw new ModelError(
      'foreign-model',
      `${where}: version must be ${VERSION}, got ${JSON.stringify(json?.version)}`,
    );
  }
  const { members, weights, mean } = json;
  const isCount = Number.isInteger(members) && (members as number) >= 1;
  if (!isCount || (members as number) > MAX_MEMBERS) {
    throw corrupt(`must have 1 to ${MAX_MEMBERS} members, got ${JSON.stringify(members)}`);
  }
  if (!Array.isArray(weights)) throw corrupt('must hold weights');
  return { version: VERSION, members: members as number, weights, mean: mean as EnsembleMean };
}
