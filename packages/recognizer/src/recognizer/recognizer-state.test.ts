import { expect, it } from 'vitest';
import { loadRecognizer } from '../load-recognizer.ts';
import { adaptableModel, EXTRACTOR, smallModel, sourceOf } from '../testing/small-model.ts';
import { speak } from '../testing/speak.ts';
import { recognizerFromState, stateOf } from './recognizer-state.ts';

const voice = speak();

it.each([smallModel(), adaptableModel()])('a copy answers as the first one does', async (files) => {
  const recognizer = await loadRecognizer({ source: sourceOf(files) });
  const state = structuredClone(stateOf(recognizer));
  if (!state) return expect.unreachable();
  const copy = recognizerFromState(state);
  expect(await copy.recognize(voice)).toEqual(await recognizer.recognize(voice));
  expect([copy.labels, copy.names]).toEqual([recognizer.labels, recognizer.names]);
  await expect(copy.calibrate([voice])).rejects.toMatchObject({ code: 'not-adaptable' });
});

it('a copy of a calibrated one knows the voice', async () => {
  const first = await loadRecognizer({ source: sourceOf(adaptableModel()) });
  const calibrated = await first.calibrate([speak({ pitch: 100 })]);
  const state = structuredClone(stateOf(calibrated));
  if (!state) return expect.unreachable();
  const copy = recognizerFromState(state);
  expect(copy.voice).toEqual(calibrated.voice);
  expect(await copy.recognize(voice)).toEqual(await calibrated.recognize(voice));
  expect(await copy.embed(voice)).toEqual(await calibrated.embed(voice));
  expect((await copy.calibrate([voice])).voice).toEqual(
    (await calibrated.calibrate([voice])).voice,
  );
});

it('a classifier of your own has no state', async () => {
  const predictVersions = async () => [{ scores: { a: 1, b: 0 } }];
  const source = { labels: ['a', 'b'], extractor: EXTRACTOR, predictVersions };
  expect(stateOf(await loadRecognizer({ source }))).toBeUndefined();
});
