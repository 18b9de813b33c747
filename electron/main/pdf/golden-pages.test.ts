import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { noGoalFacts } from '../../../shared/domain/goal/goal-facts';
import {
  buildBlankEvaluationSheetModel,
  buildEvaluationSheetModel,
} from '../../../shared/print/build-evaluation-sheet-model';
import type { EvaluationSheetModel } from '../../../shared/print/evaluation-sheet-model';
import type { PrintModel } from '../../../shared/print/print-model';
import { freshTexts, makeFullSheetModel } from '../../../test/support/full-sheet-model';
import {
  differenceOf,
  type GrayPicture,
  readGrayPng,
  readPgm,
  writeGrayPng,
} from '../../../test/support/gray-picture';
import { makePaperFolders } from '../../../test/support/paper-folders';
import { runPaperTool } from '../../../test/support/paper-tools';
import {
  makeAppealModel,
  makeCareerPlanModel,
  makeInterviewModel,
  makeRecoveryKeyModel,
  makeTrainingRecordModel,
} from '../../../test/support/print-models';
import {
  testEntry,
  testForm,
  testGoal,
  testPeriod,
  testSheet,
} from '../../../test/support/sheet-builders';
import { createDocumentCompiler } from './compile-document';

const folders = makePaperFolders();
const compiler = createDocumentCompiler(folders);
afterAll(() => folders.dispose());

const root = resolve(import.meta.dirname, '../../..');
const golden = join(root, 'test/fixtures/papers');
const made = join(root, 'out/papers');

/** Dots per inch: enough to see every line of a text, and no letter. */
const RESOLUTION = 40;

/** Other versions of the tool smooth edges otherwise; a line that moves is far more. */
const TOLERANCE = 0.004;

/** Set to take the pages as they are now for the golden ones, after a look at them. */
const taking = process.env['IKUSEI_TAKE_GOLDEN_PAGES'] === '1';

const form = testForm();
const printing = {
  form,
  period: testPeriod,
  settlements: [],
  printedAt: '2026-11-22T14:05',
  sample: false,
};

function sheet(length: number, layout: 'portrait' | 'landscape' | 'compact'): EvaluationSheetModel {
  const text = freshTexts(length);
  return makeFullSheetModel((place) => text(place === 'many' ? length : 30), layout);
}

/** What is pictured, and which pages of it. */
const papers: Record<string, { model: () => PrintModel; pages: readonly number[] }> = {
  'portrait-0': { model: () => makeFullSheetModel(() => ''), pages: [1] },
  'portrait-1': { model: () => makeFullSheetModel(() => 'あ'), pages: [1, 2] },
  'portrait-200': { model: () => sheet(200, 'portrait'), pages: [1, 2, 3] },
  'portrait-600': { model: () => sheet(600, 'portrait'), pages: [3, 4] },
  'portrait-5000': { model: () => sheet(5000, 'portrait'), pages: [2, 11] },
  'landscape-200': { model: () => sheet(200, 'landscape'), pages: [1, 2] },
  'landscape-600': { model: () => sheet(600, 'landscape'), pages: [3] },
  'compact-200': { model: () => sheet(200, 'compact'), pages: [1, 2] },
  'compact-600': { model: () => sheet(600, 'compact'), pages: [2] },
  undisclosed: {
    model: () => ({ ...sheet(200, 'portrait'), undisclosed: true }),
    pages: [1, 2],
  },
  blank: {
    model: () => buildBlankEvaluationSheetModel({ ...printing, sheet: testSheet(form) }),
    pages: [1, 2, 4],
  },
  'blank-without-a-person': {
    model: () => buildBlankEvaluationSheetModel({ ...printing, sheet: null, layout: 'landscape' }),
    pages: [1],
  },
  sample: {
    model: () =>
      buildEvaluationSheetModel({
        ...printing,
        sheet: testSheet(form),
        entries: [],
        readable: ['employee'],
        goalFacts: noGoalFacts,
        sample: true,
      }),
    pages: [1],
  },
  'goal-details': {
    model: () => {
      const goals = [
        testGoal({ difficultyReason: '他の課との調整を伴い、前例がないため', importance: 'high' }),
        testGoal({ order: 2, difficulty: 'low', importance: 'low', challenge: true }),
        testGoal({ order: 3, difficulty: 'normal' }),
      ];
      return buildEvaluationSheetModel({
        ...printing,
        sheet: testSheet(form),
        entries: goals.map((goal, index) => testEntry(`goal/${index}`, 'employee', { goal })),
        readable: ['employee'],
        goalFacts: noGoalFacts,
      });
    },
    pages: [1],
  },
  'recovery-key': { model: makeRecoveryKeyModel, pages: [1] },
  'interview-record': { model: makeInterviewModel, pages: [1, 2] },
  'career-plan': { model: makeCareerPlanModel, pages: [1, 2] },
  'training-record': { model: makeTrainingRecordModel, pages: [1] },
  'appeal-paper': { model: makeAppealModel, pages: [1] },
};

it.each(Object.entries(papers))('%s looks as it was seen to be right', (name, { model, pages }) => {
  const { bytes } = compiler.compile(model());
  for (const page of pages) {
    const picture = pictureOf(bytes, page);
    const png = writeGrayPng(picture);
    const file = `${name}-${page}.png`;
    mkdirSync(made, { recursive: true });
    writeFileSync(join(made, file), png);
    if (taking) {
      mkdirSync(golden, { recursive: true });
      writeFileSync(join(golden, file), png);
    }
    const kept = join(golden, file);
    const difference = existsSync(kept)
      ? differenceOf(readGrayPng(readFileSync(kept)), picture)
      : 1;
    expect(difference, `compare out/papers/${file} with test/fixtures/papers/${file}`).toBeLessThan(
      TOLERANCE,
    );
  }
});

function pictureOf(bytes: Uint8Array, page: number): GrayPicture {
  const one = ['-f', `${page}`, '-l', `${page}`, '-singlefile'];
  const { files } = runPaperTool('pdftoppm', bytes, [
    ...one,
    ...['-r', `${RESOLUTION}`, '-gray', 'paper.pdf', 'page'],
  ]);
  const [picture] = files;
  if (picture === undefined) throw new Error(`there is no page ${page}`);
  return readPgm(picture);
}
