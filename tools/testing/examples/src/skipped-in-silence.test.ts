import { expect, test } from 'vitest';

test('runs', () => expect(1).toBe(1));
test.skip('who knows', () => expect.unreachable());
