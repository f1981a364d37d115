import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, describe, expect, it } from 'vitest';
import { createUserProject } from '../testing/user-project.ts';

const project = await createUserProject();
afterAll(() => project.remove());

describe('the types', () => {
  it('of plots need no other package', async () => {
    const source = `
      import { historySvg, htmlReport, type ReportRun } from '@ser/eval/plots';

      /** As @ser/model has it: an interface, which has no index signature. */
      interface EpochLogs {
        epoch: number;
        loss: number;
        accuracy: number;
        valLoss?: number;
        valAccuracy?: number;
        learningRate: number;
      }
      declare function fit(): Promise<EpochLogs[]>;
      declare const run: ReportRun;

      export const svg: string = historySvg(await fit(), { metric: 'valLoss' });
      export const html: string = htmlReport({ ...run, history: await fit() });
    `;
    expect(await project.typeCheck(source)).toBe('');
  });

  it('of metrics and splits need no other package', async () => {
    const source = "export * from '@ser/eval';";
    // AbortSignal is DOM's, or Node's.
    expect(await project.typeCheck(source, { lib: 'es2023,dom' })).toBe('');
  });
});

describe('a bundler', () => {
  /** What it warns of and leaves to be loaded later, and the packages in the bundle. */
  async function bundle(
    source: string,
  ): Promise<{ warnings: string[]; later: string[]; packages: string[] }> {
    const input = join(project.folder, 'user.js');
    await writeFile(input, source);
    const warnings: string[] = [];
    const build = await rolldown({
      input,
      platform: 'browser',
      onLog: (_, { message }) => warnings.push(message),
    });
    const { output } = await build.generate();
    await build.close();
    const chunks = output.filter((each) => each.type === 'chunk');
    const ids = chunks.flatMap(({ moduleIds }) => moduleIds);
    // webpack warns of a `require` of a package that is not installed, even one inside `try`.
    const required = chunks.flatMap(({ code }) => code.match(/require\("[^"]*"\)/g) ?? []);
    const later = [...required, ...chunks.flatMap(({ imports }) => imports)];
    const names = ids.flatMap((id) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? []);
    return { warnings, later, packages: [...new Set(names)] };
  }

  it('bundles a metric without what draws, which need not be installed', async () => {
    await project.install('pure-rand');
    const source = `
      import { accuracyScore } from '@ser/eval';
      console.log(accuracyScore(['sad'], ['sad']));
    `;
    expect(await bundle(source)).toEqual({ warnings: [], later: [], packages: ['@ser/eval'] });
  });

  it('bundles a plot without a warning', async () => {
    await project.install('@observablehq/plot', 'linkedom');
    const source = `
      import { historySvg } from '@ser/eval/plots';
      console.log(historySvg([{ loss: 1 }]));
    `;
    const { warnings, later, packages } = await bundle(source);
    expect({ warnings, later }).toEqual({ warnings: [], later: [] });
    expect(packages).toEqual(expect.arrayContaining(['@observablehq/plot', 'linkedom']));
  });
});
