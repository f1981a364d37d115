// The core packages import none of each other. This file holds their types against each other; the
// type checker reads it, and where two no longer fit, it says so here.
import type { Clip, Audio as CorpusAudio, decodeWav, Labels } from '@ser/corpus';
import type { decodeAudio } from '@ser/corpus/node';
import type { Prediction, Row, SpeakerLists } from '@ser/eval';
import type { HistoryEpoch } from '@ser/eval/plots';
import type { ExtractClips, LabelledClip, predictRows, Table } from '@ser/experiment';
import type { Audio, createExtractor, parseExtractorConfig } from '@ser/features';
import type { ClipSource, Decode, extractAll } from '@ser/features/node';
import type { Classifier, ClassifierParts, Dataset, EpochLogs } from '@ser/model';
import type { RavdessClip, SPEAKERS } from '@ser/ravdess';
import { expectTypeOf, test } from 'vitest';

test('what corpus decodes is what features extract', () => {
  expectTypeOf<CorpusAudio>().toExtend<Audio>();
  expectTypeOf<Clip>().toExtend<ClipSource>();
  expectTypeOf<typeof decodeWav>().toExtend<Decode>();
  expectTypeOf<typeof decodeAudio>().toExtend<Decode>();
});

test('a RAVDESS clip is a clip of a corpus, and has the labels that a table needs', () => {
  expectTypeOf<RavdessClip>().toExtend<Clip<Labels>>();
  expectTypeOf<RavdessClip>().toExtend<LabelledClip>();
  expectTypeOf<Clip>().toExtend<LabelledClip>();
});

test('RAVDESS’ lists of speakers are those that protocols take', () => {
  expectTypeOf<typeof SPEAKERS>().toExtend<SpeakerLists>();
});

test('the worker pool extracts what a table is made of', () => {
  expectTypeOf<typeof extractAll>().toExtend<ExtractClips>();
});

test('a table’s rows can be split, and its values trained on and scaled back into a classifier', () => {
  expectTypeOf<Table['rows'][number]>().toExtend<Row>();
  expectTypeOf<Table['x']>().toExtend<Dataset['x']>();
  expectTypeOf<Table['labels']>().toExtend<ClassifierParts['labels']>();
});

test('what fit returns is a history that plots draw', () => {
  expectTypeOf<EpochLogs>().toExtend<HistoryEpoch>();
});

test('what a classifier keeps of its extractor is checked before it extracts again', () => {
  type Config = Parameters<typeof createExtractor>[0];
  expectTypeOf<Classifier['extractor']>().toExtend<Parameters<typeof parseExtractorConfig>[0]>();
  expectTypeOf<ReturnType<typeof parseExtractorConfig>>().toExtend<Config>();
  expectTypeOf<Table['extractor']>().toExtend<Config>();
});

test('what is predicted can be scored', () => {
  expectTypeOf<Awaited<ReturnType<typeof predictRows>>[number]>().toExtend<Prediction>();
});
