import { hostname } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isDead, ownHolder, parseHolder } from './lock-holder.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Makes this process belong to a job in Slurm. */
function inSlurm({ job = '12', restarts = '', cluster = 'big' } = {}): void {
  vi.stubEnv('SLURM_CLUSTER_NAME', cluster);
  vi.stubEnv('SLURM_JOB_ID', job);
  vi.stubEnv('SLURM_RESTART_COUNT', restarts);
}
const life = { job: 'big/12', restarts: 1 };
const elsewhere = { pid: process.pid, host: 'node-a' };

describe('a job that Slurm has started again', () => {
  it('says which life it is in', () => {
    inSlurm();
    expect(ownHolder()).toEqual({
      pid: process.pid,
      host: hostname(),
      slurm: { job: 'big/12', restarts: 0 },
    });
    inSlurm({ restarts: '3' });
    expect(ownHolder().slurm).toEqual({ job: 'big/12', restarts: 3 });
  });

  it('takes its earlier life for ended, on whatever machine that was', () => {
    inSlurm({ restarts: '2' });
    expect(isDead({ ...elsewhere, slurm: life })).toBe(true);
  });

  it.each([
    ['of the same life', { restarts: '1' }],
    ['of a later one', { restarts: '' }],
    ['of another job', { restarts: '2', job: '13' }],
    ['of another cluster', { restarts: '2', cluster: 'small' }],
  ])('lets a process on another machine live that is %s', (_, own) => {
    inSlurm(own);
    expect(isDead({ ...elsewhere, slurm: life })).toBe(false);
  });

  it('lets a process on another machine live that Slurm has not started', () => {
    inSlurm({ restarts: '2' });
    expect(isDead(elsewhere)).toBe(false);
  });
});

describe('parseHolder', () => {
  it('reads what ownHolder says', () => {
    expect(parseHolder(JSON.stringify(ownHolder()))).toEqual(ownHolder());
    inSlurm({ restarts: '1' });
    expect(parseHolder(JSON.stringify(ownHolder()))).toEqual(ownHolder());
  });

  it.each([null, 'x', {}, { job: 1, restarts: 1 }, { job: 'big/12', restarts: '1' }])(
    'leaves out a life that is %j',
    (slurm) => {
      expect(parseHolder(JSON.stringify({ ...elsewhere, slurm }))).toEqual(elsewhere);
    },
  );
});
