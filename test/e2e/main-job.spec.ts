import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyTables } from '../../shared/domain/framework/policy-tables';
import { printsText, readPdf } from '../support/read-pdf';
import { watchBounds } from './bounds';
import { expect, test } from './fixtures';
import { doMainJob, sampleStaff } from './main-job';

test('見本を開き、主任のシートをすべて記入し、PDFに全部がのる。方針への違反も外への通信もない', async ({
  app,
  workFolder,
}) => {
  const outOfBounds = await watchBounds(app);
  const path = join(workFolder, '人事評価シート.pdf');
  const written = await doMainJob(app, path);
  expect(await outOfBounds()).toEqual([]);

  const pdf = await readPdf(new Uint8Array(readFileSync(path)));
  const framework = policyTables.frameworks[0];
  if (framework === undefined) throw new Error('no framework');

  const expected = [
    sampleStaff.employee,
    sampleStaff.first,
    sampleStaff.second,
    '100234',
    '見本',
    ...framework.items.map((item) => item.name),
    ...framework.cells.filter((cell) => cell.positions.includes('shunin')).map((cell) => cell.text),
    ...framework.positions.filter(({ id }) => id === 'shunin').map(({ role }) => role),
    ...written.goals.flatMap((goal) => [
      goal.content,
      goal.deadline,
      goal.level,
      goal.method,
      goal.weight,
      goal.result,
    ]),
    ...written.entries.map((entry) => entry.text),
  ];
  expect(expected.filter((piece) => !printsText(pdf, piece))).toEqual([]);
  // 12 items × 3 columns, 2 goals × 3, and the ratings of both overall remarks.
  expect(written.entries.filter((entry) => entry.rating !== '')).toHaveLength(12 * 3 + 2 * 2 + 2);
});
