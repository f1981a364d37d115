// The program that runs tfjs-core's tests in a process of its own.
import { writeFileSync } from 'node:fs';
import { jasmineEnv, type SpecResult } from './boot-jasmine.ts';
import './set-up-backend.ts';
import '@tensorflow/tfjs-core/dist/tests.js';

const results: SpecResult[] = [];

jasmineEnv.configure({ random: false });
jasmineEnv.addReporter({ specDone: (result) => void results.push(result) });
await jasmineEnv.execute();
writeFileSync(
  process.env.SUITE_REPORT ?? '',
  JSON.stringify(
    results.map(({ fullName, status, failedExpectations }) => ({
      name: fullName,
      status,
      messages: failedExpectations.map(({ message }) => message),
    })),
  ),
);
process.exit(0);
