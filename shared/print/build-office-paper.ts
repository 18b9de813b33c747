import type { Appeal, AppealStatement } from '../domain/appeal/appeal';
import type { AgendaTopic } from '../domain/interview/agenda';
import type { Interview } from '../domain/interview/interview';
import { interviewLabels } from '../domain/interview/interview-words';
import type { OfficeSettings } from '../domain/office/office-settings';
import type { Period } from '../domain/period/period';
import { formatWareki } from '../domain/period/wareki';
import type { Sheet } from '../domain/sheet/sheet';
import type { AppealPaperModel, InterviewRecordModel } from './office-paper-model';
import { printedAtOf } from './printed-at';

type Printing = {
  /** Local time as `2026-11-22T14:05`. */
  printedAt: string;
  sample: boolean;
};
type About = Printing & { sheet: Pick<Sheet, 'staff'>; period: Pick<Period, 'name'> };

/** The record of a 評価者面談, with the agenda as its reader has it. */
export function buildInterviewRecordModel(
  made: About & {
    interview: Interview;
    evaluatorName: string;
    agenda: readonly AgendaTopic[];
    /** The day on which each of the two agreed, here; empty while they have not. */
    agreed: { employee: string; evaluator: string };
  },
): InterviewRecordModel {
  const { interview, agreed } = made;
  const { heldOn, minutes, kind } = interview;
  const agenda = made.agenda
    .map(({ title, lines }) => [title, ...lines.map((line) => `・${line}`)].join('\n'))
    .join('\n\n');
  return {
    kind: 'interview-record',
    ...commonParts(made, `評価者面談記録（${interviewLabels[kind].replace('面談', '')}）`),
    addressee: '',
    sender: [],
    facts: [
      ...personFacts(made),
      { name: '面談日', value: heldOn === null ? '' : formatWareki(heldOn) },
      { name: '時間', value: minutes === null ? '' : `${minutes}分` },
      { name: '評価者', value: made.evaluatorName },
    ],
    sections: [
      ...(agenda === '' ? [] : [{ title: '議題', text: agenda }]),
      { title: '面談の内容', text: interview.text },
    ],
    confirmations: [
      { name: '本人', value: dayOrEmpty(agreed.employee) },
      { name: '評価者', value: dayOrEmpty(agreed.evaluator) },
    ],
  };
}

/** The shared part of a talk, as everybody who takes part reads it. No memo, no reflection. */
export function buildTalkRecordModel(
  made: Printing & {
    title: string;
    personName: string;
    orgUnit: string;
    facts: readonly { name: string; value: string }[];
    topics: readonly string[];
    note: string;
    actions: readonly string[];
  },
): InterviewRecordModel {
  const listed = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [{ title, text: lines.map((line) => `・${line}`).join('\n') }];
  return {
    kind: 'interview-record',
    ...printingParts(made),
    title: made.title,
    personName: made.personName,
    orgUnit: made.orgUnit,
    addressee: '',
    sender: [],
    facts: [...made.facts],
    sections: [
      ...listed('話したこと', made.topics),
      { title: '共有の記録', text: made.note },
      ...listed('約束', made.actions),
    ],
    confirmations: [],
  };
}

type AboutAppeal = About & {
  sheet: Pick<Sheet, 'staff' | 'disclosedOn'>;
  settings: Pick<OfficeSettings, 'appealBoard' | 'appealTitles'>;
};

/** 不服申出書, as the person files it: nothing that 職員課 has added is on it. */
export function buildAppealModel(made: AboutAppeal & { appeal: Appeal }): AppealPaperModel {
  const { appeal, sheet, settings } = made;
  const evidence = appeal.evidence
    .filter(({ addedBy }) => addedBy === 'employee')
    .map(({ title, text }) => [`・${title}`, text.trim()].filter((line) => line !== '').join('\n'))
    .join('\n');
  return {
    ...appealParts(made, settings.appealTitles.appeal),
    addressee: `${settings.appealBoard}　あて`,
    sender: [
      appeal.filedOn === null ? '' : formatWareki(appeal.filedOn),
      sheet.staff.orgUnitPath.join(' '),
      `${sheet.staff.jobTitle} ${sheet.staff.name}`.trim(),
    ],
    sections: [
      { title: '申出の内容', text: appeal.text },
      ...(evidence === '' ? [] : [{ title: '根拠となる資料', text: evidence }]),
    ],
  };
}

/** 意見書 of one evaluator: what she was asked, and her answer. */
export function buildStatementModel(
  made: Printing & {
    statement: AppealStatement;
    personName: string;
    periodName: string;
    title: string;
    board: string;
  },
): AppealPaperModel {
  const { statement } = made;
  return {
    kind: 'appeal-paper',
    ...printingParts(made),
    title: made.title,
    personName: statement.evaluatorName,
    orgUnit: '',
    addressee: `${made.board}　あて`,
    sender: [
      statement.statedOn === null ? '' : formatWareki(statement.statedOn),
      statement.evaluatorName,
    ],
    facts: [
      { name: '評価期間', value: made.periodName },
      { name: '対象の職員', value: made.personName },
    ],
    sections: [
      { title: '意見を求められた内容', text: statement.question },
      { title: '意見', text: statement.text },
    ],
    confirmations: [],
  };
}

/** 結果通知書: what the 調査会 has found, to the person. */
export function buildResultModel(made: AboutAppeal & { appeal: Appeal }): AppealPaperModel {
  const { appeal, sheet, settings } = made;
  return {
    ...appealParts(made, settings.appealTitles.result),
    addressee: `${sheet.staff.name}　様`,
    sender: [appeal.decidedOn === null ? '' : formatWareki(appeal.decidedOn), settings.appealBoard],
    sections: [{ title: '審査の結果', text: appeal.result }],
  };
}

function appealParts(made: AboutAppeal & { appeal: Appeal }, title: string) {
  const { sheet, appeal } = made;
  return {
    kind: 'appeal-paper' as const,
    ...commonParts(made, title),
    facts: [
      ...personFacts(made),
      { name: '開示日', value: dayOrEmpty(sheet.disclosedOn ?? '') },
      { name: '申出日', value: dayOrEmpty(appeal.filedOn ?? '') },
    ],
    confirmations: [],
  };
}

function commonParts(made: About, title: string) {
  const { name, orgUnitPath } = made.sheet.staff;
  return { ...printingParts(made), title, personName: name, orgUnit: orgUnitPath.join(' ') };
}

function printingParts({ sample, printedAt }: Printing) {
  return { sample, printedAt: printedAtOf(printedAt) };
}

function personFacts({ sheet, period }: About) {
  const { number, name, orgUnitPath, positionName } = sheet.staff;
  return [
    { name: '評価期間', value: period.name },
    { name: '職員番号', value: number },
    { name: '氏名', value: name },
    { name: '所属', value: orgUnitPath.join(' ') },
    { name: '職位', value: positionName },
  ];
}

function dayOrEmpty(day: string): string {
  return day === '' ? '' : formatWareki(day);
}
