import { type ChildProcess, exec } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readParquet, writeParquet } from './table/parquet.ts';
import { type CliRun, runCli } from './testing/run-cli.ts';
import { syntheticTable } from './testing/synthetic-table.ts';
import { toneWav } from './testing/tone-wav.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ser-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const ser = (...args: string[]): Promise<CliRun> => runCli(args, { cwd: folder });
const put = (file: string, bytes: Uint8Array | string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), bytes);
};

/** Two sound clips, one cut in the middle, a text, and a wrong name. */
function putClips(): void {
  put('data/Actor_01/03-01-01-01-01-01-01.wav', toneWav(3, 220));
  put('data/Actor_02/03-02-05-01-01-01-02.wav', toneWav(3.5, 330));
  put('data/Actor_02/03-01-05-01-01-01-02.wav', toneWav(3, 440).subarray(0, 5000));
  put('data/Actor_02/03-01-06-01-01-01-02.wav', 'not a sound');
  put('data/Actor_02/hello.wav', toneWav(3, 550));
}

describe('ser', () => {
  it('explains itself', async () => {
    const { code, stdout } = await ser('--help');
    expect(code).toBe(0);
    for (const command of ['train', 'predict', 'features', 'inspect'])
      expect(stdout).toContain(command);
    expect((await ser('train', '--help')).stdout).toContain('--resume');
  });

  it.each([
    [['dance'], "unknown command 'dance'"],
    [['train', '--protocol', 'luck'], 'Allowed choices are reference, clip, speaker, holdout'],
    [['train', '--epochs', '0'], 'It must be a whole number from 1 to'],
    [['train', '--protocol', 'reference', '--no-variants'], 'leave --no-variants out'],
    [['features', 'a.wav', '--round', '0.1'], '--variants and --round need --out'],
    [['features', '.', '--out', 'a.csv'], '--out must end in .parquet or .npz, got a.csv'],
    [['inspect'], "required option '--data"],
    [['crossvalidate', '--folds', '10'], '--folds is for the protocol clip; speaker has 5'],
    [['train', '--folds', '3', '--protocol', 'holdout'], 'holdout has 1, got --folds 3'],
    [['download', '--to', 'x', '--base-url', 'nowhere'], 'It must begin with http:// or https://'],
    [['evaluate', '--actors', '20-30'], 'It must list actors from 1 to 24'],
  ])('exits with 2 on wrong usage: %j', async (args, text) => {
    const { code, stderr, stdout } = await ser(...args);
    expect(stderr).toContain(text);
    expect(code).toBe(2);
    expect(stdout).toBe('');
  });
});

describe('ser inspect', () => {
  it('counts the sound clips, names the others and exits with 1', async () => {
    putClips();
    const { code, stdout, stderr } = await ser('inspect', '--data', 'data', '--json');
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      clips: 2,
      actors: 2,
      perChannel: { speech: 1, song: 1 },
      stereo: 0,
    });
    expect(report.perEmotion).toMatchObject({ neutral: 1, angry: 1, calm: 0 });
    expect(
      report.problems.map(({ file, code }: { file: string; code: string }) => [
        file.split('/').pop(),
        code,
      ]),
    ).toEqual([
      ['hello.wav', 'bad-filename'],
      ['03-01-05-01-01-01-02.wav', 'truncated-wav'],
      ['03-01-06-01-01-01-02.wav', 'not-wav'],
    ]);
    expect(stderr).toContain('hello.wav');
    expect(code).toBe(1);
  });

  it('reads zips as they are', async () => {
    put(
      'clips.zip',
      zipSync({
        'Actor_01/03-01-01-01-01-01-01.wav': toneWav(3, 220),
        'Actor_01/x.wav': toneWav(1, 220),
      }),
    );
    put('data/03-01-01-01-01-01-01.wav', toneWav(3, 330));
    put('copy/03-01-01-01-01-01-01.wav', toneWav(3, 220)); // no problem: it has the zip's bytes
    const { code, stdout } = await ser('inspect', '--data', 'clips.zip', 'data', 'copy', '--json');
    const report = JSON.parse(stdout);
    expect(report.clips).toBe(1);
    expect(report.problems.map((problem: { code: string }) => problem.code).sort()).toEqual([
      'bad-filename',
      'duplicate-clip',
    ]);
    expect(code).toBe(1);
  });

  it('ends quietly when its reader has seen enough', async () => {
    putClips();
    const main = fileURLToPath(new URL('main.ts', import.meta.url));
    const command = `"${process.execPath}" --conditions=@ser/source "${main}" features data/Actor_01/*.wav data/Actor_02/hello.wav | head -1`;
    const { stdout, stderr } = await promisify(exec)(command, { cwd: folder });
    expect(stdout).toBe('data/Actor_01/03-01-01-01-01-01-01.wav\n');
    expect(stderr).toBe('');
  });

  it('says what is wrong with a folder', async () => {
    const none = await ser('inspect', '--data', 'nowhere');
    expect(none.code).toBe(1);
    expect(none.stderr).toContain('nowhere');
    put('empty/README.txt', '');
    const empty = await ser('inspect', '--data', 'empty', '--json');
    expect(empty.code).toBe(1);
    expect(empty.stderr).toContain('empty');
    expect(empty.stdout).toBe('');
  });
});

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
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['t.npz', 't.parquet']);
  });
});

