import { loadRecognizer } from '@ser/recognizer';

const recognizer = await loadRecognizer();

export async function POST(request) {
  const [best] = await recognizer.recognize(await request.arrayBuffer());
  return Response.json({ label: best?.label ?? null });
}
