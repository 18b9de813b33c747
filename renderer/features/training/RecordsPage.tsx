import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useParams } from 'react-router';
import { fiscalYearName } from '../../../shared/domain/period/fiscal-year';
import { safeFileName } from '../../../shared/domain/text/safe-file-name';
import { type TrainingKind, trainingKinds } from '../../../shared/domain/training/training-call';
import { totalOf, yearOfRecord } from '../../../shared/domain/training/training-totals';
import {
  daysWords,
  hoursWords,
  trainingKindLabels,
} from '../../../shared/domain/training/training-words';
import { buildTrainingRecordModel } from '../../../shared/print/build-training-paper';
import { useFlushedAction } from '../../common/use-flushed-action';
import { usePrinting } from '../../common/use-printing';
import { useStore } from '../../data/store-context';
import {
  addOwnRecord,
  loadCertificate,
  saveCertificate,
  setCertificate,
  setRecordRemoved,
} from '../../data/training-commands';
import {
  type ListedRecord,
  loadHeads,
  loadPersonTraining,
  type PersonTraining,
} from '../../data/training-queries';
import { useLiveQuery } from '../../data/use-live-query';
import { desktopApi } from '../../platform/desktop-api';
import { problemOf } from '../../platform/problem';
import {
  rememberCertificate,
  rememberRemoved,
  useEarlierCertificate,
  useRemovedNow,
} from '../../state/training-session';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Disclosure } from '../../ui/Disclosure';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { KeptDays, KeptLine, KeptNumber, KeptText } from './KeptFields';
import { TrainingNav } from './TrainingNav';
import { TrainingPaperButton } from './TrainingPaperButton';
import { trainingAutosave } from './training-autosave';

/** What somebody has learned: my own, or that of one of my people. */
export function RecordsPage() {
  const { staffId = null } = useParams();
  const read = useLiveQuery(
    (store) => Promise.resolve(loadPersonTraining(store, staffId)),
    [staffId],
  );
  const heads = useLiveQuery((store) => Promise.resolve(loadHeads(store)), []);
  return (
    <div className="page-width flex flex-col gap-4">
      <TrainingNav heads={heads.state === 'ready' && heads.value} />
      {read.state === 'loading' && <Spinner label="記録を開いています" />}
      {read.state === 'failed' && <ErrorNotice problem={problemOf(read.error)} />}
      {read.state === 'ready' && <Records key={read.value.person.id} training={read.value} />}
    </div>
  );
}

const ownKinds: readonly TrainingKind[] = [
  'self',
  'studyGroup',
  'basic',
  'special',
  'dispatch',
  'ojt',
];

function Records({ training }: { training: PersonTraining }) {
  const { person, mine, records, removed } = training;
  const store = useStore();
  const printing = usePrinting();
  const { run, failure } = useFlushedAction();
  const [kind, setKind] = useState<TrainingKind>('self');
  const isRemovedNow = useRemovedNow();
  return (
    <>
      <h1 className="text-2xl font-bold">
        {mine ? '私の研修の記録' : `${person.name} さんの研修の記録`}
      </h1>
      <Totals training={training} />
      {failure}
      <div className="flex flex-wrap items-end gap-3">
        {mine && (
          <>
            <SelectField
              label="加える記録の種類"
              value={kind}
              onChange={(value) => setKind(value as TrainingKind)}
              options={ownKinds.map((value) => ({ value, label: trainingKindLabels[value] }))}
            />
            <Button look="primary" onPress={() => run(() => addOwnRecord(store, kind))}>
              記録を加える
            </Button>
          </>
        )}
        <TrainingPaperButton
          label="研修記録をPDFにする"
          make={async () => {
            const stored = await loadPersonTraining(store, person.id);
            return buildTrainingRecordModel({
              person: stored.person,
              records: stored.records.map(({ record }) => record),
              ...printing(),
            });
          }}
        />
      </div>
      {removed
        .filter(({ record }) => isRemovedNow(record.id))
        .map((one) => (
          <Notice
            key={one.record.id}
            tone="info"
            title={`「${nameOf(one)}」を取り除きました`}
            actions={
              <Button
                size="small"
                onPress={() => run(() => setRecordRemoved(store, one.record.id, false))}
              >
                元に戻す
              </Button>
            }
          />
        ))}
      {records.length === 0 && <p className="text-solid-gray-700">記録はまだありません。</p>}
      {records.map((one) => (
        <RecordCard key={one.record.id} one={one} />
      ))}
    </>
  );
}

