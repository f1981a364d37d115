// The program that runs tfjs-core's tests in a process of its own, and writes what came of them.
import { writeFileSync } from 'node:fs';
import type { SuiteReport } from '../suite-report.ts';
import { jasmineEnv, type SpecResult } from './boot-jasmine.ts';
import { ENVIRONMENT, kernelNames } from './set-up-backend.ts';
import '@tensorflow/tfjs-core/dist/tests.js';

const results: SpecResult[] = [];
jasmineEnv.configure({ random: false });
jasmineEnv.addReporter({ specDone: (result) => void results.push(result) });
await jasmineEnv.execute();

const report: SuiteReport = {
  kernelNames,
  tests: results.map(({ fullName, status, failedExpectations }) => ({
    name: fullName.replace(` ${ENVIRONMENT} {} `, ': '),
    status,
    message: failedExpectations[0]?.message,
  })),
};
writeFileSync(process.env.SUITE_REPORT ?? '', JSON.stringify(report));
process.exit(0);
