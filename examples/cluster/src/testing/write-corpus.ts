import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '@ser/testing';
import wavefile from 'wavefile';

/** RAVDESS' actors, all of whom the protocol `speaker` asks for. */
const ACTORS = 24;

/** The emotions' numbers in RAVDESS' file names. */
const NUMBERS: Readonly<Record<string, string>> = { neutral: '01', happy: '03', sad: '04' };
const SAMPLE_RATE = 16_000;
const SECONDS = 0.8;

/**
 * Writes a small corpus whose files are called as RAVDESS' are: voices of buzzes in noise, each
 * neutral and happy, and the first half of them sad.
 *
 * @returns How many clips each emotion has.
 */
export function writeCorpus(folder: string, actors: number = ACTORS): Record<string, number> {
  const counts: Record<string, number> = {};
  for (let actor = 1; actor <= actors; actor++) {
    const name = String(actor).padStart(2, '0');
    mkdirSync(join(folder, `Actor_${name}`), { recursive: true });
    for (const [emotion, number] of Object.entries(NUMBERS)) {
      if (emotion === 'sad' && actor > actors / 2) continue;
      const file = join(folder, `Actor_${name}`, `03-01-${number}-01-01-01-${name}.wav`);
      writeFileSync(file, buzz(100 + 5 * actor, Number(number)));
      counts[emotion] = (counts[emotion] ?? 0) + 1;
    }
  }
  return counts;
}

/** A mono 16-bit WAV at 16 kHz: a voice's harmonics, and noise. */
function buzz(hertz: number, liveliness: number): Uint8Array {
  const random = seeded(1000 * hertz + liveliness);
  const pitch = hertz * (1 + 0.15 * liveliness + 0.1 * random());
  const samples = Int16Array.from({ length: SECONDS * SAMPLE_RATE }, (_, i) => {
    const phase = (2 * Math.PI * pitch * i) / SAMPLE_RATE;
    let value = 0.1 * (random() - 0.5);
    for (let k = 1; k <= 5; k++) value += Math.sin(k * phase) / k ** (2 - 0.2 * liveliness);
    return Math.round(2500 * (0.5 + 0.3 * liveliness) * value);
  });
  const wav = new wavefile.WaveFile();
  wav.fromScratch(1, SAMPLE_RATE, '16', samples);
  return wav.toBuffer();
}

if (import.meta.main) writeCorpus(process.argv[2]);
