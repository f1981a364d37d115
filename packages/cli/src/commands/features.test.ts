import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readParquet } from '@ser/experiment';
import { beforeEach, describe, expect, it } from 'vitest';
import { cliSandbox } from '../testing/cli-sandbox.ts';
import { runCli } from '../testing/run-cli.ts';
import { toneWav } from '../testing/tone-wav.ts';

const sandbox = cliSandbox();
const { ser, put, putClips } = sandbox;

describe('ser features', () => {
  it('prints values by name, also of a file with any name', async () => {
    putClips();
    const { code, stdout } = await ser('features', 'data/Actor_02/hello.wav', '--json');
    const { preset, names, files } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(preset).toBe('summary162');
    expect(names).toHaveLength(162);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({
      file: 'data/Actor_02/hello.wav',
      sampleRate: 16_000,
      shape: [162],
    });
    // A tone of 550 Hz crosses zero 1,100 times a second: that share of 22,050 samples. The first and the last frames
    // reach beyond the excerpt, where nothing crosses: some 1.5 % less.
    const zcr = files[0].values[names.indexOf('zcr')];
    expect(zcr / (1100 / 22_050)).toBeGreaterThan(0.97);
    expect(zcr / (1100 / 22_050)).toBeLessThan(1.001);
  });

  it('leaves out what it cannot read and exits with 1', async () => {
    putClips();
    const { code, stdout, stderr } = await ser(
      'features',
      'data/Actor_02/03-01-06-01-01-01-02.wav',
      'nowhere.wav',
      'data',
      'data/Actor_02/hello.wav',
      '--json',
    );
    expect(code).toBe(1);
    expect(JSON.parse(stdout).files).toHaveLength(1);
    for (const name of ['03-01-06-01-01-01-02.wav', 'nowhere.wav', 'it is a folder'])
      expect(stderr).toContain(name);
  });

  it('gives a row a frame where the preset is a sequence', async () => {
    putClips();
    const file = 'data/Actor_02/hello.wav';
    const json = JSON.parse((await ser('features', file, '--preset', 'logMel', '--json')).stdout);
    const [{ shape, values }] = json.files;
    expect(shape).toEqual([values.length / json.names.length, json.names.length]);
    expect(shape[0]).toBeGreaterThan(100);
    const text = (await ser('features', file, '--preset', 'logMel')).stdout;
    expect(text).toContain(`${shape[0]} frames of ${shape[1]} values`);
    expect((await ser('features', 'data', '--preset', 'logMel', '--out', 'a.npz')).code).toBe(2);
  });

  it('writes tables of folders, with variants', async () => {
    putClips();
    const parquet = await ser('features', 'data', '--variants', '--out', 'out/t.parquet', '--json');
    expect(parquet.code).toBe(1);
    expect(JSON.parse(parquet.stdout)).toMatchObject({
      rows: 6,
      features: 162,
      out: 'out/t.parquet',
    });
    await ser('features', 'data', '--out', 'out/t.npz');
    expect(readdirSync(join(sandbox.folder, 'out')).sort()).toEqual(['t.npz', 't.parquet']);
  });
});

describe('an interrupted extraction', () => {
  const clips = Array.from(
    { length: 24 },
    (_, i) => `03-01-0${1 + (i % 8)}-01-01-01-0${1 + Math.floor(i / 8)}`,
  );
  beforeEach(() => {
    clips.forEach((clip, i) => {
      put(`data/${clip}.wav`, toneWav(3, 200 + 10 * i));
    });
  });

  it('goes on where it stopped and gives the same table', async () => {
    const args = ['features', 'data', '--variants', '--out'];
    await ser(...args, 'whole.parquet');
    let interrupted = false;
    const stopped = await runCli([...args, 'mine.parquet'], {
      cwd: sandbox.folder,
      onStderr(text, child) {
        if (!interrupted && text.includes('extracting')) {
          interrupted = true;
          child.kill('SIGINT');
        }
      },
    });
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('Give the same command again');
    expect(readdirSync(sandbox.folder).sort()).toEqual([
      'data',
      'mine.parquet.partial',
      'whole.parquet',
    ]);
    const kept = await readParquet(
      'partial',
      readFileSync(join(sandbox.folder, 'mine.parquet.partial')),
    );
    expect(kept.rows.length).toBeGreaterThan(0);
    expect(kept.rows.length).toBeLessThan(72);
    expect((await ser(...args, 'mine.parquet')).code).toBe(0);
    const bytes = (file: string) => readFileSync(join(sandbox.folder, file));
    expect(bytes('mine.parquet').equals(bytes('whole.parquet'))).toBe(true);
    expect(existsSync(join(sandbox.folder, 'mine.parquet.partial'))).toBe(false);
  });
});
