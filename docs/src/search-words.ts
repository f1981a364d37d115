const GUIDE = 'docs/guides';

/**
 * What people type into the search who do not know our words, and the page that answers them. These
 * words are indexed with the page, and a site is not built where one of them does not find it.
 */
export const SEARCH_WORDS: Readonly<Record<string, readonly string[]>> = {
  [`${GUIDE}/recognise.md`]: [
    ...[
      'recognise',
      'recognize',
      'how do I recognise a file',
      'classify',
      'detect emotion',
      'predict',
      'inference',
    ],
    ...['microphone', 'live', 'mp3', 'offline', 'browser'],
  ],
  [`${GUIDE}/features.md`]: [
    'librosa',
    'mfcc',
    "compute librosa's mfcc in a page",
    'mfcc page',
    'mfcc browser',
    'mel spectrogram',
  ],
  [`${GUIDE}/voice.md`]: ['egemaps', 'opensmile', 'praat', 'jitter', 'formant', 'kaldi', 'fbank'],
  [`${GUIDE}/train-on-ravdess.md`]: ['train', 'ravdess', 'fine-tune', 'download data'],
  [`${GUIDE}/your-own-corpus.md`]: [
    ...[
      'csv',
      'train csv',
      'how to train on a csv',
      'own data',
      'my data',
      'dataset',
      'labels',
      'custom',
      'crema',
    ],
  ],
  [`${GUIDE}/protocols.md`]: [
    ...[
      '0.7',
      'what does 0.7 mean',
      'how good is it',
      'uar',
      'accuracy',
      'protocol',
      'leak',
      'speaker independent',
    ],
  ],
  [`${GUIDE}/determinism.md`]: [
    'seed',
    'seeds',
    'do seeds matter',
    'random',
    'reproducible',
    'deterministic',
  ],
  [`${GUIDE}/from-python.md`]: ['python', 'keras', 'scikit-learn', 'sklearn', 'pytorch'],
  'benchmarks/README.md': [
    'benchmark',
    'fast',
    'how fast is it',
    'fast beside librosa',
    'speed',
    'performance',
    'slow',
    'librosa speed',
  ],
  'RESULTS.md': ['results', 'literature'],
  [`${GUIDE}/where-it-runs.md`]: [
    ...['commonjs', 'cjs', 'require', 'next.js', 'nextjs', 'react', 'worker', 'web worker'],
    ...[
      'can I use it in a worker',
      'is my node version supported',
      'node version',
      'node 18',
      'node 20',
      'node 22',
      'engines',
      'install',
      'npm',
      'typescript',
    ],
    ...['vite', 'webpack', 'esbuild', 'deno', 'bun', 'safari', 'firefox', 'gpu', 'csp'],
  ],
  [`${GUIDE}/about.md`]: [
    ...['licence', 'license', 'licence weights', 'license weights', 'commercial', 'mit'],
    ...['can I use it commercially', 'how do I cite it', 'what changed'],
    ...['cite', 'citation', 'bibtex', 'changelog', 'changes', 'release notes'],
  ],
  'SECURITY.md': ['vulnerability', 'security', 'cve', 'how do I report a vulnerability'],
};

/** The words of a page, as one text. */
export const wordsOf = (page: string): string => (SEARCH_WORDS[page] ?? []).join(' ');
