import { describe, expect, test } from 'vitest';
import { describeWith, testWith } from '../../src/needs.ts';

const MOON = { have: false, reason: 'the moon is down' };

describeWith(MOON)('a block', () => {
  describe('within', () => {
    test('one', () => expect.unreachable());
  });
});
testWith(MOON)('two', () => expect.unreachable());
testWith(MOON).each([3, 4])('%i', () => expect.unreachable());
testWith({ have: true, reason: 'never' })('runs', () => expect(1).toBe(1));
test('says so itself', ({ skip }) => skip('it is late'));