describe('ser train', () => {
  const figures = {
    n: expect.any(Number),
    accuracy: expect.any(Number),
    uar: expect.any(Number),
    macroF1: expect.any(Number),
  };
  const train = (...args: string[]) =>
    ser('train', '--data', 'table.parquet', '--no-variants', '--epochs', '3', ...args);
  beforeEach(() => put('table.parquet', writeParquet(syntheticTable())));

  it('trains, reports, and predicts with what it saved', async () => {
    const { code, stdout, stderr } = await train('--json');
    expect(stderr).toContain('epoch 3/3');
    expect(code).toBe(0);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({
      recipe: 'baseline',
      protocol: 'holdout',
      leaks: false,
      backend: 'wasm',
      seed: 0,
      epochs: 3,
      train: figures,
      validation: figures,
      test: { ...figures, n: 32 },
      out: 'runs/baseline-holdout-seed0',
    });
    expect(readdirSync(join(folder, result.out)).sort()).toEqual([
      'config.json',
      'history.csv',
      'metrics.json',
      'model.json',
      'predictions.json',
      'report.html',
      'report.txt',
      'split.json',
      'weights.bin',
    ]);
    expect(readFileSync(join(folder, result.out, 'report.txt'), 'utf8')).toContain(
      'confusion matrix',
    );

    const html = readFileSync(join(folder, result.out, 'report.html'), 'utf8');
    expect(html).toContain('actors 21 to 24');
    expect(html).toContain('<svg');
    put('voice.wav', toneWav(3, 200));
    const predicted = await ser('predict', 'voice.wav', 'nowhere.wav', '--json');
    expect(predicted.code).toBe(1);
    const [prediction, ...rest] = JSON.parse(predicted.stdout);
    expect(rest).toEqual([]);
    expect(prediction.file).toBe('voice.wav');
    expect(prediction.scores[prediction.emotion]).toBe(
      Math.max(...(Object.values(prediction.scores) as number[])),
    );

    const tested = await ser('evaluate', '--data', 'table.parquet', '--actors', '21-24', '--json');
    expect(tested.code).toBe(0);
    const { accuracy, uar, macroF1 } = result.test;
    const evaluation = JSON.parse(tested.stdout);
    expect(evaluation).toMatchObject({
      model: result.out,
      n: 32,
      accuracy,
      uar,
      macroF1,
      heard: { clips: 0, actors: [] },
      problems: [],
    });
    expect(evaluation.perClass[0]).toMatchObject({ label: 'neutral', support: 4 });
    expect(evaluation.confusionMatrix).toHaveLength(8);
    const all = await ser('evaluate', '--model', result.out, '--data', 'table.parquet');
    expect(all.stderr).toContain('WARNING: the model was trained on 160 of these 192 clips');
    expect(all.stdout).toContain('confusion matrix');
    const none = await ser('evaluate', '--data', 'table.parquet', '--channels', 'song');
    expect(none.stderr).toContain('the data holds no song clips');
    expect(none.code).toBe(1);

    const again = await ser('train', '--resume', result.out);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('this run has finished');
  });

  it('interrupted and resumed, ends with the same weights as uninterrupted', async () => {
    const whole = JSON.parse((await train('--json')).stdout);
    const args = [
      'train',
      '--data',
      'table.parquet',
      '--no-variants',
      '--epochs',
      '3',
      '--out',
      'mine',
    ];
    let interrupted = false;
    const stopped = await runCli(args, {
      cwd: folder,
      onStderr(text, child) {
        if (!interrupted && text.includes('epoch 1/3')) {
          interrupted = true;
          child.kill('SIGINT');
        }
      },
    });
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('--resume mine');
    expect(stopped.stdout).toBe('');
    const resumed = await ser('train', '--resume', 'mine', '--json');
    expect(resumed.stderr).not.toContain('epoch 1/3');
    expect(JSON.parse(resumed.stdout).weightsSha256).toBe(whole.weightsSha256);
    expect(existsSync(join(folder, 'mine/resume.bin'))).toBe(false);
  });

  it('lets one process at a time into a folder, and goes on after one was killed', async () => {
    const args = ['train', '--data', 'table.parquet', '--no-variants', '--out', 'mine'];
    let second: Promise<CliRun> | undefined;
    const killed = await runCli(args, {
      cwd: folder,
      onStderr(text, child) {
        if (second || !text.includes('epoch  1/60')) return;
        second = ser('train', '--resume', 'mine').finally(() => child.kill('SIGKILL'));
      },
    });
    expect(killed.code).toBeNull();
    expect(await second).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('mine is in use by process'),
    });
    const stop = (text: string, child: ChildProcess) => {
      if (text.includes('epoch') && !child.killed) child.kill('SIGINT');
    };
    const resume = ['train', '--resume', 'mine'];
    const resumed = await runCli(resume, { cwd: folder, onStderr: stop });
    expect(resumed.code).toBe(130);
    expect(resumed.stderr).not.toContain('epoch  1/60');
    expect(existsSync(join(folder, 'mine/run.lock'))).toBe(false);
  });

  it('refuses to resume with other options, on other data, or with another command', async () => {
    const args = ['train', '--data', 'table.parquet', '--no-variants', '--out', 'mine'];
    const stop = (text: string, child: ChildProcess) => {
      if (text.includes('epoch  2/60') && !child.killed) child.kill('SIGINT');
    };
    expect((await runCli(args, { cwd: folder, onStderr: stop })).code).toBe(130);
    const resume = (...more: string[]) => ser('train', '--resume', 'mine', ...more);
    expect(await resume('--epochs', '2')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('leave out --epochs'),
    });
    expect((await ser('crossvalidate', '--resume', 'mine')).stderr).toContain(
      'belongs to `ser train`',
    );
    const table = syntheticTable();
    put('table.parquet', writeParquet({ ...table, x: table.x.map((value) => value + 1) }));
    expect(await resume()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('other data'),
    });
    put('mine/config.json', '{"command":"train"}');
    expect((await resume()).stderr).toContain('mine/config.json: the field "recipe"');
    put('mine/resume.bin', 'damaged');
    expect(existsSync(join(folder, 'mine/config.json'))).toBe(true);
  });

  it('names what is wrong with a table', async () => {
    const table = syntheticTable();
    const with30 = table.x.slice();
    with30[30 * 162 + 3] = Number.NaN;
    put('nan.parquet', writeParquet({ ...table, x: with30 }));
    put(
      'other.parquet',
      writeParquet({ ...table, names: table.names.map((name) => `my_${name}`) }),
    );
    put('twice.parquet', writeParquet(table));
    const trainOn = async (...data: string[]) =>
      (await ser('train', '--data', ...data, '--no-variants', '--epochs', '1')).stderr;
    expect(await trainOn('nan.parquet')).toContain(
      'chroma_3 of clip 03-01-07-01-01-01-04 (original) must be finite',
    );
    expect(await trainOn('other.parquet')).toContain(
      'must hold the 162 features of the preset summary162',
    );
    expect(await trainOn('table.parquet', 'twice.parquet')).toContain(
      'holds the clip 03-01-01-01-01-01-01 (original) twice',
    );
    expect(await trainOn('gone.parquet')).toContain('--data gone.parquet');
    expect(existsSync(join(folder, 'runs'))).toBe(true);
    expect(readdirSync(join(folder, 'runs'))).toEqual([]);
  });

  it('gives each of several runs at once a folder of its own', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => train('--epochs', '1', '--json')));
    const folders = runs.map(({ stdout }) => JSON.parse(stdout).out);
    expect(new Set(folders).size).toBe(3);
  });

  it('refuses to write over a folder, a fold that is not there, and variants that are not there', async () => {
    put('mine/notes.txt', 'keep me');
    expect((await train('--out', 'mine')).stderr).toContain('--out mine already holds something');
    const fold = await train('--protocol', 'speaker', '--fold', '6');
    expect(fold.stderr).toContain('--fold must be at most 5 under the protocol speaker, got 6');
    expect(fold.code).toBe(2);
    expect((await ser('train', '--data', 'table.parquet', '--variants')).stderr).toContain(
      'holds no variants',
    );
    expect((await ser('predict', 'a.wav')).stderr).toContain('there is no finished run');
  });
});

