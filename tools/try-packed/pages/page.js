import { loadRecognizer } from '@ser/recognizer';
import { listenOptions } from './listen-options.js';

const [input, button, output] = ['input', 'button', 'output'].map((name) =>
  document.querySelector(name),
);

/** Shows what comes of it; an error too, so that a test reads it. */
async function show(run) {
  output.textContent = await run().catch((error) => `failed: ${error?.stack ?? error}`);
}

const recognizer = await loadRecognizer().catch((error) => {
  output.textContent = `failed: ${error?.stack ?? error}`;
  throw error;
});

input.addEventListener('change', () =>
  show(async () => {
    const bytes = await input.files[0].arrayBuffer();
    const scores = await recognizer.recognize(bytes);
    output.dataset.scores = JSON.stringify(scores);
    const [best] = scores;
    // What calibrated voices need comes without a request too.
    const [calibrated] = await (await recognizer.calibrate([bytes])).recognize(bytes);
    return calibrated ? best.label : 'no speech';
  }),
);

button.addEventListener('click', () => {
  output.textContent = 'listening';
  show(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    });
    const listening = recognizer.listen(stream, { ...listenOptions, length: 1.5, hop: 0.5 });
    try {
      for await (const { speech, scores } of listening) if (speech) return scores[0].label;
    } finally {
      for (const track of stream.getTracks()) track.stop();
    }
    return `it ended: ${listening.reason}`;
  });
});

output.textContent = 'ready';
