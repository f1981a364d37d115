import { expect, it } from 'vitest';
import { mapHint } from './map-hint.ts';

const KNOWN = ['neutral', 'happy', 'sad', 'angry', 'surprised'];

it.each([
  [['anger', 'boredom'], {}, 'anger=angry,boredom=-'],
  [['Joy', 'pleasant_surprise'], {}, 'Joy=happy,pleasant_surprise=surprised'],
  [['pleasant surprise'], {}, "'pleasant surprise=surprised'"],
  // What was given already stays, but for names that the model does not know.
  [['boredom'], { anger: 'angry', calm: null }, 'anger=angry,calm=-,boredom=-'],
  [['joy'], { happiness: 'joy' }, 'happiness=happy'],
])('maps %j beside %j', (unknown, map, text) => {
  expect(mapHint(unknown, KNOWN, map)).toMatch(new RegExp(`--label-map ${text}$`));
});

it('takes a file for labels that cannot stand in a list', () => {
  expect(mapHint(['a=b', 'anger'], KNOWN)).toContain(
    '--label-map map.json with {"a=b":null,"anger":"angry"}',
  );
});

it('writes no map that leaves all clips out', () => {
  expect(mapHint(['froh', 'müde'], KNOWN, {}, false)).toBe(
    "Say which of the model’s labels each is, such as --label-map 'froh=neutral'; " +
      '- in place of a name leaves its clips out',
  );
  expect(mapHint(['froh', 'joy'], KNOWN, {}, false)).toMatch(/--label-map froh=-,joy=happy$/);
});
