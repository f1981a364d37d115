'use client';
import { loadRecognizer } from '@ser/recognizer';
import { useEffect, useState } from 'react';

const recognizer = loadRecognizer();

/** The label of a file. */
async function hear(file) {
  const [best] = await (await recognizer).recognize(await file.arrayBuffer());
  return best?.label ?? 'no speech';
}

/** The label of the first window of a microphone with speech in it. */
async function listen() {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  });
  const listening = (await recognizer).listen(stream, { length: 1.5, hop: 0.5 });
  try {
    for await (const { speech, scores } of listening) if (speech) return scores[0].label;
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
  return `it ended: ${listening.reason}`;
}

export default function Page() {
  const [said, say] = useState('');
  useEffect(() => {
    recognizer.then(() => say('ready'));
  }, []);
  const show = (answer) => answer.then(say, (error) => say(`failed: ${error.stack ?? error}`));
  const start = () => {
    say('listening');
    show(listen());
  };
  return (
    <>
      <input type="file" onChange={({ target }) => show(hear(target.files[0]))} />
      <button type="button" onClick={start}>
        Listen
      </button>
      <output>{said}</output>
    </>
  );
}
