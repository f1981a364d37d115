import { expect, it } from 'vitest';
import { lostJob } from './lost-job.ts';

const end = { code: null, signal: null, stderr: '' };
const FEWER = 'with fewer --jobs each has more of it';

it.each([
  [{ ...end, signal: 'SIGKILL' }, `was killed; if the system had no memory left, ${FEWER}`],
  [{ ...end, signal: 'SIGTERM' }, 'was ended by SIGTERM'],
  [
    { ...end, signal: 'SIGABRT', stderr: 'FATAL ERROR: JavaScript heap out of memory\n 1: 0x1' },
    `ran out of memory; ${FEWER}`,
  ],
  [
    { ...end, code: 1, stderr: 'RangeError: Array buffer allocation failed' },
    `ran out of memory; ${FEWER}`,
  ],
  [{ ...end, code: 3 }, 'ended with the exit code 3'],
  [{ ...end, code: 3, stderr: 'a\nb\n\n' }, 'ended with the exit code 3: b'],
] as const)('%o', (how, expected) => {
  const { code, message } = lostJob(how);
  expect([code, message]).toEqual(['lost-job', `its process ${expected}`]);
});
