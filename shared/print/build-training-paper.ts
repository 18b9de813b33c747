import { fiscalYearName } from '../domain/period/fiscal-year';
import { formatWareki } from '../domain/period/wareki';
import {
  eventDays,
  type PersonEvent,
  type RecordPart,
  recordPartLabels,
} from '../domain/person-record/person-record';
import type { TrainingApplication } from '../domain/training/training-application';
import { type TrainingCall, trainingKinds } from '../domain/training/training-call';
import type { TrainingRecord } from '../domain/training/training-record';
import { callRules } from '../domain/training/training-rules';
import { totalOf, yearOfRecord } from '../domain/training/training-totals';
import {
  callWords,
  daysWords,
  hoursWords,
  stateLabel,
  trainingKindLabels,
} from '../domain/training/training-words';
import type { TrainingPaperModel } from './office-paper-model';
import { printedAtOf } from './printed-at';

type Printing = {
  /** Local time as `2026-11-22T14:05`. */
  printedAt: string;
  sample: boolean;
};

type Person = { name: string; unit: string; jobTitle: string };

type AboutApplication = Printing & {
  application: TrainingApplication;
  call: TrainingCall;
  person: Person;
};

/** The application as its reader has it: what she may not read is not on it. */
export function buildApplicationModel(made: AboutApplication): TrainingPaperModel {
  const { application, call, person } = made;
  const words = callWords[call.kind];
  const rule = callRules[call.kind];
  const { appliedOn, decidedOn, amount } = application;
  return {
    ...partsOf(made, words.applicationTitle),
    addressee: '職員課長　あて',
    sender: [
      appliedOn === null ? '' : formatWareki(appliedOn),
      person.unit,
      `${person.jobTitle} ${person.name}`.trim(),
    ],
    facts: [
      ...callFacts(call),
      ...(rule.asksAmount
        ? [{ name: '申請額', value: amount === null ? '' : `${amount.toLocaleString('ja-JP')}円` }]
        : []),
      { name: '状態', value: stateLabel(call.kind, application.state) },
      { name: '決定日', value: decidedOn === null ? '' : formatWareki(decidedOn) },
    ],
    sections: [
      { title: words.reason, text: application.reason },
      ...(rule.asksMembers ? [{ title: 'グループの構成員', text: application.members }] : []),
      ...filled('所属長の意見', application.opinion),
      ...filled('決定の理由や連絡', application.decisionNote),
    ],
  };
}

/** 受講報告書 and its sisters. */
export function buildReportModel(made: AboutApplication): TrainingPaperModel {
  const { application, call, person } = made;
  const { reportedOn } = application;
  return {
    ...partsOf(made, callWords[call.kind].reportTitle),
    addressee: '職員課長　あて',
    sender: [
      reportedOn === null ? '' : formatWareki(reportedOn),
      person.unit,
      `${person.jobTitle} ${person.name}`.trim(),
    ],
    facts: callFacts(call),
    sections: [
      { title: callWords[call.kind].report, text: application.report },
      { title: '仕事で活用すること', text: application.use },
    ],
  };
}

/** 研修記録 of a person, with its totals. */
export function buildTrainingRecordModel(
  made: Printing & { person: Person & { number: string }; records: readonly TrainingRecord[] },
): TrainingPaperModel {
  const { person, records } = made;
  const total = totalOf(records);
  const used = records.filter(({ use }) => use.trim() !== '');
  return {
    ...partsOf(made, '研修記録'),
    facts: [
      { name: '職員番号', value: person.number },
      { name: '氏名', value: person.name },
      { name: '所属', value: person.unit },
      { name: '受講の数', value: `${total.count}件　${total.hours}時間` },
    ],
    tables: [
      {
        title: '種類ごとの数',
        columns: ['種類', '件数'],
        rows: trainingKinds
          .filter((kind) => total.byKind[kind] > 0)
          .map((kind) => [trainingKindLabels[kind], `${total.byKind[kind]}件`]),
        note: '',
      },
      {
        title: '記録',
        columns: ['年度', '研修', '種類', '期間', '時間と結果'],
        rows: records.map((record) => [
          yearWords(record),
          record.title,
          trainingKindLabels[record.kind],
          daysWords(record),
          [hoursWords(record.hours), record.result, record.certificate === null ? '' : '修了証あり']
            .filter((fact) => fact !== '')
            .join('　'),
        ]),
        note: '',
      },
    ],
    sections: used.map(({ title, use }) => ({ title: `活用すること：${title}`, text: use })),
  };
}

/** 人材育成記録 of a person, as her reader has it. */
export function buildPersonRecordModel(
  made: Printing & {
    person: Person & { number: string };
    parts: readonly RecordPart[];
    events: readonly PersonEvent[];
  },
): TrainingPaperModel {
  const { person, parts, events } = made;
  return {
    ...partsOf(made, '人材育成記録'),
    facts: [
      { name: '職員番号', value: person.number },
      { name: '氏名', value: person.name },
      { name: '所属', value: person.unit },
      { name: '職名', value: person.jobTitle },
    ],
    tables: parts
      .map((part) => ({ part, own: events.filter((event) => event.part === part) }))
      .filter(({ own }) => own.length > 0)
      .map(({ part, own }) => ({
        title: recordPartLabels[part],
        columns: ['期間', '内容', '備考'],
        rows: own.map((event) => [eventDays(event), event.title, event.detail]),
        note: '',
      })),
    sections: [],
  };
}

function yearWords(record: TrainingRecord): string {
  const year = yearOfRecord(record);
  return year === null ? '' : fiscalYearName(year);
}

function callFacts(call: TrainingCall) {
  return [
    { name: '名称', value: call.title },
    ...(call.trainingKind === null
      ? []
      : [{ name: '種類', value: trainingKindLabels[call.trainingKind] }]),
    { name: '期間', value: daysWords(call) },
    { name: '時間', value: hoursWords(call.hours) },
  ];
}

function filled(title: string, text: string) {
  return text.trim() === '' ? [] : [{ title, text }];
}

function partsOf({ person, sample, printedAt }: Printing & { person: Person }, title: string) {
  return {
    kind: 'training-paper' as const,
    title,
    addressee: '',
    sender: [],
    personName: person.name,
    orgUnit: person.unit,
    tables: [],
    confirmations: [],
    sample,
    printedAt: printedAtOf(printedAt),
  };
}
