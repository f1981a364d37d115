import { expect, it } from 'vitest';
import { confusions } from './confusions.ts';

it('names what is confused in a tenth of the clips or more, the most frequent first', () => {
  const matrix = [
    [80, 10, 10],
    [9, 61, 30],
    [0, 0, 0],
  ];
  expect(confusions(['calm', 'sad', 'happy'], matrix)).toBe(
    '- sad is called happy: 30 %\n- calm is called sad: 10 %\n- calm is called happy: 10 %',
  );
});
