import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createPlan, type Plan, RECIPES } from '@ser/experiment';
import { beforeAll, expect, it } from 'vitest';
import { sharedSandbox } from '../testing/sandbox.ts';
import { findModel } from './find-model.ts';

const sandbox = sharedSandbox();
const { put } = sandbox;
const path = (name: string): string => `${sandbox.folder}/${name}`;
const [recipe] = RECIPES.values();
const putPlan = (folder: string, kind: Plan['kind']): void => {
  const plan = createPlan({ recipe, protocol: 'clip', kind, backend: 'wasm' });
  put(`${folder}/plan.json`, JSON.stringify(plan));
};
beforeAll(() => {
  put('run/model.json', '{}');
  putPlan('folds', 'cross-validation');
  for (let fold = 1; fold <= 7; fold++) put(`folds/fold${fold}-seed0/model.json`, '{}');
  putPlan('five', 'cross-validation');
  for (let fold = 1; fold <= 5; fold++) put(`five/fold${fold}-seed0/model.json`, '{}');
  putPlan('begun', 'cross-validation');
  putPlan('unfinished', 'run');
  put('runs/a/model.json', '{}');
  put('data/Actor_01/a.wav', '');
  put('voice.wav', 'RIFF    WAVEfmt ');
  put('odd/plan.json', 'null');
  mkdirSync(path('model-is-a-folder/model.json'), { recursive: true });
  execFileSync('mkfifo', [path('pipe')]);
});

it.each(['run', 'run/model.json'])('takes %s', async (name) => {
  expect(await findModel(path(name))).toBe(path('run'));
});

it.each([
  ['folds', 'no-model', /a cross-validation .* name one of them: .*fold1-seed0, .*fold5-seed0, …$/],
  ['five', 'no-model', /name one of them: \S*fold1-seed0, (\S+, ){3}\S*five\/fold5-seed0$/],
  ['begun', 'no-model', /a cross-validation of which no fold has been trained/],
  ['unfinished', 'no-model', /finish it: .* train --resume .*unfinished/],
  ['runs', 'no-model', /it holds several; name one of them: .*runs\/a$/],
  ['data', 'no-model', /it holds data; train a model on them with `.* train --data .*data`/],
  ['odd', 'no-model', /it holds no model.json/],
  ['model-is-a-folder', 'no-model', /it holds no model.json/],
  ['voice.wav', 'not-a-directory', /must be the folder of a run, got a WAV file/],
  ['pipe', 'not-a-directory', /must be the folder of a run, got no folder/],
  ['nowhere', 'no-such-path', /there is no such folder/],
])('says what is there instead, and what to do: %s', async (name, code, message) => {
  await expect(findModel(path(name))).rejects.toMatchObject({
    code,
    message: expect.stringMatching(message),
  });
});
