import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

/** Makes a project in a folder that is there, and installs what it depends on with npm. */
export function installProject(
  project: string,
  dependencies: Readonly<Record<string, string>>,
): void {
  const manifest = { name: 'project', private: true, type: 'module', dependencies };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
  runCommand('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: project });
}
