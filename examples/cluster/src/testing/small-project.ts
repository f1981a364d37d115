import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { SER } from './run-command.ts';
import { writeCorpus } from './write-corpus.ts';

/** A folder with the small corpus in `corpus`, a recipe that trains in a moment, and results. */
export interface SmallProject {
  /** The path of something in the folder. */
  path(...names: string[]): string;
  bytes(...names: string[]): Buffer;
  /** Names in a folder, sorted. */
  list(...names: string[]): string[];
  /**
   * Writes the settings of the scripts: four shards of the table, three of the runs.
   *
   * @param command what runs `ser`
   */
  writeSettings(command?: string): string;
}

/** A project that the tests of a file share. */
export function smallProject(actors?: number): SmallProject {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ser-cluster-'));
    writeCorpus(join(folder, 'corpus'), actors);
    copyFileSync(new URL('small-recipe.json', import.meta.url), join(folder, 'small.json'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (...names: string[]): string => join(folder, ...names);
  return {
    path,
    bytes: (...names) => readFileSync(path(...names)),
    list: (...names) => readdirSync(path(...names)).sort(),
    writeSettings(command = SER) {
      writeFileSync(
        path('settings.sh'),
        `SER="${command}"
DATA=("${path('corpus')}")
WORK="${path('work')}"
SHARDS=4
RUN_SHARDS=3
EXTRACT=(--preset summary162)
TRAIN=(--recipe "${path('small.json')}" --protocol speaker)
`,
      );
      return path('settings.sh');
    },
  };
}
