import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData, type Problem } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

/** How programs find types that these packages, which are ES modules alone, do not serve. */
const NOT_SERVED = ['node10', 'node16-cjs'];

/**
 * Holds packed packages against publint (their manifests) and Are the types wrong? (how their types
 * resolve). One process does it for all, since either tool takes longer to load than to check.
 *
 * @throws Error that names the first tarball with a fault, and all of its faults
 */
export async function checkTarballs(folder: string): Promise<void> {
  const names = readdirSync(folder);
  for (const name of names) {
    const data = new Uint8Array(readFileSync(join(folder, name)));
    const faults = [...(await manifestFaults(data)), ...(await typeFaults(data))];
    if (faults.length > 0) throw new Error(`${name}:\n${faults.join('\n')}`);
  }
  console.log(`The manifests and types of ${names.length} packages are sound.`);
}

async function manifestFaults({ buffer }: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
  return messages
    .filter(({ type }) => type !== 'suggestion')
    .map((message) => formatMessage(message, pkg, { color: false }) ?? message.code);
}

async function typeFaults(data: Uint8Array): Promise<string[]> {
  const analysis = await checkPackage(createPackageFromTarballData(data));
  if (!analysis.types) return ['it has no types'];
  return analysis.problems.filter(isOurs).map((problem) => JSON.stringify(problem));
}

function isOurs(problem: Problem): boolean {
  return !('resolutionKind' in problem && NOT_SERVED.includes(problem.resolutionKind));
}
