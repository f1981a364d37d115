import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../../console/error-code.ts';

/** Host, process and random digits stand behind the name of a table while it is written. */
const TEMPORARY = /^\.([\w-]*)\.(\d+)\.[\da-f]{16}\.tmp$/;

/** The names under which this process writes. */
const own = new Set<string>();

/** The name under which this process writes a table. @param random 16 hexadecimal digits */
export function temporaryTable(out: string, random: string): string {
  const name = `${out}.${host()}.${process.pid}.${random}.tmp`;
  own.add(basename(name));
  return name;
}

/**
 * Removes what processes of this machine were writing for a table when they were killed. Of another
 * machine's nobody here knows whether it still writes.
 */
export async function removeTableLeftovers(out: string): Promise<void> {
  const folder = dirname(out);
  const name = basename(out);
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !entry.name.startsWith(name)) continue;
    const [, machine, pid] = TEMPORARY.exec(entry.name.slice(name.length)) ?? [];
    if (machine !== host() || own.has(entry.name)) continue;
    // An earlier process had our number: in a container that is started again, both are the first.
    if (Number(pid) !== process.pid && isAlive(Number(pid))) continue;
    await rm(join(folder, entry.name), { force: true });
  }
}

/** This machine's name as a part of a file's. */
function host(): string {
  return hostname().replace(/[^\w-]/g, '_');
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another user's process lives, too.
    return errorCode(error) === 'EPERM';
  }
}
