/**
 * Packs every package into a folder, as it would be published:
 *
 *     node tools/repository/src/pack-release.ts FOLDER [--repository OWNER/NAME]
 *
 * It fails where npm warns of a package, and, with `--repository`, where the checkout is not to be
 * published from there. Beside the tarballs lie `order.txt`, a line for each with name, version and
 * file, what others stand on first, and `notes.md`.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createPackageFromTarballData } from '@arethetypeswrong/core';
import { checkTarballs } from '../../try-packed/check-tarballs.ts';
import { packPackages } from '../../try-packed/pack-packages.ts';
import { type Manifest, publicManifests } from './public-manifests.ts';
import { publishOrder } from './publish-order.ts';
import { publishWarnings } from './publish-warnings.ts';
import { releaseNotes } from './release-notes.ts';
import { releaseObstacles } from './release-obstacles.ts';
import { repositoryOf } from './repository.ts';
import { wrongDependencies } from './wrong-dependencies.ts';

const root = join(import.meta.dirname, '../../..');
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { repository: { type: 'string' } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('pack-release: name the folder that it writes');
const out = resolve(folder);
if (existsSync(out) && readdirSync(out).length > 0) {
  throw new Error(`pack-release: ${out} is not empty`);
}
const packages = publicManifests(root);
const manifests = packages.map(({ manifest }) => manifest);
if (values.repository !== undefined) {
  const obstacles = releaseObstacles({
    manifests,
    changesets: readdirSync(join(root, '.changeset')),
    slug: repositoryOf(root).slug,
    repository: values.repository,
  });
  if (obstacles.length > 0) throw new Error(`pack-release:\n${obstacles.join('\n')}`);
}

mkdirSync(out, { recursive: true });
packPackages(root, out);
await checkTarballs(out);
const tarballOf = ({ name, version }: { name: string; version: string }): string =>
  `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
const packed = manifests.map((each) => {
  const data = new Uint8Array(readFileSync(join(out, tarballOf(each))));
  const text = createPackageFromTarballData(data).readFile(
    `/node_modules/${each.name}/package.json`,
  );
  return JSON.parse(text) as Manifest;
});
const wrong = wrongDependencies(packed);
if (wrong.length > 0) throw new Error(`pack-release: run pnpm install:\n${wrong.join('\n')}`);
const warnings = await Promise.all(manifests.map(async (each) => dryRun(tarballOf(each))));
if (warnings.flat().length > 0) throw new Error(`pack-release:\n${warnings.flat().join('\n')}`);

const ordered = publishOrder(manifests);
const lines = ordered.map((each) => `${each.name} ${each.version} ${tarballOf(each)}\n`);
writeFileSync(join(out, 'order.txt'), lines.join(''));
const notes = ordered.map(({ name, version }) => {
  const place = packages.find(({ manifest }) => manifest.name === name)?.folder ?? '';
  const file = join(root, place, 'CHANGELOG.md');
  return { name, version, changelog: existsSync(file) ? readFileSync(file, 'utf8') : '' };
});
writeFileSync(join(out, 'notes.md'), releaseNotes(notes));
console.log(`npm would publish ${lines.length} packages, and warns of nothing:\n${lines.join('')}`);

/** What npm warns of when it would publish a tarball. */
async function dryRun(tarball: string): Promise<string[]> {
  const args = ['publish', '--dry-run', `./${tarball}`];
  const said = await new Promise<string>((done, fail) => {
    // On Windows npm is a script of the shell's.
    const shell = process.platform === 'win32';
    execFile('npm', args, { cwd: out, shell }, (error, _, stderr) => {
      if (error) fail(error);
      else done(stderr);
    });
  });
  return publishWarnings(said).map((line) => `${tarball}: ${line}`);
}