function Totals({ training: { records } }: { training: PersonTraining }) {
  const all = records.map(({ record }) => record);
  const [newest] = all.flatMap((record) => yearOfRecord(record) ?? []).toSorted((a, b) => b - a);
  const ofYear = all.filter((record) => yearOfRecord(record) === newest);
  const total = totalOf(all);
  const facts = [
    ['これまで', `${total.count}件　${total.hours}時間`],
    ...(newest === undefined
      ? []
      : [[fiscalYearName(newest), `${ofYear.length}件　${totalOf(ofYear).hours}時間`]]),
    ...trainingKinds
      .filter((kind) => total.byKind[kind] > 0)
      .map((kind) => [trainingKindLabels[kind], `${total.byKind[kind]}件`]),
  ];
  return (
    <dl aria-label="受講の数" className="flex flex-wrap gap-3">
      {facts.map(([term, value]) => (
        <div key={term} className="rounded-12 border border-solid-gray-200 bg-white px-4 py-2">
          <dt className="text-sm text-solid-gray-700">{term}</dt>
          <dd className="font-bold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function nameOf({ record: { title, kind } }: ListedRecord): string {
  return title === '' ? `${trainingKindLabels[kind]}の記録` : title;
}

function RecordCard({ one }: { one: ListedRecord }) {
  const { record, mayWrite } = one;
  const store = useStore();
  const { run, failure } = useFlushedAction();
  const place = { target: 'record', id: record.id } as const;
  const facts = [
    trainingKindLabels[record.kind],
    daysWords(record),
    hoursWords(record.hours),
    record.result,
  ].filter((fact) => fact !== '');
  return (
    <Card
      title={nameOf(one)}
      aside={
        <div className="flex flex-wrap items-center gap-3">
          {record.source === 'call' && <Badge>職員課の記録</Badge>}
          {mayWrite.facts && (
            <Button
              size="small"
              aria-label={`「${nameOf(one)}」を取り除く`}
              onPress={() =>
                run(async () => {
                  await setRecordRemoved(store, record.id, true);
                  rememberRemoved(record.id);
                })
              }
            >
              取り除く
            </Button>
          )}
        </div>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm text-solid-gray-700">{facts.join('　')}</p>
        {mayWrite.facts && (
          <Disclosure title="内容を直す" defaultOpen={record.title === ''}>
            <div className="grid gap-4 min-[900px]:grid-cols-2">
              <KeptLine
                label="研修・活動の名前"
                place={place}
                field="title"
                stored={record.title}
              />
              <SelectField
                label="種類"
                value={record.kind}
                onChange={(kind) => trainingAutosave(store).change({ ...place, patch: { kind } })}
                options={trainingKinds.map((value) => ({
                  value,
                  label: trainingKindLabels[value],
                }))}
              />
              <KeptDays place={place} startsOn={record.startsOn} endsOn={record.endsOn} />
              <KeptNumber
                label="時間数"
                place={place}
                field="hours"
                stored={record.hours}
                whole={false}
              />
              <KeptLine
                label="結果（修了、合格など）"
                place={place}
                field="result"
                stored={record.result}
              />
            </div>
          </Disclosure>
        )}
        {mayWrite.use ? (
          <KeptText label="仕事で活用すること" place={place} field="use" stored={record.use} />
        ) : (
          record.use !== '' && (
            <p className="whitespace-pre-wrap">
              <span className="font-bold">仕事で活用すること：</span>
              {record.use}
            </p>
          )
        )}
        <Certificate one={one} />
        {failure}
      </div>
    </Card>
  );
}

function Certificate({ one: { record, mayWrite } }: { one: ListedRecord }) {
  const store = useStore();
  const { run, failure } = useFlushedAction();
  const { certificate } = record;
  const earlier = useEarlierCertificate(record.id);
  const choose = (file: File | undefined) => {
    if (file === undefined) return;
    run(async () => rememberCertificate(record.id, await saveCertificate(store, record.id, file)));
  };
  const set = (next: typeof earlier) =>
    run(async () => rememberCertificate(record.id, await setCertificate(store, record.id, next)));
  const saveOut = () => {
    if (certificate === null) return;
    run(async () => {
      const bytes = await loadCertificate(store, record.id);
      const suggestedName = safeFileName(certificate.name.replace(/\.[^.]*$/u, ''));
      await desktopApi.documents.saveCertificate({ kind: certificate.type, suggestedName, bytes });
    });
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-3">
        {certificate !== null && (
          <p className="text-sm">
            修了証：<span className="font-bold">{certificate.name}</span>（
            {Math.max(1, Math.round(certificate.bytes / 1_000)).toLocaleString('ja-JP')}KB）
          </p>
        )}
        {certificate !== null && (
          <Button size="small" onPress={saveOut}>
            修了証をファイルに取り出す
          </Button>
        )}
        {mayWrite.certificate && (
          <FileTrigger
            acceptedFileTypes={['.pdf', '.png', '.jpg', '.jpeg']}
            onSelect={(files) => choose(files?.[0])}
          >
            <Button size="small">
              {certificate === null
                ? '修了証を付ける（PDF・PNG・JPEG、5MBまで）'
                : '修了証を取り替える'}
            </Button>
          </FileTrigger>
        )}
        {mayWrite.certificate && certificate !== null && (
          <Button size="small" onPress={() => set(null)}>
            修了証を外す
          </Button>
        )}
        {mayWrite.certificate && earlier !== null && (
          <Button
            size="small"
            aria-label={`修了証を、前の「${earlier.name}」に戻す`}
            onPress={() => set(earlier)}
          >
            元に戻す
          </Button>
        )}
      </div>
      {failure}
    </div>
  );
}
