import { runLimited } from '@ser/testing';
import { expect, it } from 'vitest';
import type { StreamOutcome } from '../testing/hostile-stream.ts';

const module = new URL('../testing/hostile-stream.ts', import.meta.url);

it('streams of 400 MB take the memory of some chunks, and little time', async () => {
  const { value } = await runLimited({
    module,
    call: 'readHostileStreams',
    cpuSeconds: 12,
    megabytes: 200,
  });
  const outcomes = value as Record<string, StreamOutcome>;
  expect(outcomes).toEqual({
    'samples without end': { samples: 200_000_000, outcome: ['unfilled-size'] },
    'samples that are cut': { samples: 200_000_000, outcome: 'truncated-wav' },
    'a chunk without end before the samples': { samples: 0, outcome: 'malformed-wav' },
    'a chunk without end behind the samples': { samples: 3, outcome: ['trailing-bytes'] },
    'bytes without end behind the samples': { samples: 3, outcome: ['trailing-bytes'] },
    'zeros without end behind the samples': { samples: 3, outcome: [] },
    'a format of four gigabytes': { samples: 0, outcome: 'truncated-wav' },
    'chunks without bytes': { samples: 0, outcome: 'malformed-wav' },
    'tags without end': { samples: 0, outcome: 'not-wav' },
    'a tag of 256 MB': { samples: 0, outcome: 'not-wav' },
    'one byte at a time': { samples: 100_000, outcome: ['unfilled-size'] },
    'chunks without bytes, one byte at a time': { samples: 0, outcome: 'malformed-wav' },
    'zeros, one byte at a time': { samples: 3, outcome: [] },
  });
});
