/**
 * Packs every publishable package, installs the tarballs with npm into an empty project, and uses
 * them there on the oldest Node that they support and on the newest: the libraries by use.js, the
 * command line by its name. The code of every README runs on the oldest alone, since the tests of
 * the workspace run on the newest. What only the workspace can resolve fails here.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { checkApi } from '../api/src/check-api.ts';
import { installPacked, OLDEST_NODE } from './install-packed.ts';
import { putSamples } from './put-samples.ts';
import { runCommand } from './run-command.ts';
import { tryCommandLine, tryReadmeCommands } from './try-command-line.ts';
import { tryPageBlocks } from './try-page-blocks.ts';
import { tryReadmes } from './try-readmes.ts';
import { tryStranger } from './try-stranger.ts';
import { tryTypes } from './try-types.ts';

/** Milliseconds. It takes three minutes, on a busy machine fifteen; a page that hangs ends here. */
const LIMIT = 1_500_000;

setTimeout(() => {
  throw new Error(`try-packed: hangs, since ${LIMIT} ms have passed`);
}, LIMIT).unref();
const root = join(import.meta.dirname, '../..');
const project = mkdtempSync(join(tmpdir(), 'ser-packed-'));
try {
  await installPacked(root, project);
  await checkApi(root);
  putSamples(project);
  // The workspace's own Node is the newest; the project has the oldest.
  const oldest = join(project, 'node_modules/.bin/node');
  const nodes = [oldest, process.execPath];
  const version = runCommand(oldest, ['--version'], {}).trim();
  assert.equal(version, `v${OLDEST_NODE}`);
  for (const script of ['use.js', 'require.cjs']) {
    cpSync(join(import.meta.dirname, script), join(project, script));
  }
  for (const node of nodes) {
    const PATH = `${dirname(node)}${delimiter}${process.env.PATH}`;
    const run = (command: string, args: readonly string[]): string =>
      runCommand(command, args, {
        cwd: project,
        // This Node comes first, for commands that are started by their name too.
        // The cache of whoever runs this is not cleared.
        env: { ...process.env, PATH, SER_CACHE: join(project, 'cache') },
      });
    process.stdout.write(run(node, ['use.js']));
    process.stdout.write(run(node, ['--no-warnings', 'require.cjs']));
    // Each of them trains on the embedded table, which once on each Node suffices.
    if (node === oldest) tryReadmeCommands(root, run);
    else tryCommandLine(root, project, run);
  }
  const tsc = join(root, 'node_modules/.bin/tsc');
  tryTypes(project, tsc);
  await tryPageBlocks(project, tryReadmes(root, { project, node: oldest, tsc }));
  await tryStranger(project, join(project, 'stranger'), oldest);
} finally {
  rmSync(project, { recursive: true, force: true });
}
