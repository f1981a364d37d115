import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeWith } from '@ser/testing';
import { beforeAll, expect, it } from 'vitest';
import { GNU_PARALLEL } from './testing/needs.ts';
import { runCommand, SCRIPTS, SER, ser } from './testing/run-command.ts';
import { smallProject } from './testing/small-project.ts';

const KILLED_ONCE = fileURLToPath(new URL('testing/killed-once.ts', import.meta.url));

describeWith(GNU_PARALLEL)('parallel.sh', () => {
  const { path, bytes, list, writeSettings } = smallProject();
  const parallel = () =>
    runCommand(`${SCRIPTS}parallel.sh`, [], {
      SETTINGS: path('settings.sh'),
      SER_CACHE: path('cache'),
    });

  beforeAll(async () => {
    const command = `"${process.execPath}" "${KILLED_ONCE}" "${SER}" "${path('killed')}" 2`;
    writeFileSync(path('ser'), `#!/bin/sh\nexec ${command} "$@"\n`);
    chmodSync(path('ser'), 0o755);
    writeSettings(path('ser'));
  });

  /** Of each try of a shard its number in the joblog, from 1, and the signal that ended it. */
  const tries = (): string[] =>
    bytes('work/logs/features-of-4.tsv')
      .toString()
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .map(([number, , , , , , , signal]) => `${number} ${signal}`)
      .sort();

  it('ends where a shard is killed in its middle, and keeps the others', async () => {
    expect((await parallel()).code).toBe(1);
    expect(tries()).toEqual(['1 0', '2 0', '3 9', '4 0']);
    expect(list('work')).toEqual(['features', 'logs']);
    expect(list('work/features').filter((name) => name.endsWith('.parquet'))).toEqual([
      'part-00000-of-00004.parquet',
      'part-00001-of-00004.parquet',
      'part-00003-of-00004.parquet',
    ]);
    const merge = await ser('merge', path('work/features'), '--out', path('early.parquet'));
    expect(merge.stderr).toContain('--array=2');
    expect(merge.code).toBe(1);
    expect(existsSync(path('early.parquet'))).toBe(false);
  });

  it('goes on with that shard alone, up to the report', async () => {
    const { code, stdout } = await parallel();
    expect(code).toBe(0);
    expect(tries()).toEqual(['1 0', '2 0', '3 0', '3 9', '4 0']);
    expect(list('work/features')).toEqual(
      [0, 1, 2, 3].map((index) => `part-0000${index}-of-00004.parquet`),
    );
    expect(stdout).toMatch(/^all predictions together {8}60 /m);
  });

  it('gives the bytes of one run', async () => {
    const table = path('one.parquet');
    const runs = path('one');
    expect((await ser('features', path('corpus'), '--out', table)).code).toBe(0);
    expect(bytes('work/table.parquet').equals(bytes('one.parquet'))).toBe(true);
    // The report names the table.
    const data = ['--data', path('work/table.parquet')];
    const training = ['--recipe', path('small.json'), '--threads', '1', '--out', runs];
    expect((await ser('crossvalidate', ...data, ...training)).code).toBe(0);
    for (const file of ['metrics.json', 'predictions.json', 'report.txt']) {
      expect(bytes('work/crossvalidation', file).equals(bytes('one', file)), file).toBe(true);
    }
  });
});