describe('ser crossvalidate', () => {
  const args = [
    'crossvalidate',
    '--data',
    'table.parquet',
    '--no-variants',
    '--epochs',
    '1',
    '--json',
  ];
  beforeEach(() => put('table.parquet', writeParquet(syntheticTable())));

  it('tests every fold once; interrupted and resumed, it keeps the folds that it has', async () => {
    const whole = JSON.parse((await ser(...args, '--out', 'whole')).stdout);
    expect(whole).toMatchObject({ protocol: 'speaker', leaks: false, out: 'whole' });
    expect(whole.folds.map(({ fold, n }: { fold: number; n: number }) => [fold, n])).toEqual([
      [1, 40],
      [2, 40],
      [3, 40],
      [4, 40],
      [5, 32],
    ]);
    let interrupted = false;
    const stopped = await runCli([...args, '--out', 'mine'], {
      cwd: folder,
      onStderr(text, child) {
        if (!interrupted && text.includes('fold 2 of 5, seed 0\n')) {
          interrupted = true;
          child.kill('SIGINT');
        }
      },
    });
    expect(stopped.code).toBe(130);
    const resumed = await ser('crossvalidate', '--resume', 'mine', '--json');
    expect(resumed.stderr).not.toContain('fold 1 of 5, seed 0\n');
    expect(JSON.parse(resumed.stdout)).toEqual({ ...whole, out: 'mine' });
    const read = (file: string) => readFileSync(join(folder, 'mine', file), 'utf8');
    const { labels, predictions } = JSON.parse(read('predictions.json'));
    expect(labels).toHaveLength(8);
    expect(predictions).toHaveLength(192);
    expect(read('report.html').includes('no tested actor was heard')).toBe(true);
    expect(JSON.parse(read('fold3-seed0/split.json')).test).toHaveLength(40);
  });

  it('repeats with seeds, tells their deviation from the folds’, and takes no other data', async () => {
    const two = [...args, '--protocol', 'clip', '--folds', '2', '--seeds', '2', '--out', 'two'];
    const { stdout, stderr } = await ser(...two);
    expect(stderr).toContain('(4 of 4 done)');
    const summary = JSON.parse(stdout);
    expect(
      summary.folds.map(({ fold, seed }: { fold: number; seed: number }) => [fold, seed]),
    ).toEqual([
      [1, 0],
      [2, 0],
      [1, 1],
      [2, 1],
    ]);
    expect(summary.perSeed).toHaveLength(2);
    expect(summary.pooled.n).toBe(2 * 192);
    expect(summary.pooled.intervals.uar.low).toBeLessThanOrEqual(summary.pooled.uar);
    for (const key of ['std', 'stdOverFolds', 'stdOverSeeds']) {
      expect(summary[key].uar).toBeGreaterThanOrEqual(0);
    }
    rmSync(join(folder, 'two/metrics.json'));
    const table = syntheticTable();
    const rows = table.rows.map((row) => ({ ...row, clip: row.clip.replace(/^03-01/, '03-02') }));
    put('table.parquet', writeParquet({ ...table, rows }));
    const other = await ser('crossvalidate', '--resume', 'two');
    expect(other.code).toBe(1);
    expect(other.stderr).toContain('`done` must hold the 96 test rows of fold1-seed0');
  });
});

