import { speechLike } from './speech-like.ts';

const start = performance.now();
const { loadRecognizer } = await import('@ser/recognizer');
const recognizer = await loadRecognizer();
await recognizer.recognize(speechLike(), { speech: false });
console.log(performance.now() - start);
