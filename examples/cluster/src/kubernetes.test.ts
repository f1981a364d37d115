import { existsSync, readFileSync } from 'node:fs';
import { createProgram } from '@ser/cli';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { kubernetesFaults } from './testing/kubernetes-faults.ts';

interface Container {
  command: string[];
  args: string[];
}
interface Item {
  kind: string;
  metadata: { name: string };
  spec: {
    completions?: number;
    parallelism?: number;
    suspend?: boolean;
    template: { spec: { containers: [Container] } };
  };
}

const text = readFileSync(new URL('../kubernetes.yaml', import.meta.url), 'utf8');
const items = (changed = text): Item[] => parse(changed, { merge: true }).items;
const [volume, ...jobs] = items();
const container = ({ spec }: Item): Container => spec.template.spec.containers[0];

describe('kubernetes.yaml', () => {
  it('is a volume and four jobs, of which the first starts', () => {
    expect(volume).toMatchObject({ kind: 'PersistentVolumeClaim', metadata: { name: 'ser-work' } });
    expect(
      jobs.map(({ kind, metadata, spec }) => [kind, metadata.name, spec.suspend ?? false]),
    ).toEqual([
      ['Job', 'ser-features', false],
      ['Job', 'ser-merge-features', true],
      ['Job', 'ser-crossvalidate', true],
      ['Job', 'ser-merge-runs', true],
    ]);
  });

  it('is as the schema of Kubernetes asks', () => {
    expect(items().flatMap(kubernetesFaults)).toEqual([]);
  });

  it.each([
    ['completionMode: Indexed', 'completionMode: indexed', /completionMode/],
    ['completions: 32', 'completions: "32"', /completions.*integer/],
    ['backoffLimitPerIndex: 3', 'backoffLimitPerIndexes: 3', /\/spec\/backoffLimitPerIndexes/],
    ['mountPath: /work }', 'mountpath: /work }', /mountPath/],
    ['runAsNonRoot: true', 'runAsNonroot: true', /securityContext\/runAsNonroot/],
    ['capabilities: {', 'capability: {', /containers\/0\/securityContext\/capability /],
    ['metadata: { name: ser-features }', 'meta: { name: ser-features }', /\/meta is a field/],
    ['storage: 50Gi', 'storage: fifty', /storage/],
    ['kind: Job', 'kind: Jobs', /Jobs is a kind/],
  ])('with %s as %s would not be', (right, wrong, fault) => {
    expect(text).toContain(right);
    const faults = items(text.replace(right, wrong)).flatMap(kubernetesFaults);
    expect(faults.join('\n')).toMatch(fault);
  });

  it.each(jobs)('$metadata.name calls what `ser` knows', (job) => {
    const { command, args } = container(job);
    const main = command.at(-1)?.replace('/work/ser/', '../../../') ?? '';
    expect(existsSync(new URL(main, import.meta.url)), main).toBe(true);
    const known = createProgram().commands.find((each) => each.name() === args[0]);
    expect(known?.parseOptions(args.slice(1)).unknown).toEqual([]);
  });

  it.each(jobs.filter(({ spec }) => spec.completions))(
    '$metadata.name has a pod a shard',
    (job) => {
      const { completions, parallelism } = job.spec;
      const { args } = container(job);
      expect(parallelism).toBe(completions);
      expect(args[args.indexOf('--num-shards') + 1]).toBe(String(completions));
    },
  );
});
