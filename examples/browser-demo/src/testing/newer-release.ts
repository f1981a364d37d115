import { cp, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A copy of a built site as a later release of it: the view About has another file, and `<html>` says
 * which release it is.
 */
export async function newerRelease(folder: string): Promise<string> {
  const newer = await mkdtemp(join(tmpdir(), 'ser-newer-'));
  await cp(folder, newer, { recursive: true });
  const assets = join(newer, 'assets');
  const about = (await readdir(assets)).find((name) => name.startsWith('about-view-')) as string;
  await rename(join(assets, about), join(assets, 'about-view-newer.js'));
  const change = async (name: string, edit: (text: string) => string) =>
    writeFile(join(newer, name), edit(await readFile(join(newer, name), 'utf8')));
  const leading = (text: string) => text.replaceAll(about, 'about-view-newer.js');
  for (const name of await readdir(assets)) {
    if (name.endsWith('.js')) await change(`assets/${name}`, leading);
  }
  await change('index.html', (text) => text.replace('<html', '<html data-release="second"'));
  await change('service-worker.js', (text) =>
    leading(text).replace(/\bser-[0-9a-f]{16}/, 'ser-newer'),
  );
  return newer;
}
