import { memoryStore } from '@ser/model';
import { expect, it } from 'vitest';
import { mostPredictionBytes, readPredictions, writePredictions } from './predictions-file.ts';

it('reads what it wrote, of names that take the most bytes as JSON', async () => {
  const odd = (letter: string) => `${letter}${'\u0001'.repeat(3000)}`;
  const labels = ['a', 'b', 'c'].map(odd);
  const rows = [1, 2, 3, 4].map((i) => ({ clip: odd(`${i}`), speaker: odd('s') }));
  const predictions = rows.map(({ clip, speaker }, i) => ({
    clip,
    speaker,
    fold: 10_000,
    seed: 4_294_967_295,
    truth: labels[i % 3],
    predicted: labels[2],
    scores: [1 / 3, -1.2345678901234568e-300, 0.12345678901234568],
  }));
  const store = memoryStore();
  await writePredictions(store, { labels, predictions });
  expect(
    await readPredictions(store, 'predictions.json', mostPredictionBytes(rows, labels)),
  ).toEqual({
    labels,
    predictions,
  });
});

it('reads no more than the rows can take', async () => {
  const store = memoryStore();
  const padded = `{"labels":[],"predictions":[]}${' '.repeat(2048)}`;
  await store.write('predictions.json', new TextEncoder().encode(padded));
  const read = (count: number) =>
    readPredictions(
      store,
      'predictions.json',
      mostPredictionBytes(new Array(count).fill({ clip: '', speaker: '' }), []),
    );
  await expect(read(2)).resolves.toEqual({ labels: [], predictions: [] });
  await expect(read(0)).rejects.toThrow('it must have at most 1024 bytes, got 2078');
});
