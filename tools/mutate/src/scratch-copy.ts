import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const ROOMS = ['packages', 'examples', 'tools'];

/**
 * A copy of a checkout to make mistakes in: its own files as they are now, changed ones included,
 * and links to what is installed. The copy lies in the system's temporary folder.
 *
 * @returns The copy's folder.
 */
export async function scratchCopy(checkout: string): Promise<string> {
  const copy = join(await mkdtemp(join(tmpdir(), 'ser-mutate-')), 'checkout');
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = await execute('git', list, { cwd: checkout, maxBuffer: 2 ** 28 });
  const files = stdout.split('\0').filter(Boolean);
  for (const folder of new Set(files.map(dirname)))
    await mkdir(join(copy, folder), { recursive: true });
  // A file that was deleted and not committed is still in the list.
  for (const file of files) await cp(join(checkout, file), join(copy, file)).catch(ignoreMissing);
  const members = await Promise.all(
    ROOMS.map(async (room) => (await readdir(join(copy, room))).map((name) => join(room, name))),
  );
  // Hard links: packages find each other inside the copy, and nothing writes into node_modules.
  for (const member of ['.', ...members.flat()])
    await execute('cp', ['-al', join(checkout, member, 'node_modules'), join(copy, member)]).catch(
      ({ stderr }: { stderr: string }) => {
        if (!stderr.includes('No such file')) throw new Error(stderr);
      },
    );
  return copy;
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
