import { expect, it } from 'vitest';
import { adaptableModel, EXTRACTOR, smallModel, sourceOf } from '../testing/small-model.ts';
import { speak } from '../testing/speak.ts';
import { hearVoice } from './calibrate.ts';
import { notAdaptable } from './model.ts';
import { ModelRecognizer } from './model-recognizer.ts';
import { readModel } from './read-model.ts';
import { NO_CONFIG } from './recognizer-config.ts';
import { recognizerFromState } from './recognizer-state.ts';
import { type RecognizerState, stateOfParts } from './state-of-parts.ts';
import { Versions } from './versions.ts';

const voice = speak();

/** What a worker gets. */
function posted(state: RecognizerState | undefined): RecognizerState {
  return structuredClone(state) ?? expect.unreachable();
}

it.each([smallModel(), adaptableModel()])('a copy answers as the first one does', async (files) => {
  const model = await readModel('test', sourceOf(files));
  const recognizer = new ModelRecognizer(model);
  const copy = recognizerFromState(posted(stateOfParts(model, undefined)));
  expect(await copy.recognize(voice)).toEqual(await recognizer.recognize(voice));
  expect([copy.labels, copy.names]).toEqual([recognizer.labels, recognizer.names]);
  await expect(copy.calibrate([voice])).rejects.toMatchObject({ code: 'not-adaptable' });
});

it('a copy of a calibrated one knows the voice', async () => {
  const model = await readModel('test', sourceOf(adaptableModel()));
  const adapted = await model.adapted('test');
  const { versions } = adapted;
  const clips = [speak({ pitch: 100 })];
  const sums = await hearVoice('test', clips, { versions, before: undefined });
  const calibrated = new ModelRecognizer(model, { sums, adapted });
  const copy = recognizerFromState(posted(stateOfParts(model, { sums, adapted })));
  expect(copy.voice).toEqual(calibrated.voice);
  expect(await copy.recognize(voice)).toEqual(await calibrated.recognize(voice));
  expect(await copy.embed(voice)).toEqual(await calibrated.embed(voice));
  expect((await copy.calibrate([voice])).voice).toEqual(
    (await calibrated.calibrate([voice])).voice,
  );
});

it('a classifier of your own has no state', () => {
  const predictVersions = async () => [{ scores: { a: 1, b: 0 } }];
  const classifier = { labels: ['a', 'b'], extractor: EXTRACTOR, predictVersions };
  const adapted = async () => {
    throw notAdaptable('test');
  };
  const versions = new Versions('test', classifier);
  const model = { classifier, versions, config: NO_CONFIG, adapted };
  expect(stateOfParts(model, undefined)).toBeUndefined();
});