describe('ser download', () => {
  let server: Server;
  const serve = async (handler: RequestListener): Promise<string> => {
    server = createServer(handler).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('asks for the archive and says what the server said', async () => {
    const asked: string[] = [];
    const url = await serve((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(404).end();
    });
    const { code, stderr, stdout } = await ser(
      'download',
      '--to',
      'zips',
      '--song',
      '--base-url',
      url,
    );
    expect(code).toBe(1);
    expect(stderr).toContain('404');
    expect(stdout).toBe('');
    expect(asked[0]).toContain('Audio_Song_Actors_01-24.zip');
  });

  it('keeps what has come when it is interrupted', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 208_468_073 }).write(Buffer.alloc(30_000_000));
    });
    const args = ['download', '--to', 'zips', '--speech', '--base-url', url];
    const stop = (text: string, child: ChildProcess) => {
      if (text.includes('(MB)') && !child.killed) child.kill('SIGINT');
    };
    const { code, stderr } = await runCli(args, { cwd: folder, onStderr: stop });
    expect(code).toBe(130);
    expect(stderr).toContain('Give the same command again to go on');
    expect(readdirSync(join(folder, 'zips'))).toEqual(['Audio_Speech_Actors_01-24.zip.part']);
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
      cwd: folder,
      onStderr(text, child) {
        if (!interrupted && text.includes('extracting')) {
          interrupted = true;
          child.kill('SIGINT');
        }
      },
    });
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('Give the same command again');
    expect(readdirSync(folder).sort()).toEqual(['data', 'mine.parquet.partial', 'whole.parquet']);
    const kept = await readParquet('partial', readFileSync(join(folder, 'mine.parquet.partial')));
    expect(kept.rows.length).toBeGreaterThan(0);
    expect(kept.rows.length).toBeLessThan(72);
    expect((await ser(...args, 'mine.parquet')).code).toBe(0);
    const bytes = (file: string) => readFileSync(join(folder, file));
    expect(bytes('mine.parquet').equals(bytes('whole.parquet'))).toBe(true);
    expect(existsSync(join(folder, 'mine.parquet.partial'))).toBe(false);
  });
});

const mini = fileURLToPath(new URL('../../../../shared/ravdess-mini', import.meta.url));

describe.skipIf(!existsSync(mini))('on two actors of RAVDESS itself', () => {
  it('trains from the WAVs, all 208 of them, and names an emotion', async () => {
    const { code, stdout, stderr } = await ser(
      ...['train', '--data', mini, '--no-variants', '--epochs', '1', '--json'],
    );
    expect(stderr).toContain('Too few actors to hold out 21, 22, 23, 24');
    expect(code).toBe(0);
    const { train, validation, test, problems } = JSON.parse(stdout);
    expect(train.n + validation.n + test.n).toBe(208);
    expect(problems).toEqual([]);
    const stereo = join(mini, 'Audio_Speech_Actors_01-24/Actor_01/03-01-02-01-01-02-01.wav');
    const predicted = await ser('predict', stereo, '--json');
    expect(JSON.parse(predicted.stdout)[0].emotion).toMatch(/^[a-z]+$/);
  });
});
